"""Notices that the file of an open SQLite database is no longer the one under its name, before anything is written.

A file that was deleted or replaced stays open, and takes whatever is written to it: all of that is gone when the
program ends, and nobody is told. Reading goes on, so that the answers can still be written to a file of their own.
"""

import os

import sqlalchemy as sa

from engine.interview.file_problems import problem
from engine.model.problem import Place, Problem, ShusekiError
from engine.store.share import on_network_share


def watch(engine: sa.Engine, path: str, where: Place) -> None:
    """From now on every write to ``engine`` is refused with a ShusekiError where ``path`` holds another file, or none.

    On a network share only that it is there counts: the numbers by which files are told apart may change on some.
    """
    named = os.path.abspath(path)
    known = None if on_network_share(path) else _identity(named)

    def look(connection: sa.Connection) -> None:
        if connection.get_execution_options().get("shuseki_writing", False):
            _check(named, known, where)

    sa.event.listen(engine, "begin", look, insert=True)


def _check(path: str, known: tuple[int, int] | None, where: Place) -> None:
    try:
        found = _identity(path)
    except (FileNotFoundError, NotADirectoryError):
        raise ShusekiError(_gone(where)) from None
    except OSError:
        return  # The database itself will say what is wrong.
    if known is not None and found != known:
        raise ShusekiError(_replaced(where))


def _identity(path: str) -> tuple[int, int]:
    found = os.stat(path)
    return found.st_dev, found.st_ino


_REMEDY = (
    "動かしたファイルは元の場所に戻してください。戻せないときは、今の相談を回答ファイルに書き出してから、"
    "開き直してください。",
    "Put the file back where it was. If that cannot be done, export this consultation as an answer file, "
    "then start again.",
)


def _gone(where: Place) -> Problem:
    """There is no file under the name any more."""
    return problem(
        "store_gone",
        where,
        (
            "使用中の保存データのファイルが、削除されたか、移動されました。今の操作は保存していません。",
            "The file of the store was deleted or moved while in use. What you just did has not been saved.",
        ),
        _REMEDY,
    )


def _replaced(where: Place) -> Problem:
    """Another file stands under the name."""
    return problem(
        "store_replaced",
        where,
        (
            "使用中の保存データのファイルが、別のファイルに置き換えられました。今の操作は保存していません。",
            "The file of the store was replaced by another one while in use. What you just did has not been saved.",
        ),
        _REMEDY,
    )
