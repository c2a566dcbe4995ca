"""Of the questions to expect those about the grounds: on what it rests, what the study leaves unsaid, how old it is."""

from collections import Counter
from collections.abc import Iterator

from engine.model.answers import Confidence
from engine.model.assessment import Assessment
from engine.report.blocks import Block, Bullets, Line
from engine.report.dates import in_words
from engine.report.phrases import Phrases, source
from engine.report.questions_words import word

_UNSAID = ("CAU.no_procedure", "CAU.order_not_stated", "CAU.rank_lost", "CAU.no_causality", "CAU.selection",
           "CAU.as_of_2023", "CAU.hypothesis")  # fmt: skip
"""The reservations about what the study does not say."""


def basis(say: Phrases, _assessment: Assessment) -> Iterator[Block]:
    """The study and the answers."""
    known = [answer for answer in say.consultation.answers.values() if answer.known]
    yield Bullets((Line(word("basis_text", say.lang, answers=len(known))),))


def answered_by(say: Phrases, _assessment: Assessment) -> Iterator[Block]:
    """How sure the answers are, how many have a source, and how many people gave them."""
    given = say.consultation.answers.values()
    known = [answer for answer in given if answer.known]
    sure = Counter(answer.confidence for answer in known)
    counts = {one.value: sure[one] for one in Confidence}
    lines = [Line(word("sure_counts", say.lang, answers=len(known), dont_know=len(given) - len(known), **counts))]
    sourced = sum(bool(answer.source) for answer in known)
    lines.append(Line(word("basis_sourced" if sourced else "basis_unsourced", say.lang, n=sourced)))
    people = {answer.participant for answer in given if answer.participant}
    lines += [Line(word("participants", say.lang, n=len(people)))] if people else []
    yield Bullets(tuple(lines))


def not_said(say: Phrases, _assessment: Assessment) -> Iterator[Block]:
    """The reservations on what the study does not say."""
    yield Bullets(_cautions(say, _UNSAID))


def works(say: Phrases, _assessment: Assessment) -> Iterator[Block]:
    """Whether the measures bring what is hoped for: the study does not prove it, and nothing here reckons it."""
    yield Bullets((*_cautions(say, ("CAU.no_causality", "CAU.selection")), Line(word("works_text", say.lang))))


def out_of_date(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """Of when the study is and of when the answers are."""
    told = word("old_text", say.lang, day=in_words(assessment.as_of, say.lang))
    yield Bullets((*_cautions(say, ("CAU.as_of_2023",)), Line(told)))


def _cautions(say: Phrases, names: tuple[str, ...]) -> tuple[Line, ...]:
    items = [say.book.cautions[one] for one in names if one in say.book.cautions]
    return tuple(Line(say.say(one.summary), source(one.basis, one.citations)) for one in items)
