"""Counterfactuals on small books whose smallest sets are known by thought, and on the shipped one."""

from typing import Any

import pytest

from engine.analysis import counterfactual_search
from engine.analysis.counterfactual import counterfactuals
from engine.assess.engine import Engine
from engine.model.answers import UNKNOWN, Answer, Confidence
from engine.model.counterfactual import Counterfactual, Counterfactuals
from engine.model.problem import ShusekiError
from engine.model.questions import Question, Section
from engine.model.rules import Rule, Stage
from tests.helpers import answered, case, question, rule, shipped_book, small_book, text

BOOK = shipped_book()
ENGINE = Engine(BOOK, use_durable=False)
_SMALL = Section.model_validate({"id": "small", "title": text("small"), "intro": text("small")})

LOCAL = {"fact": "local", "is": True}
OUTSIDE = {"fact": "outside", "is": True}


def pulls(id: str, type_: str, weight: int, when: dict[str, Any]) -> Rule:
    evidence = {"type": type_, "viewpoint": "VP1", "pull": "for", "weight": weight}
    return rule(id, when, {"evidence": evidence}, Stage.TYPE)


def clash(id: str, when: dict[str, Any]) -> Rule:
    return rule(id, when, {"contradiction": id}, Stage.CONTRADICTIONS)


def asked(id: str, kind: str = "yes_no", options: tuple[str, ...] = (), **more: Any) -> Question:
    made = question(id, kind, options)
    return Question.model_validate({**made.model_dump(by_alias=True), **more})


def engine_of(questions: list[Question], rules: list[Rule]) -> Engine:
    """Unless said otherwise, what is local speaks for A with 2 and what came from outside for B with 3."""
    rules = [pulls("a", "A", 2, LOCAL), pulls("b", "B", 3, OUTSIDE), *rules]
    questions = [*questions, *(asked(q) for q in ("local", "outside") if q not in {one.id for one in questions})]
    book = small_book(questions, rules).model_copy(update={"sections": (_SMALL,)})
    return Engine(book, use_durable=False)


def given(**values: Any) -> dict[str, Answer]:
    return {q: a if isinstance(a, Answer) else Answer(question=q, value=a) for q, a in values.items()}


def doubted(question: str, value: Any) -> Answer:
    return Answer(question=question, value=value, confidence=Confidence.LIKELY)


def sets(found: tuple[Counterfactual, ...]) -> list[tuple[dict[str, Any], str]]:
    return [({c.question: c.after for c in one.changes}, one.outcome.after) for one in found]


def of_type(engine: Engine, answers: dict[str, Answer], towards: str | None = None) -> Counterfactuals:
    (found,) = counterfactuals(engine, answers, "type", towards)
    return found


def test_what_is_found_out_comes_before_what_is_lost_and_nothing_needless_is_told() -> None:
    engine = engine_of([asked("local"), asked("outside")], [])
    found = of_type(engine, given(local=True))
    assert sets(found.found) == [({"outside": True}, "B"), ({"local": False}, "undetermined")]
    assert [one.changes[0].nature for one in found.found] == ["learn", "lose"]
    assert (found.present, found.candidates, found.sets, found.exact) == ("A", 2, 5, True)
    assert (found.premises, found.none_up_to) == ((), None)


def test_a_given_fact_is_only_a_premise() -> None:
    engine = engine_of([asked("local", given=True), asked("outside", given=True)], [])
    found = of_type(engine, given(local=True, outside=False))
    assert (found.found, found.none_up_to, found.candidates, found.sets) == ((), 3, 0, 0)
    assert sets(found.premises) == [({"local": False}, "undetermined"), ({"outside": True}, "B")]
    assert {c.nature for one in found.premises for c in one.changes} == {"correct"}


def test_a_given_fact_may_be_found_out_and_corrected_where_it_is_not_sure() -> None:
    engine = engine_of([asked("local", given=True), asked("outside", given=True)], [])
    found = of_type(engine, given(local=doubted("local", True), outside=UNKNOWN))
    assert [(s, one.changes[0].nature) for (s, _), one in zip(sets(found.found), found.found, strict=True)] == [
        ({"outside": True}, "learn"),
        ({"local": False}, "correct"),
    ]


def test_three_changes_where_fewer_do_not_do() -> None:
    parts = [{"fact": q, "is": True} for q in "xyz"]
    engine = engine_of([*map(asked, "xyz")], [pulls("all", "A", 2, {"all": parts})])
    found = of_type(engine, given(x=False), "A")
    assert ({"x": True, "y": True, "z": True}, "A") in sets(found.found)
    assert sets(found.found)[0] == ({"local": True}, "A")
    assert len(found.found) == 2


