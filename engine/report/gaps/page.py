"""The one-page summary for a head of department: verdict, register, main gaps, further findings, directions, limits."""

from collections.abc import Iterator

from engine.assess.words import PRIORITY
from engine.interview.visible import flowing
from engine.model.assessment import Assessment, Priority
from engine.model.gaps import DirectionCheck, GapFinding
from engine.model.rules import GapKind
from engine.report import words
from engine.report.blocks import Block, Bullets, Heading, KeyValue, Line, Paragraph, Table
from engine.report.first_page import judged
from engine.report.gaps.labels import KIND
from engine.report.gaps.phrases import GapPhrases
from engine.report.gaps.pictures import heat_maps, shortened
from engine.report.page_words import word as page_word
from engine.report.standing import standing

MOST_GAPS = 5
"""Gaps named; fewer where more than one type takes room."""
MOST_NAMED = 2
MOST_QUESTIONS = 5
_CROWDED = 3
"""With so many types their phases fill the page."""
_FIRST: tuple[GapKind, ...] = ("missing", "repair")
_FURTHER: tuple[GapKind, ...] = ("unconfirmed", "thin", "differs", "unlisted", "doubled")
_NOTES: tuple[GapKind, ...] = ("readiness", "ahead", "orphan")
_ORDER: tuple[Priority | None, ...] = ("first", "next", "then", None)


def first_page(say: GapPhrases, assessment: Assessment) -> Iterator[Block]:
    """All of it but the head."""
    yield Paragraph(Line(say.say(say.check.first_line), judged(say, assessment)))
    yield from _result(say, assessment) if say.check.types else _no_result(say, assessment)
    if say.check.directions:
        yield Heading(3, say.gap("directions"))
        yield _directions(say)
    yield from (shortened(say, one) for one in heat_maps(say, "phase_resource"))
    yield Heading(3, say.gap("limits"))
    yield Paragraph(Line(say.gap("limits_text")))


def _result(say: GapPhrases, assessment: Assessment) -> Iterator[Block]:
    yield KeyValue(tuple(_verdict(say, assessment)))
    yield Heading(3, say.gap("first_gaps"))
    yield from _gaps(say)
    yield Heading(3, say.gap("other"))
    yield from _others(say)


def _no_result(say: GapPhrases, assessment: Assessment) -> Iterator[Block]:
    """Where no type is judged: why, and the questions whose answers would settle it."""
    yield KeyValue((Line(say.say(assessment.first_line), label=say.gap("verdict")),))
    asked = assessment.type.settled_by[:MOST_QUESTIONS]
    if asked:
        yield Heading(3, say.gap("to_settle"))
        yield Bullets(tuple(Line(say.say(one.text)) for one in asked))


def _verdict(say: GapPhrases, assessment: Assessment) -> Iterator[Line]:
    """The verdict of the assessment, and how far it is settled."""
    yield Line(say.say(assessment.first_line), label=say.gap("verdict"))
    yield Line(standing(say, assessment), label=page_word("standing", say.lang))


def main_gaps(say: GapPhrases) -> list[GapFinding]:
    """What is missing and what is to be made up for, what is to be begun first before the rest."""
    found = [one for one in say.check.findings if one.kind in _FIRST]
    return sorted(found, key=lambda one: _ORDER.index(one.priority))


def _gaps(say: GapPhrases) -> Iterator[Block]:
    found = main_gaps(say)
    if not found:
        yield Paragraph(Line(say.gap("no_gaps")))
        return
    header = tuple(say.gap(name) for name in ("gap", "why", "who", "section"))
    most = MOST_GAPS - max(len(say.check.types) - 1, 0)
    yield Table(header, tuple(_gap(say, one) for one in found[:most]), shares=(0.24, 0.26, 0.42, 0.08))
    if len(found) > most:
        yield Paragraph(Line(say.gap("more_gaps", len(found) - most)))


