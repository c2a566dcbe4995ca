"""``advise``: the assessment of an answer file or an example, as text, JSON or Markdown."""

import os
import shutil
from typing import TYPE_CHECKING, Annotated

import typer

from engine.model.problem import ShusekiError
from engine.model.text import Lang
from tui.commands import shared
from tui.words import problems

if TYPE_CHECKING:
    from engine.model.answers import Consultation
    from engine.model.book import Book

FORMATS = ("text", "json", "md")
_WIDTH, _LEAST = 80, 40

FormatOption = Annotated[str, typer.Option("--format", metavar="text|json|md", show_default=False)]


def advise(
    file: shared.FileArgument = None,
    example: shared.ExampleOption = None,
    lang: shared.LangOption = None,
    form: FormatOption = "text",
    output: shared.OutputOption = None,
    force: shared.ForceOption = False,
) -> None:
    """Assess an answer file or an example."""
    speak = shared.chosen(lang)
    if form not in FORMATS:
        raise ShusekiError(problems.bad_value("--format", form, FORMATS))
    shared.refuse_existing(output, force)
    book = shared.load_book()
    asked = shared.consultation(book, file, example, speak)
    shared.give(rendered(book, asked, speak, form), output, force=force)


def rendered(book: "Book", asked: "Consultation", lang: Lang, form: str = "text") -> str:
    """The assessment in one of the formats."""
    from engine.assess import assess, engine_for

    assessment = assess(book, asked.answers, asked.as_of)
    if form == "json":
        return assessment.model_dump_json(by_alias=True, indent=2)
    from engine.analysis.whole import analysed
    from engine.report import document

    report = document(book, asked, assessment, lang, analysed(engine_for(book), asked.answers, assessment))
    if form == "md":
        from engine.report.markdown import render as markdown

        return markdown(report)
    from engine.report.text import render

    return render(report, width())


def width() -> int:
    """The width of text: COLUMNS where it is set, at least what a phrase needs; else 80."""
    return max(shutil.get_terminal_size((_WIDTH, 24)).columns, _LEAST) if os.environ.get("COLUMNS") else _WIDTH
