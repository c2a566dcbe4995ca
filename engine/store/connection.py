"""Opens the database: where it is, how it is made durable, and what its errors mean to a reader."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from errno import ENOSPC
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from engine.interview.visible import shown
from engine.model.problem import Place, Problem, ShusekiError
from engine.store import database_refusals as refusals
from engine.store import schema, sqlite_file
from engine.store.held_file import watch
from engine.store.migrations import make_ready
from engine.store.sqlite_file import check, look, set_journal
from engine.store.version import VERSION

_LONGEST_NAME_SHOWN = 300


def open_database(url: str | None, now: datetime) -> tuple[sa.Engine, Place, tuple[Problem, ...]]:
    """The engine of a database that is ours, made if it was not there, how Problems name it, and what is to be told.

    Args:
        url: of SQLAlchemy; None: ``SHUSEKI_DATABASE_URL``, else a file in the user's data folder.
        now: the time, for the name of a backup.

    Raises:
        ShusekiError: it cannot be reached, is damaged, newer, or somebody else's. It is left as it was.
    """
    target = _target(url)
    where = _place(target)
    with telling(where):
        path = file_of(target)
        sound = path is not None and look(path, where)
        engine = _engine(target, where)
        try:
            notices = _make_ready(engine, where, now, sound=sound)
            if path is not None:
                set_journal(engine, path, where)
                watch(engine, path, where)
        except BaseException:
            engine.dispose()
            raise
    return engine, where, notices


@contextmanager
def telling(where: Place) -> Iterator[None]:
    """Turns what database or system refuse into a ShusekiError, and cuts off the original: it may hold a URL."""
    try:
        yield
    except UnicodeDecodeError:
        # A name or text in the file is no text any more.
        raise ShusekiError(refusals.broken(where)) from None
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
    try:
        # The answers are the municipality's; other accounts of the computer have no business with them.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        where = Place(file=shown(str(folder), _LONGEST_NAME_SHOWN))
        raise ShusekiError(refusals.full(where) if error.errno == ENOSPC else refusals.no_data_folder(where)) from None
    return URL.create("sqlite", database=str(folder / "shuseki.db"))


def _place(url: URL) -> Place:
    """How messages name the database: the file, or system, host and name; never user, password or query."""
    if url.get_backend_name() == "sqlite":
        return Place(file=shown(url.database or ":memory:", _LONGEST_NAME_SHOWN))
    return Place(file=shown(f"{url.drivername}://{url.host or ''}/{url.database or ''}", _LONGEST_NAME_SHOWN))


def file_of(url: URL) -> str | None:
    """The file of an SQLite database; None for a database in memory, one named by an SQLite URI, or a server."""
    name = url.database or ""
    if url.get_backend_name() != "sqlite" or not name or name.startswith((":memory:", "file:")):
        return None
    return name


def _engine(url: URL, where: Place) -> sa.Engine:
    options: dict[str, Any] = {}
    if url.get_backend_name() == "sqlite":
        options["connect_args"] = {"timeout": sqlite_file.BUSY_SECONDS}
        if not url.database or url.database == ":memory:":
            # One connection for all threads, else each would have a database of its own.
            options |= {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}}
    try:
        engine = sa.create_engine(url, **options)
    except (ImportError, NoSuchModuleError):
        raise ShusekiError(refusals.no_driver(where, url.get_backend_name())) from None
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


def _make_ready(engine: sa.Engine, where: Place, now: datetime, *, sound: bool) -> tuple[Problem, ...]:
    """Makes the tables, or brings those of an earlier version up to date; what is to be told of that."""
    with reading(engine, where) as connection:
        if engine.dialect.name == "sqlite" and not sound:
            check(connection, where)
        if schema.version(connection, where) == VERSION:
            return ()
    with writing(engine, where) as connection:
        found = schema.version(connection, where)
        if found == VERSION:
            return ()
        copy = _back_up(connection, where, found, now) if found else None
        make_ready(connection, found)
    return (refusals.backed_up(where, found, VERSION, copy),) if copy else ()


def _back_up(connection: sa.Connection, where: Place, found: int, now: datetime) -> str | None:
    """The path of a copy of the database; None where it is no file: a server has backups of its own."""
    if connection.dialect.name != "sqlite":
        return None
    from engine.store.backup import back_up

    # Refused where nothing may be written, so that no backup is made of what cannot be brought up to date.
    connection.exec_driver_sql(f"DELETE FROM {schema.schema_version.name} WHERE FALSE")
    path = connection.exec_driver_sql("SELECT file FROM pragma_database_list WHERE name = 'main'").scalar()
    return back_up(path, found, now, where) if path else None


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
