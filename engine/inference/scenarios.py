"""Scenarios (場合): what the cluster may turn out to be, one lane each, and how much each of them counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from typing import NamedTuple

from engine.inference.bits import Lanes
from engine.inference.possible import Way
from engine.model.answers import Value

LIVE = 1 << 16
"""Scenarios looked at while somebody waits."""
MANY = 1_000_000
"""Scenarios looked at on demand."""
_NORMAL_95 = 1.96
"""Half-width of a 95 % interval in standard errors, normal approximation."""


@dataclass(frozen=True)
class Given:
    """The values given. ``doubted``: those of less than full confidence, each with one case in how many it is open."""

    known: Mapping[str, Value]
    doubted: Mapping[str, int]


class Part(NamedTuple):
    """A way to answer a question, and the lanes in which it is answered so."""

    way: Way
    lanes: int


@dataclass(frozen=True)
class Scenarios:
    """Lanes with their weights.

    ``strata`` are (weight, lanes), without common lanes; a lane in none of them is contradictory and does not count.
    ``exact`` says that the lanes are all the scenarios there are; otherwise they are a sample. ``open`` are the
    questions whose answers vary.
    """

    lanes: Lanes
    strata: tuple[tuple[int, int], ...]
    exact: bool
    open: tuple[str, ...]

    def count(self, mask: int) -> int:
        """How much the lanes of a mask count."""
        return sum(weight * (mask & stratum).bit_count() for weight, stratum in self.strata)

    @cached_property
    def total(self) -> int:
        """How much all lanes count."""
        return self.count(self.lanes.everywhere)

    @cached_property
    def size(self) -> int:
        """How many lanes count."""
        return sum(stratum.bit_count() for _, stratum in self.strata)

    def among(self, lanes: int) -> "Scenarios":
        """The same but for some lanes, as they count."""
        strata = tuple((weight, both) for weight, stratum in self.strata if (both := stratum & lanes))
        return Scenarios(self.lanes, strata, self.exact, self.open)

    def share(self, mask: int) -> float:
        """The share of cases (場合の割合) in which a mask holds, 0 to 1; 0 where there is no case."""
        return self.count(mask) / self.total if self.total else 0.0

    @property
    def error(self) -> float:
        """The largest half-width of a 95 % interval around a share; 0 where nothing was sampled.

        The standard error of a proportion, sqrt(p(1-p)/n), is largest at p = 1/2.
        """
        return 0.0 if self.exact or not self.size else _NORMAL_95 / (2 * sqrt(self.size))
