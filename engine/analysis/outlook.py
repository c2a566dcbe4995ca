"""What the unknowns leave open for one set of answers: its scenarios, and what the rules conclude in each."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from engine.assess.engine import Engine
from engine.inference.judged import Judged, types_of
from engine.inference.scenarios import LIVE, Given, Scenarios
from engine.model.answers import Answer, Unknown, Value
from engine.model.knowledge import TypeCode

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

    def given(self) -> Given:
        """The values, and which of them are in doubt."""
        limits = self.engine.book.thresholds
        doubts = {q: limits.doubt(self.answers[q].confidence) for q in self.known}
        return Given(self.known, {q: n for q, n in doubts.items() if n is not None})

    @cached_property
    def types(self) -> Cells:
        """The scenarios by verdict on type."""
        return self.judged.labels

    @cached_property
    def verdicts(self) -> Cells:
        """The scenarios by verdict on type and by where work stands for each of its types."""
        cells = dict(self.types)
        for label in self.types:
            for type_ in types_of(label):
                cells = self._split(cells, label, type_)
        return cells

    def _split(self, cells: Cells, label: str, type_: TypeCode) -> Cells:
        found: Cells = {}
        for name, mask in cells.items():
            if name.split(" ")[0] != label:
                found[name] = mask
                continue
            for place, lanes in self.judged.standings[type_].places.items():
                if both := mask & lanes:
                    found[f"{name} {type_}:{place}"] = both
        return found
