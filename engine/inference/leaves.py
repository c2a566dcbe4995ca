"""The leaves of condition trees, and what they read."""

from collections.abc import Iterator

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