def _gap(say: GapPhrases, one: GapFinding) -> tuple[str, str, str, str]:
    item = say.book.measures.get(one.measure or "")
    stands = [one.type or "", say.say(KIND[one.kind])]
    stands += [say.say(PRIORITY[one.priority])] if one.priority else []
    stands += [say.gap("to_check")] if one.tentative else []
    sections = dict.fromkeys(c.section for c in (item.citations if item else ()))
    name = say.measure(one.measure or "") + say.bracket(say.list(part for part in stands if part))
    return name, why(say, one), who(say, one), say.list(sections)


def why(say: GapPhrases, one: GapFinding) -> str:
    """Why a measure is needed, in a sentence: the fact of a key factor it works towards, else its phase."""
    facts = {f"{f.phase}:{e.fact}": e.status for f in say.factors for e in f.evidence}
    served = [name for name in say.serves(one.measure or "") if facts.get(name, "yes") != "yes"]
    if served:
        best = min(served, key=lambda name: facts[name] != "no")
        return say.gap("serves", fact=say.factor_fact(best), status=say.say(words.EVIDENCE[facts[best]]))
    if one.phase in say.book.phases:
        return say.gap("kind_of_phase", phase=say.phase(one.phase or ""))
    return say.say(one.because[0].text) if one.because else flowing(say.say(one.text))


def who(say: GapPhrases, one: GapFinding) -> str:
    """Who acts on a measure: the municipality with what it does first, and the others by name where there is room."""
    item = say.book.measures.get(one.measure or "")
    if item is None:
        return ""
    acts = next((actor for actor in item.who_acts if actor.who == "city"), item.who_acts[0])
    roomy = len(say.check.types) < _CROWDED
    others = dict.fromkeys(actor.who for actor in item.who_acts if roomy and actor.who != acts.who)
    told = say.pair(say.say(words.WHO[acts.who]), say.say(acts.does))
    return told + (
        say.bracket(say.gap("also", say.list(say.say(words.WHO[name]) for name in others))) if others else ""
    )


def _others(say: GapPhrases) -> Iterator[Block]:
    """One line for each further kind: how many, and the first of them by name. Mere notes share a line."""
    lines = []
    for kind in _FURTHER:
        if found := _of_kind(say, kind):
            named = say.counted([subject(say, one) for one in found], MOST_NAMED)
            lines.append(Line(say.gap("count", len(found)) + say.bracket(named), label=say.say(KIND[kind])))
    counts = ((kind, len(_of_kind(say, kind))) for kind in _NOTES)
    if noted := [f"{say.say(KIND[kind])} {say.gap('count', n)}" for kind, n in counts if n]:
        lines.append(Line(say.list(noted), label=say.gap("notes")))
    yield KeyValue(tuple(lines)) if lines else Paragraph(Line(say.gap("other_none")))


def _of_kind(say: GapPhrases, kind: GapKind) -> list[GapFinding]:
    return [one for one in say.check.findings if one.kind == kind]


def subject(say: GapPhrases, one: GapFinding) -> str:
    """What a finding is about, by name: a generic measure, existing ones, or a phase."""
    if one.measure:
        return say.measure(one.measure)
    if one.existing:
        joined = "／" if say.lang == "ja" else " / "
        more = len(one.existing) - MOST_NAMED
        names = [say.existing(existing) for existing in one.existing[:MOST_NAMED]]
        return joined.join([*names, say.gap("and_more", more)] if more > 0 else names)
    return say.phase(one.phase) if one.phase in say.book.phases else flowing(say.say(one.text))


def _directions(say: GapPhrases) -> Table:
    """The five directions, one a line: how far each concerns this cluster, and what is there and missing in figures."""
    header = tuple(say.gap(name) for name in ("direction_head", "concerns", "does_n", "missing_n"))
    rows = tuple(_direction(say, one) for one in say.check.directions)
    return Table(header, rows, shares=(0.45, 0.29, 0.13, 0.13))


def _direction(say: GapPhrases, one: DirectionCheck) -> tuple[str, str, str, str]:
    item = say.book.national_directions[one.direction]
    title = f"{item.order} {say.say(item.title)}"
    missing = str(len(one.missing)) if say.check.types else "-"
    return title, say.say(words.RELEVANCE[one.relevance]), str(len(one.does)), missing
