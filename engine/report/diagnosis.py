"""The first half of a report: what kind of cluster it is, where its work stands, and why."""

from collections.abc import Iterator

from engine.assess.words import STATUS
from engine.interview.visible import visible
from engine.model.assessment import (
    Assessment,
    Contradiction,
    Evidence,
    FactorStatus,
    PhaseVerdict,
    Support,
    ViewpointSupport,
)
from engine.model.text import Basis
from engine.report import words
from engine.report.blocks import Block, Bullets, Heading, KeyValue, Line, Paragraph, Source, Table
from engine.report.dates import in_words
from engine.report.phrases import Phrases, ours, source

_MARK = {"yes": "#", "no": "-", "unknown": "?"}


def opening(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """The name of the cluster, the date, and the verdict in one sentence."""
    cluster = say.consultation.cluster
    english = say.lang == "en"
    name = visible((english and cluster.name_en) or cluster.name)
    scenario = visible(say.consultation.scenario)
    industry = visible((english and cluster.industry_en) or cluster.industry)
    yield Heading(1, say.pair(say.word("title"), name))
    yield KeyValue(
        (
            *((Line(scenario, label=say.word("scenario")),) if scenario else ()),
            *((Line(industry, label=say.word("industry")),) if industry else ()),
            Line(in_words(assessment.as_of, say.lang), label=say.word("date")),
        )
    )
    yield Paragraph(Line(say.say(assessment.first_line), _judged(say, assessment)))
    yield Paragraph(Line(say.say(words.LEGEND)))


def _judged(say: Phrases, assessment: Assessment) -> Source:
    """What the verdict judges: the viewpoints and the phases; outside the scope, what puts it there."""
    if assessment.type.kind == "out_of_scope":
        return source(Basis.JUDGEMENT, (c for because in assessment.type.because for c in because.citations))
    factors = (factor.phase for phase in assessment.phases for factor in phase.factors)
    return ours([*say.book.viewpoints.values(), *(say.book.phases[phase] for phase in factors)])


def contradictions_part(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """The answers that do not go together, before the verdict that stands on them."""
    if assessment.contradictions:
        yield Heading(2, say.word("contradictions"))
        yield Paragraph(Line(say.word("contradictions_note")))
        yield Bullets(tuple(_contradiction(say, one) for one in assessment.contradictions))


def _contradiction(say: Phrases, one: Contradiction) -> Line:
    answers = tuple(Line(say.given(answer)) for answer in one.answers)
    way_out = Line(say.pair(say.word("way_out"), say.say(one.way_out)))
    told = one.because[0]
    return Line(say.say(one.text), source(told.basis, told.citations), (*answers, way_out))


def type_part(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """The board, the verdict with its support by viewpoint, what else is possible and what would settle it."""
    verdict = assessment.type
    yield Heading(2, say.word("type"))
    if verdict.kind == "out_of_scope":
        yield Bullets(say.reasons(verdict.because))
        return
    yield _board(say, assessment)
    yield Paragraph(Line(say.word("board_key")))
    yield KeyValue(tuple(_verdict_lines(say, assessment)))
    yield Heading(3, say.word("support"))
    yield Bullets(tuple(_support(say, support) for support in verdict.support))
    if verdict.settled_by:
        yield Heading(3, say.word("settles"))
        yield Bullets(tuple(Line(say.say(one.text)) for one in verdict.settled_by))


def _verdict_lines(say: Phrases, assessment: Assessment) -> Iterator[Line]:
    verdict = assessment.type
    ground = ours(say.book.viewpoints.values())
    standing = say.bracket(say.word("settled" if verdict.settled else "open"))
    yield Line(say.label(verdict.leading) + standing, ground, label=say.word("verdict"))
    if not verdict.settled:
        short = len(verdict.possible) > 3
        labels = [one if short and one not in words.LABEL else say.label(one) for one in verdict.possible]
        yield Line(" / ".join(labels), ground, label=say.word("possible"))


def _board(say: Phrases, assessment: Assessment) -> Table:
    shown = {phase.type for phase in assessment.phases}
    header = (say.word("type"), *(say.word("phase_n", n) for n in (1, 2, 3)))
    return Table(header, tuple(_row(say, phase, phase.type in shown) for phase in assessment.board))


def _row(say: Phrases, phase: PhaseVerdict, shown: bool) -> tuple[str, ...]:
    here = {int(one) for one in phase.possible if one.isdigit()} if shown else set()
    return (say.type(phase.type), *(_cell(say, factor, factor.order in here) for factor in phase.factors))


def _cell(say: Phrases, factor: FactorStatus, here: bool) -> str:
    marks = "".join(_MARK[e.status] for e in factor.evidence if e.role == "necessary")
    return f"{'> ' if here else ''}{say.say(say.book.phases[factor.phase].title)} [{marks}]"


def _support(say: Phrases, support: Support) -> Line:
    pulls = tuple(line for viewpoint in support.viewpoints for line in _viewpoint(say, viewpoint))
    total = say.bracket(say.word("points", f"{support.total:+d}" if support.total else "0"))
    return Line(say.type(support.type) + total, below=pulls or (Line(say.word("none_for")),))


def _viewpoint(say: Phrases, viewpoint: ViewpointSupport) -> Iterator[Line]:
    if not viewpoint.for_ and not viewpoint.against:
        return
    item = say.book.viewpoints[viewpoint.viewpoint]
    title = " ".join(say.say(item.title).split())
    pulls = [("for", viewpoint.for_), ("against", viewpoint.against)]
    below = tuple(
        Line(say.pair(say.word(name), line.text), line.source, line.below)
        for name, reasons in pulls
        for line in say.reasons(reasons)
    )
    yield Line(f"{title} {viewpoint.points:+d}", ours([item]), below)


def phase_part(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """For each type shown: the key factors with their evidence, what is met ahead, what comes next."""
    if not assessment.phases:
        return
    yield Heading(2, say.word("phase"))
    for phase in assessment.phases:
        yield Heading(3, say.type(phase.type))
        yield Bullets(tuple(_factor(say, factor) for factor in phase.factors))
        ground = ours(say.book.phases[factor.phase] for factor in phase.factors)
        ahead = say.list(map(str, phase.ahead))
        lines = [Line(say.word("ahead_text", ahead), ground, label=say.word("ahead"))] if ahead else []
        yield KeyValue((*lines, Line(say.say(phase.next), ground, label=say.word("next"))))


def _factor(say: Phrases, factor: FactorStatus) -> Line:
    item = say.book.phases[factor.phase]
    quoted = f"「{item.title.ja}」" if say.lang == "ja" else f" '{item.title.en}'"
    name = say.word("phase_n", factor.order) + quoted
    short = factor.status == "unknown" and "met" not in factor.possible
    status = say.word("short_of_met") if short else say.say(STATUS[factor.status])
    text = say.pair(name, f"{status} - {say.pair(say.word('key_factor'), say.say(item.key_factor_title))}")
    key = item.key_factor
    return Line(text, source(key.basis, key.citations), tuple(_evidence(say, one) for one in factor.evidence))


def _evidence(say: Phrases, evidence: Evidence) -> Line:
    stands = f"{say.say(words.ROLE[evidence.role])}, {say.say(words.EVIDENCE[evidence.status])}"
    if say.lang == "ja":
        stands = stands.replace(", ", "・")
    ask = tuple(Line(say.pair(say.word("to_ask"), say.question(q))) for q in evidence.questions)
    facts = tuple(Line(say.fact(fact)) for because in evidence.because for fact in because.facts)
    told = evidence.because[0] if evidence.because else None
    stated = source(told.basis, told.citations) if told else None
    return Line(say.say(evidence.name) + say.bracket(stands), stated, facts or ask)
