"""``robustness``: how sure the verdict is, which measures are safe whatever turns out, and what to find out next."""

from typing import Annotated

import typer

from engine.model.problem import ShusekiError
from tui.commands import shared
from tui.commands.formats import FormatOption, printed, refuse_other
from tui.words import problems

_LEAST = 1_000
"""From fewer cases a share says nothing."""
_MOST = 4_000_000
"""More scenarios than these would fill the memory of an office PC."""

ScenariosOption = Annotated[int | None, typer.Option("--scenarios", metavar="N", show_default=False)]


def robustness(
    file: shared.FileArgument = None,
    example: shared.ExampleOption = None,
    scenarios: ScenariosOption = None,
    lang: shared.LangOption = None,
    form: FormatOption = "text",
) -> None:
    """Show how sure the verdict is over what is unknown."""
    speak = shared.chosen(lang)
    refuse_other(form)
    if scenarios is not None and not _LEAST <= scenarios <= _MOST:
        raise ShusekiError(problems.out_of_range("--scenarios", scenarios, _LEAST, _MOST))
    book = shared.load_book()
    asked = shared.consultation(book, file, example, speak)
    from engine.analysis.next_question import Guide
    from engine.analysis.outlook import Outlook
    from engine.analysis.robustness import robustness as weighed
    from engine.assess import assess, engine_for
    from engine.inference.scenarios import LIVE

    engine = engine_for(book)
    assessment = assess(book, asked.answers, asked.as_of, engine=engine)
    outlook = Outlook(engine, asked.answers, scenarios or LIVE)
    found = weighed(engine, asked.answers, assessment, outlook=outlook)
    if form == "json":
        shared.give(found.model_dump_json(indent=2))
        return
    from engine.report.robustness import robustness_document

    report = robustness_document(book, asked, found, Guide(engine, asked.answers, outlook).next("quick"), speak)
    shared.give(printed(report, form))
