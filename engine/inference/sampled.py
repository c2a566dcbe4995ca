"""Scenarios drawn at random, one question after the other; the same answers give the same sample."""

import random
from collections.abc import Sequence
from typing import TYPE_CHECKING

from engine.inference.bits import Lanes
from engine.inference.draws import Masks, drawn, one_in, one_of
from engine.inference.facts import Domain, Scalar
from engine.inference.judged import union
from engine.inference.scenarios import Given, Scenarios

if TYPE_CHECKING:
    from engine.inference.scenery import Scenery

_MOST_TRIES = 64
"""A lane that draws a contradictory set of options so often in a row has none that fits, to all appearance."""
_SPARE = 8
"""One more lane is drawn for each so many, in place of those that turn out contradictory."""


class Sample:
    """So many scenarios out of more."""

    def __init__(self, scenery: "Scenery", varying: Sequence[str], given: Given, size: int) -> None:
        """``varying``: the open questions, in the order of the interview."""
        self.scenery = scenery
        self.varying = varying
        self.given = given
        self.wanted = size
        self.size = size + size // _SPARE
        self.lanes = Lanes(self.size)
        sure = {q: value for q, value in given.known.items() if q not in given.doubted}
        self.lanes.set_everywhere(scenery.flat(sure))
        self.standing = scenery.standing(scenery.flat(given.known))
        self.stuck = 0

    def scenarios(self) -> Scenarios:
        """So many lanes, all of one weight; those in which some question has no answer that fits do not count."""
        everywhere = self.lanes.everywhere
        open_in = dict.fromkeys(self.varying, everywhere)
        for question, count in self.given.doubted.items():
            if question in open_in:
                open_in[question] = one_in(count, self._source(question, "doubt"), self.size)
                self._put(self._as_given(question), everywhere & ~open_in[question])
        for question in self.varying:
            self._answer(question, open_in[question])
        counting = first(self.wanted, everywhere & ~self.stuck, self.size)
        return Scenarios(self.lanes, ((1, counting),), False, tuple(self.varying))

    def _source(self, question: str, purpose: str) -> random.Random:
        return random.Random(f"{question}/{self.size}/{purpose}")

    def _as_given(self, question: str) -> Masks:
        facts = self.scenery.flat({question: self.given.known[question]})
        return {key: {value: self.lanes.everywhere} for key, value in facts.items()}

    def _put(self, masks: Masks, where: int) -> None:
        """States answers in some lanes, leaving the others as they are."""
        if where == self.lanes.everywhere:
            self.lanes.facts.update(masks)
            return
        for key, by_value in masks.items():
            there = self.lanes.facts.get(key, {})
            values = dict.fromkeys([*there, *by_value])
            self.lanes.facts[key] = {v: (there.get(v, 0) & ~where) | (by_value.get(v, 0) & where) for v in values}

    def _answer(self, question: str, where: int) -> None:
        if self.scenery.may_contradict(question) and self.domain(question).kind != "several":
            self._answer_fitting(question, where)
            return
        self._put(self.scenery.draw(question, self.size), where)
        if self.scenery.may_contradict(question):
            self._answer_again(question, where)

    def domain(self, question: str) -> Domain:
        """The values a question can have."""
        return self.scenery.network.domains[question]

    def _answer_fitting(self, question: str, where: int) -> None:
        """One of the values that fit, each as often; where none fits the lane is contradictory."""
        allowed: dict[Scalar, int] = {}
        for value in self.scenery.values(question):
            self._put({question: {value: where}}, where)
            allowed[value] = where & ~self.scenery.bad(question, self.lanes, self.standing)
        self._put({question: one_of(allowed, self._source(question, "fitting"), self.size)}, where)
        self.stuck |= where & ~union(allowed.values())

    def _answer_again(self, question: str, where: int) -> None:
        """A set of options, drawn again where it does not fit."""
        source = self._source(question, "again")
        left = where & self.scenery.bad(question, self.lanes, self.standing)
        for _ in range(_MOST_TRIES):
            if not left:
                return
            again = drawn(question, self.domain(question), self.scenery.values(question), source, self.size)
            self._put(again, left)
            left &= self.scenery.bad(question, self.lanes, self.standing)
        self.stuck |= left


def first(count: int, mask: int, size: int) -> int:
    """The first so many lanes of a mask; all of it where there are fewer."""
    low, high = 0, size
    while low < high:
        middle = (low + high) // 2
        if (mask & ((1 << middle) - 1)).bit_count() < count:
            low = middle + 1
        else:
            high = middle
    return mask & ((1 << low) - 1)
