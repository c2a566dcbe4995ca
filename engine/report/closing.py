"""The end of a report: near cases, cautions, what is still open, and by what it was computed."""

from collections.abc import Iterator

from engine.model.assessment import Assessment, NearCase, Unanswered
from engine.model.text import Basis
from engine.report import words
from engine.report.blocks import Block, Bullets, Heading, Line, Paragraph
from engine.report.phrases import Phrases, source

MOST_OPEN = 12
"""Open points shown; the rest are counted."""
_MOST_TARGETS = 4


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
    return Line(say.pair(title, say.say(item.summary)), source(item.basis, item.citations), below)


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


def last_part(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """What the result was computed from and by."""
    yield Paragraph(Line(say.word("last", assessment.digest, assessment.knowledge_version, assessment.evaluator)))
