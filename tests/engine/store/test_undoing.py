"""Undo and redo of everything: by the events alone, so they outlive the program; nothing of them is ever lost."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.answers import UNKNOWN, Answer, Cluster, Consultation
from engine.model.problem import ShusekiError
from engine.store.database import Steps, Store
from engine.store.history import Event, Kind, fold
from engine.store.undoing import standing
from tests.engine.store.consultations import ANSWERS, CLUSTERS, KITAKAMI

AS_OF = date(2026, 4, 1)
X = Cluster(name="x")
START = Consultation(cluster=X, as_of=AS_OF)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store.open(url) as opened:
        yield opened


def yes(question: str = "core_company", value: object = True, **more: Any) -> Answer:
    return Answer.model_validate({"question": question, "value": value, **more})


def values(store: Store, id: str) -> dict[str, Any]:
    return {question: answer.value for question, answer in store.load(id).answers.items()}


# --- examples ------------------------------------------------------------------------------------------------------


def test_an_answer_is_taken_back_and_brought_back(store: Store) -> None:
    id = store.create(X, AS_OF)
    first, second = yes(note="一"), yes(value=UNKNOWN, note="二")
    store.answer(id, first)
    store.answer(id, second)
    undone = store.undo(id)
    assert undone is not None
    assert (undone.event.kind, undone.event.answer) == (Kind.SET, first)
    assert store.load(id).answers == {"core_company": first}
    again = store.undo(id)
    assert again is not None
    assert (again.event.kind, again.event.question, again.event.answer) == (Kind.CLEARED, "core_company", None)
    assert store.load(id).answers == {}
    assert store.undo(id) is None
    for expected in (first, second):
        redone = store.redo(id)
        assert redone is not None
        assert redone.event.answer == expected
        assert store.load(id).answers == {"core_company": expected}
    assert store.redo(id) is None


def test_everything_can_be_undone_not_only_answers(store: Store) -> None:
    id = store.import_consultation(KITAKAMI)
    store.clear(id, "shipments")
    store.rename(id, X)
    store.redate(id, date(2027, 4, 1))
    kinds = []
    while undone := store.undo(id):
        kinds.append(undone.event.kind)
    assert kinds == [Kind.AS_OF, Kind.CLUSTER, Kind.SET]
    assert store.load(id) == KITAKAMI
    while store.redo(id):
        pass
    assert store.load(id) == KITAKAMI.model_copy(
        update={
            "cluster": X,
            "as_of": date(2027, 4, 1),
            "answers": {q: a for q, a in KITAKAMI.answers.items() if q != "shipments"},
        }
    )


def test_it_goes_on_where_it_was_after_a_restart(url: str) -> None:
    with Store.open(url) as store:
        id = store.create(X, AS_OF)
        store.answer(id, yes("a"))
        store.answer(id, yes("b"))
        store.undo(id)
    with Store.open(url) as store:
        found = store.steps(id)
        assert (found.undo and found.undo.question, found.redo and found.redo.question) == ("a", "b")
        store.redo(id)
        assert values(store, id) == {"a": True, "b": True}
    with Store.open(url) as store:
        store.undo(id)
        store.undo(id)
        assert values(store, id) == {}


def test_a_change_after_an_undo_ends_what_could_be_redone(store: Store) -> None:
    id = store.create(X, AS_OF)
    store.answer(id, yes("a"))
    store.undo(id)
    store.answer(id, yes("b"))
    assert store.redo(id) is None
    store.undo(id)
    assert values(store, id) == {}
    assert store.undo(id) is None


def test_what_a_consultation_began_with_is_no_step(store: Store) -> None:
    imported = store.import_consultation(KITAKAMI)
    store.answer(imported, yes("supplier_base"))
    branch = store.branch(imported, "もしも")
    for id in (branch, store.create(X, AS_OF)):
        assert store.steps(id) == Steps()
        assert store.undo(id) is None
    assert store.undo(imported) is not None
    assert store.undo(imported) is None
    assert store.load(imported) == KITAKAMI


def test_answering_the_same_again_and_clearing_nothing_are_no_steps(store: Store) -> None:
    id = store.create(X, AS_OF)
    store.answer(id, yes())
    store.answer(id, yes(value=False))
    store.undo(id)
    store.answer(id, yes())
    store.clear(id, "supplier_base")
    assert store.redo(id) is not None
    assert values(store, id) == {"core_company": False}
    store.undo(id)
    store.undo(id)
    assert values(store, id) == {}
    assert store.undo(id) is None


def test_deleting_and_restoring_are_none_either(store: Store) -> None:
    id = store.create(X, AS_OF)
    store.answer(id, yes("a"))
    store.answer(id, yes("b"))
    store.undo(id)
    store.delete(id)
    for call in (store.undo, store.redo, store.steps):
        with pytest.raises(ShusekiError) as caught:
            call(id)
        assert caught.value.problems[0].code == "consultation_deleted"
    store.restore(id)
    assert store.redo(id) is not None
    assert values(store, id) == {"a": True, "b": True}


def test_every_event_stays_and_says_what_it_takes_back(store: Store) -> None:
    id = store.create(X, AS_OF)
    first = store.answer(id, yes()).seq
    undone = store.undo(id)
    redone = store.redo(id)
    assert undone is not None
    assert redone is not None
    events = store.events(id)
    assert [(event.kind, event.undoes) for event in events] == [
        (Kind.SET, None),
        (Kind.CLEARED, first),
        (Kind.SET, undone.written.seq),
    ]
    assert (undone.event, redone.event) == events[1:]
    (summary,) = store.list()
    assert (summary.answered, summary.dont_know) == (1, 0)


def test_the_other_window_is_noticed_when_something_is_taken_back(store: Store, url: str) -> None:
    id = store.create(X, AS_OF)
    seen = store.answer(id, yes("a")).seq
    with Store.open(url) as other:
        other.answer(id, yes("b"))
    undone = store.undo(id, expected_seq=seen)
    assert undone is not None
    assert undone.event.question == "b"
    assert [event.question for event in undone.written.missed] == ["b"]
    assert undone.written.notice is not None
    assert undone.written.notice.code == "changed_elsewhere"
    redone = store.redo(id, expected_seq=undone.written.seq)
    assert redone is not None
    assert redone.written.notice is None
    assert values(store, id) == {"a": True, "b": True}


def test_no_such_consultation(store: Store) -> None:
    for call in (store.undo, store.redo, store.steps):
        with pytest.raises(ShusekiError) as caught:
            call("nonsense")
        assert caught.value.problems[0].code == "no_such_consultation"


# --- the fold alone ------------------------------------------------------------------------------------------------


def put(seq: int, value: object, undoes: int | None = None) -> Event:
    when = datetime(2026, 4, 1, tzinfo=UTC)
    return Event(
        seq=seq, consultation="c", kind=Kind.SET, recorded=when, question="a", answer=yes("a", value), undoes=undoes
    )


def test_an_event_that_takes_back_what_is_not_on_top_is_a_change_like_any_other() -> None:
    events = [put(1, True), put(2, False), put(3, True, undoes=1)]
    undo, redo = standing(START, events)
    assert (undo and undo.event.seq, undo and undo.former, redo) == (3, yes("a", False), None)


def test_a_question_may_have_the_name_of_a_kind(store: Store) -> None:
    id = store.create(X, AS_OF)
    store.answer(id, yes("cluster"))
    store.answer(id, yes("set"))
    store.undo(id)
    assert values(store, id) == {"cluster": True}
    assert store.load(id).cluster == X


# --- properties ----------------------------------------------------------------------------------------------------

CHANGES = ANSWERS | CLUSTERS | st.dates() | st.sampled_from(["core_company", "growth"])
MOVES = st.sampled_from(["undo", "undo", "redo"])


def changed(now: Consultation, change: Any) -> Consultation:
    match change:
        case Answer():
            return now.model_copy(update={"answers": {**now.answers, change.question: change}})
        case Cluster():
            return now.model_copy(update={"cluster": change})
        case date():
            return now.model_copy(update={"as_of": change})
    return now.model_copy(update={"answers": {q: a for q, a in now.answers.items() if q != change}})


def write(store: Store, id: str, change: Any) -> None:
    match change:
        case Answer():
            store.answer(id, change)
        case Cluster():
            store.rename(id, change)
        case date():
            store.redate(id, change)
        case _:
            store.clear(id, change)


@given(st.lists(CHANGES.map(lambda change: (None, change)) | MOVES.map(lambda move: (move, None)), max_size=25))
@settings(deadline=None, max_examples=60)
def test_any_course_of_changes_undos_and_redos_agrees_with_a_list_of_states(
    course: list[tuple[str | None, Any]],
) -> None:
    with Store.open("sqlite://") as store:
        id = store.import_consultation(KITAKAMI)
        states, at = [KITAKAMI], 0
        for move, change in course:
            if move == "undo":
                assert (store.undo(id) is not None) == (at > 0)
                at = max(at - 1, 0)
            elif move == "redo":
                assert (store.redo(id) is not None) == (at + 1 < len(states))
                at = min(at + 1, len(states) - 1)
            else:
                write(store, id, change)
                after = changed(states[at], change)
                if after != states[at]:
                    states, at = [*states[: at + 1], after], at + 1
            assert store.load(id) == states[at]
        found = store.steps(id)
        assert ((found.undo is not None), (found.redo is not None)) == (at > 0, at + 1 < len(states))
        (summary,) = store.list()
        assert summary.answered + summary.dont_know == len(states[at].answers)
        assert fold(Consultation(cluster=KITAKAMI.cluster, as_of=KITAKAMI.as_of), store.events(id)) == states[at]
