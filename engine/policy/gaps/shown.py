"""What an existing measure shows by its columns and by the words it uses: actors, resources, rows of further sheets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from engine.interview.folding import fold
from engine.model.book import Book
from engine.model.knowledge import Actor, Resource
from engine.model.register import ExistingMeasure
from engine.model.rules import GapRowWords, GapWords


@dataclass(frozen=True)
class Shown:
    """The words that show actors and resources, made ready for looking up."""

    vocabulary: Sequence[GapWords]
    rows: Sequence[GapRowWords] = ()

    @cached_property
    def _words(self) -> tuple[tuple[Actor | Resource, tuple[str, ...]], ...]:
        return tuple((one.shows, tuple(fold(word) for word in one.words)) for one in self.vocabulary)

    def actors(self, one: ExistingMeasure) -> Iterator[Actor]:
        """The actors that it shows. The municipality is always there, as it is its register."""
        yield Actor.MUNICIPALITY
        yield from one.actors or ()
        yield from (what for what in self._named(f"{one.words} {one.actors_text}") if isinstance(what, Actor))
        if "state" in (one.funding or ()):
            yield Actor.STATE

    def resources(self, one: ExistingMeasure) -> Iterator[Resource]:
        """The resources that it shows."""
        yield from one.resources or ()
        yield from (what for what in self._named(one.words) if isinstance(what, Resource))

    @cached_property
    def _rows(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Each word of each row, with the parts that all have to occur."""
        return tuple(
            (row.about, word, tuple(fold(part) for part in word.split("+"))) for row in self.rows for word in row.words
        )

    def rows_shown(self, one: ExistingMeasure) -> dict[str, list[str]]:
        """The rows of the further sheets that it shows, each with the words that show it."""
        said, found = fold(one.words), dict[str, list[str]]()
        for about, word, parts in self._rows:
            if parts[0] in said and all(part in said for part in parts[1:]):
                found.setdefault(about, []).append(word)
        return found

    def _named(self, text: str) -> Iterator[Actor | Resource]:
        said = fold(text)
        return (what for what, words in self._words if any(word in said for word in words))


_SHOWN: dict[str, Shown] = {}


def shown_in(book: Book) -> Shown:
    """The words of a book, made ready at first use and kept; one book at a time."""
    if book.version not in _SHOWN:
        _SHOWN.clear()
        _SHOWN[book.version] = Shown(book.gap_words, book.gap_rows)
    return _SHOWN[book.version]
