"""The end of the main part of a report: near cases with their story, cautions, and what is still open."""

from collections.abc import Iterator

from engine.model.assessment import Assessment, NearCase, Unanswered
from engine.model.knowledge import Case, Dated
from engine.model.text import Basis
from engine.report import words
from engine.report.blocks import Block, Bullets, Heading, Line, Paragraph
from engine.report.phrases import Phrases, source

MOST_OPEN = 12
"""Open points shown; the rest are counted."""
_MOST_TARGETS = 4
_MOST_RESULTS = 4
_MOST_MEASURES = 3
_MOST_EVENTS = 6


def cases_part(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """The nearest cases of the study, what is alike and what differs."""
    if assessment.cases:
        yield Heading(2, say.word("cases"))
        yield Bullets(tuple(_case(say, case) for case in assessment.cases))


def _case(say: Phrases, near: NearCase) -> Line:
    item = say.book.cases[near.case]
    sides = (("alike", near.alike), ("differs", near.differs))
    below = tuple(Line(say.pair(say.word(name), say.say(one))) for name, texts in sides for one in texts)
    title = " ".join(say.say(item.title).split())
    told = (*below, *_results(say, item), *_story(say, item))
    return Line(say.pair(title, say.say(item.summary)), source(item.basis, item.citations), told)


def _results(say: Phrases, case: Case) -> Iterator[Line]:
    """What the study prints as results, with figures and years, and the case's own measures."""
    for figure in case.results[:_MOST_RESULTS]:
        years = say.bracket(_span(say, figure.years)) if figure.years else ""
        told = say.statement(figure, case)
        missing = not any(str(year) in told.text for year in figure.years)
        yield Line(say.pair(say.word("results"), told.text + (years if missing else "")), told.source)
    for measure in case.municipal_measures[:_MOST_MEASURES]:
        told = say.statement(measure, case)
        yield Line(say.pair(say.word("did"), told.text), told.source)


def _span(say: Phrases, years: tuple[int, ...]) -> str:
    """The years a figure speaks of: 2002～2021年."""
    return "～".join(map(str, years)) + "年" if say.lang == "ja" else " to ".join(map(str, years))


def _story(say: Phrases, case: Case) -> Iterator[Line]:
    """How it went, in years."""
    dated = [event for event in case.events if event.year is not None]
    if dated:
        told = tuple(_event(say, event, case) for event in dated[:_MOST_EVENTS])
        more = len(dated) - _MOST_EVENTS
        rest = (Line(say.word("more_figures", more)),) if more > 0 else ()
        yield Line(say.word("story"), below=(*told, *rest))


def _event(say: Phrases, event: Dated, case: Case) -> Line:
    told = say.statement(event, case)
    year = f"{event.year}年" if say.lang == "ja" else str(event.year)
    return Line(told.text if str(event.year) in told.text else f"{year} {told.text}", told.source)


def cautions_part(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """The reservations that apply."""
    if not assessment.cautions:
        return
    yield Heading(2, say.word("cautions"))
    yield Bullets(
        tuple(
            Line(say.say(note.text), source(_basis(say, note.caution), note.citations)) for note in assessment.cautions
        )
    )


def _basis(say: Phrases, caution: str) -> Basis:
    item = say.book.pitfalls.get(caution) or say.book.cautions[caution]
    return item.basis


def open_part(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """What was not answered: the don't-knows first, then what tells most, then a count of the rest."""
    yield Heading(2, say.word("open_points"))
    points = in_order(assessment)
    if not points:
        yield Paragraph(Line(say.word("none_open")))
        return
    yield Bullets(tuple(_point(say, one) for one in points[:MOST_OPEN]))
    if len(points) > MOST_OPEN:
        yield Paragraph(Line(say.word("more", len(points) - MOST_OPEN)))


def in_order(assessment: Assessment) -> list[Unanswered]:
    """Don't-knows before what was not asked; what settles the type before the rest; then what bears on most."""
    settling = {one.question for one in assessment.type.settled_by}
    return sorted(
        assessment.unanswered,
        key=lambda u: (u.state != "dont_know", u.question not in settling, "type" not in u.bears_on, -len(u.bears_on)),
    )


def _point(say: Phrases, one: Unanswered) -> Line:
    targets = [say.target(target) for target in one.bears_on[:_MOST_TARGETS]]
    more = ["..."] if len(one.bears_on) > _MOST_TARGETS else []
    bears = say.pair(say.word("bears_on"), say.list([*targets, *more]))
    text = say.question(one.question) + say.bracket(say.say(words.STATE[one.state]))
    question = say.book.questions[one.question]
    return Line(text, source(question.basis, question.citations), (Line(bears),))
