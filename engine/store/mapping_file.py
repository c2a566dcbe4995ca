"""Mapping files: what existing measures serve, as YAML for the command line and for sharing between offices.

Kept light like answer files: no SQLAlchemy.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from os import PathLike

from engine.interview.visible import visible
from engine.model.book import Book
from engine.model.problem import Place, Problem, ShusekiError
from engine.model.register import Confirmation
from engine.store import mapping_refusals, raw_file, refusals
from engine.store.answer_text import END, flat, looks_cut_off
from engine.store.atomic import write_atomically
from engine.store.mapping_reading import read_tree
from engine.store.yaml_tree import MAX_EVENTS, parse

HEADER = "# Shuseki 対応表 / mapping file"
Warnings = tuple[Problem, ...]

# Ids stand without quotes: nothing in YAML could take them for anything else.
_ID = re.compile(r"[A-Z]+\.[A-Za-z][A-Za-z0-9_.-]*")


def read_mapping(path: str | PathLike[str], book: Book) -> tuple[tuple[Confirmation, ...], Warnings]:
    """The confirmations in a mapping file, in its order, and the warnings that go with them.

    An existing measure without ``serves`` is passed over with a warning; ``serves: []`` says that it serves none.

    Args:
        path: the file; never more than 1 MiB of it is read.
        book: its measures are those that can be served.

    Raises:
        ShusekiError: with every Problem found, each with file and line. No other error, whatever the file holds.
    """
    with _rewording():
        data = raw_file.read_bytes(path)
    return read_data(data, book, raw_file.place_of(path))


def read_data(data: bytes, book: Book, where: Place | None = None) -> tuple[tuple[Confirmation, ...], Warnings]:
    """The same for bytes that did not come from a named file.

    Raises:
        ShusekiError: as ``read_mapping``.
    """
    where = where or Place()
    with _rewording():
        text, warnings = raw_file.decode(data, where)
        if looks_cut_off(text, HEADER):
            raise ShusekiError(refusals.cut_off(where))
        said, more = read_tree(parse(text, where), book, where)
    return said, warnings + more


def write_mapping(
    path: str | PathLike[str], confirmations: Sequence[Confirmation], book: Book, *, overwrite: bool = False
) -> None:
    """Writes a mapping file, whole or not at all; it reads back as the same confirmations.

    Raises:
        ShusekiError: the file exists and ``overwrite`` is not set, cannot be written, or would be too big to read.
    """
    data = render(confirmations, book).encode()
    if len(data) > refusals.SIZE_LIMIT or sum(map(_nodes, confirmations)) > MAX_EVENTS - 3:
        raise ShusekiError(mapping_refusals.too_big_to_write(raw_file.place_of(path)))
    write_atomically(path, data, overwrite=overwrite)


def render(confirmations: Sequence[Confirmation], book: Book) -> str:
    """The text of the file; the titles of the measures named in it stand above, in both languages."""
    named = sorted({measure for said in confirmations for measure in said.generic} & book.measures.keys())
    titles = [(measure, book.measures[measure].title) for measure in named]
    legend = [f"# {measure}  {visible(title.ja)} / {visible(title.en)}" for measure, title in titles]
    rows = ["mapping:", *(f"- {{{', '.join(_entries(said))}}}" for said in confirmations)]
    return "\n".join([HEADER, *legend, *(rows if confirmations else ["mapping: []"]), END, ""])


def _entries(said: Confirmation) -> Iterator[str]:
    yield f"name: {flat(said.name)}"
    if said.department:
        yield f"department: {flat(said.department)}"
    yield f"serves: [{', '.join(map(_id, said.generic))}]"
    yield f"types: [{', '.join(said.types)}]"
    if said.fiscal_year is not None:
        yield f"fiscal_year: {said.fiscal_year}"


def _id(measure: str) -> str:
    return measure if _ID.fullmatch(measure) else flat(measure)


def _nodes(said: Confirmation) -> int:
    """How many nodes a confirmation takes at most, as reading counts them."""
    return 11 + len(said.generic) + len(said.types)


@contextmanager
def _rewording() -> Iterator[None]:
    """Has the Problems say what to do in a mapping file, where answer files have them too."""
    try:
        yield
    except ShusekiError as error:
        raise ShusekiError(*map(mapping_refusals.reworded, error.problems)) from error.__cause__
