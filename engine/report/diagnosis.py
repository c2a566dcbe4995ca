"""The first half of a report: what kind of cluster it is, where its work stands, and why."""

from collections.abc import Iterator
from dataclasses import replace

from engine.assess.words import STATUS
from engine.inference.verdict import VIEWPOINTS
from engine.model.assessment import (
    Assessment,
    Contradiction,
    FactorStatus,
    PhaseVerdict,
    Support,
    ViewpointId,
    ViewpointSupport,
)
from engine.report import words
from engine.report.blocks import Bar, Bars, Block, Bullets, Heading, KeyValue, Line, Paragraph, Table
from engine.report.page_words import word as page_word
from engine.report.phrases import Phrases, ours, source
from engine.report.standing import in_a_word, standing

_LEAST_SCALE = 3
"""The scale of the bars: a viewpoint gives 3 points at most, and small totals are not drawn large."""


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
    """The verdict with its support by viewpoint, what else is possible and what would settle it."""
    verdict = assessment.type
    yield Heading(2, say.word("type_part"))
    if verdict.kind == "out_of_scope":
        yield Bullets(say.reasons(verdict.because))
        return
    yield KeyValue(tuple(_verdict_lines(say, assessment)))
    if any(viewpoint.points for support in verdict.support for viewpoint in support.viewpoints):
        yield from _bars(say, verdict.support)
    yield Heading(3, say.word("support"))
    yield Bullets(tuple(_support(say, support) for support in verdict.support))
    if verdict.settled_by:
        yield Heading(3, say.word("settles"))
        yield Bullets(tuple(Line(say.say(one.text)) for one in verdict.settled_by))


def _verdict_lines(say: Phrases, assessment: Assessment) -> Iterator[Line]:
    verdict = assessment.type
    ground = ours(say.book.viewpoints.values())
    settled = say.bracket(in_a_word(say, assessment))
    yield Line(say.label(verdict.leading) + settled, ground, label=say.word("verdict"))
    if verdict.settled:
        yield Line(standing(say, assessment), label=page_word("standing", say.lang))
    if not verdict.settled:
        short = len(verdict.possible) > 3
        labels = [one if short and one not in words.LABEL else say.label(one) for one in verdict.possible]
        yield Line(" / ".join(labels), ground, label=say.word("possible"))


def _bars(say: Phrases, supports: tuple[Support, ...]) -> Iterator[Block]:
    """The points in all, and those of each viewpoint that has any, all on one scale."""
    parts = (_of_viewpoint(say, supports, viewpoint) for viewpoint in VIEWPOINTS)
    drawn = [_totals(say, supports), *(part for part in parts if any(bar.value for bar in part.bars))]
    low, high = min(one.low for one in drawn), max(one.high for one in drawn)
    yield from (replace(one, low=low, high=high) for one in drawn)
    yield Paragraph(Line(say.word("points_note"), ours(say.book.viewpoints.values())))


def _totals(say: Phrases, supports: tuple[Support, ...]) -> Bars:
    bars = tuple(_bar(say, one, one.total) for one in supports)
    return _scaled(say.word("support_total"), bars)


def _of_viewpoint(say: Phrases, supports: tuple[Support, ...], viewpoint: ViewpointId) -> Bars:
    """The points of every type within one viewpoint."""
    title = " ".join(say.say(say.book.viewpoints[viewpoint].title).split())
    given = {one.type: sum(v.points for v in one.viewpoints if v.viewpoint == viewpoint) for one in supports}
    return _scaled(title, tuple(_bar(say, one, given[one.type]) for one in supports))


def _bar(say: Phrases, support: Support, value: int) -> Bar:
    return Bar(say.type(support.type), float(value), f"{value:+d}" if value else "0")


def _scaled(caption: str, bars: tuple[Bar, ...]) -> Bars:
    reach = max(_LEAST_SCALE, *(abs(bar.value) for bar in bars))
    return Bars(caption, bars, -reach if any(bar.value < 0 for bar in bars) else 0, reach)


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
    yield Line(f"{title} {viewpoint.points:+d}" if viewpoint.points else f"{title} 0", ours([item]), below)


def phase_part(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """For each type shown: the key factors in a table, what is met ahead, what comes next."""
    if not assessment.phases:
        return
    yield Heading(2, say.word("phase_part"))
    for phase in assessment.phases:
        yield Heading(3, say.type(phase.type))
        yield _factors(say, phase)
        ground = ours(say.book.phases[factor.phase] for factor in phase.factors)
        ahead = say.list(map(str, phase.ahead))
        lines = [Line(say.word("ahead_text", ahead), ground, label=say.word("ahead"))] if ahead else []
        yield KeyValue((*lines, Line(say.say(phase.next), ground, label=say.word("next"))))


def _factors(say: Phrases, phase: PhaseVerdict) -> Table:
    header = (say.word("phase"), say.word("key_factor"), say.word("status"), say.word("needed_facts"))
    rows = tuple(_factor(say, factor) for factor in phase.factors)
    return Table(header, rows, say.word("factors_of", phase.type), (0.2, 0.34, 0.14, 0.32))


def _factor(say: Phrases, factor: FactorStatus) -> tuple[str, str, str, str]:
    item = say.book.phases[factor.phase]
    return (
        f"{factor.order} {say.say(item.title)}",
        say.say(item.key_factor_title),
        factor_status(say, factor),
        _needed(say, factor),
    )


def factor_status(say: Phrases, factor: FactorStatus) -> str:
    """How far a key factor is met; where that is unknown but cannot be all of it, this is said."""
    short = factor.status == "unknown" and "met" not in factor.possible
    return say.word("short_of_met") if short else say.say(STATUS[factor.status])


def _needed(say: Phrases, factor: FactorStatus) -> str:
    """The facts it needs, by how they stand."""
    parts = []
    for status, name in words.EVIDENCE.items():
        facts = [say.say(one.name) for one in factor.evidence if one.role == "necessary" and one.status == status]
        if facts:
            parts.append(say.pair(say.say(name), say.list(facts)))
    return (" / " if say.lang == "ja" else "; ").join(parts)
