"""Tells how sure the verdict is, which measures are safe whatever turns out, and what to find out next."""

from collections.abc import Iterator, Sequence

from engine.interview.visible import visible
from engine.model.answers import Consultation
from engine.model.book import Book
from engine.model.next_question import NextQuestion
from engine.model.robustness import IfAnswered, MeasureShare, OpenPoint, PhaseShares, Robustness
from engine.model.text import Basis, Lang
from engine.report.blocks import Block, Bullets, Document, Heading, KeyValue, Line, Paragraph, Table
from engine.report.phrases import Phrases, source
from engine.report.robustness_words import GOAL, STATE, word
from engine.report.shares import percent, scope
from engine.report.words import LABEL

MOST_NEXT = 3
"""Points named to be found out where nothing is left to ask."""
MOST_MATTERS = 5
"""Open points shown of those that move the verdict."""
_MOST_LIKELY = 8
_TELLING = 0.05
"""Answers whose shares differ by less lead to the same, as far as a reader can see."""
_CLEARLY = 0.6
"""Below this share the commonest verdict is told as one among others."""


def robustness_document(
    book: Book, consultation: Consultation, found: Robustness, next_: NextQuestion, lang: Lang
) -> Document:
    """Robustness and the next question as a report of its own."""
    say = Phrases(book, consultation, lang)
    cluster = consultation.cluster
    name = cluster.name_en if lang == "en" and cluster.name_en else cluster.name
    title = Heading(1, say.pair(word("title", lang), visible(name)))
    parts = (sure_part(say, found), _measures_part(say, found), matters_part(say, found), next_part(say, next_, found))
    return Document(lang, (title, *(block for part in parts for block in part)))


def next_document(
    book: Book, consultation: Consultation, found: Robustness, next_: NextQuestion, lang: Lang
) -> Document:
    """The next question alone."""
    return Document(lang, tuple(next_part(Phrases(book, consultation, lang), next_, found)))


def sure_part(say: Phrases, found: Robustness) -> Iterator[Block]:
    """The share of cases in which the verdict holds, and what else it may be."""
    yield Heading(2, word("sure", say.lang))
    yield Paragraph(Line(scope(say.lang, found)))
    if not found.scenarios or not found.open_questions:
        return
    yield from _holds(say, found)
    header = (word("type", say.lang), word("share", say.lang))
    yield Table(header, tuple((say.label(one.label), percent(one.share)) for one in found.types))
    if found.unseen:
        yield Paragraph(Line(word("unseen", say.lang, labels=say.list(say.label(one) for one in found.unseen))))
    for phases in found.phases:
        yield _places(say, phases)
    limits = say.book.thresholds
    doubt = word("doubt", say.lang, likely=limits.doubt_likely, unsure=limits.doubt_unsure) if found.doubted else ""
    yield Paragraph(Line(word("meaning", say.lang) + doubt))


def _holds(say: Phrases, found: Robustness) -> Iterator[Block]:
    """How far the verdict holds, where there is one."""
    if found.leading in LABEL:
        return
    label = say.label(found.leading)
    parent = "type_holds_parent" if "A" in found.leading.split("+") else "type_holds"
    yield KeyValue(
        (
            Line(percent(found.type_holds), label=word(parent, say.lang, label=label)),
            Line(word("places_open", say.lang))
            if found.places_open
            else Line(percent(found.both_hold), label=word("both_hold", say.lang)),
        )
    )


def _places(say: Phrases, phases: PhaseShares) -> Table:
    header = (word("phase", say.lang, type=phases.type), word("share", say.lang))
    return Table(header, tuple((word(f"place_{p.place}", say.lang), percent(p.share)) for p in phases.places))


def _measures_part(say: Phrases, found: Robustness) -> Iterator[Block]:
    safe = [measure for measure in found.measures if measure.extent != "some"]
    yield Heading(2, word("safe", say.lang))
    if safe:
        yield Bullets(tuple(_measure(say, found, one) for one in safe))
    else:
        yield Paragraph(Line(word("no_safe", say.lang)))
    often = [one for one in found.measures if one.extent == "some" and one.share >= 1 / 2]
    if often:
        yield Heading(3, word("likely", say.lang))
        yield Bullets(tuple(_measure(say, found, one) for one in often[:_MOST_LIKELY]))


