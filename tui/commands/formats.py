"""The formats of reports on the command line: which one is meant, and how it is printed."""

import os
import shutil
from typing import TYPE_CHECKING, Annotated

import typer

from engine.model.problem import ShusekiError
from tui.reporting import BINARY, FOREIGN, SUFFIXES
from tui.words import problems
from tui.words import reports as report_words

if TYPE_CHECKING:
    from engine.report.blocks import Document

FORMATS = ("text", "json", "md")
_WIDTH, _LEAST = 80, 40

FormatOption = Annotated[str, typer.Option("--format", metavar="text|json|md", show_default=False)]


def refuse_other(form: str) -> None:
    """Stop before any work if there is no such format."""
    if form not in FORMATS:
        raise ShusekiError(problems.bad_value("--format", form, FORMATS))


def chosen_format(form: str | None, output: str | None) -> str:
    """The format of a report: the one named, else that of the file's name, else text.

    Raises:
        ShusekiError: there is no such format, or the file's name says another one or one that cannot be made.
    """
    if form is not None and form not in SUFFIXES:
        raise ShusekiError(problems.bad_value("--format", form, tuple(SUFFIXES)))
    suffix = os.path.splitext(output or "")[1].lower()
    named = next((name for name, suffixes in SUFFIXES.items() if suffix in suffixes), None)
    if output is not None and suffix in FOREIGN and os.path.basename(output):
        raise ShusekiError(report_words.no_such_document(output))
    if form is None:
        return named or "text"
    if output is not None and named != form and (form in BINARY or named in BINARY):
        raise ShusekiError(report_words.wrong_suffix(form, output, SUFFIXES[form][0]))
    return form


def printed(report: "Document", form: str) -> str:
    """A report as Markdown, or as text for a terminal."""
    if form == "md":
        from engine.report.markdown import render as markdown

        return markdown(report)
    from engine.report.text import render

    return render(report, width())


def width() -> int:
    """The width of text: COLUMNS where it is set, at least what a phrase needs; else 80."""
    return max(shutil.get_terminal_size((_WIDTH, 24)).columns, _LEAST) if os.environ.get("COLUMNS") else _WIDTH
