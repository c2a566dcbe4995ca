"""What the unknowns leave open for one set of answers: its scenarios, and what the rules conclude in each."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

from engine.analysis.information import information
from engine.assess.engine import Engine
from engine.inference.bits import Lanes
from engine.inference.judged import Judged, types_of
from engine.inference.scenarios import LIVE, Given, Part, Scenarios
from engine.model.answers import Answer, Unknown, Value
from engine.model.knowledge import TypeCode

Subject = Literal["type", "phase"]
ENOUGH = 1 << 14
"""Scenarios by which questions are ranked: what chance makes of them is taken off, and the order is settled by then."""
LEAST_BITS = 0.002
"""Less than this so many scenarios cannot tell from nothing."""
Cells = dict[str, int]
"""A partition of the scenarios: a name for each cell, and its lanes."""


class Outlook:
    """The scenarios that the answers leave, and what the rules conclude in each of them."""

    def __init__(
        self, engine: Engine, answers: Mapping[str, Answer], size: int = LIVE, questions: Iterable[str] | None = None
    ) -> None:
        """``size``: how many scenarios are drawn where there are more.

        ``questions``: which may vary; by default those that type, phase and measures turn on.
        """
        self.engine = engine
        self.answers = answers
        self.known: dict[str, Value] = {
            q: a.value for q, a in answers.items() if q in engine.book.questions and not isinstance(a.value, Unknown)
        }
        self.scenarios: Scenarios = engine.scenery.scenarios(
            self.given(), size, questions or engine.told_about["measures"]
        )
        self.judged = Judged(engine.reading.evaluator, self.scenarios.lanes)
        self._told: dict[tuple[str, str], float] = {}
        self._parts: dict[tuple[str, str], tuple[Part, ...]] = {}

    def given(self) -> Given:
        """The values, and which of them are in doubt."""
        limits = self.engine.book.thresholds
        doubts = {q: limits.doubt(self.answers[q].confidence) for q in self.known}
        return Given(self.known, {q: n for q, n in doubts.items() if n is not None})

    @cached_property
    def present(self) -> Judged:
        """The verdict of the answers as they stand, the unknowns left unknown: one lane."""
        lane = Lanes(1)
        lane.set_everywhere(self.engine.scenery.flat(self.known))
        return Judged(self.engine.reading.evaluator, lane)

    @cached_property
    def types(self) -> Cells:
        """The scenarios by verdict on type."""
        return self.judged.labels

    @cached_property
    def verdicts(self) -> Cells:
        """The scenarios by verdict on type and by where work stands for each of its types."""
        return {
            name: mask
            for label, lanes in self.types.items()
            for name, mask in self.by_places({label: lanes}, types_of(label)).items()
        }

    def by_places(self, cells: Cells, types: Iterable[TypeCode]) -> Cells:
        """Cells split by where work stands for some types; their names tell it, e.g. ``A-2 A-2:3``."""
        for type_ in types:
            places = self.judged.standings[type_].places.items()
            split = [
                (f"{name} {type_}:{place}", mask & lanes) for name, mask in cells.items() for place, lanes in places
            ]
            cells = {name: mask for name, mask in split if mask}
        return cells

    @staticmethod
    def places_in(cell: str) -> dict[TypeCode, str]:
        """Where work stands for each type, by the name of a cell that ``by_places`` made."""
        return dict(part.split(":") for part in cell.split(" ")[1:])  # type: ignore[return-value]  # named there

    def tells(self, about: Subject, question: str) -> float:
        """What an answer is expected to tell about the type, or about type and phase, in bits."""
        if (about, question) not in self._told:
            cells = self.types if about == "type" else self.verdicts
            self._told[about, question] = self.information(cells, question, about)
        return self._told[about, question]

    def information(self, cells: Cells, question: str, about: str) -> float:
        """What an answer tells about a partition of the scenarios, as far as rules on a subject tell answers apart."""
        return information(self._few, tuple(cells.values()), [part.lanes for part in self.parts(question, about)])

    def parts(self, question: str, about: str) -> tuple[Part, ...]:
        """The ways to answer a question that the rules on a subject tell apart."""
        if (about, question) not in self._parts:
            told = self.engine.told_about[about][question]
            self._parts[about, question] = self.engine.scenery.parts(self.scenarios.lanes, told)
        return self._parts[about, question]

    @cached_property
    def _few(self) -> Scenarios:
        """Enough scenarios to choose by: all of them where these are exact, else the first of the sample."""
        return self.scenarios if self.scenarios.exact else self.scenarios.among((1 << ENOUGH) - 1)
