"""How alike two existing measures are by name and outline; words that the whole register uses count little."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from math import log

from rapidfuzz import fuzz, process

from engine.interview.folding import fold
from engine.model.register import ExistingMeasure

NEAR_BY_NAME = 60.0
"""Names less alike than this (similarity of characters, 0 to 100) are not looked at, unless both serve one measure."""

Pair = tuple[ExistingMeasure, ExistingMeasure]


class Likeness:
    """The existing measures of one register, compared by pairs of letters, each weighed by how rare it is in it.

    The measure is the weighted coefficient of Dice (1945) over sets of character bigrams, in percent.
    """

    def __init__(self, measures: Sequence[ExistingMeasure]) -> None:
        """Prepare the register."""
        self._measures = measures
        self._names = [fold(one.name) for one in measures]

    def pairs(self, also: set[frozenset[str]]) -> Iterator[tuple[Pair, float]]:
        """Pairs whose names are near, and those in ``also``, in the register's order, each with its likeness."""
        near = {frozenset((self._measures[a].id, self._measures[b].id)) for a, b in self._near_by_name()}
        place = {one.id: n for n, one in enumerate(self._measures)}
        wanted = sorted(sorted(place[i] for i in pair) for pair in near | also)
        return (((self._measures[a], self._measures[b]), self.between(a, b)) for a, b in wanted)

    def _near_by_name(self) -> Iterator[tuple[int, int]]:
        for n, name in enumerate(self._names):
            found = process.extract_iter(name, self._names[:n], scorer=fuzz.ratio, score_cutoff=NEAR_BY_NAME)
            yield from ((other, n) for _, _, other in found)

    def between(self, a: int, b: int) -> float:
        """The likeness of two by place, in percent: of their names, or of all their words if these are nearer."""
        parts = zip(self._bigrams(a), self._bigrams(b), strict=True)
        return max(self._dice(one, other) for one, other in parts)

    def _bigrams(self, n: int) -> tuple[frozenset[str], frozenset[str]]:
        return self._of_name[n], self._of_all[n]

    @cached_property
    def _of_name(self) -> list[frozenset[str]]:
        return [_bigrams(name) for name in self._names]

    @cached_property
    def _of_all(self) -> list[frozenset[str]]:
        texts = (fold(one.name + one.outline) if one.outline else "" for one in self._measures)
        return [_bigrams(text) for text in texts]

    @cached_property
    def _weight(self) -> dict[str, float]:
        count = Counter(bigram for n in range(len(self._measures)) for bigram in self._of_name[n] | self._of_all[n])
        return {bigram: log(1 + len(self._measures) / n) for bigram, n in count.items()}

    def _dice(self, one: frozenset[str], other: frozenset[str]) -> float:
        whole = sum(map(self._weight.__getitem__, one)) + sum(map(self._weight.__getitem__, other))
        common = sum(map(self._weight.__getitem__, one & other))
        return 200 * common / whole if whole else 0.0


def _bigrams(text: str) -> frozenset[str]:
    return frozenset(a + b for a, b in pairwise(text)) or frozenset({text} if text else ())
