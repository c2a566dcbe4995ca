"""Lanes that run through every set of a few changed answers: one set a lane, the unchanged answers in the first."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, reduce
from itertools import accumulate
from operator import and_, or_

from engine.inference.bits import Lanes
from engine.inference.facts import Facts, Scalar

Picked = tuple[int, ...]
"""A set of changes: their numbers in ``ChangeSets.options``, ascending."""


def sets_up_to(counts: Sequence[int], most: int) -> list[int]:
    """How many sets of 0, 1, ... ``most`` changes there are, where each question offers so many; at most one of each.

    These are the elementary symmetric polynomials of the counts.
    """
    found = [1, *[0] * most]
    for count in counts:
        for size in range(most, 0, -1):
            found[size] += count * found[size - 1]
    return found


class ChangeSets:
    """Every set of at most ``most`` changes, no question twice. Smaller sets lie in lower lanes."""

    def __init__(self, same: Facts, ways: Mapping[str, Sequence[Facts]], most: int) -> None:
        """``same``: the facts as they are. ``ways``: for each question the answers it may change to."""
        self.options = tuple((question, facts) for question, of in ways.items() for facts in of)
        self.most = most
        self._same = same
        self._levels = _levels([len(of) for of in ways.values()], most)
        self._starts = (0, *accumulate(level.size for level in self._levels))

    @property
    def size(self) -> int:
        """How many sets there are, the empty one included."""
        return self._starts[-1]

    def of_size(self, size: int) -> int:
        """The lanes of the sets of exactly so many changes."""
        return (1 << self._starts[size + 1]) - (1 << self._starts[size])

    @cached_property
    def having(self) -> tuple[int, ...]:
        """For each option the lanes of the sets that hold it."""
        return tuple(
            reduce(
                or_, (level.masks.get(n, 0) << start for level, start in zip(self._levels, self._starts, strict=False))
            )
            for n in range(len(self.options))
        )

    @cached_property
    def changing(self) -> dict[str, int]:
        """For each question the lanes in which its answer is changed."""
        found: dict[str, int] = {}
        for (question, _), having in zip(self.options, self.having, strict=True):
            found[question] = found.get(question, 0) | having
        return found

    def holding(self, picked: Picked) -> int:
        """The lanes of the sets that hold all of these changes."""
        return reduce(and_, (self.having[n] for n in picked), (1 << self.size) - 1)

    def picked(self, lane: int) -> Picked:
        """The set in a lane."""
        size = bisect_right(self._starts, lane) - 1
        rest, found = lane - self._starts[size], []
        for level in reversed(self._levels[1 : size + 1]):
            block = bisect_right(level.starts, rest) - 1
            found.append(level.added[block])
            rest -= level.starts[block]
        return tuple(reversed(found))

    @cached_property
    def lanes(self) -> Lanes:
        """The facts in each lane."""
        lanes = Lanes(self.size)
        lanes.set_everywhere(self._same)
        changed: dict[str, dict[Scalar, int]] = {}
        for (question, facts), having in zip(self.options, self.having, strict=True):
            for key, value in facts.items():
                if key not in changed:
                    changed[key] = self._unchanged(key, lanes.everywhere & ~self.changing[question])
                changed[key][value] = changed[key].get(value, 0) | having
        lanes.facts.update(changed)
        return lanes

    def _unchanged(self, key: str, mask: int) -> dict[Scalar, int]:
        return {self._same[key]: mask} if key in self._same else {}

    def smallest(self, mask: int) -> Iterator[Picked]:
        """The sets in a mask of which no smaller part is in it too; the smaller first."""
        for size in range(self.most + 1):
            found = [self.picked(lane) for lane in ones(mask & self.of_size(size))]
            yield from found
            for picked in found if size < self.most else ():
                mask &= ~self.holding(picked)


class _Level:
    """The sets of one size: where each option is among them, and the blocks they were added in."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.masks: dict[int, int] = {}
        self.starts: list[int] = []
        self.added: list[int] = []

    def add(self, option: int, smaller: "_Level") -> None:
        """Append every set of the level below with this option put to it."""
        if not smaller.size:
            return
        start = self.size
        for other, mask in smaller.masks.items():
            self.masks[other] = self.masks.get(other, 0) | mask << start
        self.masks[option] = ((1 << smaller.size) - 1) << start
        self.starts.append(start)
        self.added.append(option)
        self.size += smaller.size


def _levels(counts: Sequence[int], most: int) -> tuple[_Level, ...]:
    """The sets of each size. The level below still lacks a question's options while they are put to its sets."""
    levels = (_Level(1), *(_Level(0) for _ in range(most)))
    first = 0
    for count in counts:
        for size in range(most, 0, -1):
            below = levels[size - 1]
            for option in range(first, first + count):
                levels[size].add(option, below)
        first += count
    return levels


def ones(mask: int) -> Iterator[int]:
    """The lanes of a mask, from the lowest."""
    text = bin(mask)[:1:-1]
    lane = text.find("1")
    while lane >= 0:
        yield lane
        lane = text.find("1", lane + 1)
