"""The fold over events: what is, out of what happened."""

from datetime import UTC, date, datetime
from typing import Any

from engine.model.answers import Answer, Cluster, Consultation
from engine.store.history import Event, Kind, fold, is_deleted

START = Consultation(cluster=Cluster(name="x"), as_of=date(2026, 4, 1))


def event(seq: int, kind: Kind, **more: Any) -> Event:
    return Event(seq=seq, consultation="c", kind=kind, recorded=datetime(2026, 4, 1, tzinfo=UTC), **more)


def put(seq: int, question: str, value: Any) -> Event:
    return event(seq, Kind.SET, question=question, answer=Answer(question=question, value=value))


def test_nothing_happened() -> None:
    assert fold(START, []) == START


def test_the_later_answer_counts_and_a_cleared_one_is_gone() -> None:
    events = [put(1, "a", True), put(2, "b", 1.0), put(3, "a", False), event(4, Kind.CLEARED, question="b")]
    assert {id: answer.value for id, answer in fold(START, events).answers.items()} == {"a": False}
    assert START.answers == {}


def test_every_prefix_is_a_state_so_undo_is_a_fold() -> None:
    events = [put(1, "a", True), put(2, "a", False), event(3, Kind.AS_OF, as_of=date(2027, 1, 1))]
    states = [fold(START, events[:n]) for n in range(4)]
    assert [state.answers["a"].value for state in states[1:]] == [True, False, False]
    assert [state.as_of.year for state in states] == [2026, 2026, 2026, 2027]


def test_renaming_and_deleting() -> None:
    events = [event(1, Kind.CLUSTER, cluster=Cluster(name="y")), event(2, Kind.DELETED)]
    assert fold(START, events).cluster.name == "y"
    assert is_deleted(events)
    assert not is_deleted([*events, event(3, Kind.RESTORED)])
    assert not is_deleted([])