def test_nothing_within_three_changes_is_said_to_be_proved() -> None:
    parts = [{"fact": q, "is": True} for q in "vwxyz"]
    engine = engine_of([*map(asked, "vwxyz")], [pulls("all", "A-1", 2, {"all": parts})])
    found = of_type(engine, given(v=False), "A-1")
    assert (found.found, found.premises, found.none_up_to, found.exact) == ((), (), 3, True)


def test_a_set_that_brings_a_contradiction_about_does_not_count_unless_another_change_lifts_it() -> None:
    against = {"all": [OUTSIDE, {"fact": "park", "is": False}]}
    engine = engine_of([asked("local"), asked("outside"), asked("park")], [clash("no_park", against)])
    found = of_type(engine, given(local=True, park=False))
    assert ({"outside": True}, "B") not in sets(found.found)
    assert ({"outside": True, "park": True}, "B") in sets(found.found)


def test_contradictions_that_follow_each_other_are_all_lifted() -> None:
    rules = [
        clash("one", {"all": [OUTSIDE, {"fact": "park", "is": False}]}),
        clash("two", {"all": [{"fact": "park", "is": True}, {"fact": "road", "is": False}]}),
    ]
    engine = engine_of([asked("local"), asked("outside"), asked("park"), asked("road")], rules)
    found = of_type(engine, given(local=True, park=False, road=False), "B")
    assert sets(found.found) == [({"outside": True, "park": True, "road": True}, "B")]


def test_a_contradiction_that_is_there_already_bars_nothing() -> None:
    engine = engine_of([asked("local"), asked("outside"), asked("park")], [clash("odd", {"fact": "park", "is": False})])
    assert ({"outside": True}, "B") in sets(of_type(engine, given(local=True, park=False)).found)


def test_among_answers_alike_one_is_chosen_that_is_no_contradiction() -> None:
    outside = asked("outside", "choice", ("none", "state", "firm"))
    rules = [
        pulls("came", "B", 3, {"fact": "outside", "in": ["state", "firm"]}),
        clash("state", {"fact": "outside", "is": "state"}),
    ]
    book_rules = [pulls("a", "A", 2, LOCAL), *rules]
    book = small_book([asked("local"), outside], book_rules).model_copy(update={"sections": (_SMALL,)})
    found = of_type(Engine(book, use_durable=False), given(local=True), "B")
    assert sets(found.found) == [({"outside": "firm"}, "B")]


def test_an_answer_to_a_question_that_does_not_apply_needs_the_question_to_apply() -> None:
    outside = asked("outside", applies_when={"fact": "door", "is": True})
    engine = engine_of([asked("local"), asked("door"), outside], [])
    found = of_type(engine, given(local=True, door=False), "B")
    assert sets(found.found) == [({"door": True, "outside": True}, "B")]
    assert sets(of_type(engine, given(local=True), "B").found) == [({"outside": True}, "B")]


def test_of_answers_alike_the_nearest_is_told_and_marked_as_an_example() -> None:
    shares = asked("share", "several", ("one", "two", "three"))
    rules = [pulls("shared", "B", 3, {"fact": "share", "in": ["two", "three"]})]
    engine = engine_of([asked("local"), asked("outside"), shares], rules)
    found = of_type(engine, given(local=True, outside=False, share=("one",)), "B")
    (change,) = next(one.changes for one in found.found if one.changes[0].question == "share")
    assert (change.before, change.after, change.nature, change.example) == (("one",), ("one", "two"), "achieve", True)


def test_a_number_stays_within_what_the_question_takes() -> None:
    size = asked("size", "number", minimum=99.5, maximum=500)
    rules = [
        pulls("big", "B", 3, {"fact": "size", "at_least": 100}),
        pulls("huge", "A", 3, {"fact": "size", "at_least": 900}),
    ]
    engine = engine_of([asked("local"), asked("outside"), size], rules)
    found = of_type(engine, given(size=300.0))
    assert ({"size": 99.5}, "undetermined") in sets(found.found)
    assert all(c.after <= 500 for one in found.found for c in one.changes if c.question == "size")  # type: ignore[operator]


def test_beyond_what_can_be_looked_at_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counterfactual_search, "MOST_SETS", 5)
    engine = engine_of([asked(q) for q in ("local", "outside", "x")], [pulls("x", "B", 3, {"fact": "x", "is": True})])
    found = of_type(engine, given(local=True))
    assert (found.size_searched, found.exact) == (1, False)


