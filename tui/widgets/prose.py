"""Running text: paragraphs wrapped by our own rules, never read as markup."""

from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph: ``lead`` stands before its first line and the others hang below the text."""

    text: str
    style: str = ""
    indent: int = 0
    lead: str = ""


GAP = Para("")


def lines_of(paras: tuple[Para, ...], width: int) -> list[Content]:
    """The paragraphs as lines of at most ``width`` cells."""
    found: list[Content] = []
    for para in paras:
        hang = para.indent + cell_len(para.lead)
        for number, line in enumerate(_broken(para.text, max(width - hang, 2))):
            before = " " * para.indent + para.lead if number == 0 else " " * hang
            found.append(Content.styled(before + line, para.style))
    return found


@lru_cache(maxsize=8192)
def _broken(text: str, width: int) -> tuple[str, ...]:
    """The text in lines. Kept, as a screen is drawn many times between two changes of its words."""
    if text.isprintable() and cell_len(text) <= width:
        return (text,)
    # Loaded only where it is needed: nothing on the screen that opens first is longer than its line.
    from engine.report.wrap import wrap

    return tuple(line for paragraph in text.split("\n") for line in wrap(paragraph, width))


class Prose(Widget):
    """Shows paragraphs at whatever width it has."""

    DEFAULT_CSS = "Prose { height: auto; width: 1fr; text-wrap: nowrap; }"

    def __init__(self, *paras: Para, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._paras = paras

    def show(self, *paras: Para) -> None:
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
