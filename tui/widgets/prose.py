"""Running text and pictures: paragraphs wrapped by our own rules, never read as markup, and what is drawn in cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size

from tui.widgets.arranged_once import ArrangedOnce


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph: ``lead`` stands before its first line and the others hang below the text.

    A lead may be drawn (a bar with its figure, a mark): then it keeps its own colours.
    """

    text: str
    style: str = ""
    indent: int = 0
    lead: str | Content = ""


class Picture(Protocol):
    """What is drawn rather than written, as wide as there is room. Frozen, so that it can be compared."""

    def drawn(self, width: int) -> Sequence[Content]:
        """Its lines, each of at most ``width`` cells; they are shown as they are."""


Piece = Para | Picture
"""What screens show below each other."""
GAP = Para("")


def lines_of(pieces: Sequence[Piece], width: int) -> list[Content]:
    """The paragraphs and pictures as lines of at most ``width`` cells."""
    found: list[Content] = []
    for piece in pieces:
        found += _lines(piece, width) if isinstance(piece, Para) else piece.drawn(width)
    return found


def _lines(para: Para, width: int) -> list[Content]:
    drawn = para.lead if isinstance(para.lead, Content) else None
    hang = para.indent + (cell_len(para.lead) if isinstance(para.lead, str) else para.lead.cell_length)
    lines = []
    for number, text in enumerate(_broken(para.text, max(width - hang, 2))):
        before = " " * hang if number else " " * para.indent + str(para.lead)
        if drawn is not None and number == 0:
            lines.append(Content(" " * para.indent) + drawn + Content.styled(text, para.style))
        else:
            lines.append(Content.styled(before + text, para.style))
    return lines


@lru_cache(maxsize=8192)
def _broken(text: str, width: int) -> tuple[str, ...]:
    """The text in lines. Kept, as a screen is drawn many times between two changes of its words."""
    if text.isprintable() and cell_len(text) <= width:
        return (text,)
    # Loaded only where it is needed: nothing on the screen that opens first is longer than its line.
    from engine.report.wrap import wrap

    return tuple(line for paragraph in text.split("\n") for line in wrap(paragraph, width))


class Prose(ArrangedOnce):
    """Shows paragraphs and pictures at whatever width it has."""

    DEFAULT_CSS = "Prose { height: auto; width: 1fr; text-wrap: nowrap; }"

    def __init__(self, *paras: Piece, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._paras = paras

    def show(self, *paras: Piece) -> None:
        """Shows these instead."""
        if paras != self._paras:
            self._paras = paras
            self.display = bool(paras)
            self._content_height_cache = (None, 0)
            self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(lines_of(self._paras, width)) if width else 0

    def render(self) -> Content:
        return Content("\n").join(lines_of(self._paras, self.content_size.width))
