"""The file of an SQLite database: looked at before anything may change it, and kept with the right kind of journal."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from engine.model.problem import Place, ShusekiError
from engine.store import database_refusals as refusals
from engine.store import schema
from engine.store.refusals import no_folder, store_is_folder
from engine.store.share import on_network_share

BUSY_SECONDS = 10
"""How long to wait for somebody else who is writing."""

_MAGIC = b"SQLite format 3\x00"
_LOGGED = 2
"""What byte 18 says where the database has a write-ahead log."""


def look(path: str, where: Place) -> bool:
    """Whether the file was looked at and found to be a sound database of ours, or empty. It is not changed.

    Where it cannot be looked at without changing it (a crash left a journal to be rolled back first), the answer is no.

    Raises:
        ShusekiError: a folder, no folder around it, another kind of file, damaged, newer, somebody else's, or a log
            whose database is gone.
    """
    head = _head(path, where)
    if not head:
        return True
    if head[18] == _LOGGED and on_network_share(path):
        with _copied(path) as copy:
            _check(copy, where)
        _leave_log(path, where)
        return True
    try:
        _check(path, where)
    except OperationalError as error:
        if getattr(error.orig, "sqlite_errorcode", 0) & 0xFF not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            raise
        return False
    return True


def check(connection: sa.Connection, where: Place) -> None:
    """Refuses a damaged database: its pages, and that tables and indexes agree.

    Raises:
        ShusekiError: it is damaged.
    """
    if connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
        raise ShusekiError(refusals.broken(where))


def set_journal(engine: sa.Engine, path: str, where: Place) -> None:
    """Write-ahead log on a disk of this computer, rollback journal on a share. It is only changed when it differs.

    Raises:
        ShusekiError: it lies on a share, and others keep it with a log.
    """
    shared = on_network_share(path)
    wanted = "delete" if shared else "wal"
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        found = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        if shared and found == "wal":
            raise ShusekiError(refusals.log_on_share(where))
        if found != wanted:
            # Where the file system or another process does not allow it, SQLite keeps the mode, which is durable too.
            try:
                cursor.execute(f"PRAGMA journal_mode={wanted}")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise


def read_only_uri(path: str) -> str:
    """The file as a URI by which SQLite cannot change it."""
    return Path(path).absolute().as_uri() + "?mode=ro"


def _head(path: str, where: Place) -> bytes:
    """The first bytes of the file; empty where there is none, or it holds nothing."""
    if os.path.isdir(path):
        raise ShusekiError(store_is_folder(where))
    if not os.path.isdir(os.path.dirname(path) or "."):
        raise ShusekiError(no_folder(where))
    head = b""
    if os.path.exists(path):
        with open(path, "rb") as file:
            head = file.read(100)
    log = path + "-wal"
    orphaned = not head and os.path.exists(log) and os.path.getsize(log) > 0
    if orphaned or (head and (len(head) < 100 or not head.startswith(_MAGIC))):
        raise ShusekiError(refusals.broken(where))
    return head


def _check(path: str, where: Place) -> None:
    uri = read_only_uri(path)
    engine = sa.create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS), poolclass=NullPool
    )
    with engine.connect() as connection:
        check(connection, where)
        schema.version(connection, where)


@contextmanager
def _copied(path: str) -> Iterator[str]:
    """The file and its log, on a disk of this computer."""
    import shutil
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        for end in ("", "-wal"):
            if os.path.exists(path + end):
                shutil.copyfile(path + end, os.path.join(folder, "copy" + end))
        yield os.path.join(folder, "copy")


def _leave_log(path: str, where: Place) -> None:
    """Merges the log into the file, and from then on keeps a rollback journal.

    Alone from the first read on: SQLite then keeps in its own memory what it would else share with other computers.
    """
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        try:
            found = connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            found = "wal"
    if found == "wal":
        raise ShusekiError(refusals.log_on_share(where))
