"""The one list of the program: rows of wrapped text, a cursor that is seen without colour, Enter or a click to pick."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from tui.widgets.arranged_once import ArrangedOnce
from tui.widgets.prose import Para, Piece, lines_of

_CURSOR = "$block-cursor-foreground on $block-cursor-background"
Line = tuple[int, Content]
"""Which row a line belongs to (-1: a heading), and the line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its paragraphs and pictures, a mark before the first line, and a heading above it if it begins a group.

    ``above``: what stands between heading and row and cannot be chosen, such as a picture of the group.
    """

    paras: tuple[Piece, ...]
    mark: str = ""
    head: str = ""
    above: tuple[Piece, ...] = ()


class RowList(ArrangedOnce, can_focus=True):
    """Rows with a cursor."""

    DEFAULT_CSS = "RowList { height: auto; width: 1fr; text-wrap: nowrap; }"
    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "move(-9999)", show=False),
        Binding("end", "move(9999)", show=False),
        Binding("enter", "pick", show=False),
    ]

    class Picked(Message):
        """Enter was pressed on a row, or it was clicked."""

        def __init__(self, rows: "RowList", index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> "RowList":
            return self.rows

    class Moved(Message):
        """The cursor moved."""

        def __init__(self, rows: "RowList") -> None:
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> "RowList":
            return self.rows

    def __init__(self, rows: Sequence[Row] = (), *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.rows = tuple(rows)
        self.cursor = 0

    def show(self, rows: Sequence[Row], cursor: int | None = None) -> None:
        """Shows these rows; the cursor stays where it is unless told."""
        self.rows = tuple(rows)
        self.cursor = min(self.cursor if cursor is None else cursor, max(len(rows) - 1, 0))
        self.redraw()
        self.call_after_refresh(self.keep_in_view)

    def redraw(self) -> None:
        """Draws and measures again."""
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.lines(width)) if width else 0

    def render(self) -> Content:
        return Content("\n").join(line for _, line in self.lines(self.content_size.width))

    def mark(self, index: int) -> str:
        """What stands before the row."""
        return self.rows[index].mark

    def lines(self, width: int) -> list[Line]:
        """Every line with the row it belongs to."""
        found: list[Line] = []
        for index, row in enumerate(self.rows):
            if row.head:
                found += [(-1, Content(""))] if found else []
                found += [(-1, line) for line in lines_of((Para(row.head, "bold"),), width)]
            found += [(-1, "  " + line) for line in lines_of(row.above, width - 2)]
            found += [(index, line) for line in self._row(index, width)]
        return found

    def body(self, index: int, width: int) -> list[Content]:
        """The lines of a row, without what stands before them."""
        return lines_of(self.rows[index].paras, width)

    def _row(self, index: int, width: int) -> list[Content]:
        here = index == self.cursor
        pointed = here and (self.has_focus or not self.can_focus)
        before = f"{'>' if pointed else ' '} {self.mark(index)}"
        hang = cell_len(before)
        lines = self.body(index, width - hang)
        set_out = [Content(before if n == 0 else " " * hang) + line for n, line in enumerate(lines)]
        if not (here and self.has_focus):
            return set_out
        return [_set_out(line, width) for line in set_out]

    def action_move(self, by: int) -> None:
        if not self.rows:
            return
        self.cursor = min(max(self.cursor + by, 0), len(self.rows) - 1)
        self.refresh()
        self.keep_in_view()
        self.post_message(self.Moved(self))

    def action_page(self, by: int) -> None:
        self.action_move(8 * by)

    def action_pick(self) -> None:
        if self.rows:
            self.pick(self.cursor)

    def pick(self, index: int) -> None:
        """Tells that the row was picked."""
        self.post_message(self.Picked(self, index))

    def keep_in_view(self) -> None:
        """Scrolls whatever holds the list so that the cursor is seen."""
        lines = [n for n, (row, _) in enumerate(self.lines(self.content_size.width)) if row == self.cursor]
        if lines and isinstance(self.parent, Widget):
            top = self.virtual_region.y + self.gutter.top + max(lines[0] - 1, 0)
            self.parent.scroll_to_region(
                Region(0, top, 1, lines[-1] - lines[0] + 2), animate=False, force=True, immediate=True
            )

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        lines = self.lines(self.content_size.width)
        place = event.get_content_offset(self)
        if place is None or not 0 <= place.y < len(lines) or lines[place.y][0] < 0:
            return
        self.cursor = lines[place.y][0]
        self.refresh()
        self.pick(self.cursor)


def _set_out(line: Content, width: int) -> Content:
    """A line under the cursor in its colours; what is drawn keeps its own, as these tell something."""
    line = line.pad_right(max(width - line.cell_length, 0))
    drawn = sorted((span.start, span.end) for span in line.spans if "on " in str(span.style))
    at = 0
    for start, end in [*drawn, (len(line), len(line))]:
        line = line.stylize(_CURSOR, at, max(start - 1, at) if start < len(line) else start)
        at = max(at, end + 1)
    return line


def digit_of(event: events.Key) -> int | None:
    """The number a key stands for, full width or not; 0 is ten."""
    text = unicodedata.normalize("NFKC", event.character or "")
    return (int(text) or 10) if len(text) == 1 and text.isdigit() and text.isascii() else None
