"""The trace both evaluators give: every firing, each support of a rule once, in the order of the book."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Literal, NamedTuple

from engine.inference.facts import Facts, Scalar
from engine.inference.network import Network
from engine.model.assessment import Fact, Firing

Origin = Literal["answer", "finding", "verdict", "absence"]
_PREFIXES: dict[str, Origin] = {"finding": "finding", "absent": "absence"}
_VERDICTS = frozenset({"type_kind", "leading_type", "working_phase", "factor_met"})


class Support(NamedTuple):
    """A rule, in one polarity, and the keys of the facts that satisfied one of its alternatives."""

    rule: str
    holds: bool
    keys: frozenset[str]


def firings(network: Network, supports: Iterable[Support], facts: Facts) -> tuple[Firing, ...]:
    """The supports as firings, numbered within each rule; the same supports give the same trace in any order."""
    by_rule: dict[tuple[str, bool], set[frozenset[str]]] = defaultdict(set)
    for rule, holds, keys in supports:
        by_rule[rule, holds].add(keys)
    order = sorted(by_rule, key=lambda item: (network.place[item[0]], not item[1]))
    seen = {key: _fact(key, value) for key, value in facts.items()}
    return tuple(
        Firing(rule, n, tuple(seen[key] for key in sorted(keys)), network.concludes[rule], holds)
        for rule, holds in order
        for n, keys in enumerate(_shortest_first(by_rule[rule, holds]))
    )


def _shortest_first(supports: set[frozenset[str]]) -> list[frozenset[str]]:
    return sorted(supports, key=lambda keys: (len(keys), sorted(keys))) if len(supports) > 1 else list(supports)


def _fact(key: str, value: Scalar) -> Fact:
    head = key.split("/", 1)[0]
    origin: Origin = "verdict" if head in _VERDICTS else _PREFIXES.get(head, "answer")
    return Fact(key, value, origin)
