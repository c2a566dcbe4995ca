"""Every scenario there is, with exact weights."""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from engine.inference.bits import Lanes
from engine.inference.scenarios import Given, Scenarios
from engine.inference.spread import Spread

if TYPE_CHECKING:
    from engine.inference.scenery import Scenery


class Enumeration:
    """All combinations of answers to the open questions."""

    def __init__(self, scenery: "Scenery", varying: Sequence[str], given: Given) -> None:
        """``varying``: the open questions, in the order of the interview."""
        self.scenery = scenery
        self.varying = varying
        self.known = scenery.flat(given.known)
        self.spread = Spread({q: [way.facts for way in scenery.ways(q)] for q in varying}, self.known)

    def scenarios(self) -> Scenarios:
        """The lanes with their weights; contradictory ones weigh nothing."""
        lanes = Lanes(self.spread.size)
        lanes.set_everywhere(self.known)
        standing = self.scenery.standing(self.known)
        weights: dict[Fraction, int] = {Fraction(1): lanes.everywhere}
        for question in self.varying:
            lanes.facts.update(self.spread.facts_of(question))
            bad = self.scenery.bad(question, lanes, standing)
            weights = _times(weights, self._factors(question, bad))
        together = lcm(*(weight.denominator for weight in weights))
        strata = tuple((int(weight * together), mask) for weight, mask in weights.items() if mask)
        return Scenarios(lanes, strata, True, tuple(self.varying))

    def _factors(self, question: str, bad: int) -> dict[Fraction, int]:
        """Each lane's share among the lanes that differ from it in this answer only: its answers over all that fit."""
        answers = [len(way.answers) for way in self.scenery.ways(question)]
        fitting: dict[int, int] = {0: self.spread.heads(question)}
        for n, count in enumerate(answers):
            fits = self.spread.to_heads(question, n, ~bad & self.spread.everywhere)
            fitting = _plus(fitting, count, fits)
        factors: dict[Fraction, int] = {}
        for total, heads in fitting.items():
            for n, count in enumerate(answers):
                mask = self.spread.from_heads(question, n, heads) & ~bad
                if total and mask:
                    share = Fraction(count, total)
                    factors[share] = factors.get(share, 0) | mask
        return factors


def _plus(numbers: dict[int, int], more: int, where: int) -> dict[int, int]:
    found: dict[int, int] = {}
    for number, mask in numbers.items():
        for result, lanes in ((number + more, mask & where), (number, mask & ~where)):
            if lanes:
                found[result] = found.get(result, 0) | lanes
    return found


def _times(weights: dict[Fraction, int], factors: dict[Fraction, int]) -> dict[Fraction, int]:
    found: dict[Fraction, int] = {}
    for weight, mask in weights.items():
        for factor, lanes in factors.items():
            if both := mask & lanes:
                found[weight * factor] = found.get(weight * factor, 0) | both
    return found
