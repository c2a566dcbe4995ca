"""``whatif``: the smallest sets of changed answers that lead to another type, phase or recommendation."""

import json
from typing import Annotated

import typer

from engine.model.problem import ShusekiError
from tui.commands import shared
from tui.commands.formats import FormatOption, printed, refuse_other
from tui.words import problems

SubjectArgument = Annotated[list[str] | None, typer.Argument(metavar="[FILE] [TARGET]", show_default=False)]
TowardsOption = Annotated[str | None, typer.Option("--towards", metavar="ID", show_default=False)]


def whatif(
    subject: SubjectArgument = None,
    example: shared.ExampleOption = None,
    towards: TowardsOption = None,
    lang: shared.LangOption = None,
    form: FormatOption = "text",
) -> None:
    """Show what would change the result."""
    speak = shared.chosen(lang)
    refuse_other(form)
    given = list(subject or ())
    file = given.pop(0) if example is None and given else None
    if len(given) > 1:
        raise ShusekiError(problems.extra_argument(given[1]))
    book = shared.load_book()
    asked = shared.consultation(book, file, example, speak)
    from engine.analysis.counterfactual import counterfactuals
    from engine.assess import engine_for

    engine = engine_for(book)
    found = counterfactuals(engine, asked.answers, given[0] if given else None, towards)
    if form == "json":
        entries = [one.model_dump(mode="json") for one in found]
        shared.give(json.dumps(entries, ensure_ascii=False, indent=2))
        return
    from engine.report.counterfactual import counterfactual_document

    report = counterfactual_document(engine, asked, found, speak)
    shared.give(printed(report, form))
