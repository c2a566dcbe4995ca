"""A report as the command line prints it, at whatever width there is."""

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from engine.report.blocks import Document
from tui.widgets.prose import Para, lines_of

LEAST_WIDTH = 40
_HEADING = "## "


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
            self._lines[width] = tuple(_drawn(lines))
        return self._lines[width]


def _drawn(lines: Sequence[str]) -> Iterator[Para]:
    """Headings and heads of tables in bold instead of the marks and rules that plain text has for them."""
    for start, part in _parts(lines):
        rules = [n for n, line in enumerate(part) if _is_rule(line)]
        # Above a rule stands what heads a table or is a title, on however many lines.
        bold = len(part) if start else rules[0] if rules else 0
        yield from (
            Para(line.removeprefix(_HEADING), "bold" if n < bold else "")
            for n, line in enumerate(part)
            if n not in rules
        )


def _parts(lines: Sequence[str]) -> Iterator[tuple[bool, list[str]]]:
    """What blank lines part, each with the blank line behind it, and whether it is a heading."""
    part: list[str] = []
    for line in (*lines, ""):
        part.append(line)
        if not line:
            yield part[0].startswith(_HEADING), part
            part = []


def _is_rule(line: str) -> bool:
    return len(line) > 1 and not line.strip("-= ")
