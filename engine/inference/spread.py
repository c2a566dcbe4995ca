"""Lanes that run through every combination of answers: one scenario each, none twice."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import prod

from engine.inference.bits import Lanes
from engine.inference.facts import Facts, Scalar


class Spread:
    """Every combination of the given ways to answer, and where each question's ways lie among the lanes."""

    def __init__(self, ways: Mapping[str, Sequence[Facts]], same: Facts) -> None:
        """``ways``: for each question the answers it may have. ``same``: the facts that are alike in every lane."""
        self.size = prod(len(options) for options in ways.values())
        self.shares: dict[str, tuple[int, ...]] = {}
        self.ways = ways
        self._periods: dict[str, int] = {}
        period = 1
        for question, options in ways.items():
            self._periods[question] = period
            self.shares[question] = tuple(self._share(period, len(options), n) for n in range(len(options)))
            period *= len(options)
        self._same = same

    @cached_property
    def lanes(self) -> Lanes:
        """The facts in each lane."""
        lanes = Lanes(self.size)
        lanes.set_everywhere(self._same)
        for question in self.ways:
            lanes.facts.update(self.facts_of(question))
        return lanes

    def facts_of(self, question: str) -> dict[str, dict[Scalar, int]]:
        """The lanes of each value of each fact of a question."""
        found: dict[str, dict[Scalar, int]] = {}
        for facts, mask in zip(self.ways[question], self.shares[question], strict=True):
            for key, value in facts.items():
                by_value = found.setdefault(key, {})
                by_value[value] = by_value.get(value, 0) | mask
        return found

    @property
    def everywhere(self) -> int:
        """The mask of all lanes."""
        return (1 << self.size) - 1

    def heads(self, question: str) -> int:
        """The lanes with the question's first way: one for each combination of the others."""
        return self.shares[question][0]

    def to_heads(self, question: str, n: int, mask: int) -> int:
        """The heads of the combinations whose lane with the n-th way lies in a mask."""
        return (mask >> (n * self._periods[question])) & self.heads(question)

    def from_heads(self, question: str, n: int, heads: int) -> int:
        """The lanes with the n-th way of the combinations whose heads are given."""
        return heads << (n * self._periods[question])

    def depends(self, mask: int, question: str) -> bool:
        """Whether membership in ``mask`` ever changes with the answer to this question alone."""
        first = self.to_heads(question, 0, mask)
        return any(self.to_heads(question, n, mask) != first for n in range(1, len(self.shares[question])))

    def _share(self, period: int, count: int, n: int) -> int:
        """The lanes with the n-th of ``count`` ways: runs of ``period`` lanes, repeating."""
        return repeated(((1 << period) - 1) << (n * period), period * count, self.size)


def repeated(pattern: int, width: int, size: int) -> int:
    """A pattern of ``width`` lanes again and again, over ``size`` lanes."""
    while width < size:
        pattern |= pattern << width
        width *= 2
    return pattern & ((1 << size) - 1)
