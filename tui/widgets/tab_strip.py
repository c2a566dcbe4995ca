"""Names of tabs in as many lines as they need; the one shown stands in brackets."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget


class TabStrip(Widget):
    """Shows which tab is open; a click opens another."""

    DEFAULT_CSS = "TabStrip { height: auto; width: 1fr; text-wrap: nowrap; }"

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.names: tuple[str, ...] = ()
        self.here = 0

    def show(self, names: Sequence[str], here: int) -> None:
        """Shows these names; ``here`` is the one that is open."""
        self.names, self.here = tuple(names), here
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._rows(width))

    def _rows(self, width: int) -> list[list[int]]:
        """The tabs of each line."""
        rows: list[list[int]] = [[]]
        for index in range(len(self.names)):
            used = sum(cell_len(self._label(n)) for n in rows[-1])
            if rows[-1] and used + cell_len(self._label(index)) > width:
                rows.append([])
            rows[-1].append(index)
        return rows

    def _label(self, index: int) -> str:
        text = f"{index + 1} {self.names[index]}"
        return f"[{text}] " if index == self.here else f" {text}  "

    def render(self) -> Content:
        rows = self._rows(self.content_size.width)
        return Content("\n").join(Content("").join(self._styled(n) for n in row) for row in rows)

    def _styled(self, index: int) -> Content:
        return Content.styled(self._label(index), "bold" if index == self.here else "$foreground-muted")

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        rows = self._rows(self.content_size.width)
        if place is None or not 0 <= place.y < len(rows):
            return
        right = 0
        for index in rows[place.y]:
            right += cell_len(self._label(index))
            if place.x < right:
                self.post_message(self.Chosen(index))
                return
