"""Makes a copy of a municipality's own workbook with what the check found beside each measure; nothing in it runs."""

import io
import re
import zipfile
from copy import copy
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from engine.interview.visible import flowing
from engine.model.book import Book
from engine.model.gaps import GapCheck
from engine.model.problem import Place
from engine.model.register import Layout, Mapping, Register
from engine.model.text import Lang
from engine.policy.register import Opened, Sheet, open_register
from engine.policy.register.csv_grid import open_csv
from engine.policy.register.grid import Unreadable, Value
from engine.policy.register.workbook import open_workbook
from engine.report.register_copy_words import COLUMNS, word
from engine.report.register_look import Dresser, Look, looks
from engine.report.register_notes import about, noted
from engine.report.xlsx_write import height, safe

_ZIP = b"PK"
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a text that a spreadsheet would run begins with: kept as text even after someone has edited the cell."""
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time a part of a zip file can bear: equal copies are equal files."""
_DATES = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_WIDTHS = (30, 30, 16, 36, 42)
_ABOUT = 90
_SPARE = 4
"""Lines are broken between words: so much of a line is reckoned to stay empty."""
_LONGEST_TITLE = 31
_MOST_TEXT = 8_000_000
"""Characters in all: 5,000 measures of 1,600 each."""
_SHORT = 100
_SURELY_SHORT = 16_000
"""No text so short is too long for a cell, whatever its letters."""
_SIDE = Side(style="thin", color="8792A0")
_HEAD = {
    "font": Font(bold=True, color="1F3A68"),
    "fill": PatternFill("solid", fgColor="EAF0F8"),
    "border": Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE),
    "alignment": Alignment(wrap_text=True, vertical="center"),
}
_CELL = {"border": _HEAD["border"], "alignment": Alignment(wrap_text=True, vertical="top")}


def register_copy(
    original: Path | bytes, register: Register, mapping: Mapping, check: GapCheck, book: Book, lang: Lang
) -> bytes:
    """The copy as an ``.xlsx`` file, of a CSV file too; the same bytes for the same arguments.

    Args:
        original: the file that the register was read from, or its bytes.
        register: what was read, with the layouts by which it was.
        mapping: what each measure serves.
        check: what was found.
        book: the knowledge, for names.
        lang: the language of what is added.

    Raises:
        ShusekiError: the file cannot be opened (any more), as when it is read as a register.
    """
    data = original.read_bytes() if isinstance(original, Path) else original
    opened = open_register(original) if isinstance(original, Path) else _opened(data, register.name)
    notes = noted(register, mapping, check, book, lang)
    wanted = {sheet.name: _extent(sheet) for sheet in opened.sheets}
    taken = looks(data, wanted) if opened.kind == "xlsx" else {}
    made = openpyxl.Workbook()
    made.remove(made.active)
    for sheet in opened.sheets:
        page = made.create_sheet(_title(made, sheet.name or word("csv_sheet", lang)))
        look = taken.get(sheet.name, Look())
        _write(page, sheet, look)
        for layout in register.layouts:
            if layout.sheet == sheet.name:
                _add(page, sheet, layout, notes, lang)
    plain = [sheet.name for sheet in opened.sheets if sheet.name not in taken] if opened.kind == "xlsx" else None
    _about(made, tuple(about(register, check, book, lang, plain)), lang)
    return _packed(made)


def _opened(data: bytes, name: str) -> Opened:
    where = Place(file=name)
    return open_workbook(data, name, where) if data.startswith(_ZIP) else open_csv(data, name, where)


def _extent(sheet: Sheet) -> tuple[int, int]:
    return (sheet.numbers[-1] if sheet.numbers else 1, max(sheet.width, 1))


def _title(made: Any, name: str) -> str:
    """A name that a sheet can bear and none has yet."""
    plain = re.sub(r"[\[\]:*?/\\]", "_", flowing(name)).strip("' ")[:_LONGEST_TITLE] or "Sheet"
    taken = {title.casefold() for title in made.sheetnames}
    names = (plain, *(f"{plain[: _LONGEST_TITLE - 4]} ({n})" for n in range(2, 99)))
    return next(one for one in names if one.casefold() not in taken)


def _write(page: Worksheet, sheet: Sheet, look: Look) -> None:
    """Their cells with their look."""
    dresser, room = Dresser(look), _Room()
    for row, column in look.styles:
        dresser.dress(page.cell(row, column), row, column)
    for row, cells in sheet.rows.items():
        for column, value in cells.items():
            told = room.text(value) if isinstance(value, str) else value
            _put(page.cell(row, column), told, styled=(row, column) in look.styles)
    for merge in sheet.merges:
        if merge.bottom <= _extent(sheet)[0] and merge.right <= max(sheet.width, merge.left):
            _merge(page, merge.top, merge.left, merge.bottom, merge.right)
    for column, width in look.widths.items():
        page.column_dimensions[get_column_letter(column)].width = width
    for row, points in look.heights.items():
        page.row_dimensions[row].height = points
    page.freeze_panes = look.freeze or None
    page.sheet_state = "hidden" if sheet.hidden else "visible"
    _print(page)


