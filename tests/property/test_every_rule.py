"""Every alternative of every rule, and of its negation, tried on answers made for it: both evaluators say the same."""

from functools import cache

import pytest

from engine.assess.engine import Engine
from engine.inference.bits import satisfied
from engine.inference.branches import Branch, branches
from engine.inference.evaluate import Outcome
from engine.inference.network import Network
from engine.model.answers import Value
from engine.model.rules import Rule
from tests.helpers import case, case_names, shipped_book, values
from tests.helpers_answers import answers_satisfying, bases

Known = dict[str, Value]


@cache
def all_bases() -> list[Known]:
    book = shipped_book()
    return bases(book, {name: values(book, case(name)[0]) for name in case_names()})


def reaching(engine: Engine, rule: Rule, branch: Branch, holds: bool) -> tuple[Known, Outcome] | None:
    """The first answer set on which the alternative's tests all pass."""
    for base in all_bases():
        for known in answers_satisfying(engine.network, branch, base):
            outcome = engine.evaluate(known)
            if all(test.passes(outcome.facts) for test in branch):
                return known, outcome
        if not reads_verdicts(branch):
            break
    return None


def reads_verdicts(branch: Branch) -> bool:
    heads = {test.key.split("/")[0] for test in branch}
    return bool(heads & {"type_kind", "leading_type", "working_phase", "factor_met"})


def rule_ids() -> list[str]:
    return [rule.id for rule in shipped_book().rules]


def same(one: Outcome, other: Outcome) -> None:
    assert one.facts == other.facts
    assert one.trace == other.trace
    assert (one.type, one.points) == (other.type, other.points)
    assert (one.phases, one.statuses) == (other.phases, other.statuses)
    assert (one.conclusions.held, one.conclusions.refuted) == (other.conclusions.held, other.conclusions.refuted)


def alternatives(network: Network, rule: Rule) -> list[tuple[bool, Branch]]:
    return [(holds, b) for holds in (True, False) for b in branches(rule.when, network.domains, holds=holds)]


@pytest.mark.parametrize("rule_id", rule_ids())
def test_each_condition_of_a_rule_has_been_true_and_false(rule_id: str, bits_engine: Engine) -> None:
    network, rule = bits_engine.network, bits_engine.book.rule[rule_id]
    for holds, branch in alternatives(network, rule):
        reached = reaching(bits_engine, rule, branch, holds)
        assert reached is not None, f"no answers were found for {branch} ({holds=})"
        known, outcome = reached
        held = bool(satisfied(rule.when, outcome.facts, network.domains, True))
        refuted = bool(satisfied(rule.when, outcome.facts, network.domains, False))
        assert (held, refuted) == (holds, not holds), known
        assert (rule_id in outcome.conclusions.held) is holds


@pytest.mark.parametrize("rule_id", rule_ids())
def test_both_evaluators_agree_on_each_condition_of_a_rule(
    rule_id: str, bits_engine: Engine, durable_engine: Engine
) -> None:
    rule = bits_engine.book.rule[rule_id]
    for holds, branch in alternatives(bits_engine.network, rule):
        reached = reaching(bits_engine, rule, branch, holds)
        assert reached is not None
        same(durable_engine.evaluate(reached[0]), reached[1])
