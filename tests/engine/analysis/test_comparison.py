"""Two consultations side by side, and the smallest sets of answers that make them differ, tried against every set."""

from collections.abc import Mapping
from itertools import chain, combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.analysis.comparison import compare
from engine.analysis.comparison_causes import Causes
from engine.assess import assess
from engine.assess.engine import Engine
from engine.model.answers import UNKNOWN, Answer, Confidence, Consultation
from engine.model.book import Book
from engine.model.comparison import Cause, Comparison
from tests.helpers import AS_OF, answered
from tests.helpers_answers import any_answers

LOCAL = {"manufacturing": True, "growth_origin": "endogenous", "local_accumulation": True, "core_company": True,
         "supplier_base": True}  # fmt: skip


def consultation(book: Book, raw: Mapping[str, Any]) -> Consultation:
    return book.examples["sakaki"].model_copy(update={"as_of": AS_OF, "answers": answered(book, raw)})


def mixed(a: Consultation, b: Consultation, questions: tuple[str, ...]) -> Consultation:
    """A with B's answers to the questions put in."""
    answers = {q: answer for q, answer in a.answers.items() if q not in questions}
    answers |= {q: b.answers[q] for q in questions if q in b.answers}
    return a.model_copy(update={"answers": answers})


def concluded(engine: Engine, cause: Cause, of: Consultation) -> object:
    """What is concluded, without lanes, about the thing a cause is about."""
    if cause.about != "measure":
        outcome = engine.evaluate({q: value for q, value in of.known().items() if q in engine.book.questions})
        if cause.about == "type":
            return outcome.type.label
        return next((p.low, p.high, p.complete) for type_, p in outcome.phases.items() if type_ == cause.id)
    found = assess(engine.book, of.answers, of.as_of, engine=engine)
    return cause.id in {r.measure for r in found.recommendations}


def by_id(comparison: Comparison) -> dict[str, Cause]:
    return {cause.id: cause for cause in comparison.causes}


# --- examples ------------------------------------------------------------------------------------------------------


def test_either_of_two_answers_takes_the_large_company_away(book: Book, bits_engine: Engine) -> None:
    a = consultation(book, {**LOCAL, "shipments": 1000})
    b = consultation(book, {**LOCAL, "shipments": 2000, "core_company": False, "supplier_base": False})
    found = compare(bits_engine, a, b)
    assert (found.a.label, found.b.label) == ("A-1", "A")
    # A-1 needs both the company that pulls and its suppliers. No rule on type reads the shipments.
    assert by_id(found)["type"].sets == (("core_company",), ("supplier_base",))
    assert (by_id(found)["type"].smallest, by_id(found)["type"].more) == (True, 0)


def test_the_origin_alone_turns_endogenous_into_attracted(book: Book, bits_engine: Engine) -> None:
    a = consultation(book, LOCAL)
    b = consultation(book, {**LOCAL, "growth_origin": "exogenous", "local_accumulation": False})
    found = compare(bits_engine, a, b)
    assert (found.a.label, found.b.label) == ("A-1", "B")
    assert by_id(found)["type"].sets == (("growth_origin",),)
    assert [(p.type, p.a.shown, p.b.shown) for p in found.phases] == [("A-1", True, False), ("B", False, True)]
    gone = {m.measure for m in found.measures if m.b is None}
    assert {names for m in gone for names in by_id(found)[m].sets} == {("growth_origin",)}


def test_three_states_are_kept_apart(book: Book, bits_engine: Engine) -> None:
    a = consultation(book, {"manufacturing": True, "core_company": True, "supplier_base": "unknown"})
    b = consultation(book, {"manufacturing": True, "core_company": False, "historic_cluster": "unknown"})
    found = {d.question: (d.a.state, d.b.state) for d in compare(bits_engine, a, b).answers}
    assert found == {
        "core_company": ("value", "value"),
        "supplier_base": ("dont_know", "not_asked"),
        "historic_cluster": ("not_asked", "dont_know"),
    }


def test_an_example_against_itself_is_the_same(book: Book, bits_engine: Engine) -> None:
    found = compare(bits_engine, book.examples["kitakami"], book.examples["kitakami"])
    assert found.same
    assert (found.answers, found.causes, found.measures, found.factors) == ((), (), (), ())
    assert found.measures_alike > 0


def test_confidence_alone_is_a_difference_without_a_cause(book: Book, bits_engine: Engine) -> None:
    a = consultation(book, LOCAL)
    unsure = Answer(question="core_company", value=True, confidence=Confidence.UNSURE)
    b = a.model_copy(update={"answers": {**a.answers, "core_company": unsure}})
    found = compare(bits_engine, a, b)
    assert not found.same
    assert [d.weighs for d in found.answers] == [False]
    assert (found.causes, found.measures) == ((), ())


def test_a_name_or_a_note_is_no_difference(book: Book, bits_engine: Engine) -> None:
    a = consultation(book, LOCAL)
    noted = a.answers["core_company"].model_copy(update={"note": "x"})
    b = a.model_copy(update={"scenario": "y", "answers": {**a.answers, "core_company": noted}})
    assert compare(bits_engine, a, b).same


def test_answers_to_questions_nobody_asks_are_ignored(book: Book, bits_engine: Engine) -> None:
    a = consultation(book, LOCAL)
    strange = {"no_such_question": Answer(question="no_such_question", value=True)}
    assert compare(bits_engine, a, a.model_copy(update={"answers": {**a.answers, **strange}})).same


