"""The part of a report on the five directions of the state, and what each means for this cluster."""

from collections.abc import Iterator

from engine.model.assessment import Assessment, DirectionAdvice
from engine.model.text import Basis
from engine.report import words
from engine.report.blocks import Block, Bullets, Heading, KeyValue, Line, Paragraph, Source
from engine.report.phrases import Phrases, ours, source
from engine.report.road_map import scheme_line, schemes_note

_MOST_QUESTIONS = 3


def directions_part(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """The five directions; their titles and what would tell alone, where nothing is known of any of them."""
    yield Heading(2, say.word("directions"))
    yield Paragraph(Line(say.word("directions_note"), Source(Basis.STATED, ("2-3",))))
    if assessment.type.kind == "undetermined" and all(one.relevance == "unknown" for one in assessment.directions):
        yield Paragraph(Line(say.word("directions_short")))
        yield Bullets(tuple(_short(say, assessment, one) for one in assessment.directions))
        return
    items = say.book.national_directions
    if any(items[one.direction].schemes for one in assessment.directions):
        yield schemes_note(say)
    for advice in assessment.directions:
        yield from _direction(say, advice)


def _title(say: Phrases, advice: DirectionAdvice) -> str:
    item = say.book.national_directions[advice.direction]
    return f"{item.order}. {say.say(item.title)}{say.bracket(say.word('hypothesis'))}"


def _short(say: Phrases, assessment: Assessment, advice: DirectionAdvice) -> Line:
    """A direction of which nothing is known yet, and the questions that bear on it."""
    item = say.book.national_directions[advice.direction]
    telling = [one.question for one in assessment.unanswered if advice.direction in one.bears_on]
    below = tuple(Line(say.pair(say.word("to_ask"), say.question(question))) for question in telling[:_MOST_QUESTIONS])
    return Line(_title(say, advice), source(item.basis, item.citations), below)


def _direction(say: Phrases, advice: DirectionAdvice) -> Iterator[Block]:
    item = say.book.national_directions[advice.direction]
    yield Heading(3, _title(say, advice), source(item.basis, item.citations))
    relevance = say.say(words.RELEVANCE[advice.relevance])
    yield Paragraph(Line(relevance, ours([item]), say.reasons(advice.because, item)))
    yield KeyValue(tuple(_told(say, advice)))


def _told(say: Phrases, advice: DirectionAdvice) -> Iterator[Line]:
    item = say.book.national_directions[advice.direction]
    if advice.relevance != "none_seen":
        yield Line("", label=say.word("homework"), below=tuple(say.statement(s, item) for s in item.homework))
        yield Line("", label=say.word("ask_state"), below=tuple(say.statement(s, item) for s in item.ask_state))
    if item.schemes:
        yield Line("", label=say.word("scheme"), below=tuple(scheme_line(say, scheme) for scheme in item.schemes))
