"""Conditions as alternatives of plain tests, without negation."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from engine.inference.branches import Branch, FactTest, branches
from engine.inference.facts import YES_NO, Domain
from engine.model.rules import Condition

DOMAINS = {
    "core": YES_NO,
    "suppliers": YES_NO,
    "origin": Domain("choice", ("inside", "outside", "both")),
    "assets": Domain("several", ("land", "port", "water")),
    "shipments": Domain("number"),
    "finding/big": YES_NO,
}


def of(condition: dict[str, Any], *, holds: bool = True) -> tuple[Branch, ...]:
    return branches(TypeAdapter(Condition).validate_python(condition), DOMAINS, holds=holds)


def test_a_yes_is_one_test_on_one_fact() -> None:
    assert of({"fact": "core", "is": True}) == ((FactTest("core", (True,)),),)


def test_no_longer_being_yes_is_being_no_and_never_being_unknown() -> None:
    assert of({"not": {"fact": "core", "is": True}}) == ((FactTest("core", (False,)),),)
    assert not FactTest("core", (False,)).passes({})


def test_not_twice_is_nothing() -> None:
    assert of({"not": {"not": {"fact": "core", "is": True}}}) == of({"fact": "core", "is": True})


def test_not_one_option_is_the_other_options() -> None:
    assert of({"not": {"fact": "origin", "is": "both"}}) == ((FactTest("origin", ("inside", "outside")),),)


def test_not_any_option_there_is_can_never_be_known() -> None:
    assert of({"not": {"fact": "origin", "in": ["inside", "outside", "both"]}}) == ()


def test_one_of_several_is_an_alternative_for_each_and_its_negation_is_all_of_them_not_chosen() -> None:
    chosen = {"fact": "assets", "in": ["land", "port"]}
    assert of(chosen) == ((FactTest("assets/land", (True,)),), (FactTest("assets/port", (True,)),))
    assert of(chosen, holds=False) == ((FactTest("assets/land", (False,)), FactTest("assets/port", (False,))),)


def test_not_all_is_one_alternative_for_each_part_that_may_fail() -> None:
    both = {"all": [{"fact": "core", "is": True}, {"fact": "suppliers", "is": True}]}
    assert of(both) == ((FactTest("core", (True,)), FactTest("suppliers", (True,))),)
    assert of(both, holds=False) == ((FactTest("core", (False,)),), (FactTest("suppliers", (False,)),))


def test_all_over_any_multiplies_out() -> None:
    condition = {
        "all": [
            {"any": [{"fact": "core", "is": True}, {"fact": "suppliers", "is": True}]},
            {"fact": "origin", "is": "inside"},
        ]
    }
    inside = FactTest("origin", ("inside",))
    assert of(condition) == ((FactTest("core", (True,)), inside), (inside, FactTest("suppliers", (True,))))


def test_two_thresholds_on_one_number_become_one_interval() -> None:
    condition = {"all": [{"fact": "shipments", "at_least": 100}, {"not": {"fact": "shipments", "at_least": 500}}]}
    assert of(condition) == ((FactTest("shipments", (), 100.0, 500.0),),)


@pytest.mark.parametrize(("value", "inside"), [(99.9, False), (100.0, True), (499.9, True), (500.0, False)])
def test_an_interval_has_its_lower_end_and_not_its_upper(value: float, inside: bool) -> None:
    assert FactTest("shipments", (), 100.0, 500.0).passes({"shipments": value}) is inside


def test_an_empty_interval_is_no_alternative() -> None:
    condition = {"all": [{"fact": "shipments", "at_least": 500}, {"not": {"fact": "shipments", "at_least": 500}}]}
    assert of(condition) == ()


def test_a_contradiction_is_no_alternative_and_its_negation_covers_every_value() -> None:
    contradiction = {"all": [{"fact": "core", "is": True}, {"fact": "core", "is": False}]}
    assert of(contradiction) == ()
    assert {test.values for (test,) in of(contradiction, holds=False)} == {(True,), (False,)}


def test_tests_on_one_choice_narrow_each_other() -> None:
    condition = {"all": [{"fact": "origin", "in": ["inside", "both"]}, {"not": {"fact": "origin", "is": "inside"}}]}
    assert of(condition) == ((FactTest("origin", ("both",)),),)


def test_the_same_alternative_is_given_once() -> None:
    assert len(of({"any": [{"fact": "core", "is": True}, {"fact": "core", "is": True}]})) == 1


def test_a_finding_is_tested_like_a_fact() -> None:
    assert of({"finding": "big"}, holds=False) == ((FactTest("finding/big", (False,)),),)


def test_known_is_presence_and_unknown_is_a_fact_of_its_own() -> None:
    assert of({"known": "assets"}) == ((FactTest("assets/land"),),)
    assert of({"unknown": "assets"}) == ((FactTest("absent/assets", (True,)),),)
    assert of({"not": {"unknown": "core"}}) == of({"known": "core"})


def test_one_and_true_are_not_the_same_value() -> None:
    assert FactTest("core", (True,)).passes({"core": True})
    assert not FactTest("core", (True,)).passes({"core": 1.0})
