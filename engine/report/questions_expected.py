"""A part of a report: the questions a committee is expected to ask (想定問答), each with a short answer."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from engine.model.analysis import Analysis
from engine.model.assessment import Assessment, TypeVerdict
from engine.model.text import Basis
from engine.report import questions_grounds as grounds
from engine.report import words
from engine.report.blocks import Block, Bullets, Heading, Line, Paragraph, Source
from engine.report.first_page import MOST_STEPS, no_type, reason_line, strongest
from engine.report.home import of_own_place
from engine.report.page_words import word as page_word
from engine.report.phrases import Phrases, ours, source
from engine.report.questions_type import decided_on, turned_by_mistakes, what_changes, why_not
from engine.report.questions_words import word
from engine.report.shares import percent, scope
from engine.report.standing import standing

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
    if decided_on(assessment):
        yield from (Asked(*one) for one in why_not(say, assessment))
    yield Asked(word("what_changes", say.lang), tuple(what_changes(say, assessment, analysis)))
    if analysis is not None and analysis.robustness.scenarios:
        yield Asked(word("how_sure", say.lang), tuple(_how_sure(say, assessment, analysis)))
    for name, part in _PARTS.items():
        if blocks := tuple(part(say, assessment)):
            yield Asked(word(name, say.lang), blocks)
    yield Asked(word("answers_wrong", say.lang), tuple(_answers_wrong(say, assessment, analysis)))


def _outside(say: Phrases, assessment: Assessment, _analysis: Analysis | None) -> Iterator[Asked]:
    yield Asked(word("why_outside", say.lang), (Bullets(say.reasons(assessment.type.because)),))
    yield Asked(word("basis", say.lang), tuple(grounds.basis(say, assessment)))
    yield Asked(word("answers_wrong", say.lang), tuple(_answers_wrong(say, assessment, None)))


def _why(say: Phrases, assessment: Assessment) -> Asked:
    verdict = assessment.type
    if not verdict.types:
        told = [Paragraph(Line(no_type(say, verdict), ours(say.book.viewpoints.values())))]
        told += [] if decided_on(assessment) else [Paragraph(Line(word("undecided", say.lang)))]
        return Asked(word("why_none", say.lang), tuple(told))
    pulls = strongest(say, verdict, most=2 * len(say.book.viewpoints))
    lines = tuple(reason_line(say, pull) for pull in pulls)
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
        holds = "how_sure_parent" if "A" in found.leading.split("+") else "how_sure_holds"
        told = word(holds, say.lang, share=percent(found.type_holds), scope=told)
    lines = [Line(told), *([Line(word("how_sure_not", say.lang))] if named else [])]
    lines += [] if decided_on(assessment) else [Line(word("how_sure_none", say.lang))]
    lines.append(Line(standing(say, assessment), label=page_word("standing", say.lang)))
    lines += [Line(word("doubted", say.lang, n=found.doubted))] if found.doubted else []
    yield Bullets(tuple(lines))


def _who_else(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    if not assessment.cases:
        yield Paragraph(Line(word("who_else_none", say.lang)))
        return
    near = [say.book.cases[one.case] for one in assessment.cases]
    own = [item for item in near if of_own_place(item, say.places)]
    items = [item for item in near if item not in own][:_MOST_CASES]
    titles = [" ".join(say.say(item.title).split()) for item in items]
    yield Bullets(
        tuple(
            Line(say.pair(title, say.say(item.summary)), source(item.basis, item.citations))
            for title, item in zip(titles, items, strict=True)
        )
    )
    if own:
        titles = [" ".join(say.say(item.title).split()) for item in own]
        where = source(Basis.STATED, (citation for item in own for citation in item.citations))
        yield Paragraph(Line(word("who_else_own", say.lang, cases=say.list(titles)), where))
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


def _why_first(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """How the measures that come first came to do so, and where the others stand."""
    order = _first(assessment)
    if not order:
        return
    found = {one.measure: one for one in assessment.recommendations}
    lines = (Line(say.say(found[one].how), label=say.say(say.book.measures[one].title)) for one in order)
    yield Bullets(tuple(lines))
    told = word("why_first_rest", say.lang, n=len(found) - len(order))
    yield Paragraph(Line(told, ours(say.book.measures[one] for one in order)))


def _decline(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """The risk of decline with its reasons."""
    renewal = assessment.renewal
    told = say.say(words.RISK[renewal.risk]) + ("。" if say.lang == "ja" else ". ") + say.say(renewal.text)
    yield Bullets((Line(told, ours(say.book.renewal_directions.values()), say.reasons(renewal.because)),))


def _answers_wrong(say: Phrases, assessment: Assessment, analysis: Analysis | None) -> Iterator[Block]:
    yield Paragraph(Line(word("answers_wrong_text", say.lang)))
    if (turning := turned_by_mistakes(say, analysis)) and assessment.type.types:
        yield Bullets((Line(word("answers_wrong_type", say.lang), below=turning),))


_PARTS: dict[str, Callable[[Phrases, Assessment], Iterable[Block]]] = {
    "basis": grounds.basis,
    "answered_by": grounds.answered_by,
    "out_of_date": grounds.out_of_date,
    "not_said": grounds.not_said,
    "who_else": _who_else,
    "why_first": _why_first,
    "who_acts": _who_acts,
    "works": grounds.works,
    "cost": _cost,
    "decline": _decline,
}
"""The questions that come after those about the verdict, in order; one without an answer is not asked."""
