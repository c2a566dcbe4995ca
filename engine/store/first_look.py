"""Reads the list and single consultations without SQLAlchemy, so that a start need not wait until that is loaded.

Only a sound database of ours, of today's version, in a file of this computer is read here, and only read: whatever is
out of the ordinary is left to the store, which knows what to do about it, and tells. Here it is None.
"""

import os
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Self, TypeVar

from engine.store import rows
from engine.store.history import fold, is_deleted
from engine.store.share import on_network_share
from engine.store.summary import Gathered, Summary, told
from engine.store.version import VERSION
from engine.store.written import Snapshot

Found = TypeVar("Found")
_OURS = {
    *("shuseki_schema", "consultations", "answer_events", "scenarios"),
    *("registers", "register_events", "confirmations", "layouts"),
}
_FILE_URL = re.compile(r"sqlite:///([^?%]+)")
_WAIT = 0.5
"""Seconds to wait for somebody else who is writing; the store waits longer."""
_OUT_OF_THE_ORDINARY = (sqlite3.Error, OSError, ValueError, TypeError, KeyError)
_LAST = "SELECT max(seq) FROM answer_events"


class FirstLook:
    """A database that was found to be in order when it was looked at."""

    def __init__(self, path: Path) -> None:
        """Use ``FirstLook.open``."""
        self._path = path

    @classmethod
    def open(cls, url: str | None = None) -> Self | None:
        """Looks at the database that the store would open; None where that is for the store itself.

        Args:
            url: as for ``Store.open``.
        """
        path = _path(url)
        look = cls(path) if path is not None and _ordinary(path) else None
        return look if look is not None and look._read(_sound) else None

    @property
    def drafts_folder(self) -> Path:
        """That of the store."""
        return self._path.with_suffix(".drafts")

    def list(self) -> tuple[Summary, ...] | None:
        """What the store lists; None where that has to be asked."""
        found = self._read(_summaries)
        return None if found is None else tuple(summary for summary in found if not summary.deleted)

    def snapshot(self, consultation: str) -> Snapshot | None:
        """The consultation as it stands; None where the store has to be asked."""
        return self._read(lambda connection: _snapshot(connection, consultation))

    def _read(self, reading: Callable[[sqlite3.Connection], Found]) -> Found | None:
        with suppress(*_OUT_OF_THE_ORDINARY), _opened(self._path) as connection:
            return reading(connection)
        return None


class _Row:
    """A row as ``rows`` takes it."""

    def __init__(self, columns: Mapping[str, Any]) -> None:
        self._mapping = columns

    def __getattr__(self, name: str) -> Any:
        return self._mapping[name]


def _path(url: str | None) -> Path | None:
    """The file; None where the database is no file of its own, or it takes SQLAlchemy to tell."""
    given = url or os.environ.get("SHUSEKI_DATABASE_URL", "").strip()
    if not given:
        from platformdirs import user_data_dir

        return Path(user_data_dir("shuseki", appauthor=False)) / "shuseki.db"
    named = _FILE_URL.fullmatch(given)
    return Path(named[1]) if named and not named[1].startswith((":memory:", "file:")) else None


def _ordinary(path: Path) -> bool:
    """Whether there is such a file, where a first look may lock it."""
    with suppress(OSError):
        return path.is_file() and not on_network_share(str(path))
    return False


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot change it, and sees one state of it."""
    uri = path.absolute().as_uri() + "?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, timeout=_WAIT, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        yield connection


def _sound(connection: sqlite3.Connection) -> bool:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return (
        tables >= _OURS
        and connection.execute("SELECT version FROM shuseki_schema").fetchall() == [(VERSION,)]
        and connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
    )


def _rows(connection: sqlite3.Connection, query: str, *values: str) -> Iterator[_Row]:
    found = connection.execute(query, values)
    names = [column[0] for column in found.description]
    for row in found:
        columns = dict(zip(names, row, strict=True))
        if "initial" in columns:
            columns["initial"] = bool(columns["initial"])
        yield _Row(columns)


def _by_consultation(connection: sqlite3.Connection, query: str) -> dict[str, Mapping[str, Any]]:
    return {row.consultation: rows.intact(row) for row in _rows(connection, query)}


def _last(connection: sqlite3.Connection, kinds: str) -> dict[str, Mapping[str, Any]]:
    last = f"{_LAST} WHERE kind IN ({kinds}) GROUP BY consultation"
    return _by_consultation(connection, f"SELECT * FROM answer_events WHERE seq IN ({last})")


def _summaries(connection: sqlite3.Connection) -> tuple[Summary, ...]:
    last = f"{_LAST} GROUP BY consultation"
    return told(
        Gathered(
            begun=[rows.intact(row) for row in _rows(connection, "SELECT * FROM consultations")],
            clusters=_last(connection, "'cluster'"),
            days=_last(connection, "'as_of'"),
            fates=_last(connection, "'deleted', 'restored'"),
            changed=dict(
                connection.execute(f"SELECT consultation, recorded FROM answer_events WHERE seq IN ({last})").fetchall()
            ),
            counts=_counts(connection),
            branched=_by_consultation(connection, "SELECT * FROM scenarios"),
        )
    )


def _counts(connection: sqlite3.Connection) -> dict[str, tuple[int, int]]:
    """By consultation, how many questions have a value and how many a 'don't know'."""
    last = f"{_LAST} WHERE kind IN ('set', 'cleared') GROUP BY consultation, question"
    found = connection.execute(
        "SELECT consultation, sum(value <> 'null'), sum(value = 'null') FROM answer_events "
        f"WHERE kind = 'set' AND seq IN ({last}) GROUP BY consultation"
    )
    return {consultation: (answered, unknown) for consultation, answered, unknown in found}


def _snapshot(connection: sqlite3.Connection, consultation: str) -> Snapshot:
    (begun,) = _rows(connection, "SELECT * FROM consultations WHERE id = ?", consultation)
    named = [*_rows(connection, "SELECT * FROM scenarios WHERE consultation = ?", consultation)]
    start = rows.start(begun, rows.intact(named[0])["name"] if named else None)
    query = "SELECT * FROM answer_events WHERE consultation = ? ORDER BY seq"
    history = tuple(rows.event(row) for row in _rows(connection, query, consultation))
    if is_deleted(history):
        raise ValueError("deleted")
    return Snapshot(fold(start, history), history[-1].seq if history else 0)
