"""Dialogs in which rows are ticked: by Enter, by space as an input method sends it too, and by a click."""

from typing import ClassVar, Protocol, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding

from tui.screens.dialog import Dialog
from tui.screens.face import title
from tui.widgets.prose import Para, Prose
from tui.widgets.row_list import Row, RowList

Result = TypeVar("Result")
Self = TypeVar("Self", bound="Selecting")
Value = tuple[str, str]
"""A dimension and one of its values."""


class TickingDialog(Dialog[Result]):
    """The one list in it has the focus."""

    BINDINGS = [Binding("space", "pick", show=False)]

    def on_mount(self) -> None:
        self.query_one(RowList).focus()

    def on_key(self, event: events.Key) -> None:
        if event.character == "\u3000":
            event.stop()
            self.action_pick()

    def action_pick(self) -> None:
        self.query_one(RowList).action_pick()


class Selecting(Protocol):
    """What is wanted of the values offered."""

    @property
    def wanted(self) -> frozenset[Value]:
        """The values."""

    def toggled(self: Self, one: Value) -> Self:
        """With this one wanted, or no more."""

    def cleared(self: Self) -> Self:
        """With none wanted."""


S = TypeVar("S", bound=Selecting)


class FilterDialog(TickingDialog[S]):
    """Dismissed with what is wanted, however it is left.

    ``NAME``: the text of the title; ``DIMENSION``: what stands before a dimension in its text.
    """

    NAME: ClassVar[str]
    DIMENSION: ClassVar[str]
    BINDINGS = [Binding("x,ｘ", "clear", "key.clear", id="clear", key_display="x")]

    def __init__(self, selection: S, values: list[Value]) -> None:
        super().__init__()
        self.selection = selection
        self.values = values

    def summary(self) -> str:
        """What is shown, in a line."""
        raise NotImplementedError

    def value(self, dimension: str, value: str) -> tuple[str, int]:
        """A value in words, and how many have it."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        yield RowList(id="filter-values")

    def speak(self) -> None:
        self.query_one("#dialog-title", Prose).show(
            title(self.say(self.NAME)), Para(self.summary()), Para(self.say("filter.how"), "$foreground-muted")
        )
        self.query_one(RowList).show([self._row(n) for n in range(len(self.values))])

    def _row(self, n: int) -> Row:
        dimension, value = self.values[n]
        first = n == 0 or self.values[n - 1][0] != dimension
        name, count = self.value(dimension, value)
        mark = "[x] " if (dimension, value) in self.selection.wanted else "[ ] "
        head = self.say(f"{self.DIMENSION}.{dimension}") if first else ""
        return Row((Para(self.say("filter.value", name=name, n=count)),), mark, head)

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        self.selection = self.selection.toggled(self.values[event.index])
        self.speak()

    def action_clear(self) -> None:
        self.selection = self.selection.cleared()
        self.speak()

    def action_close(self) -> None:
        self.dismiss(self.selection)
