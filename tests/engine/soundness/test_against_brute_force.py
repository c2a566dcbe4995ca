"""The checks on rules against the plain definition: every way of answering, one evaluation each."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.inference.evaluate import evaluate
from engine.inference.network import Network
from engine.model.answers import Value
from engine.model.book import Book
from engine.soundness.meaning import conditions_matter
from engine.soundness.overlap import repeated_rules
from tests.engine.soundness.surveys import book, codes, evidence, finding, found

SIZES = ("small", "middle", "large")
LEAVES = st.one_of(
    st.builds(lambda fact, value: {"fact": fact, "is": value}, st.sampled_from("ab"), st.booleans()),
    st.builds(lambda value: {"fact": "size", "is": value}, st.sampled_from(SIZES)),
    st.builds(lambda values: {"fact": "size", "in": values}, st.lists(st.sampled_from(SIZES), min_size=1, unique=True)),
)
CONDITIONS: st.SearchStrategy[dict[str, Any]] = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(lambda c: {"not": c}, inner),
        st.builds(lambda key, cs: {key: cs}, st.sampled_from(("all", "any")), st.lists(inner, min_size=1, max_size=3)),
    ),
    max_leaves=4,
)


def answers() -> Iterator[dict[str, Value]]:
    """Every way to answer the three questions, each left open too."""
    for a, b, size in product((None, True, False), (None, True, False), (None, *SIZES)):
        yield {q: v for q, v in (("a", a), ("b", b), ("size", size)) if v is not None}


def fired(of: Book) -> list[set[str]]:
    """The rules that fire, for each way of answering."""
    network = Network(of)
    return [set(evaluate(network, known).conclusions.held) for known in answers()]


@settings(deadline=None, max_examples=60)
@given(st.lists(CONDITIONS, min_size=2, max_size=3))
def test_a_rule_is_told_exactly_if_another_holds_wherever_it_does(conditions: list[dict[str, Any]]) -> None:
    of = book(*(finding(str(n), when) for n, when in enumerate(conditions)))
    where = {rule.id: {n for n, held in enumerate(fired(of)) if rule.id in held} for rule in of.rules}
    told = {of.rules[path[1]].id for _, _, path in found(repeated_rules, of)}  # type: ignore[index]
    for rule in of.rules:
        others = [where[other.id] for other in of.rules if other.id != rule.id]
        assert rule.id not in told or any(where[rule.id] <= other for other in others)
    # What is left when the told ones are gone gives the conclusion in the same cases, and none of it can be spared.
    left = {rule.id for rule in of.rules} - told
    assert set().union(*where.values()) == set().union(*(where[name] for name in left))
    assert not any(where[one] and where[one] <= where[other] for one in left for other in left if one != other)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(CONDITIONS, st.integers(1, 3)), min_size=2, max_size=3))
def test_without_the_rules_told_the_strongest_evidence_is_the_same(rules: list[tuple[dict[str, Any], int]]) -> None:
    of = book(*(evidence(str(n), when, weight) for n, (when, weight) in enumerate(rules)))
    weight = {rule.id: rule.then.evidence.weight for rule in of.rules if rule.then.evidence}
    told = {of.rules[path[1]].id for _, _, path in found(repeated_rules, of)}  # type: ignore[index]
    for held in fired(of):
        assert max((weight[n] for n in held), default=0) == max((weight[n] for n in held - told), default=0)


@settings(deadline=None, max_examples=60)
@given(CONDITIONS)
def test_a_condition_is_told_never_or_always_true_exactly_if_it_is(when: dict[str, Any]) -> None:
    of = book(finding("one", when))
    network = Network(of)
    ran = [evaluate(network, known).conclusions for known in answers()]
    holds = any("findings/small/one" in one.held for one in ran)
    fails = any("findings/small/one" in one.refuted for one in ran)
    expected = "never_true" if not holds else "always_true" if not fails else None
    assert [code for code in codes(conditions_matter, of) if code != "idle_part"] == ([expected] if expected else [])
