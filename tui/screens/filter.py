"""Chooses which measures of the road map are shown: by timing, actor, resource, status and type."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding

from engine.model.assessment import Recommendation
from engine.model.book import Book
from tui.screens.dialog import Dialog
from tui.screens.face import title
from tui.widgets.prose import Para, Prose
from tui.widgets.road_map_filter import VALUES, Selection, Wanted, counted, name_of
from tui.widgets.row_list import Row, RowList


class FilterScreen(Dialog[Selection]):
    """Dismissed with what is wanted, however it is left."""

    HELP = "filter"
    BINDINGS = [
        Binding("space", "pick", show=False),
        Binding("x,ｘ", "clear", "key.clear", id="clear", key_display="x"),
    ]

    def __init__(self, book: Book, found: Sequence[Recommendation], selection: Selection) -> None:
        super().__init__()
        self.knowledge = book
        self.found = found
        self.selection = selection
        self.values: list[Wanted] = [
            (dimension, value)
            for dimension, values in VALUES.items()
            for value in values
            if counted(found, dimension, value, book) or (dimension, value) in selection.wanted
        ]

    def body(self) -> ComposeResult:
        yield RowList(id="filter-values")

    def on_mount(self) -> None:
        self.query_one(RowList).focus()

    def speak(self) -> None:
        shown = len(self.selection.chosen(self.found, self.knowledge, self.lang))
        told = self.selection.told(shown, len(self.found), self.lang)
        self.query_one("#dialog-title", Prose).show(
            title(self.say("filter.title")), Para(told), Para(self.say("filter.how"), "$foreground-muted")
        )
        self.query_one(RowList).show([self._row(n) for n in range(len(self.values))])

    def _row(self, n: int) -> Row:
        dimension, value = self.values[n]
        first = n == 0 or self.values[n - 1][0] != dimension
        count = counted(self.found, dimension, value, self.knowledge)
        text = self.say("filter.value", name=name_of(dimension, value, self.lang), n=count)
        mark = "[x] " if (dimension, value) in self.selection.wanted else "[ ] "
        return Row((Para(text),), mark, self.say(f"dimension.{dimension}") if first else "")

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        self.selection = self.selection.toggled(*self.values[event.index])
        self.speak()

    def on_key(self, event: events.Key) -> None:
        if event.character == "\u3000":
            event.stop()
            self.action_pick()

    def action_pick(self) -> None:
        self.query_one(RowList).action_pick()

    def action_clear(self) -> None:
        self.selection = self.selection.cleared()
        self.speak()

    def action_close(self) -> None:
        self.dismiss(self.selection)
