"""What the commands share: options, the book, the consultation asked for, and where output goes."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.interview.nearest import nearest
from engine.model.problem import Place, Problem, ShusekiError
from engine.model.text import Lang
from tui.words import problems
from tui.words.language import language

if TYPE_CHECKING:
    from engine.model.answers import Consultation
    from engine.model.book import Book

FileArgument = Annotated[str | None, typer.Argument(metavar="[FILE]", show_default=False)]
LangOption = Annotated[str | None, typer.Option("--lang", metavar="ja|en", show_default=False)]
ExampleOption = Annotated[str | None, typer.Option("--example", metavar="ID", show_default=False)]
OutputOption = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", show_default=False)]
ForceOption = Annotated[bool, typer.Option("--force")]
JsonOption = Annotated[bool, typer.Option("--json")]

_LANGUAGES = ("ja", "en")
STANDARD_INPUT = STANDARD_OUTPUT = "-"


def chosen(lang: str | None) -> Lang:
    """The language of a command; anything but ja and en is refused."""
    if lang is not None and lang not in _LANGUAGES:
        raise ShusekiError(problems.bad_value("--lang", lang, _LANGUAGES))
    return language(lang)


def load_book() -> "Book":
    """The verified book, out of the cache where it is kept."""
    from engine.book import load

    return load()


def consultation(book: "Book", file: str | None, example: str | None, lang: Lang) -> "Consultation":
    """The consultation in a file, on standard input, or among the examples; warnings go to stderr."""
    if (file is None) == (example is None):
        raise ShusekiError(problems.one_source())
    if example is not None:
        if example not in book.examples:
            raise ShusekiError(problems.unknown_example(example, nearest(example, book.examples)))
        return book.examples[example]
    return _read(book, file or "", lang)


def _read(book: "Book", file: str, lang: Lang) -> "Consultation":
    from engine.store.answer_file import read_data, read_file

    if file == STANDARD_INPUT:
        found, warnings = read_data(standard_input(), book, Place(file="<stdin>"))
    else:
        found, warnings = read_file(file, book)
    tell(warnings, lang)
    return found


def standard_input() -> bytes:
    """What stands on standard input, no more than an answer file may have and one byte."""
    from engine.store.refusals import SIZE_LIMIT

    return sys.stdin.buffer.read(SIZE_LIMIT + 1)


def tell(found: tuple[Problem, ...], lang: Lang) -> None:
    """Problems, one a line, to stderr."""
    for problem in found:
        print(problem.tell(lang), file=sys.stderr)


def file_or_none(output: str | None) -> str | None:
    """The file to be written; None is standard output, which is also written ``-``.

    Raises:
        ShusekiError: the name is empty.
    """
    if output is not None and not output.strip():
        raise ShusekiError(problems.empty_output())
    return None if output == STANDARD_OUTPUT else output


def refuse_existing(output: str | None, force: bool) -> None:
    """Stop before any work if the file to be written is there already, or is a folder."""
    if output is not None and os.path.lexists(output) and (not force or os.path.isdir(output)):
        from engine.store.raw_file import place_of
        from engine.store.refusals import exists, folder_to_write

        raise ShusekiError((folder_to_write if os.path.isdir(output) else exists)(place_of(output)))


def give(text: str, output: str | None = None, *, force: bool = False) -> None:
    """Data to stdout, or whole into a file that is not there yet."""
    if output is None:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        return
    from engine.store.atomic import write_atomically

    write_atomically(Path(output), (text if text.endswith("\n") else text + "\n").encode(), overwrite=force)
