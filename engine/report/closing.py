"""The end of the main part of a report: near cases with their story, cautions, and what is still open."""

from collections.abc import Iterator

from engine.model.assessment import Assessment, NearCase, Unanswered
from engine.model.knowledge import Case
from engine.report import case_told, words
from engine.report.blocks import Block, Bullets, Heading, Line, Paragraph
from engine.report.home import of_own_place
from engine.report.phrases import Phrases, source
from engine.report.reservations import reservation

MOST_OPEN = 12
"""Open points shown; the rest are counted."""
_MOST_TARGETS = 4
_MOST_RESULTS = 4
_MOST_MEASURES = 3
_MOST_EVENTS = 6
_MOST_DIFFERING = 4


def cases_part(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """The nearest cases of the study, what is alike and what differs."""
    own = [near for near in assessment.cases if of_own_place(say.book.cases[near.case], say.places)]
    others = [near for near in assessment.cases if near not in own]
    if assessment.cases:
        yield Heading(2, say.word("cases"))
    if others:
        yield Bullets(tuple(_case(say, case) for case in others))
    if own:
        yield Heading(3, say.word("own_case"))
        yield Bullets(tuple(_case(say, case) for case in own))


def _case(say: Phrases, near: NearCase) -> Line:
    item = say.book.cases[near.case]
    sides = (("alike", near.alike), ("differs", near.differs))
    below = tuple(Line(say.pair(say.word(name), say.say(one))) for name, texts in sides for one in texts)
    title = " ".join(say.say(item.title).split())
    told = (*below, *_results(say, item), *_story(say, item))
    return Line(say.pair(title, say.say(item.summary)), source(item.basis, item.citations), told)


def _results(say: Phrases, case: Case) -> Iterator[Line]:
    """What the study prints as results, with figures and years, and the case's own measures."""
    for figure in case_told.results(case)[:_MOST_RESULTS]:
        told = case_told.result(say, figure, case)
        yield Line(say.pair(say.word("results"), told.text), told.source)
    for measure in case.municipal_measures[:_MOST_MEASURES]:
        told = say.statement(measure, case)
        yield Line(say.pair(say.word("did"), told.text), told.source)


def _story(say: Phrases, case: Case) -> Iterator[Line]:
    """How it went, in years, and where the study tells it differently in two places."""
    if told := tuple(case_told.story(say, case, _MOST_EVENTS)):
        yield Line(say.word("story"), below=told)
    differing = case_told.differing(say, case)
    if differing:
        more = len(differing) - _MOST_DIFFERING
        rest = (Line(say.word("more_figures", more)),) if more > 0 else ()
        yield Line(say.word("differing"), below=(*differing[:_MOST_DIFFERING], *rest))


def cautions_part(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """The reservations that apply."""
    if not assessment.cautions:
        return
    yield Heading(2, say.word("cautions"))
    yield Bullets(tuple(reservation(say, note.caution) for note in assessment.cautions))


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
    return Line(text, below=(Line(bears),))