def _print(page: Worksheet) -> None:
    """On A4 across, as wide as one page."""
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _merge(page: Worksheet, top: int, left: int, bottom: int, right: int) -> None:
    """Cells shown as one; of two that overlap the second is left out, as Excel would call the file broken."""
    if (bottom, right) == (top, left) or any(
        not (other.max_row < top or other.min_row > bottom or other.max_col < left or other.min_col > right)
        for other in page.merged_cells.ranges
    ):
        return
    page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)


def _put(cell: Any, value: Value, *, styled: bool) -> None:
    """A value as what it is; text as text, whatever it begins with. ``styled``: how a day is shown is their matter."""
    match value:
        case Unreadable():
            _text(cell, value.text)
        case str():
            _text(cell, value)
        case date():
            look = cell.number_format
            cell.value = datetime(value.year, value.month, value.day)
            cell.number_format = look if styled else "yyyy/m/d"
        case _:
            cell.value = value


@lru_cache(maxsize=1_000)
def _safe(text: str) -> str:
    """As a cell can hold it. Most texts can be held as they are, and looking at every letter takes long."""
    plain = len(text) < _SURELY_SHORT and text.replace("\n", "").isprintable()
    return text if plain else safe(text)


class _Room:
    """How much text the copy still holds: the library writes a text anew for each cell, though thousands share it."""

    def __init__(self) -> None:
        self.left = _MOST_TEXT

    def text(self, text: str) -> str:
        """The text; of what is beyond all measure the beginning."""
        kept = text if len(text) <= self.left else text[:_SHORT]
        self.left -= len(kept)
        return kept


def _text(cell: Any, text: str) -> None:
    # Not by way of the library, which would take what begins with "=" for a formula, and look at every letter again.
    cell._value = _safe(text)
    cell.data_type = "s"
    if text.startswith(_FORMULA):
        cell.quotePrefix = True


def _add(
    page: Worksheet, sheet: Sheet, layout: Layout, notes: dict[tuple[str, int], tuple[str, ...]], lang: Lang
) -> None:
    """The columns of the check, at the right of whatever stands in the sheet."""
    first = max(sheet.width, *(choice.column for choice in layout.columns)) + 1
    head, entries = _Own(_HEAD), _Own(_CELL)
    for n, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        head.write(page.cell(layout.header + layout.header_rows - 1, first + n), word(name, lang))
        page.column_dimensions[get_column_letter(first + n)].width = width
    for (where, row), told in notes.items():
        if where == layout.sheet and row >= layout.header:
            for n, text in enumerate(told):
                entries.write(page.cell(row, first + n), text)
            theirs = page.row_dimensions[row].height or 0
            page.row_dimensions[row].height = max(theirs, height(told, [width - _SPARE for width in _WIDTHS]))


class _Own:
    """Writes cells of ours, all of one look, which is made once."""

    def __init__(self, look: dict[str, Any]) -> None:
        self.look = look
        self.made: Any = None

    def write(self, cell: Any, text: str) -> None:
        """A text of ours."""
        if self.made is None:
            for name, value in self.look.items():
                setattr(cell, name, value)
            self.made = copy(cell._style)
        cell._style = copy(self.made)
        _text(cell, text)


def _about(made: Any, lines: tuple[tuple[str, bool], ...], lang: Lang) -> None:
    """A sheet of our own at the end: what this copy is, what was found, what was not copied."""
    page = made.create_sheet(_title(made, word("sheet", lang)))
    page.column_dimensions["A"].width = _ABOUT
    _print(page)
    for n, (text, strong) in enumerate(lines, 1):
        cell = page.cell(n, 1)
        _text(cell, text)
        cell.font, cell.alignment = Font(bold=strong), Alignment(wrap_text=True, vertical="top")
        page.row_dimensions[n].height = height([text], [_ABOUT - _SPARE])
    if all(made[name].sheet_state == "hidden" for name in made.sheetnames[:-1]):
        made.active = len(made.sheetnames) - 1


def _packed(made: Any) -> bytes:
    """The file without the moment of its making."""
    written, packed = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        ExcelWriter(made, archive).save()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            part = source.read(info)
            part = _DATES.sub(b"", part) if info.filename == "docProps/core.xml" else part
            target.writestr(zipfile.ZipInfo(info.filename, _FIRST_DAY), part, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
