"""``advise``: the assessment of an answer file or an example, as text, JSON or Markdown."""

from typing import TYPE_CHECKING

from engine.model.text import Lang
from tui.commands import shared
from tui.commands.formats import FormatOption, printed, refuse_other

if TYPE_CHECKING:
    from engine.model.answers import Consultation
    from engine.model.book import Book


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
    refuse_other(form)
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
    return printed(report, form)
