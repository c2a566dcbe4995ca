"""A dialog over a screen: a title, text that scrolls, and Escape or Enter to close."""

from typing import TypeVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen

from tui.screens.face import Face, title
from tui.widgets.hint_bar import HintBar
from tui.widgets.prose import Para, Prose

Result = TypeVar("Result")


class Dialog(Face, ModalScreen[Result]):
    """The frame of every dialog. ``SCROLLS``: arrow keys move the text, as there is nothing to choose."""

    SCROLLS = False
    HELP = "dialog"

    BINDINGS = [
        Binding("f1", "help", "key.help", id="help", key_display="F1"),
        Binding("escape", "close", "key.close", id="close", key_display="Esc"),
        # A dialog hides the keys of the app: those that hold everywhere are given again.
        Binding("f2", "app.language", "key.language", id="language", key_display="F2"),
        Binding("f9", "app.theme", "key.theme", id="theme", show=False),
        Binding("ctrl+p", "app.palette", "key.palette", id="palette", key_display="^P"),
        Binding("ctrl+q", "app.quit", "key.quit", id="quit", show=False),
        Binding("ctrl+o", "close_notices", "key.close_notices", id="close_notices", show=False),
    ]

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The bindings, as they are told."""
        return self.told(super().active_bindings)

    def compose(self) -> ComposeResult:
        with Vertical(id="dialog"):
            yield Prose(id="dialog-title")
            with VerticalScroll(id="dialog-body", can_focus=self.SCROLLS):
                yield from self.body()
        yield HintBar()

    def body(self) -> ComposeResult:
        """What the dialog shows; by default text."""
        yield Prose(id="dialog-text")

    def entitle(self, text: str) -> None:
        """Shows the title."""
        self.query_one("#dialog-title", Prose).show(title(text))

    def on_mount(self) -> None:
        self.speak()

    def action_close(self) -> None:
        self.dismiss()


class TextDialog(Dialog[None]):
    """A dialog that only tells something."""

    SCROLLS = True

    BINDINGS = [Binding("enter", "close", show=False)]

    def heading(self) -> str:
        """Its title."""
        raise NotImplementedError

    def paras(self) -> tuple[Para, ...]:
        """Its text."""
        raise NotImplementedError

    def speak(self) -> None:
        self.entitle(self.heading())
        self.query_one("#dialog-text", Prose).show(*self.paras())
