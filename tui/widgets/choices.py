"""Options of an answer: one, several, or 'don't know'; marked in characters, picked by arrows, keys or mouse."""

from collections.abc import Sequence

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding
from textual.content import Content

from tui.widgets.prose import Para
from tui.widgets.row_list import Line, Row, RowList, digit_of

UNKNOWN_KEY = "u"
"""Stands before 'don't know' in the place of a number: the key that gives it wherever letters are not typed."""


class Choices(RowList):
    """``marked`` holds what is chosen. Of one kind Enter, a number or a click chooses; of several Enter confirms.

    The last row, set apart, is 'don't know' where that can be said: it goes with no other, and Enter or a click gives
    it at once, of several too.
    """

    BINDINGS = [Binding("space", "mark", show=False)]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.several = False
        self.marked: frozenset[int] = frozenset()
        self.count = 0
        """How many options there are, 'don't know' not among them."""

    def offer(
        self, labels: Sequence[str], unknown: str = "", *, several: bool = False, marked: frozenset[int] = frozenset()
    ) -> None:
        """Shows these options, with the cursor on the first that is marked. ``unknown``: 'don't know' in words."""
        self.several, self.marked = several, marked
        self.relabel(labels, unknown, cursor=min(marked, default=0))

    def relabel(self, labels: Sequence[str], unknown: str = "", cursor: int | None = None) -> None:
        """The same options in other words."""
        self.count = len(labels)
        width = len(str(len(labels)))
        rows = [Row((Para(label),), f"{n:>{width}} ") for n, label in enumerate(labels, 1)]
        rows += [Row((Para(unknown),), f"{UNKNOWN_KEY:>{width}} ")] if unknown else []
        if tuple(rows) != self.rows or cursor is not None:
            self.show(rows, cursor)

    @property
    def unknown(self) -> bool:
        """Whether 'don't know' is marked."""
        return self.count in self.marked

    def unmark(self) -> None:
        """Takes every mark away."""
        if self.marked:
            self.marked = frozenset()
            self.redraw()

    def mark(self, index: int) -> str:
        chosen = index in self.marked
        several = self.several and index < self.count
        box = ("[x]" if chosen else "[ ]") if several else ("(*)" if chosen else "( )")
        return f"{box} {self.rows[index].mark}"

    def lines(self, width: int) -> list[Line]:
        """As of every list; 'don't know' is set apart by a blank line."""
        found = super().lines(width)
        first = next((n for n, (row, _) in enumerate(found) if row == self.count), None)
        return [*found[:first], (-1, Content("")), *found[first:]] if first else found

    def action_page(self, by: int) -> None:
        """Options are few: the key is left to whatever holds them, which scrolls."""
        raise SkipAction

    def action_move(self, by: int) -> None:
        """Above the first there may be a field to go to: the key is then left to whatever holds the options."""
        if by == -1 and self.cursor == 0:
            raise SkipAction
        super().action_move(by)

    def action_mark(self) -> None:
        self._choose(self.cursor)

    def action_pick(self) -> None:
        if not self.several or self.cursor == self.count:
            self._choose(self.cursor, only=True)
        super().pick(self.cursor)

    def pick(self, index: int) -> None:
        """A click or a number: of several it only marks."""
        at_once = not self.several or index == self.count
        self._choose(index, only=at_once)
        if at_once:
            super().pick(index)

    def on_key(self, event: events.Key) -> None:
        digit = digit_of(event)
        if digit is not None and digit <= self.count:
            event.stop()
            self.cursor = digit - 1
            self.pick(self.cursor)
        elif event.character == "\u3000":
            event.stop()
            self.action_mark()

    def _choose(self, index: int, *, only: bool = False) -> None:
        """``only``: it is given as the answer at once. Nothing is painted then: the next question follows."""
        chosen = frozenset({index})
        among = self.several and index < self.count
        self.marked = (self.marked - {self.count}) ^ chosen if among and not only else chosen
        if not only:
            self.refresh()
            self.keep_in_view()
        self.post_message(self.Moved(self))
