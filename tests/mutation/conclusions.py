"""Every way of breaking a conclusion: another type, sign, weight, level, fact, or thing concluded."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from engine.model.book import Book
from engine.model.rules import Rule, RuleFile, Then

TYPES = ("A", "A-1", "A-2", "B")
VIEWPOINTS = ("VP1", "VP2", "VP3")


def changed(book: Book, file: RuleFile, rule: Rule) -> Iterator[tuple[str, Then]]:
    """Other conclusions for a rule, each with what was changed in words."""
    then = rule.then
    (name,) = then.model_fields_set
    value = getattr(then, name)
    for field, other in _others(book, file, name, value):
        was = getattr(value, field) if field else value
        made = value.model_copy(update={field: other}) if field else other
        yield f"{name}: {other} instead of {was}", Then.model_validate({name: made})
    if name in ("necessary", "supporting"):
        role = "supporting" if name == "necessary" else "necessary"
        yield f"{role} instead of {name}", Then.model_validate({role: value})


def _others(book: Book, file: RuleFile, name: str, value: Any) -> Iterator[tuple[str, Any]]:
    match name:
        case "evidence":
            yield from (("type", t) for t in TYPES if t != value.type)
            yield from (("viewpoint", v) for v in VIEWPOINTS if v != value.viewpoint)
            yield "pull", "against" if value.pull == "for" else "for"
            yield from (("weight", w) for w in (value.weight - 1, value.weight + 1) if 1 <= w <= 3)
        case "necessary" | "supporting":
            yield from (("fact", fact) for fact in file.facts if fact != value.fact)
            yield "factor", _next(book.phases, value.factor)
        case "status":
            yield "level", "partly" if value.level == "in_place" else "in_place"
            yield "measure", _next(book.measures, value.measure)
        case "direction":
            yield "relevance", "some" if value.relevance == "high" else "high"
            yield "direction", _next(book.national_directions, value.direction)
        case "requirement":
            known = [requirement.id for requirement in book.industries[value.industry].requirements]
            yield from (("requirement", q) for q in known if q != value.requirement)
        case _:
            yield from (("", other) for other in _named(book, name, value))


def _named(book: Book, name: str, value: str) -> Iterable[str]:
    """What else could stand where a conclusion is a mere name."""
    match name:
        case "caution":
            return [_next([*book.cautions, *book.pitfalls], value)]
        case "raise_priority":
            return [_next(book.measures, value)]
        case "renewal_direction" | "aspired_direction":
            return [direction for direction in book.renewal_directions if direction != value]
    given = {getattr(rule.then, name) for rule in book.rules} - {None, value}
    return [_next([*given, value], value)] if name == "contradiction" else sorted(given)


def _next(names: Iterable[str], name: str) -> str:
    ordered: Sequence[str] = sorted(names)
    return ordered[(ordered.index(name) + 1) % len(ordered)]
