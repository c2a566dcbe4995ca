"""How robust an assessment is to what is unknown: conclusions over the scenarios, and the unknowns that matter."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from engine.analysis.asking import turns_on
from engine.analysis.due import Due
from engine.analysis.outlook import Cells, Outlook
from engine.assess import words
from engine.assess.engine import Engine
from engine.assess.measures import orders_of
from engine.inference.judged import refines, types_of, union
from engine.inference.scenarios import LIVE, Part
from engine.model.answers import Answer
from engine.model.assessment import Assessment
from engine.model.book import Book
from engine.model.knowledge import Measure, TypeCode
from engine.model.questions import Question
from engine.model.robustness import (
    Commonest,
    Extent,
    IfAnswered,
    LabelShare,
    MeasureShare,
    OpenPoint,
    PhaseShares,
    PlaceShare,
    Robustness,
    UnknownState,
)

LEAST_BITS = 0.002
"""Less than this the sample by which questions are ranked cannot tell from nothing."""


def robustness(
    engine: Engine,
    answers: Mapping[str, Answer],
    assessment: Assessment,
    *,
    size: int = LIVE,
    outlook: Outlook | None = None,
) -> Robustness:
    """The share of cases in which the assessment's conclusions hold.

    Args:
        engine: the book.
        answers: what has been answered.
        assessment: what follows from these answers.
        size: how many scenarios to draw where there are more.
        outlook: the scenarios of these answers, where they are there already.
    """
    return _Weighing(engine, answers, assessment, outlook or Outlook(engine, answers, size)).told()


class _Weighing:
    def __init__(self, engine: Engine, answers: Mapping[str, Answer], assessment: Assessment, outlook: Outlook) -> None:
        self.engine = engine
        self.answers = answers
        self.assessment = assessment
        self.outlook = outlook
        self.scenarios = outlook.scenarios

    def told(self) -> Robustness:
        return Robustness.model_construct(
            scenarios=self.scenarios.size,
            exact=self.scenarios.exact,
            error=self.scenarios.error,
            open_questions=len(self.scenarios.open),
            leading=self.assessment.type.leading,
            type_holds=self.scenarios.share(self._same_type),
            places_open=any(phase.low != phase.high for phase in self.assessment.phases),
            doubted=len(self.outlook.given().doubted),
            both_hold=self.scenarios.share(self._as_judged),
            types=self._types(),
            phases=tuple(self._phases(phase.type) for phase in self.assessment.phases),
            measures=self._measures(),
            matters=self._matters(),
        )

    @property
    def _same_type(self) -> int:
        """The lanes whose verdict is the present one, or tells A-1 and A-2 apart where that leaves it open."""
        leading = self.assessment.type.leading
        return union(mask for label, mask in self.outlook.types.items() if refines(label, leading))

    @cached_property
    def _as_judged(self) -> int:
        """The lanes of the same type where work stands, for each type shown, within the range of the verdict."""
        mask = self._same_type
        for phase in self.assessment.phases:
            standing = self.outlook.judged.standings[phase.type]
            if phase.complete:
                mask &= standing.complete
            else:
                within = union(standing.low[n] for n in range(phase.low, phase.high + 1))  # type: ignore[index]
                mask &= within & ~standing.complete
        return mask

    def _types(self) -> tuple[LabelShare, ...]:
        found = ((label, self.scenarios.share(mask)) for label, mask in self.outlook.types.items())
        ordered = sorted(((label, share) for label, share in found if share), key=lambda item: (-item[1], item[0]))
        return tuple(LabelShare.model_construct(label=label, share=share) for label, share in ordered)

    def _phases(self, type_: TypeCode) -> PhaseShares:
        places = self.outlook.judged.standings[type_].places
        found = ((place, self.scenarios.share(mask)) for place, mask in places.items())
        ordered = sorted(((place, share) for place, share in found if share), key=lambda item: (-item[1], item[0]))
        return PhaseShares.model_construct(
            type=type_, places=tuple(PlaceShare.model_construct(place=p, share=s) for p, s in ordered)
        )

    def _measures(self) -> tuple[MeasureShare, ...]:
        due = Due(self.engine, self.outlook.judged)
        possible = {t for label in self.outlook.types for t in types_of(label)}
        found = [
            self._measure(measure, due.recommended(measure.id))
            for measure in self.engine.book.measures.values()
            if measure.type in possible
        ]
        return tuple(sorted((m for m in found if m.share), key=lambda m: (-m.share, m.measure)))

    def _measure(self, measure: Measure, mask: int) -> MeasureShare:
        return MeasureShare.model_construct(
            measure=measure.id, share=self.scenarios.share(mask), extent=self._extent(measure, mask)
        )

    def _extent(self, measure: Measure, mask: int) -> Extent:
        if self.scenarios.count(mask) != self.scenarios.total or not self.scenarios.total:
            return "some"
        return "proved" if self.scenarios.exact or self._surely(measure) else "sampled"

    def _surely(self, measure: Measure) -> bool:
        """Whether bounds prove it: its type is shown whatever happens, and one of its phases cannot be done with.

        A phase cannot be done with while its factor can never be met, or while the measure is known not to be in place.
        """
        if not all(measure.type in types_of(label) for label in self.assessment.type.possible):
            return False
        board = next(phase for phase in self.assessment.board if phase.type == measure.type)
        never_met = any("met" not in f.possible for f in board.factors if f.order in orders_of(measure))
        lacks = self.outlook.judged.truth(f"status:{measure.id}:in_place")[1]
        doubted = bool(self.outlook.given().doubted)
        return not doubted and (never_met or lacks == self.outlook.judged.everywhere)

    def _matters(self) -> tuple[OpenPoint, ...]:
        found = [self._open_point(q) for q in self._open_about_phase()]
        telling = [p for p in found if max(p.type_bits, p.phase_bits) >= LEAST_BITS]
        return in_turn(self.engine.book, sorted(telling, key=lambda p: (-p.type_bits, -p.phase_bits)))

    def _open_about_phase(self) -> Iterable[Question]:
        shown = {phase.type for phase in self.assessment.phases}
        read = set(self.engine.told_about["type"])
        for type_ in shown:
            read |= set(self.engine.reading.of_phases(type_))
        open_ = set(self.scenarios.open) & read
        return (q for q in self.engine.book.ordered_questions if q.id in open_)

    def _open_point(self, question: Question) -> OpenPoint:
        about_type = question.id in self.engine.told_about["type"]
        type_bits = self.outlook.tells("type", question.id) if about_type else 0.0
        cells = self.outlook.types if type_bits >= LEAST_BITS else self._places_about(question.id)
        parts = self.outlook.parts(question.id, "phase")
        return OpenPoint.model_construct(
            question=question.id,
            state=self._state(question.id),
            type_bits=type_bits,
            phase_bits=max(0.0, self.outlook.tells("phase", question.id) - type_bits),
            answers=tuple(self._if(question, part, cells) for part in parts if self.scenarios.count(part.lanes)),
        )

    def _places_about(self, question: str) -> Cells:
        """Where work stands for the types shown whose phases turn on a question, one after the other split."""
        types = [p.type for p in self.assessment.phases if question in self.engine.reading.of_phases(p.type)]
        return self.outlook.by_places({self.assessment.type.leading: self.outlook.judged.everywhere}, types)

    def _state(self, question: str) -> UnknownState:
        if question not in self.answers:
            return "not_asked"
        return "doubted" if self.answers[question].known else "dont_know"

    def _if(self, question: Question, part: Part, cells: Cells) -> IfAnswered:
        cases = self.scenarios.count(part.lanes)
        counts = {cell: self.scenarios.count(part.lanes & mask) for cell, mask in cells.items()}
        cell = max(sorted(counts), key=lambda name: counts[name])
        return IfAnswered.model_construct(
            answer=words.answers_alike(question, part.way.answers),
            cases=cases / self.scenarios.total,
            share=self.scenarios.count(part.lanes & self._as_judged) / cases,
            commonest=Commonest.model_construct(
                label=cell.split(" ")[0], places=self.outlook.places_in(cell), share=counts[cell] / cases
            ),
        )


def in_turn(book: Book, ranked: Sequence[OpenPoint]) -> tuple[OpenPoint, ...]:
    """The same order, but no question before one on which it turns whether it applies."""
    waiting, placed = list(ranked), list[OpenPoint]()
    while waiting:
        open_ = {point.question for point in waiting}
        ready = next(
            (p for p in waiting if not turns_on(book.questions[p.question]) & open_ - {p.question}), waiting[0]
        )
        waiting.remove(ready)
        placed.append(ready)
    return tuple(placed)
