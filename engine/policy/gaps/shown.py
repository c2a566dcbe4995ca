"""What an existing measure shows by its columns and by the words it uses: actors, resources, rows of further sheets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from engine.interview.folding import fold
from engine.model.book import Book
from engine.model.knowledge import Actor, Resource
from engine.model.register import ExistingMeasure
from engine.model.rules import GapRowWords, GapWords
from engine.policy.gaps.occurring import Occurring


class Said(NamedTuple):
    """The words of the vocabulary that an existing measure uses: in its own text, and there or in the column of actors.

    What stands in the column of actors shows nobody's money or people.
    """

    own: set[str]
    all: set[str]


@dataclass(frozen=True)
class Shown:
    """The words that show actors and resources, made ready for looking up."""

    vocabulary: Sequence[GapWords]
    rows: Sequence[GapRowWords] = ()

    @cached_property
    def _words(self) -> tuple[tuple[Actor | Resource, frozenset[str]], ...]:
        return tuple((one.shows, frozenset(fold(word) for word in one.words)) for one in self.vocabulary)

    @cached_property
    def _rows(self) -> dict[str, list[tuple[int, str, str, frozenset[str]]]]:
        """By its first part each word of each row, as shown, with its place and the parts that all have to occur."""
        found: dict[str, list[tuple[int, str, str, frozenset[str]]]] = {}
        named = ((row.about, word) for row in self.rows for word in row.words)
        for place, (about, word) in enumerate(named):
            parts = [fold(part) for part in word.split("+")]
            shown = word.replace("+", "・")
            found.setdefault(parts[0], []).append((place, about, shown, frozenset(parts)))
        return found

    @cached_property
    def _occurring(self) -> Occurring:
        words = [word for _, words in self._words for word in words]
        rows = (parts for named in self._rows.values() for _, _, _, parts in named)
        return Occurring([*words, *(part for parts in rows for part in parts)])

    def said(self, one: ExistingMeasure) -> Said:
        """The words, folded, that an existing measure uses."""
        own = self._occurring.within(fold(one.words))
        return Said(own, own | self._occurring.within(fold(one.actors_text)) if one.actors_text else own)

    def actors(self, one: ExistingMeasure, said: Said) -> Iterator[Actor]:
        """The actors that it shows. The municipality is always there, as it is its register."""
        yield Actor.MUNICIPALITY
        yield from one.actors or ()
        yield from (what for what, words in self._words if isinstance(what, Actor) and not words.isdisjoint(said.all))
        if "state" in (one.funding or ()):
            yield Actor.STATE

    def resources(self, one: ExistingMeasure, said: Said) -> Iterator[Resource]:
        """The resources that it shows."""
        yield from one.resources or ()
        for what, words in self._words:
            if isinstance(what, Resource) and not words.isdisjoint(said.own):
                yield what

    def rows_shown(self, said: Said) -> dict[str, list[str]]:
        """The rows of the further sheets that an existing measure shows, each with the words that show it."""
        named = (one for part in said.own & self._rows.keys() for one in self._rows[part])
        found = dict[str, list[str]]()
        for _, about, word, parts in sorted(named, key=lambda one: one[0]):
            if parts <= said.own:
                found.setdefault(about, []).append(word)
        return found


_SHOWN: dict[str, Shown] = {}


def shown_in(book: Book) -> Shown:
    """The words of a book, made ready at first use and kept; one book at a time."""
    if book.version not in _SHOWN:
        _SHOWN.clear()
        _SHOWN[book.version] = Shown(book.gap_words, book.gap_rows)
    return _SHOWN[book.version]
