"""Puts the assessment together: every part of it from one evaluation."""

from collections.abc import Mapping
from datetime import date

from engine.assess import advice, words
from engine.assess.contradictions import contradictions
from engine.assess.digest import digest
from engine.assess.engine import Engine
from engine.assess.measures import possible_measures, recommendations
from engine.assess.near_cases import near_cases
from engine.assess.renewal import renewal
from engine.assess.verdicts import phase_verdicts, shown, type_verdict
from engine.inference.evaluate import Outcome
from engine.inference.possible import Completions
from engine.model.answers import Answer, Unknown
from engine.model.assessment import Assessment, PhaseVerdict, TypeVerdict
from engine.model.book import Book
from engine.model.text import LocalizedText


def assessed(engine: Engine, answers: Mapping[str, Answer], as_of: date) -> Assessment:
    """As ``engine.assess.assess`` says."""
    book = engine.book
    given = {q: a for q, a in answers.items() if q in book.questions}
    known = {q: a.value for q, a in given.items() if not isinstance(a.value, Unknown)}
    outcome = engine.evaluate(known)
    completions = Completions(engine.reading, known)
    type_ = type_verdict(engine, outcome, completions)
    board = phase_verdicts(engine, outcome, completions)
    phases = shown(board, outcome)
    near = near_cases(engine, outcome, known)
    return Assessment.model_construct(
        digest=digest(book.version, given, as_of),
        knowledge_version=book.version,
        evaluator=outcome.evaluator,
        as_of=as_of,
        first_line=first_line(book, outcome, type_, phases),
        contradictions=contradictions(engine, outcome, given),
        type=type_,
        phases=phases,
        board=board,
        renewal=renewal(engine, outcome),
        recommendations=recommendations(engine, outcome, phases, near),
        possible_measures=tuple(sorted(possible_measures(engine, outcome, board, type_.possible))),
        directions=advice.directions(engine, outcome),
        location=advice.location(engine, outcome),
        cases=near,
        cautions=advice.cautions(engine, outcome),
        unanswered=advice.unanswered(engine, outcome, given, type_),
    )


def first_line(book: Book, outcome: Outcome, type_: TypeVerdict, phases: tuple[PhaseVerdict, ...]) -> LocalizedText:
    """The verdict in one sentence, or why there is none."""
    if type_.kind == "out_of_scope":
        outside = outcome.conclusions.truth("scope:outside_study")
        return words.first_line_outside() if outside else words.first_line_no_industry()
    if type_.kind == "undetermined":
        return words.first_line_undetermined(_level(book, type_))
    types = words.join((words.named(t, book.types[t].title) for t in type_.types), ja="と", en=" and ")
    named = [phase for phase in phases if phase.type in type_.types] or phases
    standing = words.join((_standing(book, phase) for phase in named), ja="。", en="; ")
    return words.first_line(types, standing, type_.kind, type_.settled)


def _level(book: Book, type_: TypeVerdict) -> bool:
    """Whether both A and B reach the threshold and neither leads."""
    totals = {s.type: s.total for s in type_.support}
    return min(totals["A"], totals["B"]) >= book.thresholds.type_support


def _standing(book: Book, phase: PhaseVerdict) -> LocalizedText:
    def name(order: int) -> LocalizedText:
        title = book.phases[f"PH.{phase.type}.{order}"].title
        return words.text(f"{order}「{title.ja}」", f"{order} '{title.en}'")

    single = phase.low == phase.high
    standing = words.standing(phase.type, name(phase.low), name(phase.high), single, phase.complete)
    if not single and len(numbers := [int(p) for p in phase.possible if p != "complete"]) < phase.high - phase.low + 1:
        standing = words.standing_among(phase.type, [name(n) for n in numbers], complete="complete" in phase.possible)
    if single:
        return words.ahead(standing, phase.ahead) if phase.ahead else standing
    unknown = tuple(f.order for f in phase.factors if f.status == "unknown")
    return words.reached(standing, phase.established, unknown)
