"""Every way of breaking a condition in one place."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from engine.inference.facts import Domain
from engine.model import rules as r
from tests.rules.coverage import words


class Change(NamedTuple):
    """One thing changed: of which kind, in words, and the condition that comes of it."""

    kind: str
    words: str
    condition: r.Condition


class Broken:
    """Breaks conditions over the facts of one book."""

    def __init__(self, domains: dict[str, Domain]) -> None:
        """``domains`` give the values a fact can have, and the findings there are."""
        self.domains = domains
        self.findings = [key.removeprefix("finding/") for key in domains if key.startswith("finding/")]

    def changes(self, c: r.Condition) -> Iterator[Change]:
        """Every condition that differs from this one in a single place."""
        match c:
            case r.All():
                yield from self._group(c.all, "all")
            case r.AnyOf():
                yield from self._group(c.any, "any")
            case r.Not():
                yield Change("negate", f"without 'not' before {told(c.not_)}", c.not_)
                inner = self.changes(c.not_) if isinstance(c.not_, r.All | r.AnyOf) else self._values(c.not_)
                yield from (change._replace(condition=_not(change.condition)) for change in inner)
            case _:
                yield Change("negate", f"negated: {told(c)}", negated(c))
                yield from self._values(c)

    def _group(self, parts: Sequence[r.Condition], form: str) -> Iterator[Change]:
        other = "any" if form == "all" else "all"
        if len(parts) > 1:
            yield Change("all<->any", f"{other} instead of {form}: {told(_group(form, parts))}", _group(other, parts))
        for n, part in enumerate(parts):
            rest = [*parts[:n], *parts[n + 1 :]]
            if rest:
                yield Change("drop", f"dropped: {told(part)}", rest[0] if len(rest) == 1 else _group(form, rest))
            for change in self.changes(part):
                whole = _group(form, [*parts[:n], change.condition, *parts[n + 1 :]])
                yield change._replace(condition=whole)

    def _values(self, leaf: r.Condition) -> Iterator[Change]:
        """Another value, one value less or more, a threshold one step off, another finding."""
        match leaf:
            case r.Is() if not isinstance(leaf.value, bool):
                for option in self._options(leaf.fact):
                    if option != leaf.value:
                        yield self._valued(leaf, leaf.model_copy(update={"value": option}))
            case r.In():
                fewer = [tuple(v for v in leaf.values if v != gone) for gone in leaf.values if len(leaf.values) > 1]
                more = [(*leaf.values, o) for o in self._options(leaf.fact) if o not in leaf.values]
                for values in chain(fewer, more):
                    yield self._valued(leaf, leaf.model_copy(update={"values": values}))
            case r.AtLeast():
                for step in (-1.0, 1.0):
                    moved = leaf.model_copy(update={"threshold": leaf.threshold + step})
                    yield Change("threshold", f"{words(moved)} instead of {leaf.threshold:g}", moved)
            case r.Finding():
                for name in self.findings:
                    if name != leaf.finding:
                        yield self._valued(leaf, r.Finding(finding=name))

    def _options(self, fact: str) -> tuple[str, ...]:
        return self.domains[fact].options

    @staticmethod
    def _valued(leaf: r.Condition, changed: r.Condition) -> Change:
        return Change("value", f"{words(changed)} instead of {words(leaf)}", changed)


def negated(leaf: r.Condition) -> r.Condition:
    """A leaf turned round: yes for no, known for unknown, else its negation."""
    match leaf:
        case r.Is() if isinstance(leaf.value, bool):
            return leaf.model_copy(update={"value": not leaf.value})
        case r.Known():
            return r.Unknown(unknown=leaf.known)
        case r.Unknown():
            return r.Known(known=leaf.unknown)
    return _not(leaf)


def told(c: r.Condition) -> str:
    """A condition in short."""
    match c:
        case r.All() | r.AnyOf():
            form, parts = ("all", c.all) if isinstance(c, r.All) else ("any", c.any)
            return f"{form}({'; '.join(told(part) for part in parts)})"
        case r.Not():
            return f"not({told(c.not_)})"
    return words(c)


def _not(c: r.Condition) -> r.Condition:
    return r.Not.model_validate({"not": c})


def _group(form: str, parts: Sequence[r.Condition]) -> r.Condition:
    return r.All(all=tuple(parts)) if form == "all" else r.AnyOf(any=tuple(parts))
