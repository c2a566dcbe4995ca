"""Which questions are worth asking for type and phase, and which verdicts asking can still lead to.

A question is worth asking if its answer can change the verdict, whether what was answered with "don't know" stays
unknown or turns out one way or the other. When none is left, the verdict may still be unsettled: then only finding out
what was not known can settle it, not asking.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from engine.analysis.outlook import Cells
from engine.assess.engine import Engine
from engine.book.conditions import fact_of, leaves
from engine.inference.bits import BitEvaluator, Lanes
from engine.inference.facts import Facts
from engine.inference.judged import Judged, types_of
from engine.inference.possible import Completions
from engine.inference.spread import Spread
from engine.model.answers import Value
from engine.model.knowledge import TypeCode
from engine.model.questions import Question

Ways = Mapping[str, Sequence[Facts]]


class Asking:
    """What the questions that can still be asked may do to type and phase."""

    def __init__(self, engine: Engine, known: Mapping[str, Value], askable: Iterable[str]) -> None:
        """``askable``: the questions that have not been asked yet."""
        self.engine = engine
        self.completions = Completions(engine.reading, known)
        self.askable = frozenset(askable)

    @cached_property
    def about_type(self) -> frozenset[str]:
        """The questions still to be asked whose answer can change the verdict on type."""
        return self._deciding(self.engine.reading.of_type, lambda lanes: Judged(self._evaluator, lanes).labels)

    @cached_property
    def about_phase(self) -> frozenset[str]:
        """The questions still to be asked whose answer can change where work stands for a type the verdict shows."""
        return frozenset(question for type_ in self.shown for question in self._about_phase_of(type_))

    @cached_property
    def shown(self) -> tuple[TypeCode, ...]:
        """The types whose phases the verdict shows as the answers are now."""
        lane = Lanes(1)
        lane.set_everywhere(self.completions.facts)
        (label,) = Judged(self._evaluator, lane).labels
        return types_of(label)

    def _about_phase_of(self, type_: TypeCode) -> frozenset[str]:
        ways = self.engine.reading.of_phases(type_)
        return self._deciding(ways, lambda lanes: Judged(self._evaluator, lanes).standings[type_].places)

    @property
    def _evaluator(self) -> BitEvaluator:
        return self.engine.reading.evaluator

    @property
    def settled_type(self) -> bool:
        """Whether only one verdict on type is left, whatever the unknowns turn out to be."""
        return len(self.completions.labels()) == 1

    @property
    def settled_phase(self) -> bool:
        """Whether the type is settled and only one place is left where work can stand for each type it shows."""
        labels = self.completions.labels()
        return len(labels) == 1 and all(len(self.completions.places(t)) == 1 for t in types_of(labels[0]))

    def _deciding(self, ways: Ways, judge: Callable[[Lanes], Cells]) -> frozenset[str]:
        """The questions to be asked that change a verdict: with the "don't know" unknown, or with any value."""
        open_ = {q: options for q, options in ways.items() if q in self.askable}
        spreads = [self.completions.spread(open_), self.completions.spread(ways)]
        return (
            frozenset(q for spread in spreads if spread for q in _changing(spread, judge(spread.lanes))) & self.askable
        )


def _changing(spread: Spread, cells: Cells) -> Iterator[str]:
    return (q for q in spread.ways if any(spread.depends(mask, q) for mask in cells.values()))


def turns_on(question: Question) -> frozenset[str]:
    """The questions that decide whether a question applies."""
    if question.applies_when is None:
        return frozenset()
    return frozenset(fact for _, leaf in leaves(question.applies_when, ()) if (fact := fact_of(leaf)))
