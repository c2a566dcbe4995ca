"""The store: consultations in a database. Answers are only ever added, and each is on disk when the call returns.

On disk means: handed to the disk with the order to keep it. Killed at any moment, the program loses nothing that it has
acknowledged. That a disk keeps its word when the power fails is not claimed here: some do not.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self

import sqlalchemy as sa

from engine.model.answers import Answer, Cluster, Consultation
from engine.model.problem import Place, Problem, ShusekiError
from engine.store import database_refusals as refusals
from engine.store import register_rows, rows
from engine.store.connection import file_of, open_database, reading, writing
from engine.store.history import Event, Kind, fold, is_deleted
from engine.store.previous import previous
from engine.store.records import Records, understanding
from engine.store.registers import Registers
from engine.store.summaries import Summary, summaries
from engine.store.undoing import Step, Steps, standing
from engine.store.written import Snapshot, Undone, Written

__all__ = ["Snapshot", "Steps", "Store", "Summary", "Undone", "Written"]


class Store:
    """Consultations in one database. May be used from several threads; several processes may have one database open.

    Every method raises ShusekiError, and nothing else, where the database refuses.
    """

    def __init__(
        self, engine: sa.Engine, where: Place, clock: Callable[[], datetime], notices: tuple[Problem, ...] = ()
    ) -> None:
        """Use ``Store.open``."""
        self._engine = engine
        self._where = where
        self._clock = clock
        self._lock = RLock()
        self.notices = notices
        """What the user is to be told about the opening, as warnings: that an old store was brought up to date."""
        self.registers = Registers(self._reading, self._writing)
        """Existing measures, what they serve, and how their files were read."""

    @classmethod
    def open(cls, url: str | None = None, *, clock: Callable[[], datetime] | None = None) -> Self:
        """Opens the store, and makes it where there is none.

        Args:
            url: of SQLAlchemy; None: ``SHUSEKI_DATABASE_URL``, else ``shuseki.db`` in the user's data folder.
            clock: gives the time at which an event is recorded; for tests.

        Raises:
            ShusekiError: it cannot be reached, is damaged, newer, or somebody else's. It is left as it was.
        """
        engine, where, notices = open_database(url, (clock or _now)())
        return cls(engine, where, clock or _now, notices)

    @property
    def drafts_folder(self) -> Path | None:
        """Where what is begun and no answer yet may be kept: beside the file; None where the database has none."""
        file = file_of(self._engine.url)
        return Path(file).with_suffix(".drafts") if file else None

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
        with self._writing() as records:
            new = records.begin(consultation)
            if consultation.scenario:
                records.note_scenario(new, consultation.scenario)
        return new

    def branch(self, consultation: str, name: str) -> str:
        """Begins a scenario: a new consultation with answers and registers as they stand, that remembers its origin.

        What happens to the consultation it branched off from does not touch it, and the other way round.

        Args:
            consultation: the one to branch off from.
            name: what is supposed in the scenario; not empty.

        Returns:
            The id of the new consultation.
        """
        if not name.strip():
            raise ShusekiError(refusals.scenario_without_name(self._where))
        with self._writing() as records:
            parent = self._snapshot(records, consultation)
            new = records.begin(parent.consultation)
            records.note_scenario(new, name.strip(), parent=consultation, parent_seq=parent.seq)
            register_rows.carry(records, consultation, new)
        return new

    def list(self, *, deleted: bool = False) -> tuple[Summary, ...]:
        """Every consultation in short, the last changed first; with ``deleted`` those that were deleted instead."""
        return tuple(summary for summary in self._summaries() if summary.deleted is deleted)

    def previous(self, consultation: str) -> str | None:
        """The consultation about the same cluster before this one, of which is said what changed since; its id.

        It is the one begun last before this one that is about the same cluster, is not deleted, and is no scenario. The
        cluster is the same where the name is; or where the codes of the area are, and the 産業中分類 or, for want of
        one, the industry. A scenario is asked for what came before the consultation it branched off from.
        """
        with self._reading() as records:
            records.start(consultation)
        return previous(consultation, self._summaries())

    def load(self, consultation: str) -> Consultation:
        """The consultation as it stands."""
        return self.snapshot(consultation).consultation

    def snapshot(self, consultation: str) -> Snapshot:
        """The consultation as it stands, and how far that is."""
        with self._reading() as records:
            return self._snapshot(records, consultation)

    def latest(self, consultation: str) -> int:
        """The ``seq`` of the last event in it (0: none): cheap, to see whether others wrote."""
        with self._reading() as records:
            return records.latest(consultation)

    def events(self, consultation: str, *, after: int = 0) -> tuple[Event, ...]:
        """Everything that happened to it, oldest first; only what came ``after`` a seq, if given."""
        with self._reading() as records:
            records.start(consultation)
            return records.events(consultation, after)

    def steps(self, consultation: str) -> Steps:
        """What the next undo and the next redo would take back."""
        with self._reading() as records:
            undo, redo = self._standing(records, consultation)
        return Steps(undo.event if undo else None, redo.event if redo else None)

    def undo(self, consultation: str, *, expected_seq: int | None = None) -> Undone | None:
        """Takes back the last change that stands, whoever made it; None: there is none. See ``undoing``."""
        return self._take_back(consultation, 0, expected_seq)

    def redo(self, consultation: str, *, expected_seq: int | None = None) -> Undone | None:
        """Brings back what the last undo took back; None: there is none, or something was changed since."""
        return self._take_back(consultation, 1, expected_seq)

    def answer(self, consultation: str, answer: Answer, *, expected_seq: int | None = None) -> Written:
        """Records an answer; on disk when this returns. ``expected_seq``: the last seq the caller has seen."""
        return self._add(consultation, rows.of_answer(answer), expected_seq)

    def clear(self, consultation: str, question: str, *, expected_seq: int | None = None) -> Written:
        """Takes an answer back: the question counts as not asked again. What was answered stays in the events."""
        return self._add(consultation, rows.of_clearing(question), expected_seq)

    def rename(self, consultation: str, cluster: Cluster, *, expected_seq: int | None = None) -> Written:
        """Changes the name of the cluster, its area or industry."""
        return self._add(consultation, rows.of_renaming(cluster), expected_seq)

    def redate(self, consultation: str, as_of: date, *, expected_seq: int | None = None) -> Written:
        """Changes the day as of which it is judged."""
        return self._add(consultation, rows.of_redating(as_of), expected_seq)

    def delete(self, consultation: str) -> Written:
        """Hides a consultation. Its events stay, and ``restore`` brings it back."""
        return self._add(consultation, rows.of_fate(Kind.DELETED), None)

    def restore(self, consultation: str) -> Written:
        """Brings a deleted consultation back."""
        return self._add(consultation, rows.of_fate(Kind.RESTORED), None)

    def _add(self, consultation: str, row: rows.Row, expected_seq: int | None) -> Written:
        with self._writing() as records:
            records.hold(consultation)
            return self._written(records, consultation, row, expected_seq)

    def _take_back(self, consultation: str, which: int, expected_seq: int | None) -> Undone | None:
        with self._writing() as records:
            records.hold(consultation)
            step = self._standing(records, consultation)[which]
            if step is None:
                return None
            written = self._written(records, consultation, rows.taking_back(step), expected_seq)
            (event,) = records.events(consultation, written.seq - 1)
        return Undone(written, event)

    def _written(self, records: Records, consultation: str, row: rows.Row, expected_seq: int | None) -> Written:
        missed = () if expected_seq is None else records.events(consultation, expected_seq)
        seq = records.add(consultation, row)
        return Written(seq, missed, refusals.elsewhere(self._where, missed, row.get("question")) if missed else None)

    def _standing(self, records: Records, consultation: str) -> tuple[Step | None, Step | None]:
        start, history = records.start(consultation), records.events(consultation)
        if is_deleted(history):
            raise ShusekiError(refusals.deleted(self._where, consultation))
        return standing(start, history)

    def _snapshot(self, records: Records, consultation: str) -> Snapshot:
        start, history = records.start(consultation), records.events(consultation)
        if is_deleted(history):
            raise ShusekiError(refusals.deleted(self._where, consultation))
        return Snapshot(fold(start, history), history[-1].seq if history else 0)

    def _summaries(self) -> tuple[Summary, ...]:
        with self._lock, reading(self._engine, self._where) as connection, understanding(self._where):
            return summaries(connection)

    @contextmanager
    def _reading(self) -> Iterator[Records]:
        with self._lock, reading(self._engine, self._where) as connection:
            yield Records(connection, self._where, self._clock())

    @contextmanager
    def _writing(self) -> Iterator[Records]:
        with self._lock, writing(self._engine, self._where) as connection:
            yield Records(connection, self._where, self._clock())


def _now() -> datetime:
    return datetime.now(UTC)
