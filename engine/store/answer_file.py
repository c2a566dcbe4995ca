"""Answer files: reads and writes the YAML that people keep, send and correct (without SQLAlchemy; kept light)."""

from datetime import date
from os import PathLike

from engine.interview.visible import safe_file_name
from engine.model.answers import Consultation
from engine.model.book import Book
from engine.model.problem import Place, Problem, ShusekiError
from engine.store import raw_file, refusals
from engine.store.answer_reading import read_tree
from engine.store.answer_text import looks_cut_off, render
from engine.store.atomic import write_atomically
from engine.store.yaml_tree import parse

Warnings = tuple[Problem, ...]

__all__ = ["Warnings", "file_name", "read_data", "read_file", "render", "write_file"]


def read_file(path: str | PathLike[str], book: Book, *, today: date | None = None) -> tuple[Consultation, Warnings]:
    """The consultation in an answer file, and the warnings that go with it.

    Args:
        path: the file; never more than 1 MiB of it is read.
        book: its questions decide what each answer means.
        today: the date used, with a warning, where the file has no ``as_of``; by default the date of the computer.

    Raises:
        ShusekiError: with every Problem found, each with file and line. No other error, whatever the file holds.
    """
    return read_data(raw_file.read_bytes(path), book, raw_file.place_of(path), today=today)


def read_data(
    data: bytes, book: Book, where: Place | None = None, *, today: date | None = None
) -> tuple[Consultation, Warnings]:
    """The same for bytes that did not come from a named file: standard input, an upload, a package of data.

    Raises:
        ShusekiError: as ``read_file``.
    """
    where = where or Place()
    text, warnings = raw_file.decode(data, where)
    if looks_cut_off(text):
        raise ShusekiError(refusals.cut_off(where))
    consultation, more = read_tree(parse(text, where), book, where, today or date.today())
    return consultation, warnings + more


def write_file(path: str | PathLike[str], consultation: Consultation, book: Book, *, overwrite: bool = False) -> None:
    """Writes an answer file, whole or not at all; what it holds reads back as the same consultation.

    Raises:
        ShusekiError: the file exists and ``overwrite`` is not set, cannot be written, or would be too big to read.
    """
    data = render(consultation, book).encode()
    where = raw_file.place_of(path)
    if len(data) > refusals.SIZE_LIMIT:
        raise ShusekiError(refusals.too_big_to_write(where))
    write_atomically(path, data, overwrite=overwrite)


def file_name(consultation: Consultation) -> str:
    """A file name for the consultation that every system accepts."""
    names = (consultation.cluster.name, consultation.scenario)
    return safe_file_name(" ".join(name for name in names if name), ".yaml")
