"""How alike two existing measures are by name and outline, once the words that tell nothing are left out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from rapidfuzz import fuzz, process

from engine.interview.folding import fold
from engine.model.register import ExistingMeasure
from engine.policy.mapping.pieces import Cutter, plain

NEAR_BY_NAME = 60.0
"""Names less alike than this (similarity of characters, 0 to 100) are not looked at, unless both serve one measure."""

_BETWEEN = "\0"
_PART = re.compile(r"[(〔\[【<][^)〕\]】>]*[)〕\]】>]|\d+")
"""What parts one measure from another of the same name: brackets and numbers, of a folded name."""

NAME_COMPARED, NAMES_COMPARED = 60, 1_000
"""So many letters of a name, and so many names before it: more than the register of a town hall has."""
NEAREST = 5
"""Of so many measures before it a measure is told at most: thousands of copies of one would make millions of pairs."""

Pair = tuple[ExistingMeasure, ExistingMeasure]
Bigrams = frozenset[str]


@dataclass(frozen=True)
class Likeness:
    """The existing measures of one register, compared by pairs of letters within the words that tell something.

    Of two texts it is the coefficient of Dice (1945) of their sets of character bigrams, in percent; of two measures
    the mean of that of their names and that of all their words, and where one has no outline that of their names.
    """

    measures: Sequence[ExistingMeasure]
    cutter: Cutter

    def pairs(self, also: Iterable[frozenset[str]]) -> Iterator[tuple[Pair, float]]:
        """Pairs whose names are near, and those in ``also``, in the register's order, each with its likeness.

        Each measure stands with the likest of those before it, ``NEAREST`` at most.
        """
        place = {one.id: n for n, one in enumerate(self.measures)}
        before: dict[int, set[int]] = {}
        for a, b in (*(sorted(place[one] for one in pair) for pair in also), *self._near_by_name()):
            before.setdefault(b, set()).add(a)
        chosen = sorted((a, b, likeness) for b, earlier in before.items() for likeness, a in self._likest(b, earlier))
        return (((self.measures[a], self.measures[b]), likeness) for a, b, likeness in chosen)

    def _likest(self, one: int, earlier: Iterable[int]) -> list[tuple[float, int]]:
        return sorted(((self.between(a, one), a) for a in earlier), key=lambda pair: (-pair[0], pair[1]))[:NEAREST]

    def _near_by_name(self) -> Iterator[tuple[int, int]]:
        names = [fold(one.name)[:NAME_COMPARED] for one in self.measures]
        for n, name in enumerate(names):
            first = max(0, n - NAMES_COMPARED)
            found = process.extract(name, names[first:n], scorer=fuzz.ratio, score_cutoff=NEAR_BY_NAME, limit=NEAREST)
            yield from ((first + other, n) for _, _, other in found)

    def between(self, a: int, b: int) -> float:
        """The likeness of two of them by place, in percent."""
        by_name = _dice(self._of_names[a], self._of_names[b])
        if not (self.measures[a].outline and self.measures[b].outline):
            return by_name
        return (by_name + _dice(self._of_all[a], self._of_all[b])) / 2

    @cached_property
    def _of_names(self) -> list[Bigrams]:
        return [self._bigrams(one.name) for one in self.measures]

    @cached_property
    def _of_all(self) -> list[Bigrams]:
        return [self._bigrams(f"{one.name} {one.outline}") for one in self.measures]

    def _bigrams(self, text: str) -> Bigrams:
        """Of the pieces that tell something; of a text without one, of all of it."""
        pieces = [piece for piece, _, _ in self.cutter.pieces(plain(text))] or [text]
        # Folded in one go, parted by what no text of a register holds: folding each by itself takes ten times as long.
        return frozenset(gram for piece in fold(_BETWEEN.join(pieces)).split(_BETWEEN) for gram in _of_piece(piece))


def divided(one: ExistingMeasure, other: ExistingMeasure) -> bool:
    """Whether a section has divided one measure: （国補分） and （単独分）, 第1工区 and 第2工区."""
    if one.name == other.name or one.department != other.department:
        return False
    return _undivided(one.name) == _undivided(other.name) != ""


@lru_cache(maxsize=8_192)
def _undivided(name: str) -> str:
    return _PART.sub("", fold(name))


def _of_piece(piece: str) -> Iterable[str]:
    return [a + b for a, b in pairwise(piece)] or ([piece] if piece else [])


def _dice(one: Bigrams, other: Bigrams) -> float:
    whole = len(one) + len(other)
    return 200 * len(one & other) / whole if whole else 0.0
