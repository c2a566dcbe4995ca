"""What the unknowns leave open, on the smallest answer sets."""

import pytest

from engine.assess import assess
from engine.assess.engine import Engine
from engine.inference import possible
from engine.inference.possible import Completions
from engine.model.answers import Value
from tests.helpers import AS_OF, answered, case

INSIDE = {"manufacturing": True, "growth_origin": "endogenous", "local_accumulation": True, "attraction_first": False,
          "attracted_share": False, "historic_cluster": True}  # fmt: skip


def labels(engine: Engine, known: dict[str, Value]) -> tuple[str, ...]:
    return Completions(engine.reading, known).labels()


def test_nothing_answered_leaves_every_single_type_open(bits_engine: Engine) -> None:
    assert {"A-1", "A-2", "B", "A-2+B", "out_of_scope", "undetermined"} <= set(labels(bits_engine, {}))


def test_what_is_no_manufacturing_is_settled_by_one_answer(bits_engine: Engine) -> None:
    assert labels(bits_engine, {"manufacturing": False}) == ("out_of_scope",)


def test_what_grew_from_within_cannot_be_out_of_scope_nor_b_alone(bits_engine: Engine) -> None:
    found = labels(bits_engine, INSIDE)  # type: ignore[arg-type]
    assert {"A-1", "A-2"} <= set(found)
    assert not {"B", "out_of_scope", "undetermined"} & set(found)


def test_the_question_on_the_core_company_would_settle_it_and_the_answered_ones_would_not(bits_engine: Engine) -> None:
    settling = Completions(bits_engine.reading, INSIDE).settling()  # type: ignore[arg-type]
    assert "core_company" in settling
    assert not set(INSIDE) & set(settling)


def test_too_many_completions_leave_everything_possible(bits_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(possible, "MAX_LANES", 1)
    completions = Completions(bits_engine.reading, INSIDE)  # type: ignore[arg-type]
    assert {"A-1", "B", "out_of_scope"} <= set(completions.labels())
    assert completions.settling() == ()
    assert completions.truths("necessary:PH.A-1.2:joint_rd") == {True, False}


def test_a_factor_with_one_necessary_no_cannot_be_met(bits_engine: Engine) -> None:
    assert "met" not in Completions(bits_engine.reading, {"b_regional_fit": False}).statuses("PH.B.1")
    assert "met" in Completions(bits_engine.reading, {"b_regional_fit": True}).statuses("PH.B.1")


def test_a_phase_that_cannot_be_passed_bounds_the_range_that_is_shown(bits_engine: Engine) -> None:
    """Without the analysis of the region the choice is not met, whatever is not known: work stands at 選ぶ."""
    answers = {"manufacturing": True, "growth_origin": "exogenous", "b_regional_fit": False}
    (phase,) = assess(bits_engine.book, answered(bits_engine.book, answers), AS_OF, engine=bits_engine).phases
    assert phase.possible == ("1",)
    assert (phase.low, phase.high) == (1, 1)


def test_each_known_answer_narrows_a_real_case_down_to_one(bits_engine: Engine) -> None:
    answers, _ = case("a1_phase2_farm_machines")
    known: dict[str, Value] = {}
    before = set(labels(bits_engine, known))
    for q, answer in answered(bits_engine.book, answers).items():
        known[q] = answer.value  # type: ignore[assignment]
        after = set(labels(bits_engine, known))
        assert after <= before, q
        before = after
    assert before == {"A-1"}
