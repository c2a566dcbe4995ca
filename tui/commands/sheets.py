"""``sheets``: the further matrices of the study, to read by themselves: people, DX, policy history, land, screening."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from engine.model.problem import ShusekiError
from engine.model.text import Lang
from tui.commands import shared
from tui.commands.advise import give
from tui.commands.formats import chosen_format, printed
from tui.words import problems

if TYPE_CHECKING:
    from engine.model.book import Book
    from engine.report.study_sheets import SheetName

NameArgument = Annotated[str | None, typer.Argument(metavar="[NAME]", show_default=False)]
SheetFormat = Annotated[str | None, typer.Option("--format", metavar="text|json|md|xlsx", show_default=False)]
_FORMS = ("text", "json", "md", "xlsx")


def sheets(
    sheet_name: NameArgument = None,
    lang: shared.LangOption = None,
    sheet_form: SheetFormat = None,
    output: shared.OutputOption = None,
    force: shared.ForceOption = False,
) -> None:
    """Print a further sheet of the study, or list them."""
    from engine.report.study_sheets import NAMES

    speak = shared.chosen(lang)
    output = shared.file_or_none(output)
    form = chosen_format(sheet_form, output)
    if form not in _FORMS:
        raise ShusekiError(problems.bad_value("--format", form, _FORMS))
    if sheet_name is not None and sheet_name not in NAMES:
        raise ShusekiError(problems.bad_value("NAME", sheet_name, NAMES))
    shared.refuse_existing(output, force)
    chosen = tuple(one for one in NAMES if sheet_name in (None, one))
    give(_made(shared.load_book(), chosen, form, speak, listed=sheet_name is None), form, output, force=force)


def _made(book: "Book", names: "tuple[SheetName, ...]", form: str, lang: Lang, *, listed: bool) -> bytes:
    from engine.report.study_sheet_words import TITLE
    from engine.report.study_sheets import rows_of, sheet_document, sheets_workbook

    if form == "xlsx":
        return sheets_workbook(book, names, lang)
    if form == "json":
        rows = {name: [row.model_dump(mode="json") for row in rows_of(book, name)] for name in names}
        return json.dumps(rows, ensure_ascii=False, indent=2).encode()
    if listed and form == "text":
        return "".join(f"{name:<16}{TITLE[name].get(lang)}\n" for name in names).encode()
    return "\n".join(printed(sheet_document(book, name, lang), form) for name in names).encode()
