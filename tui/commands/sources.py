"""A consultation by name: an answer file, a saved consultation (id or name), or an example.

``saved:NAME`` and ``example:ID`` say which; a plain word is a file if there is one, else saved, else an example.
"""

import os
from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

from engine.model.problem import ShusekiError
from engine.model.text import Lang
from tui.commands import shared
from tui.words import sources as words

if TYPE_CHECKING:
    from engine.model.answers import Consultation
    from engine.model.book import Book
    from engine.store.database import Summary

_SAVED, _EXAMPLE = "saved:", "example:"
_NEAR = 3


def found(book: "Book", name: str, lang: Lang) -> "Consultation":
    """The consultation that ``name`` means; warnings about a file go to stderr.

    Raises:
        ShusekiError: there is none, several saved ones have the name, or the file or the store cannot be read.
    """
    if name.startswith(_EXAMPLE):
        return _example(book, name.removeprefix(_EXAMPLE), ("example",))
    if name.startswith(_SAVED):
        return _saved(name.removeprefix(_SAVED)) or _refused(name.removeprefix(_SAVED), ("saved",), _saved_names())
    if name == shared.STANDARD_INPUT or os.path.lexists(name):
        return shared.consultation(book, name, None, lang)
    return _of_plain_word(book, name)


def _of_plain_word(book: "Book", name: str) -> "Consultation":
    try:
        saved = _saved(name)
    except ShusekiError as error:
        # A store that cannot be opened is no reason to refuse an example.
        if name in book.examples and error.problems[0].code != "several_saved":
            return book.examples[name]
        raise
    return saved or _example(book, name, ("file", "saved", "example"), _saved_names())


def _example(book: "Book", name: str, tried: tuple[str, ...], more: Iterable[str] = ()) -> "Consultation":
    return book.examples.get(name) or _refused(name, tried, [*book.examples, *more])


def _refused(name: str, tried: tuple[str, ...], known: Iterable[str]) -> "Consultation":
    near = get_close_matches(name[:64], list(dict.fromkeys(known)), n=_NEAR)
    raise ShusekiError(words.unknown_source(name, tried, near))


def saved_id(name: str) -> str | None:
    """The id of the saved consultation that ``name`` means; None where it means a file, an example or nothing."""
    if name.startswith(_SAVED):
        return _id_of(name.removeprefix(_SAVED))
    if name.startswith(_EXAMPLE) or name == shared.STANDARD_INPUT or os.path.lexists(name):
        return None
    try:
        return _id_of(name)
    except ShusekiError as error:
        if error.problems[0].code == "several_saved":
            raise
        return None


def _id_of(name: str) -> str | None:
    from engine.store.database import Store

    with Store.open() as store:
        ids = [summary.id for summary in store.list() if name in _names(summary)]
    if len(ids) > 1:
        raise ShusekiError(words.several_saved(name, ids))
    return ids[0] if ids else None


def _saved(name: str) -> "Consultation | None":
    """The saved consultation with this id or name; None where there is none."""
    from engine.store.database import Store

    id = _id_of(name)
    if id is None:
        return None
    with Store.open() as store:
        return store.load(id)


def _saved_names() -> list[str]:
    from engine.store.database import Store

    with Store.open() as store:
        return [name for summary in store.list() for name in _names(summary)[1:]]


def _names(summary: "Summary") -> tuple[str, ...]:
    """What a saved consultation goes by: its id, and its scenario's name or else its cluster's."""
    if summary.scenario:
        return summary.id, summary.scenario
    return tuple(name for name in (summary.id, summary.name, summary.name_en) if name)
