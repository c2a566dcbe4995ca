"""Nothing is asked, found or computed in vain."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from engine.model.rules import Condition
from engine.soundness.usage import computed_facts_read, findings_used, options_read, questions_read
from tests.engine.soundness.surveys import ALSO, ASKED, SIZE, YES, book, caution, codes, finding, found
from tests.helpers import question

SEVERAL = (question("kinds", "several", ("x", "y", "z")),)


def test_a_question_that_no_rule_reads_is_told() -> None:
    of = book(finding("one", {"all": [YES, SIZE]}))
    assert found(questions_read, of) == [("question_unread", "knowledge/questions/b.yaml", ("text",))]


def test_a_question_that_decides_whether_another_applies_is_read() -> None:
    gated = question("b").model_copy(update={"applies_when": TypeAdapter(Condition).validate_python(YES)})
    assert codes(questions_read, book(finding("one", ALSO), questions=(ASKED[0], gated))) == []


def test_options_of_a_choice_that_nothing_tells_apart_are_told_and_a_remainder_of_one_is_not() -> None:
    assert found(options_read, book(finding("one", SIZE))) == [
        ("option_unread", "knowledge/questions/size.yaml", ("options", 1))
    ]
    told = {"any": [SIZE, {"all": [YES, {"fact": "size", "is": "small"}]}]}
    assert codes(options_read, book(finding("one", told))) == []


@pytest.mark.parametrize(
    ("when", "expected"),
    [({"fact": "kinds", "in": ["x", "y", "z"]}, 0), ({"fact": "kinds", "in": ["x", "y"]}, 1), ({"known": "kinds"}, 3)],
)
def test_options_of_which_several_may_be_chosen_are_each_named(when: dict[str, Any], expected: int) -> None:
    assert codes(options_read, book(caution("one", when), questions=SEVERAL)) == ["option_unread"] * expected


def test_a_finding_that_no_rule_reads_is_told_once() -> None:
    of = book(finding("one", YES), finding("two", ALSO), finding("three", SIZE, "g"), caution("c", {"finding": "g"}))
    assert found(findings_used, of) == [
        ("finding_unread", "rules/findings/small.yaml", ("rules", 0, "then", "finding"))
    ]


def test_a_computed_fact_that_no_rule_reads_is_told() -> None:
    reads = caution("one", {"any": [{"fact": "type_kind", "is": "single"}, {"fact": "leading_type", "is": "B"}]})
    assert codes(computed_facts_read, book(reads)) == ["computed_fact_unread"] * 2
