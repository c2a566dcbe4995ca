"""Reads and writes registers, within a transaction that the store has begun. Removing one hides it, and no more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from engine.interview.visible import storable
from engine.model.problem import ShusekiError
from engine.model.register import Register
from engine.store import register_refusals as refusals
from engine.store import rows
from engine.store.records import Records, understanding
from engine.store.schema import register_events, registers

_ID: sa.BindParameter[str] = sa.bindparam("id")
_REGISTER = sa.select(registers).where(registers.c.id == _ID)
_OF_CONSULTATION = sa.select(registers).where(registers.c.consultation == _ID)
_EVENTS = (
    sa.select(register_events)
    .join(registers, registers.c.id == register_events.c.register)
    .where(registers.c.consultation == _ID)
    .order_by(register_events.c.seq)
)


class Fate(StrEnum):
    """What can happen to a register."""

    ADDED = "added"
    REMOVED = "removed"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class RegisterSummary:
    """One line of the list of registers. ``measures``: how many it has; ``recorded``: when it was taken in."""

    id: str
    name: str
    fiscal_year: int | None
    measures: int
    recorded: datetime


def add(records: Records, consultation: str, register: Register) -> str:
    """Stores a register; its new id."""
    said = {
        "name": storable(register.name),
        "fiscal_year": register.fiscal_year,
        "measures": len(register.measures),
        "content": rows.of_model(register),
    }
    return _insert(records, consultation, said)


def carry(records: Records, consultation: str, to: str) -> None:
    """Gives a consultation that branched off the registers that count in the one it comes from."""
    for row in reversed(_counting(records, consultation)):
        kept = {name: row[name] for name in ("name", "fiscal_year", "measures", "content")}
        _insert(records, to, kept)


def counting(records: Records, consultation: str) -> tuple[RegisterSummary, ...]:
    """The registers that count: of every fiscal year the one added or restored last. The latest year comes first."""
    with understanding(records.where):
        return tuple(_summary(row) for row in _counting(records, consultation))


def removed(records: Records, consultation: str) -> tuple[RegisterSummary, ...]:
    """Those that were removed, the one removed last first."""
    with understanding(records.where):
        found = [(place, row) for kind, place, row in _all(records, consultation) if kind is Fate.REMOVED]
        return tuple(_summary(row) for _, row in sorted(found, key=lambda one: -one[0]))


def load(records: Records, register: str) -> Register:
    """One register, also one that was removed or that another has followed.

    Raises:
        ShusekiError: there is none, or it is damaged.
    """
    row: Any = records.connection.execute(_REGISTER, {"id": storable(register)}).one_or_none()
    if row is None:
        raise ShusekiError(refusals.no_such_register(records.where, register))
    with understanding(records.where):
        return Register.model_validate_json(rows.intact(row)["content"])


def note(records: Records, register: str, fate: Fate) -> None:
    """Notes what becomes of a register.

    Raises:
        ShusekiError: there is none.
    """
    if records.connection.execute(_REGISTER.with_for_update(), {"id": storable(register)}).one_or_none() is None:
        raise ShusekiError(refusals.no_such_register(records.where, register))
    _note(records, register, fate)


def _insert(records: Records, consultation: str, said: rows.Row) -> str:
    new = str(uuid4())
    row = {"id": new, "consultation": consultation, "recorded": records.now, **said}
    records.connection.execute(sa.insert(registers), rows.sealed(row))
    _note(records, new, Fate.ADDED)
    return new


def _note(records: Records, register: str, fate: Fate) -> None:
    row = {"register": register, "recorded": records.now, "kind": fate.value}
    records.connection.execute(sa.insert(register_events), rows.sealed(row))


def _counting(records: Records, consultation: str) -> list[Mapping[str, Any]]:
    last: dict[int | None, tuple[int, Mapping[str, Any]]] = {}
    for kind, place, row in _all(records, consultation):
        year = row["fiscal_year"]
        if kind is not Fate.REMOVED and (year not in last or place > last[year][0]):
            last[year] = place, row
    return [row for _, row in sorted(last.values(), key=lambda one: (one[1]["fiscal_year"] or 0, one[0]), reverse=True)]


def _all(records: Records, consultation: str) -> list[tuple[Fate, int, Mapping[str, Any]]]:
    """Of every register what happened last, at which ``seq``, and its columns."""
    id = {"id": storable(consultation)}
    with understanding(records.where):
        events = [rows.intact(row) for row in records.connection.execute(_EVENTS, id)]
        fates = {event["register"]: (Fate(event["kind"]), event["seq"]) for event in events}
        found = [rows.intact(row) for row in records.connection.execute(_OF_CONSULTATION, id)]
        return [(*fates[row["id"]], row) for row in found]


def _summary(row: Mapping[str, Any]) -> RegisterSummary:
    return RegisterSummary(
        id=row["id"],
        name=row["name"],
        fiscal_year=row["fiscal_year"],
        measures=row["measures"],
        recorded=datetime.fromisoformat(row["recorded"]),
    )
