"""Each rule does what its sentence says: what it concludes, where it holds, is known not to hold, and stays open."""

from functools import cache

import pytest

from engine.assess.engine import Engine
from engine.inference.bits import BitEvaluator, OneLane
from engine.inference.network import Network
from tests.helpers import shipped_book
from tests.rules.specification import Trial, concluded, conclusion_differs, entries, facts_of, unpaired


@cache
def network() -> Network:
    return Network(shipped_book())


@cache
def trial() -> Trial:
    return Trial(network(), entries().values())


def rule_ids() -> list[str]:
    return [rule.id for rule in shipped_book().rules if rule.id in entries()]


def test_every_rule_has_its_entry_and_every_entry_its_rule() -> None:
    assert unpaired(shipped_book()) == set()


@pytest.mark.parametrize("rule_id", rule_ids())
def test_a_rule_concludes_what_its_sentence_says(rule_id: str) -> None:
    rule = shipped_book().rule[rule_id]
    assert not conclusion_differs(rule, entries()[rule_id]), (concluded(rule.then), entries()[rule_id].concludes)


@pytest.mark.parametrize("rule_id", rule_ids())
def test_a_rule_comes_out_on_each_example_as_its_sentence_says(rule_id: str) -> None:
    rule = shipped_book().rule[rule_id]
    came = BitEvaluator(network()).condition(rule.when, trial().lanes)
    assert list(trial().differences(rule, came)) == []


@pytest.mark.slow
def test_durable_rules_holds_each_rule_on_the_same_examples(durable_engine: Engine) -> None:
    assert durable_engine.durable is not None
    lane, wrong = OneLane(network()), []
    for entry, outcome, example in trial().examples:
        facts = facts_of(network(), example)
        with durable_engine.durable.session() as session:
            held = {s.rule for s in session.push(facts | lane.findings(facts)) if s.holds}
        if (entry.rule in held) is not (outcome == "holds"):
            wrong.append((entry.rule, outcome, example))
    assert wrong == []
