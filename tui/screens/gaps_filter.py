"""Chooses which findings of the policy gap check are shown: by kind, type and timing."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding

from engine.model.gaps import GapFinding
from tui.screens.dialog import Dialog
from tui.screens.face import title
from tui.widgets.gap_filter import GapSelection, name_of, offered
from tui.widgets.prose import Para, Prose
from tui.widgets.row_list import Row, RowList


class GapFilterScreen(Dialog[GapSelection]):
    """Dismissed with what is wanted, however it is left."""

    HELP = "gaps_filter"
    BINDINGS = [
        Binding("space", "pick", show=False),
        Binding("x,ｘ", "clear", "key.clear", id="clear", key_display="x"),
    ]

    def __init__(self, found: Sequence[GapFinding], selection: GapSelection) -> None:
        super().__init__()
        self.found = found
        self.selection = selection
        self.values = offered(found, selection)

    def body(self) -> ComposeResult:
        yield RowList(id="filter-values")

    def on_mount(self) -> None:
        self.query_one(RowList).focus()

    def speak(self) -> None:
        told = self.selection.told(len(self.selection.chosen(self.found)), len(self.found), self.lang)
        self.query_one("#dialog-title", Prose).show(
            title(self.say("gap_filter.title")), Para(told), Para(self.say("filter.how"), "$foreground-muted")
        )
        self.query_one(RowList).show([self._row(n) for n in range(len(self.values))])

    def _row(self, n: int) -> Row:
        (dimension, value), count = self.values[n]
        first = n == 0 or self.values[n - 1][0][0] != dimension
        text = self.say("filter.value", name=name_of(dimension, value, self.lang), n=count)
        mark = "[x] " if (dimension, value) in self.selection.wanted else "[ ] "
        return Row((Para(text),), mark, self.say(f"gap_filter.{dimension}") if first else "")

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        self.selection = self.selection.toggled(self.values[event.index][0])
        self.speak()

    def on_key(self, event: events.Key) -> None:
        if event.character == "\u3000":
            event.stop()
            self.action_pick()

    def action_pick(self) -> None:
        self.query_one(RowList).action_pick()

    def action_clear(self) -> None:
        self.selection = GapSelection()
        self.speak()

    def action_close(self) -> None:
        self.dismiss(self.selection)
