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
NONE_KEY = "n"
"""As that, before 'none of these'."""
NOWHERE = -1
"""Where the cursor stands while nothing was chosen: Enter then gives nothing, so that no answer is an accident."""


class Choices(RowList):
    """``marked`` holds what is chosen. Of one kind Enter, a number or a click chooses; of several Enter confirms.

    The last rows, set apart, are 'none of these' (of several only) and 'don't know' where that can be said: they go
    with no other, and Enter or a click gives them at once, of several too. The options of a question begin without a
    cursor.
    """

    BINDINGS = [Binding("space", "mark", show=False)]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.several = False
        self.marked: frozenset[int] = frozenset()
        self.count = 0
        """How many options there are, 'none of these' and 'don't know' not among them."""
        self.moved = False
        """Whether an arrow brought the cursor to where it stands."""

    def offer(
        self, labels: Sequence[str], *apart: str, several: bool = False, marked: frozenset[int] = frozenset()
    ) -> None:
        """Shows these options, with the cursor on the first that is marked. ``apart``: as for ``relabel``."""
        self.several, self.marked, self.moved = several, marked, False
        self.relabel(labels, *apart, cursor=min(marked, default=NOWHERE if labels and apart else 0))

    def relabel(self, labels: Sequence[str], *apart: str, cursor: int | None = None) -> None:
        """The same options in other words. ``apart``: 'none of these' where that can be said, and 'don't know'."""
        self.count = len(labels)
        width = len(str(len(labels)))
        rows = [Row((Para(label),), f"{n:>{width}} ") for n, label in enumerate(labels, 1)]
        keys = (NONE_KEY, UNKNOWN_KEY)[-len(apart) :] if apart else ()
        rows += [Row((Para(words),), f"{key:>{width}} ") for key, words in zip(keys, apart, strict=True)]
        if tuple(rows) != self.rows or cursor is not None:
            self.show(rows, cursor)

    @property
    def unknown(self) -> bool:
        """Whether 'don't know' is marked."""
        return len(self.rows) - 1 in self.marked and len(self.rows) > self.count

    @property
    def none(self) -> bool:
        """Whether 'none of these' is marked."""
        return self._none_row in self.marked

    @property
    def _none_row(self) -> int | None:
        return self.count if len(self.rows) == self.count + 2 else None

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
        """As of every list; what stands apart is so by a blank line."""
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
        self.moved = True
        super().action_move(by)

    def action_mark(self) -> None:
        self.cursor = max(self.cursor, 0)
        self._choose(self.cursor)

    def action_pick(self) -> None:
        """Enter. Without a cursor whoever listens is told all the same, and says that something is to be chosen."""
        if self.cursor != NOWHERE and (not self.several or self.cursor >= self.count):
            self._choose(self.cursor, only=True)
        super().pick(self.cursor)

    def mark_reached(self) -> None:
        """Marks the option that an arrow brought the cursor to, as it would be lost from sight now."""
        if self.moved and not self.several and self.count and self.cursor not in self.marked:
            self._choose(self.cursor)

    def pick(self, index: int) -> None:
        """A click or a number: of several it only marks."""
        at_once = not self.several or index >= self.count
        self._choose(index, only=at_once)
        if at_once:
            super().pick(index)

    def on_blur(self) -> None:
        focused = self.screen.focused
        if focused is not None and focused is not self and self.parent in focused.ancestors:
            self.mark_reached()

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
        chosen, options = frozenset({index}), frozenset(range(self.count))
        among = self.several and index < self.count
        self.marked = (self.marked & options) ^ chosen if among and not only else chosen
        self.moved = False
        if not only:
            self.refresh()
            self.keep_in_view()
        self.post_message(self.Moved(self))


class AnswerChoices(Choices):
    """The options of a question, among which there may be 'none of these'."""

    BINDINGS = [Binding("n,ｎ", "none", show=False)]

    def action_none(self) -> None:
        if self._none_row is None:
            raise SkipAction
        self.cursor = self._none_row
        self.pick(self.cursor)
