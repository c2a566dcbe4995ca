"""Rewrites a condition as alternatives: each a conjunction of tests on flat facts, no negation left.

Negation is pushed to the leaves, where it becomes a test for the other values of the fact's domain. So a condition and
its negation are both *known* or neither is: nothing ever follows from an absent fact.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from engine.inference.facts import Domain, Facts, Scalar, presence_key
from engine.model import rules as r


@dataclass(frozen=True, slots=True, order=True)
class FactTest:
    """A test on one flat fact: one of ``values``, or a number in [low, high); with neither, mere presence."""

    key: str
    values: tuple[Scalar, ...] = ()
    low: float | None = None
    high: float | None = None

    def passes(self, facts: Facts) -> bool:
        """Whether the fact is there and passes."""
        if self.key not in facts:
            return False
        value = facts[self.key]
        if self.values:
            return any(value is v if isinstance(v, bool) else value == v for v in self.values)
        return (self.low is None or value >= self.low) and (self.high is None or value < self.high)  # type: ignore[operator]


Branch = tuple[FactTest, ...]


def branches(condition: r.Condition, of: Mapping[str, Domain], *, holds: bool = True) -> tuple[Branch, ...]:
    """The alternatives under which ``condition`` is known to hold, or with ``holds=False`` known not to."""
    merged = (_merge(conjunction) for conjunction in _alternatives(condition, of, holds))
    return tuple(dict.fromkeys(branch for branch in merged if branch is not None))


def _alternatives(c: r.Condition, of: Mapping[str, Domain], holds: bool) -> list[tuple[FactTest, ...]]:
    match c:
        case r.Not():
            return _alternatives(c.not_, of, not holds)
        case r.All() | r.AnyOf():
            parts = c.all if isinstance(c, r.All) else c.any
            inner = [_alternatives(part, of, holds) for part in parts]
            if isinstance(c, r.All) is holds:
                return [tuple(test for tests in choice for test in tests) for choice in product(*inner)]
            return [tests for alternatives in inner for tests in alternatives]
        case _:
            return _leaf(c, of, holds)


def _leaf(c: r.Condition, of: Mapping[str, Domain], holds: bool) -> list[tuple[FactTest, ...]]:
    match c:
        case r.Finding():
            return [(FactTest(f"finding/{c.finding}", (holds,)),)]
        case r.Known() | r.Unknown():
            key, wants = (c.known, holds) if isinstance(c, r.Known) else (c.unknown, not holds)
            present = FactTest(presence_key(key, of[key]))
            return [(present if wants else FactTest(f"absent/{key}", (True,)),)]
        case r.AtLeast():
            return [(FactTest(c.fact, low=c.threshold) if holds else FactTest(c.fact, high=c.threshold),)]
        case r.Is():
            return _membership(c.fact, (c.value,), of[c.fact], holds)
        case r.In():
            return _membership(c.fact, c.values, of[c.fact], holds)
    raise TypeError(f"not a condition: {c!r}")


def _membership(key: str, wanted: tuple[Scalar, ...], domain: Domain, holds: bool) -> list[tuple[FactTest, ...]]:
    if domain.kind == "several":
        tests = [FactTest(f"{key}/{option}", (holds,)) for option in wanted]
        return [(test,) for test in tests] if holds else [tuple(tests)]
    values = tuple(v for v in domain.values if (v in wanted) is holds)
    return [(FactTest(key, values),)] if values else []


def _merge(tests: Iterable[FactTest]) -> Branch | None:
    """One test a fact; None when two tests on one fact exclude each other."""
    by_key: dict[str, FactTest] = {}
    for test in tests:
        both = _both(by_key[test.key], test) if test.key in by_key else test
        if both is None:
            return None
        by_key[test.key] = both
    return tuple(sorted(by_key.values(), key=lambda test: test.key))


def _both(a: FactTest, b: FactTest) -> FactTest | None:
    if a.values and b.values:
        values = tuple(v for v in a.values if v in b.values)
        return FactTest(a.key, values) if values else None
    if a.values or b.values:
        return a if a.values else b
    low = max((t.low for t in (a, b) if t.low is not None), default=None)
    high = min((t.high for t in (a, b) if t.high is not None), default=None)
    return None if low is not None and high is not None and low >= high else FactTest(a.key, (), low, high)
