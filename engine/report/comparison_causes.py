"""The part of a comparison that says why the two differ, and the phrases it shares with the rest."""

from collections.abc import Iterator
from itertools import groupby

from engine.model.answers import Confidence
from engine.model.comparison import AnswerDifference, Cause, Comparison, Given, Standing
from engine.report.blocks import Block, Bullets, Heading, Line, Paragraph
from engine.report.comparison_words import SIDES, word
from engine.report.phrases import Phrases, ours

Answers = dict[str, AnswerDifference]


def blocks(say: Phrases, comparison: Comparison, sides: tuple[str, str] = SIDES) -> Iterator[Block]:
    """For type, phase and measures: the same, or which answers turn A's conclusion into B's."""
    yield Heading(2, word("why", say.lang))
    yield Paragraph(Line(word("why_note", say.lang, sides=sides), ours(say.book.viewpoints.values())))
    answers = {difference.question: difference for difference in comparison.answers}
    yield Bullets((*_of_type(say, comparison, answers, sides), *_of_measures(say, comparison, answers)))


def _of_type(say: Phrases, comparison: Comparison, answers: Answers, names: tuple[str, str]) -> Iterator[Line]:
    causes = {cause.id: cause for cause in comparison.causes if cause.about != "measure"}
    labels = tuple(say.label(side.label) for side in (comparison.a, comparison.b))
    if "type" in causes:
        yield _turned(say, word("type", say.lang), labels, causes["type"], answers)
    else:
        yield Line(word("alike", say.lang, word("type", say.lang), labels[1]))
    for phase in comparison.phases:
        if phase.b.shown:
            name = word("place", say.lang, say.type(phase.type))
            places = tuple(place(say, standing) for standing in (phase.a, phase.b))
            alike = "alike" if phase.a.shown else "alike_but_new"
            cause = causes.get(phase.type)
            if cause is None:
                yield Line(word(alike, say.lang, name, places[1], sides=names))
            else:
                yield _turned(say, name, places, cause, answers)


def _turned(say: Phrases, name: str, sides: tuple[str, ...], cause: Cause, answers: Answers) -> Line:
    return _line(say, say.pair(name, word("becomes", say.lang, *sides)), cause, answers)


def _of_measures(say: Phrases, comparison: Comparison, answers: Answers) -> Iterator[Line]:
    """Measures that come or go for the same reason are told together."""
    comes = {m.measure: m.b is not None for m in comparison.measures}
    causes = [cause for cause in comparison.causes if cause.about == "measure"]

    def reason(cause: Cause) -> tuple[object, ...]:
        return comes[cause.id], not cause.smallest, len(cause.sets[0]), cause.sets, cause.more, cause.tried

    for _, found in groupby(sorted(causes, key=reason), key=reason):
        group = list(found)
        name = word("appear" if comes[group[0].id] else "disappear", say.lang)
        titles = say.list(measure(say, cause.id) for cause in group)
        yield _line(say, say.pair(name, titles), group[0], answers)


def _line(say: Phrases, text: str, cause: Cause, answers: Answers) -> Line:
    first, *others = cause.sets
    size = len(first)
    if not cause.smallest:
        how = word("together", say.lang, cause.tried, size)
    else:
        how = word("smallest_one", say.lang) if size == 1 else word("smallest", say.lang, size)
    below = [Line(turned(say, answers[q])) for q in first]
    for other in others:
        below.append(Line(word("or", say.lang), below=tuple(Line(turned(say, answers[q])) for q in other)))
    if cause.more:
        below.append(Line(word("more", say.lang, cause.more)))
    return Line(f"{text}{'。' if say.lang == 'ja' else ' - '}{how}", below=tuple(below))


def turned(say: Phrases, difference: AnswerDifference, *, reason: bool = False) -> str:
    """A question with A's answer and B's; with ``reason`` the confidence too, where nothing else differs."""
    a, b = (given(say, difference.question, side) for side in (difference.a, difference.b))
    if reason and a == b:
        a, b = (_confidence(say, side.confidence) for side in (difference.a, difference.b))
    return say.question(difference.question) + say.bracket(word("becomes", say.lang, a, b))


def _confidence(say: Phrases, confidence: Confidence | None) -> str:
    return word((confidence or Confidence.SURE).value, say.lang)


def given(say: Phrases, question: str, side: Given) -> str:
    """How a question stands on one side, in words."""
    if side.value is None:
        return word(side.state, say.lang)
    return say.value(say.book.questions[question], side.value)


def place(say: Phrases, standing: Standing) -> str:
    """Where work stands for a type: one phase, a range, or all met; and what is established."""
    if standing.complete:
        return word("complete", say.lang)
    span = f"{standing.low}" if standing.low == standing.high else f"{standing.low}-{standing.high}"
    met = say.bracket(word("established", say.lang, say.list(map(str, standing.established))))
    return span + (met if standing.established else "")


def measure(say: Phrases, measure: str) -> str:
    """A measure with its type."""
    item = say.book.measures[measure]
    return say.say(item.title) + say.bracket(item.type)
