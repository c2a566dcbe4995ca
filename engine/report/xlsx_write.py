"""Writes sheets into a workbook: frozen headings, filters, A4 across, and text that can never become a formula."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from itertools import accumulate, pairwise
from typing import Any

import xlsxwriter
from rich.cells import cell_len
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from engine.interview.visible import visible
from engine.model.text import Lang
from engine.report.office_limits import cut
from engine.report.xlsx_sheet import TICK, Cell, Column, Sheet

LONGEST = 32767
"""What a cell holds, in units of UTF-16."""
CUT = "…"
"""Stands at the end of a text that was cut."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_FONT: dict[Lang, str] = {"ja": "游ゴシック", "en": "Calibri"}
_DAY: dict[Lang, str] = {"ja": 'yyyy"年"m"月"d"日"', "en": "d mmm yyyy"}
_LINE, _PAD, _TALLEST, _LEAST = 14.0, 5.0, 400.0, 7
_A4 = 9
_LONGEST_IN_MARGIN = 110
_LONGEST_PROPERTY = 255


def workbook(sheets: Sequence[Sheet], lang: Lang, *, title: str, footer: str, as_of: date) -> bytes:
    """The sheets as an ``.xlsx`` file; the same bytes for the same sheets."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    moment = datetime(as_of.year, as_of.month, as_of.day, 12)
    book.set_properties({"title": cut(title, _LONGEST_PROPERTY), "author": "Shuseki", "created": moment})
    writer = _Writer(book, lang, title, footer)
    for sheet in sheets:
        writer.write(sheet)
    book.close()
    return made.getvalue()


def safe(text: str) -> str:
    """Text as a cell can hold it: what acts unseen made visible, too much of it cut with a mark."""
    shown = visible(text, keep="\n")
    units = shown.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return shown
    return units[: 2 * (LONGEST - 1)].decode("utf-16-le", errors="ignore") + CUT


class _Writer:
    """Writes one workbook."""

    def __init__(self, book: xlsxwriter.Workbook, lang: Lang, title: str, footer: str) -> None:
        self.book = book
        self.lang = lang
        self.title = title
        self.footer = footer
        self.formats: dict[tuple[str, ...], Format] = {}

    def write(self, sheet: Sheet) -> None:
        page = self.book.add_worksheet(sheet.name)
        widths = _widths(sheet)
        top = self._head(page, sheet, sum(widths))
        for n, (column, width) in enumerate(zip(sheet.columns, widths, strict=True)):
            page.set_column(n, n, width)
            self._cell(page, top, n, column.heading, "head")
        page.set_row(top, _height([column.heading for column in sheet.columns], widths))
        for n, row in enumerate(sheet.rows):
            kind = "strong" if n in sheet.strong else "plain"
            page.set_row(top + 1 + n, _height(row, widths))
            for at, value in enumerate(row):
                self._cell(page, top + 1 + n, at, value, kind)
        self._print(page, sheet, top)

    def _head(self, page: Worksheet, sheet: Sheet, width: int) -> int:
        """The title and the notes; the number of the row after them."""
        self._cell(page, 0, 0, sheet.title, "title")
        page.set_row(0, 24)
        for n, note in enumerate(sheet.notes, 1):
            last = len(sheet.columns) - 1
            if last:
                page.merge_range(n, 0, n, last, "", self._format("note"))
            self._cell(page, n, 0, note, "note")
            page.set_row(n, _height([note], [width]))
        return len(sheet.notes) + 1

    def _cell(self, page: Worksheet, row: int, column: int, value: Cell, kind: str) -> None:
        """A number as a number, a day as a day; any text as text, whatever it begins with."""
        match value:
            case None | "":
                page.write_blank(row, column, None, self._format(kind))
            case str():
                further = ("quoted",) if value.startswith(_FORMULA) else ("centred",) if value == TICK else ()
                page.write_string(row, column, safe(value), self._format(kind, *further))
            case date():
                page.write_datetime(
                    row, column, datetime(value.year, value.month, value.day), self._format(kind, "day")
                )
            case _:
                page.write_number(row, column, value, self._format(kind, "centred"))

    def _print(self, page: Worksheet, sheet: Sheet, top: int) -> None:
        last, right = top + len(sheet.rows), len(sheet.columns) - 1
        page.freeze_panes(top + 1, 1 if right > 2 else 0)
        page.autofilter(top, 0, last, right)
        page.repeat_rows(top)
        page.print_area(0, 0, last, right)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.7)
        page.set_header(f"&L{_coded(self.title)}&R{_coded(sheet.name)}")
        page.set_footer(f"&L{_coded(self.footer)}&R&P / &N")

    def _format(self, *kinds: str) -> Format:
        if kinds not in self.formats:
            look: dict[str, Any] = {"font_name": _FONT[self.lang], "font_size": 10, "valign": "top"}
            for kind in kinds:
                look |= _LOOKS.get(kind, {})
            if "day" in kinds:
                look["num_format"] = _DAY[self.lang]
            self.formats[kinds] = self.book.add_format(look)
        return self.formats[kinds]


_BODY = {"text_wrap": True, "border": 1, "border_color": "#8792A0"}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14, "font_color": "#1F3A68"},
    "note": {"text_wrap": True, "font_color": "#4D5966"},
    "head": _BODY | {"bold": True, "bg_color": "#EAF0F8", "bottom": 2, "valign": "vcenter"},
    "plain": _BODY,
    "strong": _BODY | {"bold": True},
    # Kept as text even after someone has edited the cell.
    "quoted": {"quote_prefix": True},
    "centred": {"align": "center"},
}


def _coded(text: str, most: int = _LONGEST_IN_MARGIN) -> str:
    """Text for a header or footer, where ``&`` begins a code and 255 units of UTF-16 in all are the limit.

    Before ``G`` and ``[`` the sign becomes its full-width form: the library takes ``&&G`` for a picture to be set.
    """
    parts = [
        "＆" if sign == "&" and after and after in "Gg[" else sign.replace("&", "&&")
        for sign, after in pairwise([*visible(text), ""])
    ]
    sizes = list(accumulate(len(part.encode("utf-16-le")) // 2 for part in parts))
    if not sizes or sizes[-1] <= most:
        return "".join(parts)
    return "".join(part for part, size in zip(parts, sizes, strict=True) if size < most) + CUT


def _widths(sheet: Sheet) -> list[int]:
    """As wide as the longest line of each column, within bounds, and as the longest word of its heading.

    A heading has the button of the filter beside it.
    """
    columns = zip(*sheet.rows, strict=True) if sheet.rows else ((),) * len(sheet.columns)
    return [_width(column, values) for column, values in zip(sheet.columns, columns, strict=True)]


def _width(column: Column, values: Sequence[Cell]) -> int:
    wanted = max(cell_len(column.heading) + 4, *map(_longest, ("", *values)))
    return max(min(wanted, column.most), *(cell_len(word) + 1 for word in ("", *column.heading.split())), _LEAST)


def _longest(value: Cell) -> int:
    return max((cell_len(line) for line in _told(value).split("\n")), default=0) + 2


def _told(value: Cell) -> str:
    """A value as long as it will be shown."""
    return "0000年00月00日" if isinstance(value, date) else "" if value is None else str(value)


def _height(values: Sequence[Cell], widths: Sequence[int]) -> float:
    """The height in points at which no line of a row is hidden; more than that no spreadsheet shows."""
    lines = max(
        sum(max(1, -(-cell_len(line) // max(width - 2, 1))) for line in _told(value).split("\n"))
        for value, width in zip(values, widths, strict=False)
    )
    return min(lines * _LINE + _PAD, _TALLEST)
