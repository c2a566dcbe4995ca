"""Writes a workbook whose sheets also choose and colour: drop-downs from a list, cells tinted by their first word."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from engine.model.text import Lang
from engine.report.office_limits import cut
from engine.report.xlsx_sheet import Sheet
from engine.report.xlsx_write import Writer

_LONGEST_PROPERTY = 255
_LONGEST_HINT = 255
_TALLER = 200
"""So many rows below the last have the drop-down too: people add rows."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A drop-down in a column (from 0): short values of its own, or those in the first column of a sheet.

    Without either any value goes. ``hint`` is shown beside a cell that is being filled in.
    """

    column: int
    values: tuple[str, ...] = ()
    sheet: Sheet | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Extras:
    """What a sheet has beside its rows.

    ``tints``: columns (from 0) whose cells are tinted by their first word. ``amounts``: columns of large numbers.
    ``wide``: columns are as wide as they may be, whatever stands in them yet.
    """

    choices: tuple[Choice, ...] = ()
    tints: tuple[int, ...] = ()
    amounts: tuple[int, ...] = ()
    wide: bool = False


PLAIN = Extras()
_TINTS: dict[str, dict[str, Any]] = {
    "there": {"bg_color": "#C5D4EA"},
    "partly": {"bg_color": "#EAF0F8"},
    "suggested": {"italic": True, "bg_color": "#F3F3F3", "border": 3},
    "missing": {"bold": True, "border": 2},
}


def workbook(
    sheets: Sequence[tuple[Sheet, Extras]],
    lang: Lang,
    words: Mapping[str, Sequence[str]],
    *,
    title: str,
    footer: str,
    as_of: date,
) -> bytes:
    """The sheets as an ``.xlsx`` file; the same bytes for the same sheets.

    Args:
        sheets: each with what it has beside its rows.
        lang: the language of the workbook.
        words: what a cell begins with that is tinted as ``there``, ``partly``, ``suggested`` or ``missing``. The longer
            ones first where one begins another.
        title: at the head of every printed page, and the file's own title.
        footer: at the foot of every printed page.
        as_of: the day the file bears as that of its making.
    """
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    moment = datetime(as_of.year, as_of.month, as_of.day, 12)
    book.set_properties({"title": cut(title, _LONGEST_PROPERTY), "author": "Shuseki", "created": moment})
    writer = Writer(book, lang, title, footer)
    for sheet, extras in sheets:
        writer.write(sheet)
        page = book.get_worksheet_by_name(sheet.name)
        for n, column in enumerate(sheet.columns if extras.wide else ()):
            page.set_column(n, n, column.most)
        _choose(page, sheet, extras)
        _tint(book, page, sheet, extras, words)
    book.close()
    return made.getvalue()


def first_row(sheet: Sheet) -> int:
    """The row of the first entry, from 0: title, notes and headings stand before it."""
    return len(sheet.notes) + 2


def _choose(page: Worksheet, sheet: Sheet, extras: Extras) -> None:
    top = first_row(sheet)
    last = top + len(sheet.rows) + _TALLER
    for choice in extras.choices:
        options: dict[str, Any] = {"validate": "any", "ignore_blank": True}
        if source := _source(choice):
            # Another value is taken too, with a question: a cell may name several.
            options |= {"validate": "list", "source": source, "error_type": "information"}
        if choice.hint:
            options["input_message"] = cut(choice.hint, _LONGEST_HINT)
        page.data_validation(top, choice.column, last, choice.column, options)


def _source(choice: Choice) -> str | list[str]:
    if choice.sheet is None:
        return list(choice.values)
    start = first_row(choice.sheet) + 1
    name = choice.sheet.name.replace("'", "''")
    return f"='{name}'!$A${start}:$A${start + max(len(choice.sheet.rows), 1) - 1}"


def _tint(
    book: xlsxwriter.Workbook, page: Worksheet, sheet: Sheet, extras: Extras, words: Mapping[str, Sequence[str]]
) -> None:
    top, last = first_row(sheet), first_row(sheet) + len(sheet.rows) - 1
    if last < top:
        return
    grouped = book.add_format({"num_format": "#,##0"}) if extras.amounts else None
    for column in extras.amounts:
        page.conditional_format(top, column, last, column, {"type": "no_blanks", "format": grouped})
    for kind, begins in words.items():
        look = book.add_format(_TINTS[kind]) if extras.tints else None
        for word in begins:
            for column in extras.tints:
                rule = {"type": "text", "criteria": "begins with", "value": word, "format": look, "stop_if_true": True}
                page.conditional_format(top, column, last, column, rule)
