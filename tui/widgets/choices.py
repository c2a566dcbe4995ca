"""Options of an answer: one of them, or several; marked in characters, picked by arrows, number keys or mouse."""

from collections.abc import Sequence

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding

from tui.widgets.prose import Para
from tui.widgets.row_list import Row, RowList, digit_of


class Choices(RowList):
    """``marked`` holds what is chosen. Of one kind Enter, a number or a click chooses; of several Enter confirms."""

    BINDINGS = [Binding("space", "mark", show=False)]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.several = False
        self.marked: frozenset[int] = frozenset()

    def offer(self, labels: Sequence[str], *, several: bool = False, marked: frozenset[int] = frozenset()) -> None:
        """Shows these options, with the cursor on the first that is marked."""
        self.several, self.marked = several, marked
        self.relabel(labels, cursor=min(marked, default=0))

    def relabel(self, labels: Sequence[str], cursor: int | None = None) -> None:
        """The same options in other words."""
        width = len(str(len(labels)))
        self.show([Row((Para(label),), f"{n:>{width}} ") for n, label in enumerate(labels, 1)], cursor)

    def mark(self, index: int) -> str:
        chosen = index in self.marked
        box = ("[x]" if chosen else "[ ]") if self.several else ("(*)" if chosen else "( )")
        return f"{box} {self.rows[index].mark}"

    def action_page(self, by: int) -> None:
        """Options are few: the key is left to whatever holds them, which scrolls."""
        raise SkipAction

    def action_mark(self) -> None:
        self._choose(self.cursor)

    def action_pick(self) -> None:
        if not self.several:
            self._choose(self.cursor)
        super().pick(self.cursor)

    def pick(self, index: int) -> None:
        """A click or a number: of several it only marks."""
        self._choose(index)
        if not self.several:
            super().pick(index)

    def on_key(self, event: events.Key) -> None:
        digit = digit_of(event)
        if digit is not None and digit <= len(self.rows):
            event.stop()
            self.cursor = digit - 1
            self.pick(self.cursor)
        elif event.character == "\u3000":
            event.stop()
            self.action_mark()

    def _choose(self, index: int) -> None:
        chosen = frozenset({index})
        self.marked = self.marked ^ chosen if self.several else chosen
        self.refresh()
        self.keep_in_view()
        self.post_message(self.Moved(self))
