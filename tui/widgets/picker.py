"""What was picked, each to be taken back, above a field that finds more."""

from collections.abc import Callable, Sequence

from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message

from tui.widgets.finder import Finder, Hit
from tui.widgets.row_list import Row, RowList


class PickedList(RowList):
    """What was picked. Delete, Enter or a click takes one back."""

    BINDINGS = [Binding("delete,backspace", "pick", show=False), Binding("down", "leave_or_move", show=False)]

    def action_leave_or_move(self) -> None:
        """Down; from the last one to the field below."""
        if self.cursor + 1 < len(self.rows):
            self.action_move(1)
        elif isinstance(self.parent, Picker):
            self.parent.finder.input.focus()


class Picker(Vertical):
    """Picks one or several. ``chosen`` holds the values; ``shown`` says how one is shown once it is picked."""

    DEFAULT_CSS = "Picker { height: auto; }"
    BINDINGS = [Binding("up", "to_picked", show=False)]

    class Changed(Message):
        """Something was picked, taken back, or typed."""

        def __init__(self, picker: "Picker") -> None:
            super().__init__()
            self.picker = picker

        @property
        def control(self) -> "Picker":
            return self.picker

    class Missed(Message):
        """Enter was pressed and what was typed finds nothing; an empty ``text`` means that one goes on."""

        def __init__(self, picker: "Picker", text: str) -> None:
            super().__init__()
            self.picker = picker
            self.text = text

        @property
        def control(self) -> "Picker":
            return self.picker

    def __init__(
        self,
        look: Callable[[str], Sequence[Hit]],
        shown: Callable[[str], Row],
        more: Callable[[int], str],
        *,
        id: str,
        several: bool,
        chosen: tuple[str, ...] = (),
        browse: bool = False,
    ) -> None:
        super().__init__(id=id)
        self.chosen = chosen
        self.several = several
        self.shown = shown
        self._finder = Finder(look, more, id=f"{id}-finder", browse=browse)

    def compose(self) -> ComposeResult:
        yield PickedList(classes="picked")
        yield self._finder

    @property
    def finder(self) -> Finder:
        """The field with its list."""
        return self._finder

    def on_mount(self) -> None:
        self.speak()

    def speak(self) -> None:
        """Shows everything anew in the language of the app."""
        picked = self.query_one(PickedList)
        picked.show([self.shown(value) for value in self.chosen])
        picked.display = bool(self.chosen)
        self._finder.renew(keep=True)

    def choose(self, *values: str) -> None:
        """Adds what is not there yet, or puts the last in the place of what was, where only one is picked."""
        for value in values:
            if not self.several:
                self.chosen = (value,)
            elif value not in self.chosen:
                self.chosen = (*self.chosen, value)
        self._finder.opened = False
        self._finder.type("")
        self.speak()
        self.post_message(self.Changed(self))

    def take_back(self, index: int) -> None:
        """Takes one back; the focus stays with what is left, else goes to the field."""
        self.chosen = self.chosen[:index] + self.chosen[index + 1 :]
        self.speak()
        if not self.chosen:
            self._finder.input.focus()
        self.post_message(self.Changed(self))

    def action_to_picked(self) -> None:
        """From the field, where it lists nothing, up to what was picked last."""
        picked = self.query_one(PickedList)
        if not self.chosen or picked.has_focus:
            raise SkipAction
        picked.show(picked.rows, len(self.chosen) - 1)
        picked.focus()

    def on_finder_taken(self, event: Finder.Taken) -> None:
        event.stop()
        if event.value is None:
            self.post_message(self.Missed(self, self._finder.text))
        else:
            self.choose(event.value)

    def on_finder_typed(self, event: Finder.Typed) -> None:
        event.stop()
        self.post_message(self.Changed(self))

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        event.stop()
        self.take_back(event.index)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()
