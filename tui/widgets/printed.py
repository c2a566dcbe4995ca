"""A report as the command line prints it, at whatever width there is."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from engine.report.blocks import Document
from tui.widgets.prose import Para, lines_of

LEAST_WIDTH = 40


class Printed(Widget):
    """Shows a document; without one, nothing."""

    DEFAULT_CSS = "Printed { height: auto; width: 1fr; text-wrap: nowrap; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._document: Document | None = None
        self._lines: dict[int, tuple[Para, ...]] = {}

    def show(self, document: Document) -> None:
        """Shows this one instead."""
        self._document = document
        self._lines.clear()
        self._content_height_cache = (None, 0)
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(lines_of(self._printed(width), width)) if width else 0

    def render(self) -> Content:
        width = self.content_size.width
        return Content("\n").join(lines_of(self._printed(width), width))

    def _printed(self, width: int) -> tuple[Para, ...]:
        if self._document is None:
            return ()
        if width not in self._lines:
            from engine.report.text import render

            lines = render(self._document, max(width, LEAST_WIDTH)).splitlines()
            self._lines[width] = tuple(Para(line, "bold" if line.startswith("## ") else "") for line in lines)
        return self._lines[width]
