"""Single conditions: they can hold, can fail, and every part of them does something."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from engine.model.rules import Condition, Stage
from engine.soundness import cases
from engine.soundness.meaning import conditions_matter
from tests.engine.soundness.surveys import ALSO, ASKED, NO, SIZE, YES, book, caution, codes, finding, found
from tests.helpers import question, rule

WHEN = ("rules", 0, "when")
ANY_SIZE = {"fact": "size", "in": ["small", "middle", "large"]}
A_TYPE = {"fact": "leading_type", "is": "B"}
AT_WORK = {"fact": "working_phase", "is": "PH.B.2"}


def test_what_cannot_be_true_is_told() -> None:
    assert found(conditions_matter, book(finding("one", {"all": [YES, NO]}))) == [
        ("never_true", "rules/findings/small.yaml", WHEN)
    ]


def test_what_the_interview_never_leads_to_cannot_be_true() -> None:
    gate = TypeAdapter(Condition).validate_python(YES)
    asked = (ASKED[0], question("b").model_copy(update={"applies_when": gate}))
    of = book(finding("one", {"all": [NO, ALSO]}), questions=asked)
    assert codes(conditions_matter, of) == ["never_true"]
    contradiction = rule("one", {"all": [NO, ALSO]}, {"contradiction": "c"}, Stage.CONTRADICTIONS)
    assert codes(conditions_matter, book(contradiction, questions=asked)) == []


def test_a_verdict_on_a_phase_of_an_unnamed_type_cannot_be_true() -> None:
    assert codes(conditions_matter, book(caution("one", {"all": [{"not": A_TYPE}, AT_WORK]}))) == ["never_true"]


@pytest.mark.parametrize("when", [ANY_SIZE, {"any": [YES, NO]}, {"not": {"all": [YES, NO]}}])
def test_what_no_answer_makes_fail_is_told(when: dict[str, Any]) -> None:
    assert codes(conditions_matter, book(finding("one", when))) == ["always_true"]


@pytest.mark.parametrize(
    ("when", "part"),
    [
        ({"all": [YES, {"any": [YES, ALSO]}]}, ("all", 1)),
        ({"any": [YES, {"all": [YES, ALSO]}]}, ("any", 1)),
        ({"any": [SIZE, {"fact": "size", "in": ["small", "large"]}]}, ("any", 0)),
        ({"all": [{"not": {"any": [YES, {"all": [YES, ALSO]}]}}, SIZE]}, ("all", 0, "not", "any", 1)),
        ({"all": [A_TYPE, AT_WORK]}, ("all", 0)),
    ],
)
def test_a_part_without_which_the_condition_is_the_same_is_told(when: dict[str, Any], part: tuple[str | int]) -> None:
    of = book(caution("one", when))
    assert ("idle_part", "rules/cautions/small.yaml", (*WHEN, *part)) in found(conditions_matter, of)


def test_an_idle_value_is_told() -> None:
    of = book(finding("one", {"any": [SIZE, {"fact": "size", "in": ["small", "large"]}]}))
    assert ("idle_part", "rules/findings/small.yaml", (*WHEN, "any", 1, "in", 1)) in found(conditions_matter, of)


@pytest.mark.parametrize(
    "when",
    [
        YES,
        {"all": [YES, ALSO]},
        {"any": [YES, SIZE]},
        {"fact": "size", "in": ["small", "large"]},
        {"all": [{"unknown": "a"}, {"fact": "type_kind", "in": ["single", "hybrid", "parent", "undetermined"]}]},
        {"known": "a"},
        # It asks that a is known, which b alone does not say.
        {"all": [ALSO, {"any": [YES, NO]}]},
    ],
)
def test_conditions_that_say_something_are_left_alone(when: dict[str, Any]) -> None:
    assert codes(conditions_matter, book(caution("one", when))) == []


def test_when_a_question_applies_is_examined_too() -> None:
    gate = TypeAdapter(Condition).validate_python({"all": [YES, NO]})
    of = book(finding("one", ALSO), questions=(ASKED[0], question("b").model_copy(update={"applies_when": gate})))
    assert ("never_true", "knowledge/questions/b.yaml", ("applies_when",)) in found(conditions_matter, of)


def test_what_cannot_be_enumerated_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "MOST", 2)
    assert codes(conditions_matter, book(finding("one", YES))) == ["too_many_cases"]
