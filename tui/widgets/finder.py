"""A field with a live list below it: what is typed finds, arrows choose, Enter or a click takes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Input

from tui.widgets.prose import Para, Prose
from tui.widgets.row_list import Row, RowList

MOST = 100
"""How many rows are listed at once; what lies beyond is told as a number."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: what it stands for, and how it is shown."""

    value: str
    row: Row


class Finder(Vertical):
    """``look`` finds for a text; ``more`` tells how many more there are; ``browse``: Down lists without a text.

    The list has no focus of its own: Up and Down move in it while one types, so that an input method need not be left.
    """

    DEFAULT_CSS = """
    Finder { height: auto; }
    Finder VerticalScroll { height: auto; max-height: 8; }
    """
    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-7)", show=False),
        Binding("pagedown", "move(7)", show=False),
        Binding("escape", "clear", "key.clear_search", id="clear_search", key_display="Esc"),
    ]

    class Taken(Message):
        """Something was chosen; ``value`` is None where Enter was pressed and nothing was found."""

        def __init__(self, finder: "Finder", value: str | None) -> None:
            super().__init__()
            self.finder = finder
            self.value = value

        @property
        def control(self) -> "Finder":
            return self.finder

    class Typed(Message):
        """The text changed."""

        def __init__(self, finder: "Finder") -> None:
            super().__init__()
            self.finder = finder

        @property
        def control(self) -> "Finder":
            return self.finder

    def __init__(
        self,
        look: Callable[[str], Sequence[Hit]],
        more: Callable[[int], str],
        *,
        id: str,
        value: str = "",
        browse: bool = False,
        most: int = 200,
    ) -> None:
        super().__init__(id=id)
        self.look = look
        self.more = more
        self.browse = browse
        self.opened = False
        self.hits: tuple[Hit, ...] = ()
        self._value = value
        self._most = most

    def compose(self) -> ComposeResult:
        yield Input(self._value, compact=True, max_length=self._most, select_on_focus=False, id=f"{self.id}-input")
        with VerticalScroll(can_focus=False):
            found = RowList(classes="found")
            found.can_focus = False
            yield found
        yield Prose(classes="more")

    @property
    def input(self) -> Input:
        """The field."""
        return self.query_one(Input)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.input.value.strip()

    @property
    def found(self) -> RowList:
        """The list."""
        return self.query_one(".found", RowList)

    @property
    def pointed(self) -> Hit | None:
        """What the cursor of the list stands on."""
        return self.hits[self.found.cursor] if self.found.rows else None

    def type(self, text: str) -> None:
        """Puts a text into the field as if it had been typed."""
        self.input.value = text
        self.input.cursor_position = len(text)

    def renew(self, *, keep: bool = False) -> None:
        """Looks again; ``keep`` leaves the cursor where it is (the words have changed, not what was typed)."""
        here = self.input.has_focus
        wanted = here and (bool(self.text) or (self.browse and self.opened))
        found = tuple(self.look(self.input.value)) if wanted else ()
        self.hits = found[:MOST]
        self.found.show([hit.row for hit in self.hits], None if keep else 0)
        self.query_one(VerticalScroll).display = bool(self.hits)
        left = len(found) - len(self.hits)
        self.query_one(".more", Prose).show(*([Para(self.more(left), "$foreground-muted")] if left else []))
        if self.hits:
            self.call_after_refresh(self._keep_in_view)
        self.refresh_bindings()

    def _keep_in_view(self) -> None:
        self.scroll_visible(animate=False)

    def on_mount(self) -> None:
        self.renew()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.renew()
        self.post_message(self.Typed(self))

    def on_descendant_focus(self) -> None:
        self.renew(keep=True)

    def on_descendant_blur(self) -> None:
        self.opened = False
        self.call_later(self.renew, keep=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        hit = self.pointed
        self.post_message(self.Taken(self, hit.value if hit else None))

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        event.stop()
        self.input.focus()
        self.post_message(self.Taken(self, self.hits[event.index].value))

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()

    def action_move(self, by: int) -> None:
        if not self.opened and self.browse and not self.hits and by > 0:
            self.opened = True
            self.renew()
        elif self.hits:
            self.found.action_move(by)
        else:
            raise SkipAction

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Escape empties the field first; on an empty field it is left to the screen, and the footer says so."""
        return action != "clear" or bool(self.text or (self.hits and self.opened))

    def action_clear(self) -> None:
        self.opened = False
        self.type("")
        self.renew()
