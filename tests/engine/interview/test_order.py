"""Which questions are asked, in which order, and where each stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from engine.interview.applies import truth
from engine.interview.order import pending, progress, state_of, types_in
from engine.model.answers import UNKNOWN, Answer, AnswerState
from engine.model.rules import Condition
from tests.engine.interview.small_book import small_book

BOOK = small_book()
CONDITION = TypeAdapter(Condition)


def said(**values) -> dict[str, Answer]:
    return {id: Answer(question=id, value=value) for id, value in values.items()}


def ids(questions) -> list[str]:
    return [question.id for question in questions]


def test_order_is_that_of_the_book() -> None:
    asked = "shipments growth growth_origin vision_doc core_company supplier_base appeal_assets b_focus"
    assert ids(pending(BOOK, {})) == asked.split()


def test_states() -> None:
    answers = said(core_company=False, supplier_base=True, growth=UNKNOWN, appeal_assets=())
    assert state_of(BOOK, "shipments", answers) is AnswerState.NOT_ASKED
    assert state_of(BOOK, "growth", answers) is AnswerState.DONT_KNOW
    assert state_of(BOOK, "supplier_base", answers) is AnswerState.NOT_APPLICABLE
    assert state_of(BOOK, "appeal_assets", answers) is AnswerState.VALUE
    with pytest.raises(KeyError):
        state_of(BOOK, "nonsense", answers)


def test_a_question_applies_until_it_is_known_not_to() -> None:
    assert state_of(BOOK, "supplier_base", {}) is AnswerState.NOT_ASKED
    assert state_of(BOOK, "supplier_base", said(core_company=UNKNOWN)) is AnswerState.NOT_ASKED


def test_dont_know_is_not_asked_again() -> None:
    assert "growth" not in ids(pending(BOOK, said(growth=UNKNOWN)))


def test_questions_of_a_type_are_asked_while_it_is_possible() -> None:
    assert "b_focus" not in ids(pending(BOOK, {}, {"A-1"}))
    assert "b_focus" in ids(pending(BOOK, {}, {"A-2+B"}))


@pytest.mark.parametrize(
    ("labels", "types"),
    [(["A"], {"A-1", "A-2"}), (["A-2+B"], {"A-2", "B"}), (["undetermined"], set()), (["B", "A"], {"A-1", "A-2", "B"})],
)
def test_types_in_labels(labels, types) -> None:
    assert types_in(labels) == types


def test_progress_by_section() -> None:
    sections = progress(BOOK, said(core_company=False, growth=UNKNOWN, shipments=3.0), {"A-1"})
    told = {s.section.id: (s.answered, s.dont_know, s.total, s.done) for s in sections}
    assert told == {
        "scope": (1, 1, 2, True),
        "origin": (0, 0, 2, False),
        "anchor": (1, 0, 1, True),
        "assets": (0, 0, 1, False),
        "phase_b": (0, 0, 0, True),
    }


@pytest.mark.parametrize(
    ("condition", "value", "unknown", "false"),
    [
        ({"fact": "x", "is": "a"}, ["a", ("a", "b")], [UNKNOWN], ["b", (), ("b",)]),
        ({"fact": "x", "is": True}, [True], [UNKNOWN], [False, 1.0]),
        ({"fact": "x", "in": ["a", "b"]}, ["b", ("b", "c")], [UNKNOWN], ["c", ("c",)]),
        ({"fact": "x", "at_least": 3}, [3.0, 4.0], [UNKNOWN, "a", True], [2.9]),
        ({"known": "x"}, [False, ()], [], [UNKNOWN]),
        ({"unknown": "x"}, [UNKNOWN], [], [True]),
        ({"not": {"fact": "x", "is": True}}, [False], [UNKNOWN], [True]),
        ({"all": [{"fact": "x", "is": True}, {"fact": "y", "is": True}]}, [], [UNKNOWN, True], [False]),
        ({"any": [{"fact": "x", "is": True}, {"fact": "y", "is": True}]}, [True], [UNKNOWN, False], []),
        ({"finding": "x"}, [], [True, UNKNOWN], []),
    ],
)  # fmt: skip
def test_truth_has_three_values(condition, value, unknown, false) -> None:
    parsed = CONDITION.validate_python(condition)
    assert [truth(parsed, said(x=one)) for one in value] == [True] * len(value)
    assert [truth(parsed, said(x=one)) for one in unknown] == [None] * len(unknown)
    assert [truth(parsed, said(x=one)) for one in false] == [False] * len(false)


FACTS = st.sampled_from("pqr")
LEAVES = FACTS.map(lambda fact: {"fact": fact, "is": True})
CONDITIONS = st.recursive(
    LEAVES,
    lambda c: c.map(lambda one: {"not": one}) | st.lists(c, min_size=1, max_size=3).flatmap(
        lambda several: st.sampled_from([{"all": several}, {"any": several}])
    ),
    max_leaves=8,
)  # fmt: skip


@given(CONDITIONS, st.dictionaries(FACTS, st.booleans()))
@settings(deadline=None)
def test_what_is_known_stays_so_whatever_else_is_answered(condition, given_answers) -> None:
    parsed = CONDITION.validate_python(condition)
    before = truth(parsed, said(**given_answers))
    if before is None:
        return
    for rest in ({}, dict.fromkeys("pqr", True), dict.fromkeys("pqr", False)):
        assert truth(parsed, said(**(rest | given_answers))) is before
