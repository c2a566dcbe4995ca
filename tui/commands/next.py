"""``next``: the next best question, and what it is expected to tell."""

from typing import Annotated

import typer

from engine.model.problem import ShusekiError
from tui.commands import shared
from tui.commands.advise import FORMATS, FormatOption, width
from tui.words import problems

FullOption = Annotated[bool, typer.Option("--full")]


def next_(
    file: shared.FileArgument = None,
    example: shared.ExampleOption = None,
    full: FullOption = False,
    lang: shared.LangOption = None,
    form: FormatOption = "text",
) -> None:
    """Show the next best question."""
    speak = shared.chosen(lang)
    if form not in FORMATS:
        raise ShusekiError(problems.bad_value("--format", form, FORMATS))
    book = shared.load_book()
    asked = shared.consultation(book, file, example, speak)
    from engine.analysis.next_question import Guide
    from engine.assess import engine_for

    found = Guide(engine_for(book), asked.answers).next("full" if full else "quick")
    if form == "json":
        shared.give(found.model_dump_json(indent=2))
        return
    from engine.report import markdown, text
    from engine.report.robustness import next_document

    report = next_document(book, asked, found, speak)
    shared.give(markdown.render(report) if form == "md" else text.render(report, width()))
