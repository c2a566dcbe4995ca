"""Conditions over many scenarios at once, three-valued: holds, does not hold, not known."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from engine.inference.bits import BitEvaluator, Lanes, satisfied
from engine.inference.network import Network
from engine.model.rules import Condition
from tests.helpers import question, rule, small_book

BOOK = small_book(
    [
        question("a"),
        question("b"),
        question("origin", "choice", ["inside", "outside"]),
        question("assets", "several", ["land", "port"]),
        question("n", "number"),
    ],
    [
        rule("late", {"finding": "early"}, {"finding": "late"}),
        rule("early", {"fact": "a", "is": True}, {"finding": "early"}),
        rule("early_too", {"fact": "b", "is": True}, {"finding": "early"}),
    ],
)
NETWORK = Network(BOOK)
YES, NO, OPEN = (1, 0), (0, 1), (0, 0)


def nine_lanes() -> Lanes:
    """a and b in every combination of yes, no and unknown: lane 3 * i + j has a in state i and b in state j."""
    lanes = Lanes(9)
    lanes.facts["a"] = {True: 0b000000111, False: 0b000111000}
    lanes.facts["b"] = {True: 0b001001001, False: 0b010010010}
    return lanes


def in_nine_lanes(condition: dict[str, Any]) -> list[str]:
    holds, fails = BitEvaluator(NETWORK).condition(TypeAdapter(Condition).validate_python(condition), nine_lanes())
    assert not holds & fails
    return ["T" if holds >> n & 1 else "F" if fails >> n & 1 else "?" for n in range(9)]


A, B = {"fact": "a", "is": True}, {"fact": "b", "is": True}


def test_and_is_false_where_one_is_false_whatever_the_other() -> None:
    assert in_nine_lanes({"all": [A, B]}) == list("TF?FFF?F?")


def test_or_is_true_where_one_is_true_whatever_the_other() -> None:
    assert in_nine_lanes({"any": [A, B]}) == list("TTTTF?T??")


def test_not_leaves_the_unknown_unknown() -> None:
    assert in_nine_lanes({"not": A}) == list("FFFTTT???")


def test_known_is_never_unknown() -> None:
    assert in_nine_lanes({"known": "b"}) == list("TTF" * 3)
    assert in_nine_lanes({"unknown": "b"}) == list("FFT" * 3)


def one(condition: dict[str, Any], **facts: Any) -> tuple[int, int]:
    lanes = Lanes(1)
    lanes.set_everywhere({key.replace("__", "/"): value for key, value in facts.items()})
    return BitEvaluator(NETWORK).condition(TypeAdapter(Condition).validate_python(condition), lanes)


@pytest.mark.parametrize(
    ("condition", "facts", "expected"),
    [
        ({"fact": "origin", "is": "inside"}, {"origin": "inside"}, YES),
        ({"fact": "origin", "is": "inside"}, {"origin": "outside"}, NO),
        ({"fact": "origin", "is": "inside"}, {}, OPEN),
        ({"fact": "n", "at_least": 10}, {"n": 10.0}, YES),
        ({"fact": "n", "at_least": 10}, {"n": 9.99}, NO),
        ({"fact": "n", "at_least": 10}, {}, OPEN),
        ({"fact": "assets", "in": ["land", "port"]}, {"assets__land": False, "assets__port": True}, YES),
        ({"fact": "assets", "in": ["land", "port"]}, {"assets__land": False, "assets__port": False}, NO),
        ({"fact": "assets", "in": ["land", "port"]}, {}, OPEN),
        ({"known": "assets"}, {"assets__land": False, "assets__port": False}, YES),
    ],
)
def test_a_condition_on_one_fact(condition: dict[str, Any], facts: dict[str, Any], expected: tuple[int, int]) -> None:
    assert one(condition, **facts) == expected


def test_a_finding_holds_by_any_rule_and_fails_only_when_all_fail() -> None:
    lanes = nine_lanes()
    BitEvaluator(NETWORK).findings(lanes)
    assert [lanes.mask("finding/early", True), lanes.mask("finding/early", False)] == [0b001001111, 0b000010000]


def test_a_finding_is_evaluated_before_the_finding_that_reads_it() -> None:
    lanes = nine_lanes()
    BitEvaluator(NETWORK).findings(lanes)
    assert lanes.facts["finding/late"] == lanes.facts["finding/early"]


def test_every_set_of_facts_that_supports_is_told() -> None:
    condition = TypeAdapter(Condition).validate_python({"any": [A, {"all": [A, B]}]})
    found = satisfied(condition, {"a": True, "b": True}, NETWORK.domains, True)
    assert set(found) == {frozenset({"a"}), frozenset({"a", "b"})}


def test_nothing_supports_either_way_while_unknown() -> None:
    condition = TypeAdapter(Condition).validate_python({"all": [A, B]})
    assert satisfied(condition, {"a": True}, NETWORK.domains, True) == []
    assert satisfied(condition, {"a": True}, NETWORK.domains, False) == []
