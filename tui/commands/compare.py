"""``compare``: two consultations side by side, and why they differ."""

from typing import TYPE_CHECKING, Annotated

import typer

from engine.model.text import Lang
from tui.commands import shared
from tui.commands.formats import FormatOption, printed, refuse_other

if TYPE_CHECKING:
    from engine.model.book import Book
    from engine.model.comparison import Comparison

FirstArgument = Annotated[str, typer.Argument(metavar="A", show_default=False)]
SecondArgument = Annotated[str, typer.Argument(metavar="B", show_default=False)]


def compare(
    first: FirstArgument,
    second: SecondArgument,
    lang: shared.LangOption = None,
    form: FormatOption = "text",
    output: shared.OutputOption = None,
    force: shared.ForceOption = False,
) -> None:
    """Compare two consultations."""
    speak = shared.chosen(lang)
    refuse_other(form)
    output = shared.file_or_none(output)
    shared.refuse_existing(output, force)
    book = shared.load_book()
    from tui.commands.sources import found

    a, b = found(book, first, speak), found(book, second, speak)
    from engine.analysis.comparison import compare as compare_both
    from engine.assess import engine_for

    shared.give(rendered(book, compare_both(engine_for(book), a, b), speak, form), output, force=force)


def rendered(book: "Book", comparison: "Comparison", lang: Lang, form: str) -> str:
    """The comparison in one of the formats."""
    if form == "json":
        return comparison.model_dump_json(by_alias=True, indent=2)
    from engine.report.comparison import compared
    from engine.report.comparison_sides import sides_of

    report = compared(book, comparison, lang, sides_of(comparison, lang))
    return printed(report, form)
