"""The parts on what was found: each finding with its rules, facts and measures, and the state of every measure."""

from collections.abc import Iterator, Sequence
from typing import get_args

from engine.assess.words import PRIORITY, STANDING, TIMING
from engine.interview.visible import flowing
from engine.model.assessment import Fact
from engine.model.gaps import Covered, GapFinding
from engine.model.rules import GapKind
from engine.model.text import Basis
from engine.report import words
from engine.report.blocks import Block, Bullets, Heading, Line, Paragraph, Source, Table
from engine.report.gaps.labels import COVERAGE, KIND, KIND_NOTE
from engine.report.gaps.phrases import GapPhrases
from engine.report.phrases import ours, source

KINDS: tuple[GapKind, ...] = get_args(GapKind)
_TOGETHER: tuple[GapKind, ...] = ("orphan",)


def findings_part(say: GapPhrases) -> Iterator[Block]:
    """The findings by kind, each with its reasons."""
    yield Heading(2, say.gap("findings"))
    yield Paragraph(Line(say.gap("findings_note") if say.check.findings else say.nothing_found))
    yield Paragraph(Line(say.say(words.LEGEND)))
    for kind in KINDS:
        found = [one for one in say.check.findings if one.kind == kind]
        if found:
            yield Heading(3, say.say(KIND[kind]) + say.bracket(say.gap("count", len(found))))
            yield Paragraph(Line(say.say(KIND_NOTE[kind]), Source(Basis.JUDGEMENT)))
            yield Bullets(tuple(_together(say, found) if kind in _TOGETHER else (finding(say, one) for one in found)))


def _together(say: GapPhrases, found: Sequence[GapFinding]) -> Iterator[Line]:
    """Findings about existing measures alone, those for the same reasons told at once: there may be many."""
    groups: dict[tuple[tuple[str, tuple[Fact, ...]], ...], list[GapFinding]] = {}
    for one in found:
        groups.setdefault(tuple((b.rule, b.facts) for b in one.because), []).append(one)
    for group in groups.values():
        names = [say.existing(existing) for one in group for existing in one.existing]
        told = Line(say.list(names), label=say.gap("existing_n", len(names)))
        for reason in say.reasons(group[0].because):
            open_ = say.bracket(say.gap("to_check")) if group[0].tentative else ""
            yield Line(reason.text + open_, reason.source, (told, *reason.below))


def finding(say: GapPhrases, one: GapFinding) -> Line:
    """A finding with what it rests on: rules and facts, measures concerned, who acts, what is still open."""
    below = (*_about(say, one), *say.reasons(one.because), *who_acts(say, one))
    return Line(flowing(say.say(one.text)) + _stands(say, one), based(say, one), below)


def _stands(say: GapPhrases, one: GapFinding) -> str:
    """Timing and order of a finding, and that it is to be checked."""
    stands = [say.say(TIMING[one.timing])] if one.timing else []
    stands += [say.say(PRIORITY[one.priority])] if one.priority else []
    stands += [say.gap("to_check")] if one.tentative else []
    return say.bracket(say.list(stands)) if stands else ""


def based(say: GapPhrases, one: GapFinding) -> Source:
    """What a finding stands on: its rules' basis, and the sections of the rules, else of the measure."""
    cited = [citation for because in one.because for citation in because.citations]
    item = say.book.measures.get(one.measure or "")
    basis = one.because[0].basis if one.because else Basis.JUDGEMENT
    return source(basis, cited or (item.citations if item else ()))


def _about(say: GapPhrases, one: GapFinding) -> Iterator[Line]:
    if one.tentative:
        yield Line(say.pair(say.gap("turns_on"), say.rests_on(one)))
    if one.existing:
        yield Line(say.pair(say.gap("existing"), say.list(map(say.existing, one.existing))))
    if one.actors:
        yield Line(say.pair(say.gap("absent_actors"), say.list(map(say.actor, one.actors))))
    if one.resources:
        yield Line(say.pair(say.gap("absent_resources"), say.list(map(say.resource, one.resources))))


def who_acts(say: GapPhrases, one: GapFinding) -> Iterator[Line]:
    """Who can act, of what is missing or thin; of a note nobody needs to."""
    item = say.book.measures.get(one.measure or "")
    if item is None or one.kind not in ("missing", "repair", "thin"):
        return
    for actor in item.who_acts:
        who = say.word("who") + say.bracket(say.say(words.WHO[actor.who]))
        yield Line(say.pair(who, say.say(actor.does)), source(actor.basis, item.citations))


def covered_part(say: GapPhrases) -> Iterator[Block]:
    """Every generic measure of the types in question, with what the register and the answers say of it."""
    if not say.check.covered:
        return
    yield Heading(2, say.gap("covered"))
    items = [say.book.measures[one.measure] for one in say.check.covered]
    yield Paragraph(Line(say.word("measures_note"), ours(items)))
    for code in say.check.types:
        group = [one for one in say.check.covered if one.type == code]
        if group:
            yield _table(say, code, group)


def _table(say: GapPhrases, code: str, group: Sequence[Covered]) -> Table:
    header = tuple(
        say.gap(name) for name in ("measure", "phase", "timing", "in_register", "by_answers", "measures_there")
    )
    rows = tuple(_row(say, one) for one in group)
    return Table(header, rows, say.gap("covered_of", say.type(code)), (0.26, 0.1, 0.09, 0.14, 0.11, 0.3))


def _row(say: GapPhrases, one: Covered) -> tuple[str, ...]:
    return (
        say.measure(one.measure),
        say.list(str(say.book.phases[phase].order) for phase in one.phases),
        say.say(TIMING[one.timing]) if one.timing else say.gap("nothing_left"),
        say.say(COVERAGE[one.coverage]),
        say.say(STANDING[one.by_answers]),
        say.list(map(say.existing, one.existing)),
    )
