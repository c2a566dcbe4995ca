"""A dialog that finds one of many things by typing: the list narrows with every letter, arrows and Enter choose."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input

from tui.screens.dialog import Dialog
from tui.searching import finds
from tui.widgets.hint_bar import HintBar
from tui.widgets.prose import Para, Piece, Prose
from tui.widgets.row_list import Row, RowList

Thing = TypeVar("Thing")
_MOVES = {"up": -1, "down": 1, "pageup": -8, "pagedown": 8}


@dataclass(frozen=True, slots=True)
class Entry(Generic[Thing]):
    """One of the things: what it shows, under which heading, and what it is found by besides."""

    thing: Thing
    paras: tuple[Piece, ...]
    group: str = ""
    found_by: str = ""
    mark: str = ""


class SearchDialog(Dialog[Thing]):
    """Dismissed with a thing, or with nothing. Every key but arrows, Enter and Escape goes into the field."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[Entry[Thing]] = ()
        self.found: list[Entry[Thing]] = []

    def offered(self) -> Sequence[Entry[Thing]]:
        """Everything there is to find, in the language of the app."""
        raise NotImplementedError

    def heading(self) -> str:
        """The title."""
        raise NotImplementedError

    def hint(self) -> str:
        """What stands in the empty field."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Vertical(id="dialog"):
            yield Prose(id="dialog-title")
            yield Input(id="search", compact=True, max_length=100)
            yield Prose(id="search-none")
            with VerticalScroll(id="dialog-body", can_focus=False):
                rows = RowList(id="search-rows")
                rows.can_focus = False
                yield rows
        yield HintBar()

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def speak(self) -> None:
        self.entitle(self.heading())
        self.query_one(Input).placeholder = self.hint()
        self.entries = self.offered()
        self._narrow()

    def _narrow(self, cursor: int | None = None) -> None:
        query = self.query_one(Input).value
        self.found = [one for one in self.entries if finds(query, _text(one), one.found_by)]
        heads = ["", *(one.group for one in self.found)]
        rows = [
            Row(one.paras, one.mark, one.group if one.group != before else "")
            for before, one in zip(heads, self.found, strict=False)
        ]
        self.query_one(RowList).show(rows, cursor)
        none = () if rows else (Para(self.say("search.none"), "$foreground-muted"),)
        self.query_one("#search-none", Prose).show(*none)

    def on_input_changed(self) -> None:
        self._narrow(0)

    def on_key(self, event: events.Key) -> None:
        if event.key in _MOVES:
            event.stop()
            event.prevent_default()
            self.query_one(RowList).action_move(_MOVES[event.key])

    def on_input_submitted(self) -> None:
        self._choose(self.query_one(RowList).cursor)

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        self._choose(event.index)

    def _choose(self, index: int) -> None:
        if index < len(self.found):
            self.dismiss(self.found[index].thing)


def _text(entry: Entry[Thing]) -> str:
    return "\n".join(piece.text for piece in entry.paras if isinstance(piece, Para))