def test_sakaki_against_kitakami(book: Book, bits_engine: Engine) -> None:
    found = compare(bits_engine, book.examples["sakaki"], book.examples["kitakami"])
    assert (found.a.label, found.b.label) == ("A-2", "A+B")
    causes = by_id(found)
    assert causes["type"].sets[0] == ("growth_origin", "historic_cluster", "a2_differentiation")
    assert causes["MS.B.vision"].sets == (("growth_origin",),)


def test_both_evaluators_compare_alike(book: Book, bits_engine: Engine, durable_engine: Engine) -> None:
    pair = book.examples["sakaki"], book.examples["kitakami"]
    assert compare(bits_engine, *pair) == compare(durable_engine, *pair)


# --- properties ----------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_every_cause_between_the_examples_turns_the_conclusion(book: Book, bits_engine: Engine) -> None:
    names = list(book.examples)
    for n, name in enumerate(names):
        a, b = book.examples[name], book.examples[names[(n + 7) % len(names)]]
        for cause in compare(bits_engine, a, b).causes[:6]:
            assert concluded(bits_engine, cause, a) != concluded(bits_engine, cause, b)
            for names_ in cause.sets:
                assert concluded(bits_engine, cause, mixed(a, b, names_)) == concluded(bits_engine, cause, b)


@given(st.data())
@settings(max_examples=15)
def test_no_smaller_set_turns_it(book: Book, bits_engine: Engine, data: st.DataObject) -> None:
    a = consultation(book, {}).model_copy(update={"answers": data.draw(any_answers(book, most=20))})
    changed = dict(list(data.draw(any_answers(book, most=8)).items())[-5:])
    b = a.model_copy(update={"answers": {**a.answers, **changed}})
    found = compare(bits_engine, a, b)
    differing = [d.question for d in found.answers if d.weighs]
    sets = list(chain.from_iterable(combinations(differing, n) for n in range(len(differing) + 1)))
    of_measures = [cause for cause in found.causes if cause.about == "measure"]
    for cause in (*(cause for cause in found.causes if cause.about != "measure"), *of_measures[:1]):
        wanted = concluded(bits_engine, cause, b)
        turning = [s for s in sets if concluded(bits_engine, cause, mixed(a, b, s)) == wanted]
        smallest = {s for s in turning if len(s) == len(turning[0])}
        assert cause.smallest
        assert set(cause.sets) <= smallest
        assert len(smallest) == len(cause.sets) + cause.more


@given(st.data())
@settings(max_examples=20)
def test_every_difference_of_a_conclusion_has_its_cause(book: Book, bits_engine: Engine, data: st.DataObject) -> None:
    a, b = (
        consultation(book, {}).model_copy(update={"answers": data.draw(any_answers(book, most=30))}) for _ in range(2)
    )
    found = compare(bits_engine, a, b)
    causes = {(cause.about, cause.id) for cause in found.causes}
    assert (("type", "type") in causes) is (found.a.label != found.b.label)
    come_or_go = {("measure", m.measure) for m in found.measures if None in (m.a, m.b)}
    assert {cause for cause in causes if cause[0] == "measure"} == come_or_go


@given(st.data())
@settings(max_examples=20)
def test_exchanged_the_sides_are_exchanged(book: Book, bits_engine: Engine, data: st.DataObject) -> None:
    a, b = (
        consultation(book, {}).model_copy(update={"answers": data.draw(any_answers(book, most=30))}) for _ in range(2)
    )
    one, other = compare(bits_engine, a, b), compare(bits_engine, b, a)
    assert (one.a, one.b, one.same) == (other.b, other.a, other.same)
    assert {(d.question, d.a, d.b) for d in one.answers} == {(d.question, d.b, d.a) for d in other.answers}
    assert {(m.measure, m.a, m.b) for m in one.measures} == {(m.measure, m.b, m.a) for m in other.measures}
    assert {(f.phase, f.a, f.b) for f in one.factors} == {(f.phase, f.b, f.a) for f in other.factors}
    assert (one.cautions_a, one.cautions_b) == (other.cautions_b, other.cautions_a)
    assert one.measures_alike == other.measures_alike


def test_where_only_all_together_do_it_none_can_be_left_out(
    book: Book, bits_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.analysis import comparison_causes

    monkeypatch.setattr(comparison_causes, "SURE_SIZE", 1)
    monkeypatch.setattr(comparison_causes, "MOST_MIXTURES", 0)
    a, b = book.examples["sakaki"], book.examples["kitakami"]
    cause = Causes(bits_engine, a.known(), b.known()).of_type("A+B")
    assert (cause.smallest, cause.tried, cause.more) == (False, 1, 0)
    (names,) = cause.sets
    assert concluded(bits_engine, cause, mixed(a, b, names)) == "A+B"
    for left_out in names:
        fewer = tuple(name for name in names if name != left_out)
        assert concluded(bits_engine, cause, mixed(a, b, fewer)) != "A+B"


def test_a_dont_know_in_place_of_no_answer_changes_nothing(book: Book, bits_engine: Engine) -> None:
    a = consultation(book, LOCAL)
    b = a.model_copy(
        update={"answers": {**a.answers, "attracted_share": Answer(question="attracted_share", value=UNKNOWN)}}
    )
    found = compare(bits_engine, a, b)
    assert [(d.question, d.weighs) for d in found.answers] == [("attracted_share", False)]
    assert found.causes == ()
