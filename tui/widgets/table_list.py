"""A list whose rows stand in columns where there is room, and below each other where there is not."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len
from textual import events
from textual.content import Content

from tui.widgets.prose import Para, Piece, lines_of
from tui.widgets.row_list import Line, Row, RowList

Widths = tuple[tuple[int, int], ...]
GAP_CELLS = 2
THUMB = "on $foreground 50%"
TRACK = "on $foreground 14%"
MOST_LINES = 2
CUT = "..."
_BEFORE = 4
"""Cells of cursor and mark before every row."""


@dataclass(frozen=True, slots=True)
class TableRow(Row):
    """A row with its cells, each of some lines; ``paras`` is what stands in their stead where there is little room."""

    cells: tuple[tuple[Piece, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Shortened:
    """A picture: a text in at most two lines, cut with dots where it is longer: one row must not fill the list."""

    text: str
    style: str = ""

    def drawn(self, width: int) -> Sequence[Content]:
        """Its lines, each of at most ``width`` cells."""
        lines = lines_of((Para(self.text, self.style),), width)
        if len(lines) <= MOST_LINES:
            return lines
        last = lines[MOST_LINES - 1].truncate(max(width - len(CUT), 1)).rstrip()
        return [*lines[: MOST_LINES - 1], last + Content.styled(CUT, self.style)]


class TableList(RowList):
    """``widths`` of the columns: the least in cells, and the share of what is left.

    It fills its place and sets out only the rows in sight, so that hundreds cost no more than a screenful. ``top`` is
    the first of them.
    """

    DEFAULT_CSS = "TableList { height: 1fr; width: 1fr; text-wrap: nowrap; }"

    def __init__(self, widths: Widths, *, id: str) -> None:
        super().__init__(id=id)
        self.widths = widths
        self.top = 0

    def body(self, index: int, width: int) -> list[Content]:
        """The lines of a row, in columns or not, with a blank line below."""
        row = self.rows[index]
        if isinstance(row, TableRow) and has_room(self.widths, width):
            return list(_table(row.cells, self.widths, width))
        return list(_stacked(row.paras, width))

    def lines(self, width: int) -> list[Line]:
        """The lines in sight; the last cell of each belongs to the bar that shows where they are."""
        height, found = self.content_size.height, list[Line]()
        for index in range(self.top, len(self.rows)):
            if len(found) >= height:
                break
            found += [(index, line) for line in self._row(index, width - 1)]
        return found[:height]

    def render(self) -> Content:
        width, lines = self.content_size.width, self.lines(self.content_size.width)
        bar = self._bar(lines)
        if not bar:
            return Content("\n").join(line for _, line in lines)
        filled = [line.pad_right(max(width - 1 - line.cell_length, 0)) for _, line in lines]
        return Content("\n").join(line + cell for line, cell in zip(filled, bar, strict=True))

    def _bar(self, lines: list[Line]) -> list[Content]:
        """A cell for each line, lit where the rows in sight stand among all; none where all are in sight."""
        seen = {index for index, _ in lines}
        if len(seen) == len(self.rows):
            return []
        start = self.top * len(lines) // len(self.rows)
        length = max(len(seen) * len(lines) // len(self.rows), 1)
        return [Content.styled(" ", THUMB if start <= n < start + length else TRACK) for n in range(len(lines))]

    def redraw(self) -> None:
        self.refresh()

    def keep_in_view(self) -> None:
        """Moves what is in sight so that the whole row under the cursor is."""
        self.top = min(self.top, self.cursor)
        width, height = self.content_size.width, self.content_size.height
        used, first = 0, self.cursor
        # Upwards from the cursor: the earliest row from which everything down to the cursor still fits.
        while self.rows and width and first >= self.top:
            used += len(self._row(first, width - 1))
            if used > height and first < self.cursor:
                self.top = first + 1
                break
            first -= 1
        self.refresh()

    def on_resize(self) -> None:
        self.call_after_refresh(self.keep_in_view)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.top = min(self.top + 1, max(len(self.rows) - 1, 0))
        self.refresh()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.top = max(self.top - 1, 0)
        self.refresh()


def head(names: Sequence[str], widths: Widths, width: int) -> str:
    """The line above the columns, for a list of this width; empty where it has none."""
    if not has_room(widths, width - _BEFORE):
        return ""
    sizes = sized(widths, width - _BEFORE)
    told = [name + " " * (size - cell_len(name)) for name, size in zip(names, sizes, strict=True)]
    return " " * _BEFORE + (" " * GAP_CELLS).join(told)


def has_room(widths: Widths, width: int) -> bool:
    """Whether the columns fit."""
    return width >= sum(least for least, _ in widths) + GAP_CELLS * (len(widths) - 1)


def sized(widths: Widths, width: int) -> tuple[int, ...]:
    """The widths of the columns at a width of the whole, for which there is room."""
    left = width - sum(least for least, _ in widths) - GAP_CELLS * (len(widths) - 1)
    shares = sum(share for _, share in widths)
    return tuple(least + left * share // shares for least, share in widths)


@lru_cache(maxsize=1024)
def _stacked(pieces: tuple[Piece, ...], width: int) -> tuple[Content, ...]:
    return (*lines_of(pieces, width), Content(""))


@lru_cache(maxsize=1024)
def _table(cells: tuple[tuple[Piece, ...], ...], widths: Widths, width: int) -> tuple[Content, ...]:
    sizes = sized(widths, width)
    columns = [lines_of(cell, size) for cell, size in zip(cells, sizes, strict=True)]
    height = max(len(column) for column in columns)
    lines = []
    for n in range(height):
        parts = [column[n] if n < len(column) else Content("") for column in columns]
        filled = [part.pad_right(max(size - part.cell_length, 0)) for part, size in zip(parts, sizes, strict=True)]
        lines.append(Content(" " * GAP_CELLS).join(filled).rstrip())
    return (*lines, Content(""))
