"""Writes a file whole or not at all, and never over another one without being told to."""

import contextlib
import os
import secrets
import stat
from os import PathLike

from engine.model.problem import ShusekiError
from engine.store import refusals
from engine.store.raw_file import os_problem, place_of


def write_atomically(path: str | PathLike[str], data: bytes, *, overwrite: bool = False) -> None:
    """Puts ``data`` into ``path``: first into a file beside it, flushed to disk, then under its name in one step.

    Raises:
        ShusekiError: the file exists and ``overwrite`` is not set, or the system refuses. The old file is then intact.
    """
    where = place_of(path)
    try:
        # Through a link to the file it names, as a person who writes "through" it expects.
        target = os.path.realpath(path)
        if os.path.isdir(target):
            raise ShusekiError(refusals.folder_to_write(where))
        _write(target, data, overwrite)
    except FileExistsError:
        raise ShusekiError(refusals.exists(where)) from None
    except FileNotFoundError:
        raise ShusekiError(refusals.no_folder(where)) from None
    except (OSError, ValueError) as error:
        raise ShusekiError(os_problem(where, error)) from error


def _write(target: str, data: bytes, overwrite: bool) -> None:
    if not overwrite and os.path.lexists(target):
        raise FileExistsError(target)
    beside = os.path.join(os.path.dirname(target), f".shuseki-{secrets.token_hex(8)}.tmp")
    try:
        _write_through(beside, data)
        if overwrite:
            _keep_mode(target, beside)
            os.replace(beside, target)
        else:
            name(beside, target)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(beside)


def _write_through(path: str, data: bytes) -> None:
    """A new file, on disk when this returns. Its permissions follow the user's umask, as for any file of theirs."""
    with open(path, "xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _keep_mode(target: str, beside: str) -> None:
    with contextlib.suppress(OSError):
        os.chmod(beside, stat.S_IMODE(os.stat(target).st_mode))


def name(beside: str, target: str) -> None:
    """Gives the file its name if nobody has taken it meanwhile.

    A hard link does both in one step; where the file system has none (FAT, some shares) the name is reserved first.

    Raises:
        FileExistsError: the name is taken.
    """
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        os.replace(beside, target)
