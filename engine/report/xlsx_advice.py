"""The sheets on what to do: road map, gaps, directions of the state, requirements of location, logic models."""

from collections.abc import Iterable, Iterator

from engine.assess.words import PRIORITY, STANDING, TIMING
from engine.model.appendix import LogicModel
from engine.model.assessment import Assessment, DirectionAdvice, Evidence, LocationFit, PhaseVerdict, Recommendation
from engine.model.knowledge import NationalScheme, Resource
from engine.model.text import Basis, Citation, Statement
from engine.report import words
from engine.report.blocks import Line
from engine.report.format_words import word
from engine.report.logic_model import MEASURED, STAGES, TO_FILL
from engine.report.page_words import word as page_word
from engine.report.phrases import Phrases
from engine.report.reservations import reservation
from engine.report.xlsx_diagnosis import columns, ground
from engine.report.xlsx_sheet import Cell, Column, Sheet, joined, ticked

Rows = Iterator[tuple[Cell, ...]]


def road_map(say: Phrases, assessment: Assessment) -> Sheet:
    """The recommended measures by timing, actor and resource."""
    told = (
        *columns(say, ("order", 8), ("timing", 8), ("measure", 26), ("type", 6), ("phases", 8), ("status", 10)),
        *(Column(say.say(name), 8) for name in words.WHO.values()),
        *(Column(say.say(words.RESOURCE[resource]), 8) for resource in Resource),
        *columns(say, ("serves", 34), ("basis", 11), ("sections", 10)),
    )
    found = assessment.recommendations
    first = frozenset(n for n, one in enumerate(found) if one.priority == "first")
    notes = (say.word("measures_note"), word("who_note", say.lang))
    rows = tuple(_measure(say, one) for one in found)
    return Sheet(word("road_map", say.lang), word("road_map_title", say.lang), told, rows, notes, first)


def _measure(say: Phrases, one: Recommendation) -> tuple[Cell, ...]:
    item = say.book.measures[one.measure]
    who = {actor.who for actor in item.who_acts}
    return (
        say.say(PRIORITY[one.priority]),
        say.say(TIMING[one.timing]),
        say.say(item.title),
        one.type,
        say.list(str(say.book.phases[phase].order) for phase in one.phases),
        say.say(STANDING[one.status]),
        *(ticked(name in who) for name in words.WHO),
        *(ticked(resource in item.resources) for resource in Resource),
        say.list(map(say.factor_fact, one.serves)),
        *_based(say, item.basis, item.citations),
    )


def details(say: Phrases, assessment: Assessment) -> Sheet:
    """What each recommended measure is, who does what, why, how a case did it, what to mind: a statement a row."""
    told = columns(
        say, ("measure", 26), ("type", 6), ("order", 8), ("kind", 14), ("content", 90), ("basis", 11), ("sections", 10)
    )
    rows = tuple(row for one in assessment.recommendations for row in _statements(say, one))
    return Sheet(word("details", say.lang), page_word("annex_measures", say.lang), told, rows)


def _statements(say: Phrases, one: Recommendation) -> Rows:
    item = say.book.measures[one.measure]
    about = (say.say(item.title), one.type, say.say(PRIORITY[one.priority]))
    yield (*about, word("content", say.lang), say.say(item.summary), *_based(say, item.basis, item.citations))
    for actor in item.who_acts:
        told = say.pair(say.say(words.WHO[actor.who]), say.say(actor.does))
        yield (*about, say.word("who"), told, *_based(say, actor.basis, item.citations))
    yield (*about, say.word("why"), say.say(one.how), *_based(say, Basis.JUDGEMENT, item.citations))
    for precedent in one.precedents:
        case = " ".join(say.say(say.book.cases[precedent.case].title).split())
        basis = precedent.citations[0].basis if precedent.citations else None
        told = say.pair(case, say.say(precedent.text))
        yield (*about, say.word("precedent"), told, *_based(say, basis, precedent.citations))
    for scheme in item.schemes:
        yield (*about, say.word("scheme"), _scheme(say, scheme), *_based(say, Basis.STATED, scheme.citations))
    for caution in one.cautions:
        fact = reservation(say, caution)
        for line in (fact, *fact.below):
            yield (*about, say.word("caution"), line.text, *_marked(say, line))


def _based(say: Phrases, basis: Basis | None, citations: Iterable[Citation]) -> tuple[str, str]:
    """Basis and sections."""
    return say.say(words.BASIS[basis]) if basis else "", say.list(dict.fromkeys(c.section for c in citations))


def _marked(say: Phrases, line: Line) -> tuple[str, str]:
    """Basis and sections of a line of the report."""
    basis = line.source.basis if line.source else None
    return say.say(words.BASIS[basis]) if basis else "", say.list(line.source.sections if line.source else ())


def _scheme(say: Phrases, scheme: NationalScheme) -> str:
    return say.say(scheme.name) + say.bracket(say.word("as_of_scheme"))


def gaps(say: Phrases, assessment: Assessment) -> Sheet:
    """The facts of the key factors that are missing or unknown, with the measures that work towards them."""
    told = columns(
        say,
        *(("type", 18), ("phase_number", 8), ("phase", 16), ("fact", 26), ("role", 8), ("fact_status", 8)),
        *(("measures", 46), ("to_ask", 46)),
    )
    rows = tuple(row for verdict in assessment.phases for row in _missing(say, assessment, verdict))
    return Sheet(word("gaps", say.lang), word("gaps_title", say.lang), told, rows, (word("gaps_note", say.lang),))


