"""The rules behind a computed verdict that a rule reads: evidence for a type, facts of a key factor."""

from collections.abc import Iterator

from engine.analysis.explanation.grounds import Grounds
from engine.inference.verdict import TYPES
from engine.model.knowledge import TypeOrParent
from engine.model.rules import Rule


def verdict_rules(grounds: Grounds, fact: str, values: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules that hold behind the verdict on these types or phases; behind a kind of verdict those on the type."""
    if fact == "type_kind":
        return tuple(_type_rules(grounds, TYPES))
    if fact == "leading_type":
        return tuple(_type_rules(grounds, tuple(t for t in TYPES if t in values or any(t == v[:1] for v in values))))
    return tuple(rule for phase in values for rule in _phase_rules(grounds, phase))


def _type_rules(grounds: Grounds, types: tuple[TypeOrParent, ...]) -> Iterator[Rule]:
    for rule in grounds.book.rules:
        pulls = rule.then.evidence is not None and rule.then.evidence.type in types
        if (pulls or rule.then.scope or rule.then.hybrid) and grounds.holds(rule):
            yield rule


def _phase_rules(grounds: Grounds, phase: str) -> Iterator[Rule]:
    """Those on the necessary facts, however they stand: what is missing tells where work stands as well."""
    for key in grounds.engine.network.needs[phase]:
        yield from (grounds.book.rule[rule] for rule in grounds.engine.network.rules_for[key])
