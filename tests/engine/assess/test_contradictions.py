"""Answers that do not go together are told with both answers and the way out; mere tension is not."""

from typing import Any

import pytest

from engine.assess import assess
from engine.assess.engine import Engine
from engine.model.assessment import Assessment
from engine.model.rules import Stage
from tests.helpers import AS_OF, answered, case, case_names, shipped_book


def judged(engine: Engine, answers: dict[str, Any]) -> Assessment:
    return assess(engine.book, answered(engine.book, answers), AS_OF, engine=engine)


def names(engine: Engine, answers: dict[str, Any]) -> list[str]:
    return [one.contradiction for one in judged(engine, answers).contradictions]


def test_both_answers_and_the_way_out_are_told_and_none_is_changed(bits_engine: Engine) -> None:
    result = judged(bits_engine, {"supplier_base": True, "core_company": False})
    (told,) = result.contradictions
    rule = bits_engine.book.rule["contradictions/anchor/suppliers_without_core"]
    assert (told.text, told.way_out) == (rule.reads, rule.way_out)
    assert [(a.question, a.value) for a in told.answers] == [("core_company", False), ("supplier_base", True)]
    assert [because.rule for because in told.because] == [rule.id]


def test_every_answer_concerned_is_told_whichever_of_them_suffices(bits_engine: Engine) -> None:
    (told,) = judged(
        bits_engine, {"b_focus": False, "b_regional_fit": True, "b_external_analysis": True}
    ).contradictions
    assert {answer.question for answer in told.answers} == {"b_focus", "b_regional_fit", "b_external_analysis"}


def test_behind_a_key_factor_stand_its_answers_and_dont_know_has_no_value(bits_engine: Engine) -> None:
    earlier = ("a1_core_involved", "a1_production", "a1_supplier_training", "a1_joint_rd")
    answers = {"a1_nextgen_field": True, "a1_frontier": "running", **dict.fromkeys(earlier, "分からない")}
    (told,) = judged(bits_engine, answers).contradictions
    assert {a.question: a.value for a in told.answers} == {
        "a1_core_involved": None,
        "a1_production": None,
        "a1_supplier_training": None,
        "a1_joint_rd": None,
        "a1_nextgen_field": True,
        "a1_frontier": "running",
    }


@pytest.mark.parametrize(
    "answers",
    [
        {"growth_origin": "endogenous", "attraction_first": True},
        {"growth_origin": "both", "local_accumulation": True, "attracted_share": False},
        {"growth_origin": "exogenous", "local_accumulation": False, "historic_cluster": True},
        {"dependence": True, "diversified": True},
        {"core_company": True, "many_strong_firms": True, "supplier_base": False},
        {"a2_vision": True, "a2_frontier": True, "a2_innovation": True, "a2_base_firms": False},
        {"b_focus": False, "b_attracted": "arrived"},
        {"b_settle": True, "b_nonregular": True, "b_attracted": "arrived"},
        {"a2_share_leader": True, "a2_shared": []},
        {"core_company": "分からない", "supplier_base": True},
        {"growth_origin": "none", "dependence": True, "b_attracted": "arrived"},
    ],
)
def test_tension_being_ahead_and_what_is_unknown_are_no_contradiction(
    bits_engine: Engine, answers: dict[str, Any]
) -> None:
    assert names(bits_engine, answers) == []


def test_the_last_phase_alone_is_none_where_another_type_leads(bits_engine: Engine) -> None:
    earlier = ("b_focus", "b_regional_fit", "b_external_analysis", "b_diff", "b_attracted")
    last = {"b_linkage": True, "b_upgrade_people": True, "b_upgrade_tech": True, **dict.fromkeys(earlier, "分からない")}
    assert names(bits_engine, last) == ["b_phase3_alone"]
    assert names(bits_engine, {**last, "growth_origin": "endogenous"}) == []


def test_what_was_never_asked_contradicts_nothing(bits_engine: Engine) -> None:
    last = {"b_linkage": True, "b_upgrade_people": True, "b_upgrade_tech": True, "b_focus": "分からない"}
    assert names(bits_engine, last) == []


def test_no_example_of_the_study_contradicts_itself(bits_engine: Engine) -> None:
    found = {
        name: [
            one.contradiction for one in assess(bits_engine.book, e.answers, e.as_of, engine=bits_engine).contradictions
        ]
        for name, e in bits_engine.book.examples.items()
    }
    assert {name: told for name, told in found.items() if told} == {}


def test_every_contradiction_is_in_a_case() -> None:
    expected = {name for file in case_names() for name in case(file)[1].get("contradictions", ())}
    assert expected == {rule.then.contradiction for rule in shipped_book().of_stage(Stage.CONTRADICTIONS)}


def test_each_says_whether_both_cannot_be_right_or_one_hardly_stands() -> None:
    for rule in shipped_book().of_stage(Stage.CONTRADICTIONS):
        assert any(word in rule.reads.ja for word in ("両立しない", "まず成り立たない", "まず考えられない")), rule.id
        assert any(word in rule.reads.en for word in ("cannot both be right", "hardly")), rule.id
