"""Robustness: shares that can be worked out by hand or by brute force, and what is claimed of all cases."""

from collections.abc import Mapping
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.analysis.outlook import Outlook
from engine.analysis.robustness import robustness
from engine.assess import assess
from engine.assess.engine import Engine
from engine.model.answers import Answer, Confidence, Consultation
from engine.model.assessment import Assessment
from engine.model.robustness import Robustness
from tests.helpers import AS_OF, answered, case, shipped_book
from tests.helpers_answers import any_answers

BOOK = shipped_book()


def weighed(engine: Engine, answers: Mapping[str, Answer], **options: Any) -> Robustness:
    return robustness(engine, answers, assess(engine.book, answers, AS_OF, engine=engine), **options)


def complete(engine: Engine) -> dict[str, Answer]:
    """A cluster of type A-1 with every question that rules on measures read answered for sure."""
    answers, _ = case("a1_complete_air_conditioning")
    given_ = answered(engine.book, answers)
    rest = {q for q in engine.told_about["measures"] if q not in given_}
    return {**given_, **{q: no(engine, q) for q in rest}}


def no(engine: Engine, question: str) -> Answer:
    asked = engine.book.questions[question]
    value = {"yes_no": False, "several": (), "number": 0.0}.get(asked.kind)
    return Answer(question=question, value=asked.options[-1].id if value is None else value)


def test_where_all_is_known_the_verdict_holds_in_the_one_case_there_is(bits_engine: Engine) -> None:
    found = weighed(bits_engine, complete(bits_engine))
    assert (found.open_questions, found.scenarios, found.exact, found.error) == (0, 1, True, 0.0)
    assert (found.leading, found.type_holds, found.both_hold) == ("A-1", 1.0, 1.0)
    assert found.matters == ()
    assert {measure.extent for measure in found.measures} <= {"proved"}


def test_one_open_question_that_decides_the_type(bits_engine: Engine) -> None:
    """Everything else sure: with a core company the type is A-1 by its suppliers, without one the rest says no."""
    answers = complete(bits_engine)
    without = {q: a for q, a in answers.items() if q != "a1_joint_rd"}
    found = weighed(bits_engine, without)
    assert (found.open_questions, found.scenarios, found.exact) == (1, 2, True)
    (point,) = found.matters
    assert (point.question, point.state) == ("a1_joint_rd", "not_asked")
    assert point.type_bits == 0
    assert point.phase_bits == pytest.approx(1.0)
    assert sorted(answer.cases for answer in point.answers) == [0.5, 0.5]
    assert (found.type_holds, found.both_hold) == (1.0, 0.5)


def test_dont_know_and_not_asked_weigh_alike_and_doubt_less(bits_engine: Engine) -> None:
    answers = complete(bits_engine)
    asked = answers["a1_joint_rd"]
    dont_know = {**answers, "a1_joint_rd": Answer(question="a1_joint_rd", value="unknown")}
    unsure = {**answers, "a1_joint_rd": asked.model_copy(update={"confidence": Confidence.UNSURE})}
    likely = {**answers, "a1_joint_rd": asked.model_copy(update={"confidence": Confidence.LIKELY})}
    shares = [max(p.share for p in weighed(bits_engine, a).phases[0].places) for a in (dont_know, unsure, likely)]
    assert shares[0] == pytest.approx(1 / 2)
    assert shares[1] == pytest.approx(3 / 4, abs=0.01)
    assert shares[2] == pytest.approx(7 / 8, abs=0.01)
    assert weighed(bits_engine, unsure).matters[0].state == "doubted"


OPEN = ("a2_base_people", "a2_share_leader", "a2_training", "a2_vision", "a2_innovation")


@settings(max_examples=8)
@given(
    st.sets(st.sampled_from(OPEN), min_size=1, max_size=4), st.sampled_from(["a2_phase2_cutlery", "a2_phase3_towels"])
)
def test_shares_are_those_of_trying_every_case(bits_engine: Engine, open_: set[str], name: str) -> None:
    """Each way to answer the open questions is assessed by itself. Where one contradicts what is known, the question
    has the other answer in every case that is left, so these weigh alike."""
    answers = answered(BOOK, case(name)[0])
    rest = {q: no(bits_engine, q) for q in bits_engine.told_about["measures"] if q not in answers}
    known = {q: a for q, a in {**rest, **answers}.items() if q not in open_}
    found = weighed(bits_engine, known)
    ways = [dict(zip(sorted(open_), way, strict=True)) for way in product((True, False), repeat=len(open_))]
    tried = [
        assess(BOOK, {**known, **{q: Answer(question=q, value=v) for q, v in way.items()}}, AS_OF, engine=bits_engine)
        for way in ways
    ]
    tried = [a for a in tried if not a.contradictions]
    assert (found.exact, found.scenarios) == (True, len(tried))
    now = assess(BOOK, known, AS_OF, engine=bits_engine)
    assert found.both_hold == pytest.approx(sum(holds_in(now, one) for one in tried) / len(tried))
    for label in found.types:
        assert label.share == pytest.approx(sum(a.type.leading == label.label for a in tried) / len(tried))
    for measure in found.measures:
        count = sum(measure.measure in {r.measure for r in a.recommendations} for a in tried)
        assert measure.share == pytest.approx(count / len(tried))
        assert (measure.extent == "proved") is (count == len(tried))


