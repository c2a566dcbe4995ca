"""Checks single conditions: that they can hold and can fail, and that every part of them matters."""

from collections.abc import Iterator, Sequence

from engine.book.ground import Found, Trail, item_file
from engine.book.problems import both
from engine.model import rules as r
from engine.soundness.cases import Cases
from engine.soundness.survey import Survey, too_many

_HOLDS, _FAILS = 0, 1
"""What of a condition's masks matters: a rule fires where it holds, a question is left out where it is known not to."""


def conditions_matter(survey: Survey) -> Iterator[Found]:
    """Every condition holds in some cases, is known not to hold in others, and loses something with each part."""
    for placed in survey.placed:
        yield from _examined(
            survey, placed.name, ("rules", placed.n, "when"), placed.rule.when, _HOLDS, placed.as_asked
        )
    for name, question in survey.book.questions.items():
        if question.applies_when is not None:
            yield from _examined(survey, item_file("questions", name), ("applies_when",), question.applies_when, _FAILS)


def _examined(
    survey: Survey, file: str, path: Trail, condition: r.Condition, side: int, as_asked: bool = True
) -> Iterator[Found]:
    smaller = list(without(condition, path))
    cases = survey.cases([condition, *(other for _, other in smaller)], as_asked=as_asked)
    if cases is None:
        yield from too_many(file, path)
        return
    holds, fails = cases.masks(condition)
    if not holds:
        yield _found("never_true", file, path, "この条件が成り立つことはありません。", "This condition can never hold.")
    elif not fails:
        ja, en = "この条件が成り立たないことはありません。", "There is no answer with which this condition fails."
        yield _found("always_true", file, path, ja, en)
    else:
        yield from _idle_parts(cases, file, condition, side, smaller)


def _idle_parts(
    cases: Cases, file: str, condition: r.Condition, side: int, smaller: Sequence[tuple[Trail, r.Condition]]
) -> Iterator[Found]:
    whole = cases.masks(condition)[side]
    for path, other in smaller:
        if cases.masks(other)[side] == whole:
            ja, en = "条件のこの部分は、あってもなくても同じです。", "The condition is the same without this part."
            yield _found("idle_part", file, path, ja, en)


def _found(code: str, file: str, path: Trail, ja: str, en: str) -> Found:
    return Found(
        code=code,
        file=file,
        path=path,
        what=both(ja, en),
        remedy=both("消すか、条件を直してください。", "Remove it, or correct the condition."),
    )


def without(c: r.Condition, path: Trail) -> Iterator[tuple[Trail, r.Condition]]:
    """The condition without each of its parts in turn, with the place of the part in the file."""
    match c:
        case r.All():
            for where, parts in _each_without(c.all, (*path, "all")):
                yield where, r.All.model_construct(all=parts)
        case r.AnyOf():
            for where, parts in _each_without(c.any, (*path, "any")):
                yield where, r.AnyOf.model_construct(any=parts)
        case r.Not():
            for where, inner in without(c.not_, (*path, "not")):
                yield where, r.Not.model_construct(not_=inner)
        case r.In() if len(c.values) > 1:
            for n in range(len(c.values)):
                rest = c.values[:n] + c.values[n + 1 :]
                yield (*path, "in", n), r.In.model_construct(fact=c.fact, values=rest)


def _each_without(parts: tuple[r.Condition, ...], path: Trail) -> Iterator[tuple[Trail, tuple[r.Condition, ...]]]:
    for n, part in enumerate(parts):
        if len(parts) > 1:
            yield (*path, n), parts[:n] + parts[n + 1 :]
        for where, inner in without(part, (*path, n)):
            yield where, (*parts[:n], inner, *parts[n + 1 :])
