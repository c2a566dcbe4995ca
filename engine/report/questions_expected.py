"""A part of a report: the questions a committee is expected to ask (想定問答), each with a short answer."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from engine.model.analysis import Analysis
from engine.model.assessment import Assessment, TypeVerdict
from engine.model.text import Basis
from engine.report import words
from engine.report.blocks import Block, Bullets, Heading, Line, Paragraph, Source
from engine.report.first_page import MOST_STEPS, no_type, strongest
from engine.report.phrases import Phrases, ours, source
from engine.report.questions_type import what_changes, why_not
from engine.report.questions_words import word
from engine.report.shares import percent, scope

_UNSAID = ("CAU.no_procedure", "CAU.order_not_stated", "CAU.rank_lost", "CAU.no_causality", "CAU.selection",
           "CAU.as_of_2023", "CAU.hypothesis")  # fmt: skip
"""The reservations about what the study does not say."""
_MOST_CASES = 3
_MOST_SCHEMES = 4


class Asked(NamedTuple):
    """A question with its answer."""

    question: str
    answer: tuple[Block, ...]


def questions_part(say: Phrases, assessment: Assessment, analysis: Analysis | None) -> Iterator[Block]:
    """The questions, numbered."""
    yield Heading(2, word("heading", say.lang))
    outside = assessment.type.kind == "out_of_scope"
    for n, one in enumerate((_outside if outside else _asked)(say, assessment, analysis), 1):
        yield Heading(3, word("number", say.lang, n=n, question=one.question))
        yield from one.answer


def _asked(say: Phrases, assessment: Assessment, analysis: Analysis | None) -> Iterator[Asked]:
    yield _why(say, assessment)
    yield from (Asked(*one) for one in why_not(say, assessment))
    yield Asked(word("what_changes", say.lang), tuple(what_changes(say, assessment, analysis)))
    if analysis is not None and analysis.robustness.scenarios:
        yield Asked(word("how_sure", say.lang), tuple(_how_sure(say, assessment, analysis)))
    parts: dict[str, Callable[[Phrases, Assessment], Iterable[Block]]] = {
        "basis": _basis,
        "not_said": _not_said,
        "who_else": _who_else,
        "cost": _cost,
        "who_acts": _who_acts,
        "answers_wrong": _answers_wrong,
    }
    for name, part in parts.items():
        yield Asked(word(name, say.lang), tuple(part(say, assessment)))


def _outside(say: Phrases, assessment: Assessment, _analysis: Analysis | None) -> Iterator[Asked]:
    yield Asked(word("why_outside", say.lang), (Bullets(say.reasons(assessment.type.because)),))
    yield Asked(word("basis", say.lang), tuple(_basis(say, assessment)))
    yield Asked(word("answers_wrong", say.lang), tuple(_answers_wrong(say, assessment)))


def _why(say: Phrases, assessment: Assessment) -> Asked:
    verdict = assessment.type
    if not verdict.types:
        told = Paragraph(Line(no_type(say, verdict), ours(say.book.viewpoints.values())))
        return Asked(word("why_none", say.lang), (told,))
    pulls = strongest(say, verdict, most=2 * len(say.book.viewpoints))
    lines = tuple(Line(say.say(p.because.text), source(p.because.basis, p.because.citations)) for p in pulls)
    return Asked(word("why_this", say.lang, type=_named(say, verdict)), (Bullets(lines),))


def _named(say: Phrases, verdict: TypeVerdict) -> str:
    """The verdict as a sentence has it."""
    types = word("hybrid_join", say.lang).join(say.type(one) for one in verdict.types)
    return word("hybrid", say.lang, types=types) if len(verdict.types) > 1 else types


def _how_sure(say: Phrases, assessment: Assessment, analysis: Analysis) -> Iterator[Block]:
    found = analysis.robustness
    named = found.leading not in words.LABEL and found.open_questions
    told = scope(say.lang, found)
    if named:
        told = word("how_sure_holds", say.lang, share=percent(found.type_holds), scope=told)
    lines = [Line(told), *([Line(word("how_sure_not", say.lang))] if named else [])]
    lines += [Line(word("doubted", say.lang, n=found.doubted))] if found.doubted else []
    yield Bullets(tuple(lines))


def _basis(say: Phrases, _assessment: Assessment) -> Iterator[Block]:
    known = [answer for answer in say.consultation.answers.values() if answer.known]
    sourced = sum(bool(answer.source) for answer in known)
    lines = [Line(word("basis_text", say.lang, answers=len(known)))]
    lines += [Line(word("basis_sourced", say.lang, n=sourced))] if sourced else []
    yield Bullets(tuple(lines))


def _not_said(say: Phrases, _assessment: Assessment) -> Iterator[Block]:
    items = [say.book.cautions[one] for one in _UNSAID if one in say.book.cautions]
    yield Bullets(tuple(Line(say.say(one.summary), source(one.basis, one.citations)) for one in items))


def _who_else(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    if not assessment.cases:
        yield Paragraph(Line(word("who_else_none", say.lang)))
        return
    items = [say.book.cases[near.case] for near in assessment.cases[:_MOST_CASES]]
    titles = [" ".join(say.say(item.title).split()) for item in items]
    yield Bullets(
        tuple(
            Line(say.pair(title, say.say(item.summary)), source(item.basis, item.citations))
            for title, item in zip(titles, items, strict=True)
        )
    )
    yield Paragraph(Line(word("who_else_note", say.lang), Source(Basis.JUDGEMENT)))


def _cost(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    yield Paragraph(Line(word("cost_text", say.lang), Source(Basis.JUDGEMENT)))
    found = {
        say.say(scheme.name): source(Basis.STATED, scheme.citations)
        for one in assessment.recommendations
        for scheme in say.book.measures[one.measure].schemes
    }
    if found:
        heading = word("cost_schemes", say.lang) + say.bracket(word("cost_scheme_date", say.lang))
        schemes = tuple(Line(name, where) for name, where in list(found.items())[:_MOST_SCHEMES])
        yield Bullets((Line(heading, below=schemes),))


def _who_acts(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    first = _first(assessment)
    if not first:
        yield Paragraph(Line(word("who_acts_none", say.lang)))
        return
    yield Paragraph(Line(word("who_acts_text", say.lang), ours(say.book.measures[one] for one in first)))
    yield Bullets(tuple(_actors(say, one) for one in first))


def _first(assessment: Assessment) -> Sequence[str]:
    """The measures that are begun first, as the first page names them."""
    found = assessment.recommendations
    urgent = next((p for p in ("first", "next", "then") if any(one.priority == p for one in found)), None)
    return [one.measure for one in found if one.priority == urgent][:MOST_STEPS]


def _actors(say: Phrases, measure: str) -> Line:
    item = say.book.measures[measure]
    below = tuple(
        Line(say.pair(say.say(words.WHO[actor.who]), say.say(actor.does)), source(actor.basis, item.citations))
        for actor in item.who_acts
    )
    return Line(f"{say.say(item.title)}{say.bracket(item.type)}", below=below)


def _answers_wrong(say: Phrases, _assessment: Assessment) -> Iterator[Block]:
    yield Paragraph(Line(word("answers_wrong_text", say.lang)))
