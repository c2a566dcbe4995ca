"""``advise``: the assessment of an answer file or an example, as text, JSON, Markdown, HTML, Word or Excel."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.model.problem import ShusekiError
from engine.model.text import Lang
from tui.commands import shared
from tui.commands.formats import chosen_format, width
from tui.reporting import BINARY, Wanted, made, template_warnings
from tui.words import reports as words

if TYPE_CHECKING:
    from engine.model.answers import Consultation
    from engine.model.book import Book

ReportFormat = Annotated[
    str | None, typer.Option("--format", metavar="text|json|md|html|docx|xlsx", show_default=False)
]
PublicOption = Annotated[bool, typer.Option("--public")]
BriefOption = Annotated[bool, typer.Option("--brief")]
TemplateOption = Annotated[str | None, typer.Option("--template", metavar="FILE.docx", show_default=False)]
PreviousOption = Annotated[str | None, typer.Option("--previous", metavar="FILE", show_default=False)]


def advise(
    file: shared.FileArgument = None,
    example: shared.ExampleOption = None,
    lang: shared.LangOption = None,
    report_form: ReportFormat = None,
    output: shared.OutputOption = None,
    force: shared.ForceOption = False,
    public: PublicOption = False,
    brief: BriefOption = False,
    template: TemplateOption = None,
    previous: PreviousOption = None,
) -> None:
    """Assess an answer file or an example."""
    speak = shared.chosen(lang)
    output = shared.file_or_none(output)
    form = chosen_format(report_form, output)
    _refuse_misfits(form, output, template, {"--brief": brief, "--previous": previous is not None})
    shared.refuse_existing(output, force)
    book = shared.load_book()
    asked = shared.consultation(book, file, example, speak)
    before = _before(book, previous, speak)
    _warn(asked, before, previous, speak, public=public)
    wanted = Wanted(form, speak, public, brief, Path(template) if template else None, before)
    give(_as_wanted(book, asked, wanted), form, output, force=force)
    shared.tell(template_warnings(wanted), speak)


def _refuse_misfits(form: str, output: str | None, template: str | None, report_only: dict[str, bool]) -> None:
    """Stop before any work where options do not go together."""
    if template is not None and form != "docx":
        raise ShusekiError(words.template_without_word(form))
    given = [name for name, is_given in report_only.items() if is_given]
    if form == "json" and given:
        raise ShusekiError(words.not_of_json(given[0]))
    if form in BINARY and output is None and sys.stdout.isatty():
        raise ShusekiError(words.no_terminal_for(form))


def _before(book: "Book", previous: str | None, lang: Lang) -> "Consultation | None":
    if previous is None:
        return None
    from tui.commands.sources import found

    return found(book, previous, lang)


def _warn(
    asked: "Consultation", before: "Consultation | None", previous: str | None, lang: Lang, *, public: bool
) -> None:
    """What the clerk is to look at, and no reader of the report."""
    from engine.report.since_previous import other_cluster

    if public:
        shared.tell((words.names_stand_as_typed(),), lang)
    if before is not None and other_cluster(before.cluster, asked.cluster):
        shared.tell((words.other_previous(previous or ""),), lang)


def _as_wanted(book: "Book", asked: "Consultation", wanted: Wanted) -> bytes:
    """The assessment in the format asked for."""
    if wanted.form == "json":
        from engine.assess import assess

        return assess(book, asked.answers, asked.as_of).model_dump_json(by_alias=True, indent=2).encode()
    return made(book, asked, wanted, width=width())


def give(data: bytes, form: str, output: str | None, *, force: bool) -> None:
    """Text to stdout or into a file as ever; the bytes of Word and Excel as they are."""
    if form not in BINARY:
        shared.give(data.decode(), output, force=force)
    elif output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        from engine.store.atomic import write_atomically

        write_atomically(Path(output), data, overwrite=force)


def as_text(book: "Book", asked: "Consultation", lang: Lang) -> str:
    """The whole report as text for a terminal."""
    return _as_wanted(book, asked, Wanted("text", lang)).decode()