def _missing(say: Phrases, assessment: Assessment, verdict: PhaseVerdict) -> Rows:
    for factor in verdict.factors:
        for one in factor.evidence:
            if one.status != "yes":
                phase = say.say(say.book.phases[factor.phase].title)
                about = (say.type(verdict.type), factor.order, phase)
                yield (*about, *_gap(say, assessment, f"{factor.phase}:{one.fact}", one))


def _gap(say: Phrases, assessment: Assessment, served: str, one: Evidence) -> tuple[Cell, ...]:
    serving = [found for found in assessment.recommendations if served in found.serves]
    told = [
        say.say(say.book.measures[found.measure].title)
        + say.bracket(say.list((say.say(TIMING[found.timing]), say.say(STANDING[found.status]))))
        for found in serving
    ]
    return (
        say.say(one.name),
        say.say(words.ROLE[one.role]),
        say.say(words.EVIDENCE[one.status]),
        joined(told) or word("no_measure", say.lang),
        joined([say.question(question) for question in one.questions]),
    )


def directions(say: Phrases, assessment: Assessment) -> Sheet:
    """The five directions of the state: what each means here, what the region can do, what to ask."""
    told = columns(
        say, ("number", 6), ("direction", 30), ("relevance", 18), ("kind", 18), ("content", 76), ("basis", 11),
        ("sections", 10),
    )  # fmt: skip
    rows = tuple(row for n, one in enumerate(assessment.directions, 1) for row in _direction(say, n, one))
    notes = (say.word("directions_note"),)
    return Sheet(word("directions", say.lang), word("directions_title", say.lang), told, rows, notes)


def _direction(say: Phrases, number: int, one: DirectionAdvice) -> Rows:
    item = say.book.national_directions[one.direction]
    title = say.say(item.title) + say.bracket(say.word("hypothesis"))
    about = (number, title, say.say(words.RELEVANCE[one.relevance]))
    for because in one.because:
        text = say.say(because.text) + ("" if because.holds else say.bracket(say.word("refuted")))
        yield (*about, say.word("why"), text, *ground(say, because))
    for name, statements in (("homework", item.homework), ("ask_state", item.ask_state)):
        for statement in statements:
            yield (*about, say.word(name), *_stated(say, statement))
    for scheme in item.schemes:
        yield (*about, say.word("scheme"), _scheme(say, scheme), *_based(say, Basis.STATED, scheme.citations))


def _stated(say: Phrases, statement: Statement) -> tuple[Cell, ...]:
    mark = say.bracket(say.word("hypothesis")) if statement.hypothesis else ""
    return (say.say(statement.text) + mark, *_based(say, statement.basis, statement.citations))


def location(say: Phrases, assessment: Assessment) -> Sheet:
    """Every requirement of location of the seven industries, held against the answers."""
    told = columns(
        say, ("industry", 18), ("targeted", 8), ("aspect", 10), ("requirement", 72), ("requirement_status", 14),
        ("basis", 11), ("sections", 10),
    )  # fmt: skip
    rows = tuple(row for fit in assessment.location for row in _requirements(say, fit))
    notes = (say.word("location_note"),)
    return Sheet(word("location", say.lang), word("location_title", say.lang), told, rows, notes)


def _requirements(say: Phrases, fit: LocationFit) -> Rows:
    item = say.book.industries[fit.industry]
    texts = {requirement.id: requirement for requirement in item.requirements}
    for check in fit.requirements:
        told = texts[check.requirement]
        text, basis, sections = _stated(say, told)
        aimed = word("yes", say.lang) if fit.targeted else ""
        status = say.say(words.REQUIREMENT[check.status])
        yield (say.say(item.title), aimed, word(f"aspect_{told.aspect}", say.lang), text, status, basis, sections)


def logic_models(say: Phrases, assessment: Assessment) -> Sheet:
    """The drafts of logic models, a statement or an indicator a row; none where no measure has one."""
    told = columns(
        say, ("measure", 24), ("type", 6), ("stage", 16), ("draft", 48), ("indicator", 34), ("unit", 12),
        ("figures_from", 30),
    )  # fmt: skip
    told = (*told, *(Column(page_word(name, say.lang), 10) for name in TO_FILL))
    drafts = say.book.logic_models
    found = dict.fromkeys(one.measure for one in assessment.recommendations if one.measure in drafts)
    rows = tuple(row for measure in found for row in _model(say, measure, drafts[measure]))
    notes = (page_word("logic_draft", say.lang),)
    return Sheet(word("logic", say.lang), page_word("annex_logic", say.lang), told, rows, notes)


def _model(say: Phrases, measure: str, model: LogicModel) -> Rows:
    item = say.book.measures[measure]
    blank = ("",) * len(TO_FILL)
    for stage in STAGES:
        about = (say.say(item.title), item.type, page_word(stage, say.lang))
        for text in getattr(model, stage):
            yield (*about, say.say(text), "", "", "", *blank)
        for one in model.indicators_of(MEASURED[stage]) if stage in MEASURED else ():
            yield (*about, "", say.say(one.name), say.say(one.unit), say.say(one.source), *blank)
