"""Reads the cells of one sheet, as far as they reach: formats without content are passed over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from engine.model.problem import Place, Problem
from engine.policy.register import limits, notices
from engine.policy.register.formats import GENERAL, Format
from engine.policy.register.grid import Merge, Rows, Unreadable, Value
from engine.policy.register.package import Package
from engine.policy.register.xml_part import Budget, StopReadingError, read

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_CONTENT = (b"</v>", b"</t>", b":v>", b":t>")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]{0,200}?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_OVERLAP = 400
_LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384


@dataclass
class Shared:
    """What cells of all sheets refer to, and how much of the workbook may still be kept."""

    texts: list[str] = field(default_factory=list)
    formats: list[Format] = field(default_factory=list)
    from_1904: bool = False
    cells: int = limits.CELLS
    characters: int = limits.TEXT_CHARACTERS
    cut: bool = False

    def kept(self, pieces: list[str]) -> str:
        """The text of the pieces, within what Excel allows and what is left of the whole."""
        text = "".join(pieces)
        if len(text) > min(limits.CELL_CHARACTERS, self.characters):
            text, self.cut = text[: max(0, min(limits.CELL_CHARACTERS, self.characters))], True
        self.characters -= len(text)
        return _ESCAPED.sub(_unescaped, text) if "_x" in text else text


@dataclass
class Cells:
    """The cells of a sheet while they are read."""

    rows: Rows = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: int = 0
    last: int = 0
    beyond: bool = False
    full: bool = False
    more: bool = False


def read_sheet(package: Package, path: str, name: str, shared: Shared, budget: Budget) -> tuple[Cells, list[Problem]]:
    """The cells of a sheet, and what was left out of it.

    Raises:
        ShusekiError: the part is broken.
    """
    handlers = _Handlers(shared)
    chunks = package.chunks(path)
    whole = read(chunks, package.where, budget, handlers.start, handlers.end, handlers.text)
    cells = handlers.cells
    if not whole:
        cells.full = cells.full or budget.spent
        cells.more = _search_on(chunks, cells, budget)
    return cells, list(_told(cells, package.where, name))


def _told(cells: Cells, where: Place, name: str) -> Iterator[Problem]:
    if cells.full:
        yield notices.rows_left(where, name, cells.last + 1)
    elif cells.more:
        yield notices.cells_below(where, name, cells.last + 1)
    if cells.beyond:
        yield notices.columns_left(where, name)
    if cells.hidden_rows:
        yield notices.hidden_rows(where, name, cells.hidden_rows)


class _Handlers:
    """Takes the tags of a sheet in turn."""

    def __init__(self, shared: Shared) -> None:
        self.cells = Cells()
        self._shared = shared
        self._row = self._column = 0
        self._hidden = False
        self._current: dict[int, Value] = {}
        self._kind = self._style = ""
        self._pieces: list[str] = []
        self._taking = self._phonetic = self._has_value = self._has_formula = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag opens."""
        if tag == "c":
            self._start_cell(attributes)
        elif tag in ("v", "t"):
            self._taking = not self._phonetic
            self._has_value = True
        elif tag == "f":
            self._has_formula = True
        elif tag == "row":
            self._start_row(attributes)
        elif tag == "rPh":
            self._phonetic = True
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def end(self, tag: str) -> None:
        """A tag closes."""
        if tag == "c":
            if self._has_value or self._has_formula:
                self._end_cell()
        elif tag in ("v", "t"):
            self._taking = False
        elif tag == "row":
            self._end_row()
        elif tag == "rPh":
            self._phonetic = False

    def text(self, piece: str) -> None:
        """Characters between tags."""
        if self._taking:
            self._pieces.append(piece)

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        self._row = int(number) if number.isdecimal() and len(number) < 8 else self._row + 1
        self._hidden = attributes.get("hidden") in ("1", "true")
        self._column = 0
        self._current = {}
        if self._row - self.cells.last > limits.BLANK_ROWS:
            raise StopReadingError

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r", "")
        self._column = _column(reference) or self._column + 1
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
        self._pieces = []
        self._has_value = self._has_formula = False

    def _end_cell(self) -> None:
        value = self._value("".join(self._pieces) if len(self._pieces) != 1 else self._pieces[0])
        if value is None or value == "":
            return
        if self._column > limits.COLUMNS:
            self.cells.beyond = True
            return
        self._current[self._column] = value

    def _end_row(self) -> None:
        if not self._current or not 1 <= self._row <= _LAST_ROW:
            return
        self._shared.cells -= len(self._current)
        if self._shared.cells < 0 or len(self.cells.rows) >= limits.ROWS:
            self.cells.full = True
            raise StopReadingError
        self.cells.rows.setdefault(self._row, {}).update(self._current)
        self.cells.last = max(self.cells.last, self._row)
        self.cells.hidden_rows += self._hidden

    def _merge(self, reference: str) -> None:
        if merge := _merge_of(reference):
            self.cells.merges.append(merge)
        if len(self.cells.merges) >= limits.MERGED_CELLS:
            raise StopReadingError

    def _value(self, text: str) -> Value | None:
        match self._kind:
            case "s":
                return self._shared_text(text)
            case "e":
                return Unreadable("error", text[:20])
            case "b":
                return "TRUE" if text.strip() == "1" else "FALSE"
            case "str" | "inlineStr":
                if self._has_formula and not self._has_value:
                    return Unreadable("formula", "=")
                return self._shared.kept([text])
            case "d":
                return _iso(text)
            case _:
                return self._number(text)

    def _shared_text(self, text: str) -> Value | None:
        number = int(text) if text.isdecimal() and len(text) < 10 else -1
        return self._shared.texts[number] if 0 <= number < len(self._shared.texts) else Unreadable("error", "?")

    def _number(self, text: str) -> Value | None:
        plain = text.strip()
        if not plain:
            return Unreadable("formula", "=") if self._has_formula else None
        try:
            number = float(plain[:400])
        except ValueError:
            return self._shared.kept([text])
        if not abs(number) < 1e300:
            return Unreadable("error", plain[:20])
        style = int(self._style) if self._style.isdecimal() and len(self._style) < 7 else 0
        shown = self._shared.formats[style] if style < len(self._shared.formats) else GENERAL
        return shown.value(number, self._shared.from_1904)