def test_what_is_aimed_at_may_be_there_already() -> None:
    engine = engine_of([asked("local"), asked("outside")], [])
    found = of_type(engine, given(local=True), "A")
    assert (found.reached, found.found, found.premises, found.none_up_to) == (True, (), (), None)


def test_sakaki_lacks_a_core_company_to_be_a1() -> None:
    found = of_type(ENGINE, BOOK.examples["sakaki"].answers, "A-1")
    assert sets(found.found)[0] == ({"core_company": True, "supplier_base": True}, "A-1")
    assert all("core_company" in changed for changed, _ in sets(found.found))


def test_sakaki_is_complete_once_three_things_are_there() -> None:
    (found,) = counterfactuals(ENGINE, BOOK.examples["sakaki"].answers, towards="PH.A-2.complete")
    assert found.present == "3"
    assert sets(found.found) == [({"a2_vision": True, "a2_frontier": True, "a2_innovation": True}, "complete")]


def test_hokusei_is_b_unless_its_history_were_mistaken() -> None:
    found = of_type(ENGINE, BOOK.examples["hokusei"].answers)
    assert (found.found, found.none_up_to, found.exact) == ((), 3, True)
    assert ({"manufacturing": False}, "out_of_scope") in sets(found.premises)
    assert all(any(c.nature == "correct" for c in one.changes) for one in found.premises)


def test_kitakami_gives_type_and_a_phase_for_each_type_shown() -> None:
    found = counterfactuals(ENGINE, BOOK.examples["kitakami"].answers)
    assert found[0].target == "type"
    assert {"A-1", "A-2", "B"} >= {one.target for one in found[1:]} != set()
    assert all(one.exact for one in found)


def test_half_the_answers() -> None:
    of, *phases = counterfactuals(ENGINE, answered(BOOK, case("half_unknown_a2")[0]))
    assert of.found or of.premises
    assert phases
    assert all("learn" in {c.nature for single in one.found for c in single.changes} for one in phases)


@pytest.mark.parametrize("answers", [{}, {q: Answer(question=q, value=UNKNOWN) for q in BOOK.questions}])
def test_without_answers_only_finding_out_can_lead_anywhere(answers: dict[str, Answer]) -> None:
    (found,) = counterfactuals(ENGINE, answers)
    assert found.present == "undetermined"
    assert found.found
    assert {c.nature for one in found.found for c in one.changes} == {"learn"}


def test_contradictory_answers_are_no_obstacle() -> None:
    answers = answered(BOOK, case("contradictory_answers")[0])
    assert all(one.exact for one in counterfactuals(ENGINE, answers))


def test_answers_to_questions_of_another_book_are_ignored() -> None:
    answers = dict(BOOK.examples["sakaki"].answers)
    assert counterfactuals(ENGINE, {**answers, "nothing": Answer(question="nothing", value=True)}) == counterfactuals(
        ENGINE, answers
    )


def test_a_measure_drops_out_or_comes_in() -> None:
    for measure in ("MS.A-2.vision", "MS.A-2.share"):
        (found,) = counterfactuals(ENGINE, BOOK.examples["sakaki"].answers, measure)
        other = {"recommended": "not_recommended", "not_recommended": "recommended"}[found.present]
        assert {one.outcome.after for one in found.found} <= {other}
        assert found.exact


def test_a_phase_as_target_is_where_to_get() -> None:
    answers = BOOK.examples["sakaki"].answers
    assert counterfactuals(ENGINE, answers, "PH.A-2.1") == counterfactuals(ENGINE, answers, "A-2", "PH.A-2.1")
    assert counterfactuals(ENGINE, answers, "type", "B+A-2") == counterfactuals(ENGINE, answers, None, "A-2+B")


def test_no_phase_where_no_type_is_named() -> None:
    assert counterfactuals(ENGINE, {}, "phase") == ()


@pytest.mark.parametrize(
    ("target", "towards", "code"),
    [
        ("typ", None, "unknown_target"),
        ("", None, "unknown_target"),
        (None, "A-3", "unknown_outcome"),
        ("MS.B.env", "A-1", "outcome_of_other_target"),
        ("A-1", "PH.B.2", "outcome_of_other_target"),
        ("type", "PH.B.2", "outcome_of_other_target"),
    ],
)
def test_wrong_targets_are_told(target: str | None, towards: str | None, code: str) -> None:
    with pytest.raises(ShusekiError) as caught:
        counterfactuals(ENGINE, {}, target, towards)
    assert [p.code for p in caught.value.problems] == [code]
