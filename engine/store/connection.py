"""Opens the database: where it is, how it is made durable, and what its errors mean to a reader."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from engine.interview.visible import shown
from engine.model.problem import Place, Problem, ShusekiError
from engine.store import database_refusals as refusals
from engine.store import schema
from engine.store.refusals import directory, no_folder
from engine.store.share import on_network_share

_MAGIC = b"SQLite format 3\x00"
_BUSY_SECONDS = 10
_LONGEST_NAME_SHOWN = 300


def open_database(url: str | None) -> tuple[sa.Engine, Place]:
    """The engine of a database that is ours, made if it was not there, and how Problems name it.

    Args:
        url: of SQLAlchemy; None: ``SHUSEKI_DATABASE_URL``, else a file in the user's data folder.

    Raises:
        ShusekiError: it cannot be reached, is damaged, newer, or somebody else's. It is left as it was.
    """
    target = _target(url)
    where = _place(target)
    with telling(where):
        path = _file_of(target)
        if path is not None:
            _look_before_opening(path, where)
        engine = _engine(target, where)
        try:
            _make_ready(engine, where)
            if path is not None:
                _set_journal(engine, path)
        except BaseException:
            engine.dispose()
            raise
    return engine, where


@contextmanager
def telling(where: Place) -> Iterator[None]:
    """Turns what database or system refuse into a ShusekiError, and cuts off the original: it may hold a URL."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise ShusekiError(_meaning(where, error)) from None


@contextmanager
def reading(engine: sa.Engine, where: Place) -> Iterator[sa.Connection]:
    """A connection that sees one state of the database."""
    with telling(where), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: sa.Engine, where: Place) -> Iterator[sa.Connection]:
    """A connection that alone may write; all or nothing is on disk when the block ends."""
    with telling(where), engine.connect() as connection, connection.execution_options(shuseki_writing=True).begin():
        yield connection


def _target(url: str | None) -> URL:
    given = url or os.environ.get("SHUSEKI_DATABASE_URL", "").strip()
    if not given:
        return _default()
    try:
        return make_url(given)
    except (ArgumentError, ValueError):
        raise ShusekiError(refusals.bad_url()) from None


def _default() -> URL:
    from platformdirs import user_data_dir

    folder = Path(user_data_dir("shuseki", appauthor=False))
    with telling(Place(file=shown(str(folder), _LONGEST_NAME_SHOWN))):
        # The answers are the municipality's; other accounts of the computer have no business with them.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return URL.create("sqlite", database=str(folder / "shuseki.db"))


def _place(url: URL) -> Place:
    """How messages name the database: the file, or system, host and name; never user, password or query."""
    if url.get_backend_name() == "sqlite":
        return Place(file=shown(url.database or ":memory:", _LONGEST_NAME_SHOWN))
    return Place(file=shown(f"{url.drivername}://{url.host or ''}/{url.database or ''}", _LONGEST_NAME_SHOWN))


def _file_of(url: URL) -> str | None:
    """The file of an SQLite database; None for a database in memory, one named by an SQLite URI, or a server."""
    name = url.database or ""
    if url.get_backend_name() != "sqlite" or not name or name.startswith((":memory:", "file:")):
        return None
    return name


def _look_before_opening(path: str, where: Place) -> None:
    """Refuses what SQLite would take for an empty database and write over.

    Raises:
        ShusekiError: a folder, no folder around it, another kind of file, or a log whose database is gone.
    """
    if os.path.isdir(path):
        raise ShusekiError(directory(where))
    if not os.path.isdir(os.path.dirname(path) or "."):
        raise ShusekiError(no_folder(where))
    head = b""
    if os.path.exists(path):
        with open(path, "rb") as file:
            head = file.read(len(_MAGIC))
    log = path + "-wal"
    orphaned = not head and os.path.exists(log) and os.path.getsize(log) > 0
    if orphaned or (head and head != _MAGIC):
        raise ShusekiError(refusals.broken(where))


def _engine(url: URL, where: Place) -> sa.Engine:
    options: dict[str, Any] = {}
    if url.get_backend_name() == "sqlite":
        options["connect_args"] = {"timeout": _BUSY_SECONDS}
        if not url.database or url.database == ":memory:":
            # One connection for all threads, else each would have a database of its own.
            options |= {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}}
    try:
        engine = sa.create_engine(url, **options)
    except (ImportError, NoSuchModuleError):
        raise ShusekiError(refusals.no_driver(where)) from None
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver's own guesses about transactions are switched off; _begin_sqlite begins them.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=ON")
    # EXTRA is FULL that also flushes the folder: an answer is on disk when the call returns, with or without a log.
    connection.execute("PRAGMA synchronous=EXTRA")


def _begin_sqlite(connection: sa.Connection) -> None:
    # A writer takes the lock at once: a transaction that read first and writes later could only fail, not wait.
    alone = connection.get_execution_options().get("shuseki_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if alone else "BEGIN")


def _make_ready(engine: sa.Engine, where: Place) -> None:
    with reading(engine, where) as connection:
        if engine.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
            raise ShusekiError(refusals.broken(where))
        if schema.is_ready(connection, where):
            return
    with writing(engine, where) as connection:
        if not schema.is_ready(connection, where):
            schema.make_ready(connection)


def _set_journal(engine: sa.Engine, path: str) -> None:
    """Write-ahead log on a disk of this computer, rollback journal on a share. It is only changed when it differs."""
    wanted = "delete" if on_network_share(path) else "wal"
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        if cursor.execute("PRAGMA journal_mode").fetchone()[0] != wanted:
            # Where the file system or another process does not allow it, SQLite keeps the mode, which is durable too.
            try:
                cursor.execute(f"PRAGMA journal_mode={wanted}")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
    finally:
        connection.close()


def _meaning(where: Place, error: Exception) -> Problem:
    code = getattr(getattr(error, "orig", error), "sqlite_errorcode", -1) & 0xFF
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return refusals.busy(where)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return refusals.broken(where)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return refusals.read_only(where)
        case sqlite3.SQLITE_FULL:
            return refusals.full(where)
    return refusals.read_only(where) if isinstance(error, PermissionError) else refusals.failed(where, error)