def _search_on(chunks: Iterator[bytes], cells: Cells, budget: Budget) -> bool:
    """Whether anything stands below where reading stopped; takes in the merged cells, which come last in the part."""
    found, rest = False, b""
    for chunk in chunks:
        budget.searched -= len(chunk)
        if budget.searched < 0:
            return True
        piece = rest + chunk
        found = found or any(mark in piece for mark in _CONTENT)
        if b"mergeCell" in piece:
            _take_merges(piece, len(rest), cells)
        rest = piece[-_OVERLAP:]
    return found


def _take_merges(piece: bytes, overlap: int, cells: Cells) -> None:
    for match in _MERGED.finditer(piece):
        merge = _merge_of(match[1].decode())
        if match.end() > overlap and merge and len(cells.merges) < limits.MERGED_CELLS:
            cells.merges.append(merge)


def _merge_of(reference: str) -> Merge | None:
    first, _, last = reference.partition(":")
    top, bottom = _row(first), _row(last)
    left, right = _column(first), _column(last)
    if not (1 <= top <= bottom <= _LAST_ROW and 1 <= left <= right <= _LAST_COLUMN):
        return None
    return Merge(top, left, bottom, right) if (top, left) != (bottom, right) else None


def _column(reference: str) -> int:
    """The column of a reference such as BC12; 0 where it has none."""
    if reference[1:2].isdigit():
        return max(0, ord(reference[0]) - 64) if reference[0] <= "Z" else 0
    number = 0
    for letter in reference[:4]:
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - 64
    return number


def _row(reference: str) -> int:
    digits = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits) if digits.isdecimal() and len(digits) < 8 else 0


def _iso(text: str) -> Value:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return text[:40]


def _unescaped(match: re.Match[str]) -> str:
    """Excel writes what XML cannot hold as _x000D_; a surrogate or NUL is no text."""
    code = int(match[1], 16)
    return "\ufffd" if code == 0 or 0xD800 <= code <= 0xDFFF else chr(code)
