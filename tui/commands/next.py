"""``next``: the next best question, and what it is expected to tell."""

from typing import Annotated

import typer

from tui.commands import shared
from tui.commands.formats import FormatOption, printed, refuse_other

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
    refuse_other(form)
    book = shared.load_book()
    asked = shared.consultation(book, file, example, speak)
    from engine.analysis.next_question import Guide
    from engine.analysis.outlook import Outlook
    from engine.assess import assess, engine_for

    engine = engine_for(book)
    outlook = Outlook(engine, asked.answers)
    found = Guide(engine, asked.answers, outlook).next("full" if full else "quick")
    if form == "json":
        shared.give(found.model_dump_json(indent=2))
        return
    from engine.analysis.robustness import robustness
    from engine.report.robustness import next_document

    assessment = assess(book, asked.answers, asked.as_of, engine=engine)
    sure = robustness(engine, asked.answers, assessment, outlook=outlook)
    report = next_document(book, asked, sure, found, speak)
    shared.give(printed(report, form))
