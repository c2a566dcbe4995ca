"""Two consultations side by side: answers, verdicts, measures, and which answers make the difference."""

from collections.abc import Iterable, Mapping

from engine.analysis.comparison_causes import Causes
from engine.assess import assess
from engine.assess.engine import Engine
from engine.model.answers import Answer, Consultation, Unknown, Value
from engine.model.assessment import Assessment, PhaseVerdict, Recommendation
from engine.model.book import Book
from engine.model.comparison import (
    AnswerDifference,
    Cause,
    Comparison,
    DirectionDifference,
    FactorDifference,
    Given,
    MeasureDifference,
    PhaseDifference,
    Placing,
    Side,
    Standing,
    Support,
)
from engine.model.knowledge import TypeCode


def compare(engine: Engine, a: Consultation, b: Consultation) -> Comparison:
    """What differs between two consultations, and why. Answers to questions the book does not have are ignored."""
    one, other = (assess(engine.book, c.answers, c.as_of, engine=engine) for c in (a, b))
    phases, measures = _phases(one, other), _measures(one, other)
    return Comparison(
        knowledge_version=engine.book.version,
        same=one.digest == other.digest,
        a=_side(engine.book, a, one),
        b=_side(engine.book, b, other),
        answers=_answers(engine.book, a.answers, b.answers),
        phases=phases,
        factors=_factors(one, other),
        directions=_directions(one, other),
        cautions_a=_only(one, other),
        cautions_b=_only(other, one),
        measures=measures,
        measures_alike=_alike(one, other),
        causes=tuple(_causes(engine, (_known(engine.book, a), _known(engine.book, b)), (one, other), phases, measures)),
    )


def _known(book: Book, consultation: Consultation) -> dict[str, Value]:
    return {q: value for q, value in consultation.known().items() if q in book.questions}


def _side(book: Book, consultation: Consultation, assessment: Assessment) -> Side:
    given = [answer for question, answer in consultation.answers.items() if question in book.questions]
    verdict = assessment.type
    return Side(
        cluster=consultation.cluster,
        scenario=consultation.scenario,
        as_of=consultation.as_of,
        digest=assessment.digest,
        answered=sum(answer.known for answer in given),
        dont_know=sum(not answer.known for answer in given),
        kind=verdict.kind,
        label=verdict.leading,
        settled=verdict.settled,
        support=tuple(Support(type=s.type, total=s.total) for s in verdict.support),
        risk=assessment.renewal.risk,
    )


def _answers(book: Book, a: Mapping[str, Answer], b: Mapping[str, Answer]) -> tuple[AnswerDifference, ...]:
    """In the order of the interview."""
    pairs = ((q.id, _given(a.get(q.id)), _given(b.get(q.id))) for q in book.ordered_questions)
    return tuple(AnswerDifference(question=q, a=one, b=other) for q, one, other in pairs if one != other)


def _given(answer: Answer | None) -> Given:
    if answer is None:
        return Given(state="not_asked")
    if isinstance(answer.value, Unknown):
        return Given(state="dont_know", confidence=answer.confidence)
    return Given(state="value", value=answer.value, confidence=answer.confidence)


def _phases(one: Assessment, other: Assessment) -> tuple[PhaseDifference, ...]:
    """Of the types in either verdict, whether they differ or not."""
    in_one, in_other = ({phase.type for phase in assessment.phases} for assessment in (one, other))
    return tuple(
        PhaseDifference(type=x.type, a=_standing(x, in_one), b=_standing(y, in_other))
        for x, y in zip(one.board, other.board, strict=True)
        if x.type in in_one | in_other
    )


def _standing(phase: PhaseVerdict, shown: set[TypeCode]) -> Standing:
    return Standing(
        shown=phase.type in shown,
        low=phase.low,
        high=phase.high,
        established=phase.established,
        complete=phase.complete,
    )


def _factors(one: Assessment, other: Assessment) -> tuple[FactorDifference, ...]:
    """Of the types in either verdict."""
    shown = {phase.type for assessment in (one, other) for phase in assessment.phases}
    return tuple(
        FactorDifference(phase=x.phase, a=x.status, b=y.status)
        for of_x, of_y in zip(one.board, other.board, strict=True)
        for x, y in zip(of_x.factors, of_y.factors, strict=True)
        if of_x.type in shown and x.status != y.status
    )


def _directions(one: Assessment, other: Assessment) -> tuple[DirectionDifference, ...]:
    return tuple(
        DirectionDifference(direction=x.direction, a=x.relevance, b=y.relevance)
        for x, y in zip(one.directions, other.directions, strict=True)
        if x.relevance != y.relevance
    )


def _only(one: Assessment, other: Assessment) -> tuple[str, ...]:
    """The cautions of one that the other does not have."""
    there = {note.caution for note in other.cautions}
    return tuple(note.caution for note in one.cautions if note.caution not in there)


def _measures(one: Assessment, other: Assessment) -> tuple[MeasureDifference, ...]:
    """Those in A in its order, then those in B only in theirs."""
    a, b = _placings(one.recommendations), _placings(other.recommendations)
    return tuple(
        MeasureDifference(measure=measure, a=a.get(measure), b=b.get(measure))
        for measure in {**a, **b}
        if a.get(measure) != b.get(measure)
    )


def _alike(one: Assessment, other: Assessment) -> int:
    return len(_placings(one.recommendations).items() & _placings(other.recommendations).items())


def _placings(found: Iterable[Recommendation]) -> dict[str, Placing]:
    return {r.measure: Placing(timing=r.timing, priority=r.priority, status=r.status) for r in found}


def _causes(
    engine: Engine,
    known: tuple[Mapping[str, Value], Mapping[str, Value]],
    sides: tuple[Assessment, Assessment],
    phases: Iterable[PhaseDifference],
    measures: Iterable[MeasureDifference],
) -> Iterable[Cause]:
    """For the type, for each type shown in B the place where work stands, and for each measure that comes or goes."""
    causes = Causes(engine, *known)
    one, other = sides
    if one.type.leading != other.type.leading:
        yield causes.of_type(other.type.leading)
    for phase in phases:
        if phase.b.shown and phase.a.place != phase.b.place:
            yield causes.of_phase(phase.type, phase.b)
    for measure in measures:
        if (measure.a is None) is not (measure.b is None):
            yield causes.of_measure(measure.measure, recommended=measure.b is not None)
