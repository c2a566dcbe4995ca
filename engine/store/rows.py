"""Turns events into rows and back. JSON is written canonically, so that equal things are equal in the database too."""

import json
from datetime import date, datetime
from typing import Any

from engine.interview.visible import storable
from engine.model.answers import UNKNOWN, Answer, Cluster, Confidence, Consultation, Unknown, Value
from engine.store.history import Event, Kind

Row = dict[str, Any]


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


def of_cluster(cluster: Cluster) -> str:
    """A cluster as JSON."""
    return _json(cluster.model_dump(mode="json"))


def of_date(day: date) -> str:
    """A date as JSON."""
    return _json(day.isoformat())


def start(cluster: str, as_of: str, scenario: str | None) -> Consultation:
    """How a consultation began, out of its rows.

    Raises:
        ValueError: the row does not hold what we write.
    """
    return Consultation(
        cluster=Cluster.model_validate(json.loads(cluster)), as_of=date.fromisoformat(as_of), scenario=scenario or ""
    )


def event(row: Any) -> Event:
    """The event in a row of ``answer_events``.

    Raises:
        ValueError: the row does not hold what we write.
    """
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
