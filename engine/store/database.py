"""The store: consultations in a database. Answers are only ever added, and each is on disk when the call returns."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from threading import RLock
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

import sqlalchemy as sa

from engine.interview.visible import storable
from engine.model.answers import Answer, Cluster, Consultation
from engine.model.problem import Place, Problem, ShusekiError
from engine.store import database_refusals as refusals
from engine.store import rows
from engine.store.connection import open_database, reading, writing
from engine.store.history import Event, Kind, fold, is_deleted
from engine.store.schema import consultations, events, scenarios
from engine.store.summaries import Summary, summaries

__all__ = ["Snapshot", "Store", "Summary", "Written"]


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a write: its ``seq``, and what others had written since the caller last looked.

    ``notice`` is a warning to show where ``missed`` is not empty. Both sides' events are kept.
    """

    seq: int
    missed: tuple[Event, ...] = ()
    notice: Problem | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A consultation and the ``seq`` of the last event in it (0: none), to be given back as ``expected_seq``."""

    consultation: Consultation
    seq: int


class Store:
    """Consultations in one database. May be used from several threads; several processes may have one database open.

    Every method raises ShusekiError, and nothing else, where the database refuses.
    """

    def __init__(self, engine: sa.Engine, where: Place, clock: Callable[[], datetime]) -> None:
        """Use ``Store.open``."""
        self._engine = engine
        self._where = where
        self._clock = clock
        self._lock = RLock()

    @classmethod
    def open(cls, url: str | None = None, *, clock: Callable[[], datetime] | None = None) -> Self:
        """Opens the store, and makes it where there is none.

        Args:
            url: of SQLAlchemy; None: ``SHUSEKI_DATABASE_URL``, else ``shuseki.db`` in the user's data folder.
            clock: gives the time at which an event is recorded; for tests.

        Raises:
            ShusekiError: it cannot be reached, is damaged, newer, or somebody else's. It is left as it was.
        """
        engine, where = open_database(url)
        return cls(engine, where, clock or _now)

    def close(self) -> None:
        """Gives the database back."""
        with self._lock:
            self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def create(self, cluster: Cluster, as_of: date) -> str:
        """Begins a consultation; its id."""
        return self.import_consultation(Consultation(cluster=cluster, as_of=as_of))

    def import_consultation(self, consultation: Consultation) -> str:
        """Stores a whole consultation as a new one, all of it or nothing; its id."""
        with self._writing() as connection:
            new = self._begin(connection, consultation)
            if consultation.scenario:
                self._note_scenario(connection, new, consultation.scenario)
        return new

    def branch(self, consultation: str, name: str) -> str:
        """Begins a scenario: a new consultation with the answers as they stand, that remembers where it comes from.

        What happens to the consultation it branched off from does not touch it, and the other way round.

        Args:
            consultation: the one to branch off from.
            name: what is supposed in the scenario; not empty.

        Returns:
            The id of the new consultation.
        """
        if not name.strip():
            raise ShusekiError(refusals.scenario_without_name(self._where))
        with self._writing() as connection:
            parent = self._snapshot(connection, consultation)
            new = self._begin(connection, parent.consultation)
            self._note_scenario(connection, new, name.strip(), parent=consultation, parent_seq=parent.seq)
        return new

    def list(self, *, deleted: bool = False) -> tuple[Summary, ...]:
        """Every consultation in short, the last changed first; with ``deleted`` those that were deleted instead."""
        with self._reading() as connection, self._understanding():
            found = summaries(connection)
        return tuple(summary for summary in found if summary.deleted is deleted)

    def load(self, consultation: str) -> Consultation:
        """The consultation as it stands."""
        return self.snapshot(consultation).consultation

    def snapshot(self, consultation: str) -> Snapshot:
        """The consultation as it stands, and how far that is."""
        with self._reading() as connection:
            return self._snapshot(connection, consultation)

    def events(self, consultation: str, *, after: int = 0) -> tuple[Event, ...]:
        """Everything that happened to it, oldest first; only what came ``after`` a seq, if given."""
        with self._reading() as connection:
            self._begun(connection, consultation)
            return self._events(connection, consultation, after)

    def answer(self, consultation: str, answer: Answer, *, expected_seq: int | None = None) -> Written:
        """Records an answer; on disk when this returns. ``expected_seq``: the last seq the caller has seen."""
        return self._add(consultation, rows.of_answer(answer), expected_seq)

    def clear(self, consultation: str, question: str, *, expected_seq: int | None = None) -> Written:
        """Takes an answer back: the question counts as not asked again. What was answered stays in the events."""
        return self._add(consultation, {"kind": Kind.CLEARED.value, "question": storable(question)}, expected_seq)

    def rename(self, consultation: str, cluster: Cluster, *, expected_seq: int | None = None) -> Written:
        """Changes the name of the cluster, its area or industry."""
        return self._add(consultation, {"kind": Kind.CLUSTER.value, "value": rows.of_cluster(cluster)}, expected_seq)

    def redate(self, consultation: str, as_of: date, *, expected_seq: int | None = None) -> Written:
        """Changes the day as of which it is judged."""
        return self._add(consultation, {"kind": Kind.AS_OF.value, "value": rows.of_date(as_of)}, expected_seq)

    def delete(self, consultation: str) -> Written:
        """Hides a consultation. Its events stay, and ``restore`` brings it back."""
        return self._add(consultation, {"kind": Kind.DELETED.value}, None)

    def restore(self, consultation: str) -> Written:
        """Brings a deleted consultation back."""
        return self._add(consultation, {"kind": Kind.RESTORED.value}, None)

    def _add(self, consultation: str, row: rows.Row, expected_seq: int | None) -> Written:
        with self._writing() as connection:
            self._begun(connection, consultation)
            missed = () if expected_seq is None else self._events(connection, consultation, expected_seq)
            new = {"consultation": consultation, "recorded": self._now(), **row}
            (seq,) = connection.execute(sa.insert(events).values(new)).inserted_primary_key or (0,)
        same = any(event.question and event.question == row.get("question") for event in missed)
        notice = refusals.changed_elsewhere(self._where, len(missed), same_question=same) if missed else None
        return Written(seq, missed, notice)

    def _begin(self, connection: sa.Connection, consultation: Consultation) -> str:
        """Stores a consultation under a new id."""
        new, now = str(uuid4()), self._now()
        begun = {"cluster": rows.of_cluster(consultation.cluster), "as_of": consultation.as_of.isoformat()}
        connection.execute(sa.insert(consultations).values(id=new, created=now, **begun))
        given = [rows.of_answer(answer) for answer in consultation.answers.values()]
        if given:
            connection.execute(sa.insert(events), [{"consultation": new, "recorded": now, **row} for row in given])
        return new

    def _note_scenario(self, connection: sa.Connection, consultation: str, name: str, **origin: str | int) -> None:
        row = {"consultation": consultation, "name": storable(name), **origin}
        connection.execute(sa.insert(scenarios).values(row))

    def _snapshot(self, connection: sa.Connection, consultation: str) -> Snapshot:
        begun = self._begun(connection, consultation)
        history = self._events(connection, consultation, 0)
        if is_deleted(history):
            raise ShusekiError(refusals.deleted(self._where, consultation))
        return Snapshot(fold(begun, history), history[-1].seq if history else 0)

    def _begun(self, connection: sa.Connection, consultation: str) -> Consultation:
        both = sa.outerjoin(consultations, scenarios, scenarios.c.consultation == consultations.c.id)
        query = sa.select(consultations, scenarios.c.name).select_from(both)
        mine = consultations.c.id == storable(consultation)
        row: Any = connection.execute(query.where(mine)).one_or_none()
        if row is None:
            raise ShusekiError(refusals.no_such_consultation(self._where, consultation))
        with self._understanding():
            return rows.start(row.cluster, row.as_of, row.name)

    def _events(self, connection: sa.Connection, consultation: str, after: int) -> tuple[Event, ...]:
        mine = (events.c.consultation == consultation) & (events.c.seq > after)
        found = connection.execute(sa.select(events).where(mine).order_by(events.c.seq)).all()
        with self._understanding():
            return tuple(rows.event(row) for row in found)

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with self._lock, reading(self._engine, self._where) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with self._lock, writing(self._engine, self._where) as connection:
            yield connection

    @contextmanager
    def _understanding(self) -> Iterator[None]:
        """A row that does not hold what we write was damaged, or written by something else."""
        try:
            yield
        except (ValueError, TypeError, KeyError):
            raise ShusekiError(refusals.broken(self._where)) from None

    def _now(self) -> str:
        return self._clock().isoformat(timespec="microseconds")


def _now() -> datetime:
    return datetime.now(UTC)
