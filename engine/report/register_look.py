"""Takes the look of a municipality's own workbook: fonts, fills, borders, widths. Nothing else of it is ever taken.

Only the parts that hold look and cells are handed to the library, and only where they are small and without entities;
whatever is wrong with them, the look is left out and the values stay.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from typing import Any

import openpyxl

_PARTS = re.compile(
    r"\[content_types\]\.xml|_rels/\.rels|xl/(_rels/workbook\.xml\.rels|(workbook|styles|sharedstrings)\.xml"
    r"|worksheets/[^/]+\.xml)",
    re.IGNORECASE,
)
_MOST_BYTES = 12_000_000
"""Of these parts, unpacked: 200,000 cells, two seconds."""
_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*>")
_PANE = re.compile(rb"<(?:\w+:)?pane\s[^>]*>")
_ATTRIBUTE = re.compile(rb"(\w+)\s*=\s*[\"']([^\"']*)[\"']")
_MOST_COLUMNS = 256
_WIDEST = 255.0
_TALLEST = 409.0
_KEPT = ("font", "fill", "border", "alignment", "number_format")


@dataclass
class Look:
    """The look of one sheet. ``styles``: by row and column a key into ``samples``, a cell of that style for each."""

    styles: dict[tuple[int, int], Any] = field(default_factory=dict)
    samples: dict[Any, Any] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    freeze: str = ""


def looks(data: bytes, used: dict[str, tuple[int, int]]) -> dict[str, Look]:
    """The look of each sheet by name; empty where it cannot be taken.

    Args:
        data: the workbook, which has been opened as a register before.
        used: the last row and column of each sheet that are wanted.
    """
    try:
        return _looks(data, used)
    except Exception:
        return {}


def _looks(data: bytes, used: dict[str, tuple[int, int]]) -> dict[str, Look]:
    lean = _lean(data)
    if lean is None:
        return {}
    book = openpyxl.load_workbook(io.BytesIO(lean), read_only=True, data_only=True, keep_links=False)
    found = {}
    with zipfile.ZipFile(io.BytesIO(lean)) as parts:
        for sheet in book.worksheets:
            if sheet.title in used:
                rows, columns = used[sheet.title]
                found[sheet.title] = _look(sheet, parts.read(sheet._worksheet_path), rows, columns)
    return found


def _lean(data: bytes) -> bytes | None:
    """The workbook with nothing but the parts that hold look and cells; None where they are too large or unsafe."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(made, "w") as lean:
        infos = [info for info in whole.infolist() if _PARTS.fullmatch(info.filename)]
        if sum(info.file_size for info in infos) > _MOST_BYTES:
            return None
        for info in infos:
            part = whole.read(info)
            # In UTF-8 as Excel writes it: an entity would show, and of other encodings nobody can say.
            if b"<!" in part or part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in part:
                return None
            lean.writestr(info.filename, part)
    return made.getvalue()


def _look(sheet: Any, part: bytes, rows: int, columns: int) -> Look:
    look = Look(freeze=_freeze(part))
    for cells in sheet.iter_rows(max_row=rows, max_col=columns):
        for cell in cells:
            if getattr(cell, "has_style", False):
                key = tuple(cell.style_array)
                look.styles[cell.row, cell.column] = key
                look.samples.setdefault(key, cell)
    look.widths = dict(_widths(part))
    look.heights = dict(_heights(part, rows))
    return look


def _widths(part: bytes) -> Iterator[tuple[int, float]]:
    for match in _COLUMN.finditer(part[: part.find(b"sheetData")]):
        said = _attributes(match.group())
        if said.get("width") and said.get("hidden") not in ("1", "true"):
            first, last = int(said.get("min", "1")), int(said.get("max", "1"))
            for column in range(first, min(last, _MOST_COLUMNS) + 1):
                yield column, min(max(float(said["width"]), 1.0), _WIDEST)


def _heights(part: bytes, rows: int) -> Iterator[tuple[int, float]]:
    for match in _ROW.finditer(part):
        said = _attributes(match.group())
        if said.get("r", "").isdigit() and int(said["r"]) <= rows and said.get("customHeight") in ("1", "true"):
            yield int(said["r"]), min(max(float(said.get("ht", "15")), 1.0), _TALLEST)


def _freeze(part: bytes) -> str:
    match = _PANE.search(part[: part.find(b"sheetData")])
    said = _attributes(match.group()) if match else {}
    cell = said.get("topLeftCell", "")
    return cell if said.get("state") == "frozen" and re.fullmatch(r"[A-Z]{1,3}[1-9]\d{0,6}", cell) else ""


def _attributes(tag: bytes) -> dict[str, str]:
    return {name.decode(): value.decode("utf-8", errors="replace") for name, value in _ATTRIBUTE.findall(tag)}


class Dresser:
    """Gives the cells of a sheet of ours the look of those of theirs, each style made once."""

    def __init__(self, look: Look) -> None:
        """``look``: that of their sheet."""
        self.look = look
        self.made: dict[Any, Any] = {}

    def dress(self, cell: Any, row: int, column: int) -> None:
        """The look of their cell in this row and column."""
        key = self.look.styles.get((row, column))
        if key is None:
            return
        if key not in self.made:
            for name in _KEPT:
                setattr(cell, name, copy(getattr(self.look.samples[key], name)))
            self.made[key] = copy(cell._style)
        cell._style = copy(self.made[key])
