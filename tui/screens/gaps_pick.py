"""Chooses one of a few values of the policy gap check: a sheet, a row, a unit, a year, a field, a department."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult

from tui.screens.dialog import Dialog
from tui.widgets.prose import Para
from tui.widgets.row_list import Row, RowList


class GapPickScreen(Dialog[int]):
    """Dismissed with the place of the value chosen, or with nothing. ``names``: of the values, in words."""

    def __init__(self, question: str, names: Callable[[], Sequence[str]], here: int = 0) -> None:
        super().__init__()
        self.question = question
        self.names = names
        self.here = here

    def body(self) -> ComposeResult:
        values = RowList(id="values")
        values.cursor = self.here
        yield values

    def on_mount(self) -> None:
        self.query_one(RowList).focus()

    def speak(self) -> None:
        self.entitle(self.say(self.question))
        self.query_one(RowList).show([Row((Para(name),)) for name in self.names()])

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        self.dismiss(event.index)