def _measure(say: Phrases, found: Robustness, one: MeasureShare) -> Line:
    item = say.book.measures[one.measure]
    in_all = one.extent != "some"
    told = word(one.extent, say.lang, n=f"{found.scenarios:,}") if in_all else percent(one.share)
    return Line(say.pair(f"{item.type} {say.say(item.title)}", told), source(Basis.JUDGEMENT, item.citations))


def matters_part(say: Phrases, found: Robustness) -> Iterator[Block]:
    """The unknowns that move type and phase, the most telling first."""
    yield Heading(2, word("matters", say.lang))
    if not found.matters:
        yield Paragraph(Line(word("no_matters", say.lang)))
        return
    shown = telling(found.matters)[:MOST_MATTERS]
    if not shown:
        yield Paragraph(Line(word("no_single", say.lang, n=len(found.matters))))
        return
    yield Paragraph(Line(word("matters_note", say.lang)))
    yield Bullets(tuple(_point(say, one) for one in shown))
    if len(found.matters) > len(shown):
        yield Paragraph(Line(word("more", say.lang, n=len(found.matters) - len(shown))))


def telling(matters: Sequence[OpenPoint]) -> list[OpenPoint]:
    """Those whose answers lead to something else by what is printed: another verdict, or clearly another share."""
    return [point for point in matters if _tells(point)]


def _tells(point: OpenPoint) -> bool:
    common = [answer.commonest for answer in point.answers]
    verdicts = {(one.label, *sorted(one.places.items())) for one in common}
    shares = [one.share for one in common]
    return len(verdicts) > 1 or max(shares, default=0) - min(shares, default=0) >= _TELLING


def _point(say: Phrases, one: OpenPoint) -> Line:
    below = tuple(Line(_if(say, answer)) for answer in one.answers)
    return Line(open_point(say, one), None, below)


def open_point(say: Phrases, one: OpenPoint) -> str:
    """The question with why it is open; of a doubted answer how sure it was given."""
    answer = say.consultation.answers.get(one.question)
    state = say.say(STATE[one.state])
    if one.state == "doubted" and answer is not None:
        state = say.word("doubted_as", say.word(answer.confidence.value))
    return say.question(one.question) + say.bracket(state)


def _if(say: Phrases, one: IfAnswered) -> str:
    common = one.commonest
    places = say.list(
        word("at", say.lang, type=t, place=word(f"place_{p}", say.lang)) for t, p in common.places.items()
    )
    verdict = places or (say.say(LABEL[common.label]) if common.label in LABEL else common.label)
    name = "alone" if common.share >= _CLEARLY else "among"
    told = word(name, say.lang, verdict=verdict, share=percent(common.share))
    return word("if", say.lang, answer=say.say(one.answer), told=told)


def next_part(say: Phrases, next_: NextQuestion, found: Robustness | None = None) -> Iterator[Block]:
    """The next question and why it is that one; where nothing is left to ask, what remains to be found out.

    With robustness also the point that tells most about the phase, where the question is one about the type.
    """
    yield Heading(2, word("next", say.lang))
    if next_.question is None:
        points = [] if found is None else found.matters[:MOST_NEXT]
        yield Paragraph(Line(_asked_out(say.lang, next_, open_=bool(points))))
        if points:
            yield Bullets(tuple(_point(say, one) for one in points))
        return
    yield Bullets((_asked_for(say, next_), *_for_phase(say, next_, found)))


def _asked_for(say: Phrases, next_: NextQuestion) -> Line:
    assert next_.question is not None
    assert next_.goal is not None  # a question is always asked for something
    question = say.book.questions[next_.question]
    name = "enough" if next_.goal in ("type", "phase") else "serves"
    tells = word(name, say.lang, goal=say.say(GOAL[next_.goal]), n=next_.left)
    lines = (Line(tells), Line(say.say(question.why)))
    return Line(say.question(next_.question), source(question.basis, question.citations), lines)


def _for_phase(say: Phrases, next_: NextQuestion, found: Robustness | None) -> Iterator[Line]:
    if found is None or next_.goal != "type":
        return
    points = [point for point in found.matters if point.answers[0].commonest.places]
    best = max(points, key=lambda point: point.phase_bits, default=None)
    if best is not None:
        point = _point(say, best)
        yield Line(say.pair(word("for_phase", say.lang), point.text), None, point.below)


def _asked_out(lang: Lang, next_: NextQuestion, *, open_: bool) -> str:
    settled = next_.type_settled and next_.phase_settled
    if open_:
        return word("next_doubted" if settled else "next_done", lang)
    return word("next_settled" if settled else "next_asked_out", lang)
