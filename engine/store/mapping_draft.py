"""A mapping file to be completed by hand: what is confirmed as it is, suggestions as lines to be uncommented.

A suggestion is never written as if a person had said it: where nobody did, ``serves`` is left out, and reading the file
back leaves the measure unconfirmed. Taking the ``# `` from one line confirms what stands there.
"""

from collections.abc import Iterator, Sequence
from typing import get_args

from engine.interview.folding import fold
from engine.interview.visible import visible
from engine.model.book import Book
from engine.model.knowledge import TypeCode
from engine.model.problem import Place, ShusekiError
from engine.model.register import ExistingMeasure, Link, Mapping, Register
from engine.store.answer_text import END, flat
from engine.store.mapping_file import HEADER
from engine.store.mapping_refusals import too_big_to_write
from engine.store.refusals import SIZE_LIMIT

_HOW = (
    "# 確認のしかた：事業ごとに、正しい serves の行の先頭の「# 」を消す。複数に当たれば serves: [番号, 番号]。",
    "# どの施策にも当たらないときは serves: [] の行の「# 」を消す。何も消さなければ、未確認のまま。",
    "# To confirm: take the leading '# ' from the right line of each measure; write serves: [id, id] for several,",
    "# serves: [] for none. Where nothing is taken away, the measure stays unconfirmed.",
)


def draft(book: Book, register: Register, mapping: Mapping, types: Sequence[TypeCode]) -> str:
    """The text of the file; of measures with one name and department the first, as they are confirmed together.

    Args:
        book: the knowledge.
        register: the existing measures.
        mapping: what they serve.
        types: those whose measures were looked at; all where none is given.

    Raises:
        ShusekiError: it would be too big to be read back.
    """
    once = {(fold(one.name), fold(one.department)): one for one in reversed(register.measures)}
    asked = tuple(types) or get_args(TypeCode)
    rows = [line for one in reversed(once.values()) for line in _entry(book, register, one, mapping.of(one.id), asked)]
    text = "\n".join([HEADER, *_HOW, *(["mapping:", *rows] if rows else ["mapping: []"]), END, ""])
    if len(text.encode()) > SIZE_LIMIT:
        raise ShusekiError(too_big_to_write(Place(file=register.name)))
    return text


def _entry(
    book: Book, register: Register, one: ExistingMeasure, link: Link, types: Sequence[TypeCode]
) -> Iterator[str]:
    yield f"- name: {flat(one.name)}"
    if one.department:
        yield f"  department: {flat(one.department)}"
    named = {book.measures[measure].type for measure in link.generic if measure in book.measures}
    yield f"  types: [{', '.join(dict.fromkeys((*types, *sorted(named))))}]"
    if register.fiscal_year is not None:
        yield f"  fiscal_year: {register.fiscal_year}"
    if link.standing == "confirmed":
        yield f"  serves: [{', '.join(link.generic)}]"
        return
    for suggestion in link.suggestions:
        title = book.measures[suggestion.measure].title
        near = f"{suggestion.score:.2f}"
        yield f"  # serves: [{suggestion.measure}]  # {visible(title.ja)} / {visible(title.en)} ({near})"
    yield "  # serves: []  # どの施策にも当たらない / serves none"
