"""Timing, priority and the macro view, each from the smallest input that shows it."""

from typing import Any

import pytest

from engine.assess import assess
from engine.assess.engine import Engine
from engine.assess.measures import Shifts, priority
from engine.assess.renewal import risk_of
from engine.model.assessment import Assessment, MeasureStanding, Timing
from tests.helpers import AS_OF, answered, case


def judged(engine: Engine, answers: dict[str, Any]) -> Assessment:
    return assess(engine.book, answered(engine.book, answers), AS_OF, engine=engine)


@pytest.mark.parametrize(
    ("dependence", "technology", "industry", "risk"),
    [
        (False, True, True, "none"),
        (None, True, True, "unknown"),
        (True, True, True, "risk"),
        (True, True, False, "one_reading"),
        (True, False, True, "one_reading"),
        (True, False, False, "dependence_only"),
        (True, None, False, "unknown"),
        (True, True, None, "unknown"),
    ],
)
def test_the_risk_keeps_both_readings_of_the_study(
    dependence: bool | None, technology: bool | None, industry: bool | None, risk: str
) -> None:
    assert risk_of(dependence, technology, industry) == risk


@pytest.mark.parametrize(
    ("timing", "status", "missing", "raised", "type_open", "step"),
    [
        ("now", "absent", True, False, False, "first"),
        ("now", "absent", False, False, False, "next"),
        ("repair", "absent", False, False, False, "next"),
        ("prepare", "absent", True, False, False, "then"),
        ("later", "absent", False, False, False, "then"),
        ("later", "absent", False, True, False, "next"),
        ("now", "unknown", False, True, False, "next"),
        ("now", "absent", True, True, False, "first"),
        ("now", "in_place", True, True, False, "next"),
        ("now", "absent", True, False, True, "next"),
        ("later", "absent", False, False, True, "then"),
        ("now", "absent", True, True, True, "first"),
    ],
)
def test_the_order_of_beginning(
    timing: Timing, status: MeasureStanding, missing: bool, raised: bool, type_open: bool, step: str
) -> None:
    shifts = Shifts(raised=raised, type_open=type_open)
    assert priority(timing, status, shifts, serves_missing=missing) == step


def test_what_is_missing_of_an_earlier_phase_is_a_repair(bits_engine: Engine) -> None:
    answers, _ = case("a1_phase3_construction_machines")
    result = judged(bits_engine, {**answers, "a1_incentive": False})
    repaired = next(r for r in result.recommendations if r.measure == "MS.A-1.cluster_incentive")
    assert (repaired.timing, repaired.status) == ("repair", "absent")


def test_what_is_not_known_to_be_missing_of_an_earlier_phase_is_not_recommended(bits_engine: Engine) -> None:
    answers, _ = case("a1_phase3_construction_machines")
    without = {q: value for q, value in answers.items() if q != "a1_incentive"}
    result = judged(bits_engine, without)
    assert "MS.A-1.cluster_incentive" not in {r.measure for r in result.recommendations}
    assert "MS.A-1.cluster_incentive" in result.possible_measures


def test_what_is_in_place_is_never_the_first_to_begin(bits_engine: Engine, book: Any) -> None:
    for example in book.examples.values():
        result = assess(book, example.answers, example.as_of, engine=bits_engine)
        for r in result.recommendations:
            assert r.status != "in_place" or r.priority != "first", r.measure


def test_recommendations_stand_in_the_order_of_beginning_and_each_once(bits_engine: Engine, book: Any) -> None:
    for example in book.examples.values():
        found = assess(book, example.answers, example.as_of, engine=bits_engine).recommendations
        steps = [("first", "next", "then").index(r.priority) for r in found]
        assert steps == sorted(steps)
        assert len({r.measure for r in found}) == len(found)


def test_housing_is_recommended_only_with_the_warning_of_kameyama(bits_engine: Engine) -> None:
    answers, _ = case("b_phase2_materials")
    found = [r for r in judged(bits_engine, answers).recommendations if r.measure == "MS.B.env"]
    assert found
    assert all("PIT.kameyama" in r.cautions for r in found)


def test_every_measure_of_a_known_type_says_why(bits_engine: Engine) -> None:
    for name in ("a1_phase2_farm_machines", "a2_phase2_cutlery", "b_phase3_battery"):
        for r in judged(bits_engine, case(name)[0]).recommendations:
            assert r.because, r.measure
            assert r.how.ja
            assert r.how.en


def test_an_unknown_answer_is_listed_as_such_and_a_missing_one_as_not_asked(bits_engine: Engine) -> None:
    result = judged(bits_engine, {"manufacturing": True, "growth_origin": "endogenous", "core_company": "unknown"})
    states = {u.question: u.state for u in result.unanswered}
    assert states["core_company"] == "dont_know"
    assert states["historic_cluster"] == "not_asked"
    assert "manufacturing" not in states


def test_a_question_that_does_not_apply_is_not_listed_as_open(bits_engine: Engine) -> None:
    answers = {"manufacturing": True, "growth_origin": "endogenous"}
    assert "supplier_base" in {u.question for u in judged(bits_engine, answers).unanswered}
    without_core = judged(bits_engine, {**answers, "core_company": False})
    assert "supplier_base" not in {u.question for u in without_core.unanswered}


def test_the_first_line_names_the_phase_or_the_range(bits_engine: Engine) -> None:
    settled = judged(bits_engine, case("a2_phase2_cutlery")[0]).first_line.ja
    assert "尖り" in settled
    assert "まとまる" not in settled
    open_range = judged(bits_engine, {"manufacturing": True, "growth_origin": "exogenous"}).first_line.ja
    assert "選ぶ" in open_range
    assert "根付かせる" in open_range
