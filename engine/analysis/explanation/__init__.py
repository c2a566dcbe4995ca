"""Explains any conclusion as one tree: how it came, why it did not, what is open; and why a question is asked."""

from collections.abc import Mapping
from datetime import date
from typing import cast

from engine.analysis.explanation import asking, measures, others, phases, types
from engine.analysis.explanation.grounds import Grounds
from engine.analysis.explanation.names import targets
from engine.assess.engine import Engine
from engine.model.answers import Answer
from engine.model.assessment import Assessment
from engine.model.explanation import Explanation
from engine.model.knowledge import TypeOrParent

__all__ = ["explain", "targets", "why_asked"]


def explain(
    engine: Engine, answers: Mapping[str, Answer], as_of: date, target: str, assessment: Assessment | None = None
) -> Explanation:
    """Why ``target`` follows from the answers, why it does not, or what it still turns on.

    Args:
        engine: the book, compiled.
        answers: the answers of one cluster; those to questions the book does not have are ignored.
        as_of: the day of the assessment.
        target: an id of :func:`targets`; of a question: why it is asked.
        assessment: that of the same answers and date, where it is at hand.

    Raises:
        KeyError: there is no such target.
    """
    return _of(Grounds(engine, answers, as_of, assessment), target)


def why_asked(
    engine: Engine, answers: Mapping[str, Answer], as_of: date, question: str, assessment: Assessment | None = None
) -> Explanation:
    """Which open conclusions a question feeds, or that its answer can change nothing any more.

    Raises:
        KeyError: there is no such question.
    """
    return asking.why_asked(Grounds(engine, answers, as_of, assessment), question)


_WHOLE = {
    "type": types.type_verdict,
    "phase": phases.where_work_stands,
    "scope": others.scope,
    "renewal": others.renewal,
}


def _of(grounds: Grounds, target: str) -> Explanation:
    book = grounds.book
    if target in _WHOLE:
        return _WHOLE[target](grounds)
    if target in book.types:
        return types.one_type(grounds, cast(TypeOrParent, target))
    by_kind = (
        (book.phases, phases.phase),
        (book.measures, measures.measure),
        (book.national_directions, others.national_direction),
        (book.renewal_directions, others.renewal_direction),
        (book.industries, others.industry),
        ({**book.pitfalls, **book.cautions}, others.caution),
        (book.cases, others.near_case),
        (book.questions, asking.why_asked),
    )
    for items, build in by_kind:
        if target in items:
            return build(grounds, target)
    return _within(grounds, target)


def _within(grounds: Grounds, target: str) -> Explanation:
    """A part of something: a fact of a key factor, a requirement of an industry, a finding, another conclusion."""
    for industry in grounds.book.industries.values():
        for requirement in industry.requirements:
            if requirement.id == target:
                return others.requirement(grounds, industry.id, requirement)
    head, _, rest = target.partition(":")
    if head in grounds.book.phases:
        return phases.factor_fact(grounds, head, rest)
    return others.finding(grounds, rest) if head == "finding" else others.plain(grounds, target)
