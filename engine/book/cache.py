"""Keeps a verified book as JSON in the user's cache folder, so that a start need not read and check the YAML again.

JSON and never pickle: whoever could write the file could otherwise run code. The name says what the book was read from
and by which program; the first line is the digest of the rest, so that a broken file is noticed and replaced.
"""

import gc
import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

import pydantic
from pydantic import ValidationError

from engine.book.sources import Sources
from engine.model.book import Book

ENVIRONMENT = "SHUSEKI_CACHE_DIR"
_KEPT = 8
"""Books kept; older ones are removed when a new one is written."""


def default_folder() -> Path:
    """The cache folder: as the environment says, else the one of the user's system."""
    if chosen := os.environ.get(ENVIRONMENT):
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("shuseki", appauthor=False)


def key_of(sources: Sources) -> str:
    """What the kept book depends on: its files, and the program that read and checked them."""
    return sources.digest(*_program())


def _program() -> list[bytes]:
    """The code that shapes and checks a book; not its version, so that a developer is never served stale."""
    engine = Path(__file__).parent.parent
    code = [path.read_bytes() for part in ("model", "book") for path in sorted((engine / part).glob("*.py"))]
    return [pydantic.VERSION.encode(), *code]


def fetch(folder: Path, key: str) -> Book | None:
    """The book kept under a key; None if it is not there or is not what was written."""
    try:
        digest, _, body = _file(folder, key).read_bytes().partition(b"\n")
    except OSError:
        return None
    if digest.decode("ascii", "replace") != hashlib.sha256(body).hexdigest():
        return None
    try:
        return _read(body)
    except ValidationError:
        return None


def _read(body: bytes) -> Book:
    """Build the book. Its many thousand objects all stay, so looking for garbage meanwhile doubles the time."""
    paused = gc.isenabled()
    gc.disable()
    try:
        return Book.model_validate_json(body)
    finally:
        if paused:
            gc.enable()


def keep(folder: Path, key: str, book: Book) -> None:
    """Keep a book, whole or not at all. A folder that cannot be written is no reason to stop."""
    body = to_json(book)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, scratch = tempfile.mkstemp(dir=folder, suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
            os.replace(scratch, _file(folder, key))
        except OSError:
            os.unlink(scratch)
            raise
        _remove_old(folder)


def to_json(book: Book) -> bytes:
    """A book as JSON from which an equal one can be read; what was not set stays unset (``then`` turns on it)."""
    return book.model_dump_json(by_alias=True, exclude_unset=True).encode()


def _file(folder: Path, key: str) -> Path:
    return folder / f"book-{key[:32]}.json"


def _remove_old(folder: Path) -> None:
    books = sorted(folder.glob("book-*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in books[_KEPT:]:
        path.unlink(missing_ok=True)
