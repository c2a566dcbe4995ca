"""Reads and writes the rows of one consultation, within a transaction that the store has begun."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from engine.interview.visible import storable
from engine.model.answers import Consultation
from engine.model.problem import Place, ShusekiError
from engine.store import database_refusals as refusals
from engine.store import rows
from engine.store.history import Event
from engine.store.schema import consultations, events, scenarios

# Built once: SQLAlchemy takes longer to put a statement together than SQLite to carry it out.
_ID: sa.BindParameter[str] = sa.bindparam("id")
_CONSULTATION = sa.select(consultations).where(consultations.c.id == _ID)
_ONLY_ID = sa.select(consultations.c.id).where(consultations.c.id == _ID).with_for_update()
_SCENARIO = sa.select(scenarios).where(scenarios.c.consultation == _ID)
_OF_CONSULTATION = events.c.consultation == _ID
_EVENTS = sa.select(events).where(_OF_CONSULTATION, events.c.seq > sa.bindparam("after")).order_by(events.c.seq)
_LATEST = sa.select(sa.func.max(events.c.seq)).where(_OF_CONSULTATION)


class Records:
    """The rows of consultations, over one connection.

    ``where`` is how Problems name the database, ``now`` the time noted with what is written. What else is kept for a
    consultation (``register_rows``, ``words``) goes through the same connection, and so into the same transaction.
    """

    def __init__(self, connection: sa.Connection, where: Place, now: datetime) -> None:
        self.connection = connection
        self.where = where
        self.now = now.isoformat(timespec="microseconds")

    def start(self, consultation: str) -> Consultation:
        """How it began.

        Raises:
            ShusekiError: there is none, or its row is damaged.
        """
        id = {"id": storable(consultation)}
        row: Any = self.connection.execute(_CONSULTATION, id).one_or_none()
        if row is None:
            raise ShusekiError(refusals.no_such_consultation(self.where, consultation))
        named = self.connection.execute(_SCENARIO, id).one_or_none()
        with understanding(self.where):
            return rows.start(row, rows.intact(named)["name"] if named else None)

    def hold(self, consultation: str) -> None:
        """Has nobody else write to it until the transaction ends; SQLite has one writer anyway.

        Raises:
            ShusekiError: there is none.
        """
        if self.connection.execute(_ONLY_ID, {"id": storable(consultation)}).one_or_none() is None:
            raise ShusekiError(refusals.no_such_consultation(self.where, consultation))

    def events(self, consultation: str, after: int = 0) -> tuple[Event, ...]:
        """What happened to it after ``after``, oldest first.

        Raises:
            ShusekiError: a row is damaged.
        """
        found = self.connection.execute(_EVENTS, {"id": consultation, "after": after}).all()
        with understanding(self.where):
            return tuple(rows.event(row) for row in found)

    def latest(self, consultation: str) -> int:
        """The ``seq`` of the last thing that happened to it; 0: nothing."""
        return self.connection.execute(_LATEST, {"id": storable(consultation)}).scalar() or 0

    def begin(self, consultation: Consultation) -> str:
        """Stores a consultation with what it begins with; its new id."""
        new = str(uuid4())
        begun = {"cluster": rows.of_cluster(consultation.cluster), "as_of": consultation.as_of.isoformat()}
        row = rows.sealed({"id": new, "created": self.now, **begun})
        self.connection.execute(sa.insert(consultations), row)
        given = [self._row(new, rows.of_answer(answer), initial=True) for answer in consultation.answers.values()]
        if given:
            self.connection.execute(sa.insert(events), given)
        return new

    def note_scenario(self, consultation: str, name: str, **origin: str | int) -> None:
        """Notes what is supposed in it, and from where it branched off."""
        row = {"consultation": consultation, "name": storable(name), **origin}
        self.connection.execute(sa.insert(scenarios).values(rows.sealed(row)))

    def add(self, consultation: str, row: rows.Row) -> int:
        """Adds an event; its ``seq``."""
        added = self.connection.execute(sa.insert(events), self._row(consultation, row))
        (seq,) = added.inserted_primary_key or (0,)
        return int(seq)

    def _row(self, consultation: str, row: rows.Row, *, initial: bool = False) -> rows.Row:
        return rows.sealed({"consultation": consultation, "recorded": self.now, "initial": initial, **row})


@contextmanager
def understanding(where: Place) -> Iterator[None]:
    """A row that does not hold what we write was damaged, or written by something else."""
    try:
        yield
    except (ValueError, TypeError, KeyError):
        raise ShusekiError(refusals.broken(where)) from None
