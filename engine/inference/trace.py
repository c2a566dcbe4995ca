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
    return tuple(
        Firing.model_construct(
            rule=rule,
            branch=n,
            facts=tuple(_fact(key, facts[key]) for key in sorted(keys)),
            concludes=network.book.rule[rule].then.key,
            holds=holds,
        )
        for rule, holds in order
        for n, keys in enumerate(sorted(by_rule[rule, holds], key=lambda keys: (len(keys), sorted(keys))))
    )


def _fact(key: str, value: Scalar) -> Fact:
    head = key.split("/", 1)[0]
    origin: Origin = "verdict" if head in _VERDICTS else _PREFIXES.get(head, "answer")
    return Fact.model_construct(key=key, value=value, origin=origin)