def holds_in(now: Assessment, then: Assessment) -> bool:
    """Whether the verdict of some answers still stands once more is known: the same types, work within the range."""
    if now.type.leading != then.type.leading:
        return False
    places = {phase.type: phase for phase in then.phases}
    return all(
        places[phase.type].complete
        if phase.complete
        else not places[phase.type].complete and phase.low <= places[phase.type].low <= phase.high
        for phase in now.phases
    )


def test_a_parent_still_holds_where_one_of_its_types_comes_out(bits_engine: Engine) -> None:
    """In most cases A turns into A-1 or A-2: these bear the verdict out as much as those that leave it open."""
    given_: dict[str, Any] = {"manufacturing": True, "growth_origin": "endogenous", "local_accumulation": True}
    found = weighed(bits_engine, answered(BOOK, given_))
    shares = {label.label: label.share for label in found.types}
    assert found.leading == "A"
    assert shares.get("A-1", 0) + shares.get("A-2", 0) > shares.get("A", 0) > 0
    assert found.type_holds == pytest.approx(sum(shares.get(label, 0) for label in ("A", "A-1", "A-2")))


@settings(max_examples=12)
@given(any_answers(BOOK))
def test_whatever_the_answers_shares_are_shares_and_what_is_claimed_is_possible(
    bits_engine: Engine, answers: dict[str, Answer]
) -> None:
    assessment = assess(BOOK, answers, AS_OF, engine=bits_engine)
    outlook = Outlook(bits_engine, answers, 4096)
    found = robustness(bits_engine, answers, assessment, outlook=outlook)
    if not found.scenarios:
        return
    assert sum(label.share for label in found.types) == pytest.approx(1.0)
    assert found.both_hold <= found.type_holds <= 1.0
    for phases in found.phases:
        assert sum(place.share for place in phases.places) == pytest.approx(1.0)
    if not outlook.given().doubted:
        assert {label.label for label in found.types} <= set(assessment.type.possible)
        assert {m.measure for m in found.measures} <= set(assessment.possible_measures)
    for point in found.matters:
        assert sum(answer.cases for answer in point.answers) == pytest.approx(1.0)


def test_proved_means_every_further_answer_leaves_it_recommended(bits_engine: Engine) -> None:
    """Towels of phase 3 with the branding known to be missing: bounds prove it, whatever the sample says."""
    answers = answered(BOOK, case("a2_phase3_towels")[0])
    found = weighed(bits_engine, answers)
    proved = [measure.measure for measure in found.measures if measure.extent == "proved"]
    assert not found.exact
    assert proved
    for question in ("a2_vision", "a2_frontier", "a2_innovation", "a2_customers"):
        for value in (True, False):
            more = {**answers, question: Answer(question=question, value=value)}
            result = assess(BOOK, more, AS_OF, engine=bits_engine)
            if not result.contradictions:
                assert set(proved) <= {r.measure for r in result.recommendations}


def test_contradictory_answers_are_weighed_as_they_stand(bits_engine: Engine) -> None:
    answers = answered(BOOK, case("contradictory_answers")[0])
    assert weighed(bits_engine, answers).scenarios > 0


def test_no_answers_at_all(bits_engine: Engine) -> None:
    found = weighed(bits_engine, {})
    assert (found.leading, found.type_holds) == ("undetermined", pytest.approx(0, abs=0.01))
    assert found.open_questions == len(bits_engine.told_about["measures"])


def test_the_same_answers_give_the_same_figures(bits_engine: Engine, book: Any) -> None:
    example: Consultation = book.examples["kitakami"]
    again = Engine(book, use_durable=False)
    assert weighed(bits_engine, example.answers) == weighed(again, example.answers)


@pytest.mark.parametrize("name", ["a1_phase1_shipyard", "a2_phase2_cutlery", "b_phase2_materials", "half_unknown_b"])
def test_what_a_few_scenarios_show_is_not_taken_for_a_proof(bits_engine: Engine, name: str) -> None:
    """From a sample of four much comes out alike by chance; what is called proved must hold in 65,536 as well."""
    answers = answered(BOOK, case(name)[0])
    few, many = (weighed(bits_engine, answers, size=size) for size in (4, 1 << 16))
    always = {measure.measure for measure in many.measures if measure.share == 1.0}
    proved = {measure.measure for measure in few.measures if measure.extent == "proved"}
    by_chance = {measure.measure for measure in few.measures if measure.share == 1.0} - always
    assert proved <= always
    assert proved.isdisjoint(by_chance)
    assert proved == {measure.measure for measure in many.measures if measure.extent == "proved"}
