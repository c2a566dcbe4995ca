"""Copies a database beside itself before its tables are changed: complete, checked, and never over another file."""

import os
import secrets
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from itertools import count

from engine.model.problem import Place, ShusekiError
from engine.store import atomic
from engine.store import database_refusals as refusals
from engine.store.sqlite_file import BUSY_SECONDS, read_only_uri


def back_up(path: str, version: int, now: datetime, where: Place) -> str:
    """Copies the database as it was when the last write ended; the path of the copy, ``…db.v2-20261124-0312.bak``.

    To be called by who holds the lock for writing, so that nobody writes between the copy and what follows.

    Args:
        path: the database.
        version: of its tables, for the name of the copy.
        now: the time for its name, which tells it as it is at that place.
        where: how Problems name the database.

    Raises:
        ShusekiError: there is no good copy, for whatever reason. Nothing of it is left then.
    """
    beside = os.path.join(os.path.dirname(path), f".shuseki-{secrets.token_hex(8)}.tmp")
    try:
        try:
            _copy(path, beside)
            return _named(beside, f"{path}.v{version}-{now.astimezone():%Y%m%d-%H%M}")
        finally:
            with suppress(OSError):
                os.unlink(beside)
    except (sqlite3.Error, OSError):
        raise ShusekiError(refusals.no_backup(where)) from None


def _copy(path: str, beside: str) -> None:
    """A copy on disk, with the permissions of the original.

    Raises:
        sqlite3.Error: it cannot be made, or is not what was copied.
        OSError: likewise.
    """
    os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with (
        closing(sqlite3.connect(read_only_uri(path), uri=True, timeout=BUSY_SECONDS)) as original,
        closing(sqlite3.connect(beside)) as copy,
    ):
        original.backup(copy)
        # One file that needs no other: the original may have a log.
        copy.execute("PRAGMA journal_mode=DELETE")
        if copy.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",) or _counts(copy) != _counts(original):
            raise sqlite3.DatabaseError("the copy differs")
    shutil.copymode(path, beside)
    with open(beside, "rb+") as file:
        os.fsync(file.fileno())


def _counts(database: sqlite3.Connection) -> dict[str, int]:
    """How many rows every table has."""
    tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}


def _named(beside: str, wanted: str) -> str:
    """Gives the copy its name; with a number where that is taken."""
    for number in count(1):
        target = f"{wanted}.bak" if number == 1 else f"{wanted}-{number}.bak"
        with suppress(FileExistsError):
            atomic.name(beside, target)
            _keep_folder(os.path.dirname(target) or ".")
            return target
    raise AssertionError("unreachable")


def _keep_folder(folder: str) -> None:
    """Has the folder on disk too, with the new name in it; Windows neither can nor need be asked."""
    if os.name != "nt":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
