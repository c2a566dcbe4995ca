"""How sure the answerer is: one line, changed by left, right, space or a click."""

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from engine.model.answers import Confidence
from tui.texts import Lang, say

LEVELS = tuple(Confidence)


class ConfidenceLine(Widget, can_focus=True):
    """Shows the three degrees and which one holds."""

    DEFAULT_CSS = "ConfidenceLine { height: 1; width: 1fr; text-wrap: nowrap; }"
    BINDINGS = [
        Binding("left", "step(-1)", show=False),
        Binding("right,space", "step(1)", show=False),
        Binding("enter", "submit", show=False),
    ]

    class Submitted(Message):
        """Enter was pressed."""

    class Changed(Message):
        """Another degree was chosen."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.level = Confidence.SURE
        self.lang: Lang = "ja"

    def show(self, level: Confidence, lang: Lang) -> None:
        """Shows this degree in this language."""
        if (level, lang) != (self.level, self.lang):
            self.level, self.lang = level, lang
            self.refresh()

    def _parts(self) -> list[str]:
        return [
            f"({'*' if level is self.level else ' '}) {say(self.lang, f'card.{level.value}')}  " for level in LEVELS
        ]

    def render(self) -> Content:
        line = Content((">" if self.has_focus else " ") + " " + "".join(self._parts()).rstrip())
        return line.stylize("bold") if self.has_focus else line

    def action_step(self, by: int) -> None:
        self._choose(LEVELS[(LEVELS.index(self.level) + by) % len(LEVELS)])

    def _choose(self, level: Confidence) -> None:
        self.level = level
        self.refresh()
        self.post_message(self.Changed())

    def action_submit(self) -> None:
        self.post_message(self.Submitted())

    def on_click(self, event: events.Click) -> None:
        """A click chooses the degree it falls on."""
        place, right = event.get_content_offset(self), 2
        for level, part in zip(LEVELS, self._parts(), strict=True):
            right += cell_len(part)
            if place is not None and place.x < right:
                self._choose(level)
                return

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()
