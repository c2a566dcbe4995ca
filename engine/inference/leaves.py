"""The leaves of condition trees, and what they read."""

from collections.abc import Iterator

from engine.inference.facts import Domain, Facts
from engine.model import rules as r


def leaves(c: r.Condition) -> Iterator[r.Condition]:
    """The leaves of a condition tree."""
    match c:
        case r.Not():
            yield from leaves(c.not_)
        case r.All() | r.AnyOf():
            for part in c.all if isinstance(c, r.All) else c.any:
                yield from leaves(part)
        case _:
            yield c


def leaf_fact(leaf: r.Condition) -> str:
    """The question or computed fact a leaf reads; empty for a finding."""
    match leaf:
        case r.Is() | r.In() | r.AtLeast():
            return leaf.fact
        case r.Known():
            return leaf.known
        case r.Unknown():
            return leaf.unknown
    return ""


def leaf_holds(leaf: r.Condition, facts: Facts, domain: Domain) -> bool:
    """Whether a leaf holds of an answer to the one question it reads; ``facts`` are those of the answer.

    The same as ``bits.satisfied`` tells, without the supports: thousands of answers are told apart by it.
    """
    match leaf:
        case r.Known():
            return True
        case r.Unknown():
            return False
        case r.AtLeast():
            return float(facts[leaf.fact]) >= leaf.threshold
        case r.Is() | r.In():
            wanted = (leaf.value,) if isinstance(leaf, r.Is) else leaf.values
            if domain.kind == "several":
                return any(facts[f"{leaf.fact}/{option}"] for option in wanted)
            return facts[leaf.fact] in wanted
    raise TypeError(f"not a leaf on a question: {leaf!r}")
