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
    writer = Writer(book, lang, title, footer)
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


class Writer:
    """Writes one workbook."""

    def __init__(self, book: xlsxwriter.Workbook, lang: Lang, title: str, footer: str) -> None:
        """Take an open workbook; ``title`` and ``footer`` stand in the margins of every printed page."""
        self.book = book
        self.lang = lang
        self.title = title
        self.footer = footer
        self.formats: dict[tuple[str, ...], Format] = {}

    def write(self, sheet: Sheet) -> None:
        """A whole sheet, its columns as wide as what stands in them."""
        page = Page(self, sheet, _widths(sheet))
        for n, row in enumerate(sheet.rows):
            page.add(row, strong=n in sheet.strong)
        page.end()

    def cell(self, page: Worksheet, row: int, column: int, value: Cell, kind: str) -> None:
        """A number as a number, a day as a day; any text as text, whatever it begins with."""
        match value:
            case None | "":
                page.write_blank(row, column, None, self.format(kind))
            case str():
                further = ("quoted",) if value.startswith(_FORMULA) else ("centred",) if value == TICK else ()
                page.write_string(row, column, safe(value), self.format(kind, *further))
            case date():
                page.write_datetime(row, column, datetime(value.year, value.month, value.day), self.format(kind, "day"))
            case _:
                page.write_number(row, column, value, self.format(kind, "centred"))

    def format(self, *kinds: str) -> Format:
        """The format of a cell of these kinds, made once."""
        if kinds not in self.formats:
            look: dict[str, Any] = {"font_name": _FONT[self.lang], "font_size": 10, "valign": "top"}
            for kind in kinds:
                look |= _LOOKS.get(kind, {})
            if "day" in kinds:
                look["num_format"] = _DAY[self.lang]
            self.formats[kinds] = self.book.add_format(look)
        return self.formats[kinds]


class Page:
    """A sheet that is written row by row, from the top; the rows of ``sheet`` itself are not looked at."""

    def __init__(self, writer: Writer, sheet: Sheet, widths: Sequence[int]) -> None:
        """Write the title, the notes and the headings; ``widths``: of the columns, in characters."""
        self._writer = writer
        self._sheet = sheet
        self._widths = widths
        self._page = writer.book.add_worksheet(sheet.name)
        self._top = self._head()
        self._rows = 0
        headings = [column.heading for column in sheet.columns]
        for n, (heading, width) in enumerate(zip(headings, widths, strict=True)):
            self._page.set_column(n, n, width)
            writer.cell(self._page, self._top, n, heading, "head")
        self._page.set_row(self._top, height(headings, widths))

    def _head(self) -> int:
        """The title and the notes; the number of the row after them."""
        page, columns, notes = self._page, self._sheet.columns, self._sheet.notes
        self._writer.cell(page, 0, 0, self._sheet.title, "title")
        page.set_row(0, 24)
        for n, note in enumerate(notes, 1):
            if len(columns) > 1:
                page.merge_range(n, 0, n, len(columns) - 1, "", self._writer.format("note"))
            self._writer.cell(page, n, 0, note, "note")
            page.set_row(n, height([note], [sum(self._widths)]))
        return len(notes) + 1

    def add(self, row: Sequence[Cell], *, strong: bool = False) -> None:
        """The next row."""
        self._rows += 1
        at = self._top + self._rows
        self._page.set_row(at, height(row, self._widths))
        for n, value in enumerate(row):
            self._writer.cell(self._page, at, n, value, "strong" if strong else "plain")

    def end(self) -> None:
        """How it is filtered, frozen and printed, now that its length is known."""
        page, top = self._page, self._top
        last, right = top + self._rows, len(self._sheet.columns) - 1
        page.freeze_panes(top + 1, 1 if right > 2 else 0)
        page.autofilter(top, 0, last, right)
        page.repeat_rows(top)
        page.print_area(0, 0, last, right)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.7)
        page.set_header(f"&L{_coded(self._writer.title)}&R{_coded(self._sheet.name)}")
        page.set_footer(f"&L{_coded(self._writer.footer)}&R&P / &N")


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


def height(values: Sequence[Cell], widths: Sequence[int]) -> float:
    """The height in points at which no line of a row is hidden; more than that no spreadsheet shows."""
    lines = max(
        sum(max(1, -(-cell_len(line) // max(width - 2, 1))) for line in _told(value).split("\n"))
        for value, width in zip(values, widths, strict=False)
    )
    return min(lines * _LINE + _PAD, _TALLEST)
