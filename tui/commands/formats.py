"""The formats a report comes in on the command line."""

import os
import shutil
from typing import TYPE_CHECKING, Annotated

import typer

from engine.model.problem import ShusekiError
from tui.words import problems

if TYPE_CHECKING:
    from engine.report.blocks import Document

FORMATS = ("text", "json", "md")
_WIDTH, _LEAST = 80, 40

FormatOption = Annotated[str, typer.Option("--format", metavar="text|json|md", show_default=False)]


def refuse_other(form: str) -> None:
    """Stop before any work if there is no such format."""
    if form not in FORMATS:
        raise ShusekiError(problems.bad_value("--format", form, FORMATS))


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
