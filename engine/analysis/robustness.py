"""How robust an assessment is to what is unknown: conclusions over the scenarios, and the unknowns that matter."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from engine.analysis.asking import turns_on
from engine.analysis.due import Due
from engine.analysis.outlook import LEAST_BITS, Cells, Outlook
from engine.assess import words
from engine.assess.engine import Engine
from engine.assess.measures import orders_of
from engine.inference.judged import refines, types_of, union
from engine.inference.scenarios import LIVE, Part, Scenarios
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
    Sureness,
    UnknownState,
)


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
    return _Weighing(engine, answers, assessment, outlook or Outlook(engine, answers, size)).robustness()


def sureness(outlook: Outlook) -> Sureness:
    """The shares alone, of the verdict on the same answers: quick enough for while somebody waits."""
    scenarios, verdict = outlook.scenarios, _Verdict(outlook)
    return Sureness.model_construct(
        scenarios=scenarios.size,
        exact=scenarios.exact,
        error=scenarios.error,
        open_questions=len(scenarios.open),
        doubted=len(outlook.given().doubted),
        leading=verdict.leading,
        type_holds=scenarios.share(verdict.same_type),
        both_hold=scenarios.share(verdict.same),
        places_open=verdict.places_open,
        types=tuple(
            LabelShare.model_construct(label=label, share=share) for label, share in _ranked(scenarios, outlook.types)
        ),
        phases=tuple(_phases(outlook, type_) for type_ in verdict.types),
    )


def _phases(outlook: Outlook, type_: TypeCode) -> PhaseShares:
    ranked = _ranked(outlook.scenarios, outlook.judged.standings[type_].places)
    places = tuple(PlaceShare.model_construct(place=place, share=share) for place, share in ranked)
    return PhaseShares.model_construct(type=type_, places=places)


def _ranked(scenarios: Scenarios, cells: Cells) -> list[tuple[str, float]]:
    """The cells with their shares, the most frequent first, those without a case left out."""
    found = ((name, scenarios.share(mask)) for name, mask in cells.items())
    return sorted(((name, share) for name, share in found if share), key=lambda item: (-item[1], item[0]))


class _Verdict:
    """The verdict of the answers as they stand, and the scenarios in which it holds."""

    def __init__(self, outlook: Outlook) -> None:
        self.outlook = outlook
        (self.leading,) = outlook.present.labels
        self.types = types_of(self.leading)

    @property
    def places_open(self) -> bool:
        """Whether where work stands is a range for some type."""
        return any("-" in place for place in self._places.values())

    @cached_property
    def _places(self) -> dict[TypeCode, str]:
        """Where work stands for each type shown: ``2``, ``1-3``, ``complete``."""
        return {type_: next(iter(self.outlook.present.standings[type_].places)) for type_ in self.types}

    @cached_property
    def same_type(self) -> int:
        """The lanes whose verdict is the present one, or tells A-1 and A-2 apart where that leaves it open."""
        return union(mask for label, mask in self.outlook.types.items() if refines(label, self.leading))

    @cached_property
    def same(self) -> int:
        """Of these the lanes where work stands, for each type shown, within the range of the verdict."""
        mask = self.same_type
        for type_, place in self._places.items():
            standing = self.outlook.judged.standings[type_]
            if place == "complete":
                mask &= standing.complete
            else:
                low, high = int(place[0]), int(place[-1])
                mask &= union(lanes for n, lanes in standing.low.items() if low <= n <= high) & ~standing.complete
        return mask


class _Weighing:
    def __init__(self, engine: Engine, answers: Mapping[str, Answer], assessment: Assessment, outlook: Outlook) -> None:
        self.engine = engine
        self.answers = answers
        self.assessment = assessment
        self.outlook = outlook
        self.scenarios = outlook.scenarios
        self.verdict = _Verdict(outlook)

    def robustness(self) -> Robustness:
        sure = sureness(self.outlook)
        seen = {one.label for one in sure.types}
        return Robustness.model_construct(
            **dict(sure),
            unseen=tuple(label for label in self.assessment.type.possible if label not in seen),
            measures=self._measures(),
            matters=self._matters(),
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

        A phase cannot be done with while its factor can never be met, or while the answers themselves say that the
        measure is not in place. What no sampled scenario shows is no proof.
        """
        if not all(measure.type in types_of(label) for label in self.assessment.type.possible):
            return False
        board = next(phase for phase in self.assessment.board if phase.type == measure.type)
        never_met = any("met" not in f.possible for f in board.factors if f.order in orders_of(measure))
        lacks = bool(self.outlook.present.truth(f"status:{measure.id}:in_place")[1])
        return not self.outlook.given().doubted and (never_met or lacks)

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
        about_phase = any(question.id in self.engine.reading.of_phases(p.type) for p in self.assessment.phases)
        both_bits = self.outlook.tells("phase", question.id) if about_phase else 0.0
        parts = self.outlook.parts(question.id, "phase")
        return OpenPoint.model_construct(
            question=question.id,
            state=self._state(question.id),
            type_bits=type_bits,
            phase_bits=max(0.0, both_bits - type_bits),
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
            share=self.scenarios.count(part.lanes & self.verdict.same) / cases,
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
