"""The first page: verdict and board, three reasons, the first steps, what is unknown, scope and limits."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.assess.words import STANDING, TIMING
from engine.model.analysis import Analysis
from engine.model.assessment import Assessment, Because, Priority, Recommendation, TypeVerdict, ViewpointId
from engine.model.knowledge import TypeOrParent
from engine.model.text import Basis
from engine.report import words
from engine.report.blocks import Block, Bullets, Heading, KeyValue, Line, Note, Paragraph, Source, Table
from engine.report.board import board
from engine.report.closing import in_order
from engine.report.edition import WHOLE, Edition, compared_for_the_public
from engine.report.page_words import filled, word
from engine.report.phrases import Phrases, ours, source
from engine.report.robustness import MOST_NEXT, open_point, telling
from engine.report.since_previous import since_line
from engine.report.standing import on_type_first, standing

MOST_REASONS = 3
MOST_STEPS = 3
MOST_FACTS = 2
"""Answers named of a reason; the others are counted."""
MOST_CONTRADICTIONS = 2
_LIMITS = ("CAU.manufacturing_only", "CAU.no_procedure", "CAU.no_causality", "CAU.as_of_2023")
"""The reservations that hold for every report, by their titles."""


def first_page(
    say: Phrases, assessment: Assessment, analysis: Analysis | None, edition: Edition = WHOLE
) -> Iterator[Block]:
    """All of it but the head; of a cluster outside the study the verdict, its reasons and the limits only."""
    yield from _verdict(say, assessment, edition)
    yield Heading(3, word("reasons", say.lang))
    yield from _reasons(say, assessment)
    if assessment.type.kind != "out_of_scope":
        yield Heading(3, word("steps", say.lang))
        yield from _steps(say, assessment)
        yield Heading(3, word("unknown", say.lang))
        yield from _unknown(say, assessment, analysis)
    yield Heading(3, word("limits", say.lang))
    yield from _limits(say, assessment)


def _verdict(say: Phrases, assessment: Assessment, edition: Edition) -> Iterator[Block]:
    if assessment.contradictions:
        yield Note(_clashes(say, assessment))
    yield Paragraph(Line(say.say(assessment.first_line), judged(say, assessment)))
    if assessment.type.kind != "out_of_scope":
        yield KeyValue(tuple(_beside(say, assessment, edition)))
        yield board(say, assessment)


def _beside(say: Phrases, assessment: Assessment, edition: Edition) -> Iterator[Line]:
    """How far it is settled, the risk of decline where one is seen, and what is new since the previous one."""
    yield Line(standing(say, assessment), label=word("standing", say.lang))
    if assessment.renewal.risk not in ("none", "unknown"):
        ground = ours(say.book.renewal_directions.values())
        yield Line(say.say(words.RISK[assessment.renewal.risk]), ground, label=say.word("renewal_risk"))
    if edition.since is not None:
        since = compared_for_the_public(edition.since) if edition.public else edition.since
        yield since_line(say, since)


def _clashes(say: Phrases, assessment: Assessment) -> Line:
    """How many contradictions there are, and those that come first, on the type before the others."""
    found = on_type_first(say.book, assessment)
    # Counting the last one would take the room of naming it.
    shown = found if len(found) <= MOST_CONTRADICTIONS + 1 else found[:MOST_CONTRADICTIONS]
    below = [Line(say.say(one.text)) for one in shown]
    if len(found) > len(shown):
        below.append(Line(say.word("more_figures", len(found) - len(shown))))
    label = say.word("contradictions")
    return Line(filled("contradictions", say.lang, len(found)), label=label, below=tuple(below))


def judged(say: Phrases, assessment: Assessment) -> Source:
    """What the verdict judges: the viewpoints and the phases; outside the scope, what puts it there."""
    if assessment.type.kind == "out_of_scope":
        return source(Basis.JUDGEMENT, (c for because in assessment.type.because for c in because.citations))
    factors = (factor.phase for phase in assessment.phases for factor in phase.factors)
    return ours([*say.book.viewpoints.values(), *(say.book.phases[phase] for phase in factors)])


class Pull(NamedTuple):
    """Evidence for a type, within a viewpoint, with the weight its rule gives it."""

    type: TypeOrParent
    viewpoint: ViewpointId
    weight: int
    because: Because


def strongest(say: Phrases, verdict: TypeVerdict, most: int = MOST_REASONS) -> tuple[Pull, ...]:
    """The strongest evidence for the types of the verdict: one of each type and viewpoint first, then by weight."""
    left = list(_pulls(say, verdict))
    taken: list[Pull] = []
    while left and len(taken) < most:
        types, viewpoints = {one.type for one in taken}, {one.viewpoint for one in taken}
        best = max(left, key=lambda p: ((p.type not in types) + (p.viewpoint not in viewpoints), p.weight))
        taken.append(best)
        left = [one for one in left if one.because.rule != best.because.rule]
    order = [*verdict.types, "A", "A-1", "A-2", "B"]
    return tuple(sorted(taken, key=lambda p: (-p.weight, order.index(p.type))))


def _pulls(say: Phrases, verdict: TypeVerdict) -> Iterator[Pull]:
    named = set(verdict.leading.split("+"))
    named |= {"A"} if any(one.startswith("A") for one in named) else set()
    for support in verdict.support:
        for viewpoint in support.viewpoints if support.type in named else ():
            for because in viewpoint.for_:
                evidence = say.book.rule[because.rule].then.evidence
                yield Pull(support.type, viewpoint.viewpoint, evidence.weight if evidence else 0, because)


def _reasons(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    verdict = assessment.type
    if verdict.kind == "out_of_scope":
        yield Bullets(say.reasons(verdict.because))
    elif verdict.types:
        yield Bullets(tuple(reason_line(say, pull) for pull in strongest(say, verdict)))
    else:
        yield Paragraph(Line(no_type(say, verdict), ours(say.book.viewpoints.values())))


def reason_line(say: Phrases, pull: Pull) -> Line:
    """What was answered, and under it for what it speaks."""
    because = pull.because
    told = list(dict.fromkeys(say.fact(fact) for fact in because.facts))
    rule = Line(say.say(because.text), source(because.basis, because.citations))
    more = say.bracket(say.word("more_figures", len(told) - MOST_FACTS)) if len(told) > MOST_FACTS else ""
    return Line((" / " if say.lang == "ja" else "; ").join(told[:MOST_FACTS]) + more, below=(rule,)) if told else rule


def no_type(say: Phrases, verdict: TypeVerdict) -> str:
    """Why none of the types is named, in figures."""
    totals = say.list(f"{one.type} {points(one.total)}" for one in verdict.support)
    limits = say.book.thresholds
    return word("no_reasons", say.lang, totals=totals, least=limits.type_support, margin=limits.margin)


def points(number: int) -> str:
    """Points with their sign."""
    return f"{number:+d}" if number else "0"


def _steps(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    found = assessment.recommendations
    if not found:
        yield Paragraph(Line(word("steps_none", say.lang)))
        return
    order: tuple[Priority, ...] = ("first", "next")
    urgent = next((p for p in order if any(one.priority == p for one in found)), None)
    if urgent != "first":
        yield Paragraph(Line(word("steps_next" if urgent else "steps_then", say.lang)))
    first = [one for one in found if one.priority == urgent]
    if first:
        yield _step_table(say, first[:MOST_STEPS])
    if len(first) > MOST_STEPS:
        yield Paragraph(Line(filled("steps_more", say.lang, len(first) - MOST_STEPS)))


def _step_table(say: Phrases, found: Sequence[Recommendation]) -> Table:
    header = tuple(word(name, say.lang) for name in ("measure", "when", "acts"))
    return Table(header, tuple(_step(say, one) for one in found), shares=(0.24, 0.16, 0.6))


def _step(say: Phrases, one: Recommendation) -> tuple[str, str, str]:
    item = say.book.measures[one.measure]
    acts = next((actor for actor in item.who_acts if actor.who == "city"), item.who_acts[0])
    begin = say.pair(say.say(words.WHO[acts.who]), say.say(acts.does))
    others = say.list(say.say(words.WHO[who]) for who in dict.fromkeys(a.who for a in item.who_acts) if who != acts.who)
    begin += say.bracket(say.pair(word("others_act", say.lang), others)) if others else ""
    status = word("ask_status", say.lang) if one.status == "unknown" else say.say(STANDING[one.status])
    when = say.say(TIMING[one.timing]) + say.bracket(status)
    return f"{say.say(item.title)}{say.bracket(one.type)}", when, begin


def _unknown(say: Phrases, assessment: Assessment, analysis: Analysis | None) -> Iterator[Block]:
    told = list(_open_points(say, assessment, analysis)) or [Line(word("unknown_none", say.lang))]
    if assessment.unanswered:
        dont_know = sum(one.state == "dont_know" for one in assessment.unanswered)
        counts = word("unknown_more", say.lang, open=len(assessment.unanswered), dont_know=dont_know)
        told.append(Line(counts))
    yield Bullets(tuple(told))


def _open_points(say: Phrases, assessment: Assessment, analysis: Analysis | None) -> Iterator[Line]:
    """What tells most about type and phase; without analysis what settles the type, else what bears on most."""
    if analysis is not None:
        matters = analysis.robustness.matters
        yield from (Line(open_point(say, point)) for point in telling(matters)[:MOST_NEXT])
        if matters and not telling(matters):
            yield Line(word("unknown_little", say.lang))
        return
    for one in in_order(assessment)[:MOST_NEXT]:
        yield Line(say.question(one.question) + say.bracket(say.say(words.STATE[one.state])))


def _limits(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    known = len(say.consultation.known())
    titles = [say.book.cautions[one] for one in _LIMITS if one in say.book.cautions]
    stop = "。" if say.lang == "ja" else ". "
    text = stop.join(say.say(one.title) for one in titles) + stop.strip()
    head = word("limits_head", say.lang, answered=known) + ("" if say.lang == "ja" else " ")
    yield Bullets((Line(head + text), Line(say.say(words.LEGEND))))
