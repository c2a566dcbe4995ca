"""Makes the scenarios that some answers leave open.

In a scenario every open question has one of its answers. The questions take their answers in the order of the
interview, each of those that go with what is known and with the answers before equally often: where answers cannot
contradict each other, every completion weighs alike. An answer given with less than full confidence is open in one
case out of so many (``Thresholds.doubt``). Why not simply count all completions alike: docs/decisions/0014.
"""

import random
from collections.abc import Iterable, Mapping
from functools import cached_property
from math import prod

from engine.inference.bits import Lanes
from engine.inference.consistent import Contradictions
from engine.inference.draws import Masks, drawn
from engine.inference.enumerated import Enumeration
from engine.inference.facts import Facts, Scalar, flatten, presence_key
from engine.inference.network import Network
from engine.inference.possible import Distinctions, Reading, Way
from engine.inference.sampled import Sample
from engine.inference.scenarios import LIVE, Given, Part, Scenarios
from engine.model.answers import Value
from engine.model.rules import Condition


class Scenery:
    """Makes scenarios for one book. What is drawn for an open question is the same at every call, and is kept."""

    def __init__(self, network: Network, reading: Reading) -> None:
        """Nothing is drawn yet."""
        self.network = network
        self.reading = reading
        self._drawn: dict[tuple[str, int], Masks] = {}

    @cached_property
    def read(self) -> tuple[str, ...]:
        """Every question some rule reads, in the order of the interview."""
        return tuple(q.id for q in self.network.book.ordered_questions if q.id in self._leaves)

    def ways(self, question: str) -> tuple[Way, ...]:
        """The ways to answer a question that rules tell apart. Not worked out before needed: some have a thousand."""
        return self.reading.told_apart(question, self._leaves[question])

    def values(self, question: str) -> tuple[Scalar, ...]:
        """The values a question with one answer can have; of a number one in each range that thresholds tell apart."""
        domain = self.network.domains[question]
        return tuple(way.facts[question] for way in self.ways(question)) if domain.kind == "number" else domain.values

    @cached_property
    def _leaves(self) -> dict[str, set[Condition]]:
        return self.reading.leaves([rule.when for rule in self.network.book.rules])

    @cached_property
    def _contradictions(self) -> Contradictions:
        return Contradictions(self.network.book, self.reading)

    def scenarios(self, given: Given, size: int = LIVE, questions: Iterable[str] | None = None) -> Scenarios:
        """All scenarios where there are at most ``size``, else a sample of that size.

        Lanes of different weights are counted one weight after the other, so a lane counts as one for each weight.

        ``questions`` are those whose answers may matter; by default all that any rule reads.
        """
        wanted = set(self.read if questions is None else questions)
        varying = [q for q in self.read if q in wanted and (q not in given.known or q in given.doubted)]
        may_be_few = not given.doubted and len(varying) < size.bit_length()
        if may_be_few and prod(len(self.ways(q)) for q in varying) <= size:
            found = Enumeration(self, varying, given).scenarios()
            if len(found.strata) * found.lanes.size <= size:
                return found
        return Sample(self, varying, given, size).scenarios()

    def flat(self, known: Mapping[str, Value]) -> Facts:
        """Values as the facts that rules read."""
        return flatten(known, {q: self.network.domains[q] for q in self.network.book.questions})

    def parts(self, lanes: Lanes, told: Distinctions) -> tuple[Part, ...]:
        """The ways to answer a question that are told apart, each with its lanes, where there are any."""
        answered = lanes.known(presence_key(told.question, self.network.domains[told.question]))
        found: list[tuple[tuple[bool, ...], int]] = [((), answered)]
        for leaf in told.leaves:
            holds, _ = self.reading.evaluator.condition(leaf, lanes)
            split = [((*p, truth), mask & (holds if truth else ~holds)) for p, mask in found for truth in (True, False)]
            found = [(pattern, mask) for pattern, mask in split if mask]
        return tuple(Part(told.ways[pattern], mask) for pattern, mask in found)

    def draw(self, question: str, size: int) -> Masks:
        """Answers for an open question; kept, unless there are so many that they would fill the memory."""
        if (question, size) in self._drawn:
            return self._drawn[question, size]
        source = random.Random(f"{question}/{size}")
        masks = drawn(question, self.network.domains[question], self.values(question), source, size)
        if size <= 2 * LIVE:
            self._drawn[question, size] = masks
        return masks

    def bad(self, question: str, lanes: Lanes, standing: frozenset[str]) -> int:
        """The lanes in which an answer contradicts what is known there."""
        return self._contradictions.bad(question, lanes, standing)

    def standing(self, known: Facts) -> frozenset[str]:
        """The contradictions that the known answers hold already."""
        lane = Lanes(1)
        lane.set_everywhere(known)
        return self._contradictions.standing(lane)

    def may_contradict(self, question: str) -> bool:
        """Whether any contradiction turns on this question."""
        return self._contradictions.concerns(question)
