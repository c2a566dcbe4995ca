"""Turns events into rows and back. JSON is written canonically, so that equal things are equal in the database too.

Every row carries a checksum of what it says. SQLite keeps none: a letter that flips on a failing disk would otherwise
be read as what somebody answered. It guards against damage, not against people.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from zlib import crc32

from pydantic import BaseModel

from engine.interview.visible import storable
from engine.model.answers import UNKNOWN, Answer, Cluster, Confidence, Consultation, Unknown, Value
from engine.store.history import Event, Kind
from engine.store.undoing import Step

Row = dict[str, Any]

_NOT_SEALED = ("seq", "checksum")


def of_answer(answer: Answer) -> Row:
    """The columns of an answer. Text no database can hold (lone surrogates, NUL) becomes the replacement character."""
    return {
        "kind": Kind.SET.value,
        "question": storable(answer.question),
        "value": _json(None if isinstance(answer.value, Unknown) else answer.value),
        "confidence": answer.confidence.value,
        "note": storable(answer.note),
        "source": storable(answer.source),
        "participant": storable(answer.participant),
        "at": answer.at.isoformat() if answer.at else None,
    }


def of_clearing(question: str) -> Row:
    """The columns of an answer taken back."""
    return {"kind": Kind.CLEARED.value, "question": storable(question)}


def of_renaming(cluster: Cluster) -> Row:
    """The columns of a change of the cluster."""
    return {"kind": Kind.CLUSTER.value, "value": of_cluster(cluster)}


def of_redating(day: date) -> Row:
    """The columns of a change of the day."""
    return {"kind": Kind.AS_OF.value, "value": _json(day.isoformat())}


def of_fate(kind: Kind) -> Row:
    """The columns of deleting or restoring."""
    return {"kind": kind.value}


def taking_back(step: Step) -> Row:
    """The columns of the event that takes a step back: what stood before it."""
    return {**_restoring(step), "undoes": step.event.seq}


def _restoring(step: Step) -> Row:
    match step.former:
        case Answer():
            return of_answer(step.former)
        case Cluster():
            return of_renaming(step.former)
        case date():
            return of_redating(step.former)
    return of_clearing(step.event.question)


def of_cluster(cluster: Cluster) -> str:
    """A cluster as JSON."""
    return of_model(cluster)


def of_model(value: BaseModel) -> str:
    """A value as JSON."""
    return _json(value.model_dump(mode="json"))


def of_models(values: Iterable[BaseModel]) -> str:
    """Values as the JSON of their list."""
    return _json([value.model_dump(mode="json") for value in values])


def sealed(row: Row) -> Row:
    """The row with its checksum."""
    return {**row, "checksum": checksum(row)}


def checksum(row: Mapping[str, Any]) -> str:
    """The checksum of what a row says; columns that are empty count for nothing, so that new ones can be added."""
    said = {name: value for name, value in row.items() if value is not None and name not in _NOT_SEALED}
    return f"{crc32(_json(said).encode()):08x}"


def intact(row: Any) -> Mapping[str, Any]:
    """The columns of a row that says what was written. One without a checksum comes from an earlier version.

    Raises:
        ValueError: it says something else.
    """
    columns: Mapping[str, Any] = row._mapping
    if columns["checksum"] is not None and columns["checksum"] != checksum(columns):
        raise ValueError("damaged row")
    return columns


def start(row: Any, scenario: str | None) -> Consultation:
    """How a consultation began, out of its row in ``consultations`` and the name of what is supposed.

    Raises:
        ValueError: the row does not hold what we write.
    """
    intact(row)
    return Consultation(
        cluster=Cluster.model_validate(json.loads(row.cluster)),
        as_of=date.fromisoformat(row.as_of),
        scenario=scenario or "",
    )


def event(row: Any) -> Event:
    """The event in a row of ``answer_events``.

    Raises:
        ValueError: the row does not hold what we write.
    """
    intact(row)
    kind = Kind(row.kind)
    return Event(
        seq=row.seq,
        consultation=row.consultation,
        kind=kind,
        recorded=datetime.fromisoformat(row.recorded),
        question=row.question or "",
        answer=_answer(row) if kind is Kind.SET else None,
        cluster=Cluster.model_validate(json.loads(row.value)) if kind is Kind.CLUSTER else None,
        as_of=date.fromisoformat(json.loads(row.value)) if kind is Kind.AS_OF else None,
        undoes=row.undoes,
        initial=row.initial,
    )


def _answer(row: Any) -> Answer:
    return Answer(
        question=row.question,
        value=_value(json.loads(row.value)),
        confidence=Confidence(row.confidence),
        note=row.note,
        source=row.source,
        participant=row.participant,
        at=datetime.fromisoformat(row.at) if row.at else None,
    )


def _value(stored: Any) -> Value | Unknown:
    """The value as ``Answer`` takes it, which also checks it."""
    if stored is None:
        return UNKNOWN
    return tuple(stored) if isinstance(stored, list) else stored


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))
