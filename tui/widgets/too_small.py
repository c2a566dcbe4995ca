"""Stands over a screen that is too small to show anything whole."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tui.texts import Lang, say

SMALLEST = Size(80, 24)
STILL_ACTING = frozenset({"escape", "ctrl+q", "f2"})
"""Keys that act all the same: away, out, and the language of the message. The others would act on what is not seen."""


def is_too_small(size: Size) -> bool:
    """Whether something would be cut off at this size."""
    return size.width < SMALLEST.width or size.height < SMALLEST.height


class TooSmall(Widget):
    """Asks for more room; what was typed below it stays."""

    DEFAULT_CSS = """
    TooSmall { layer: above; width: 100%; height: 100%; background: $background; color: $foreground; }
    """

    def __init__(self, lang: Lang) -> None:
        super().__init__()
        self.lang: Lang = lang

    def speak(self, lang: Lang) -> None:
        """Asks in this language."""
        self.lang = lang
        self.refresh()

    def render(self) -> Content:
        here = self.app.size
        return Content(say(self.lang, "too_small", width=here.width, height=here.height))
