"""Asks before something is taken away."""

from textual.app import ComposeResult

from tui.screens.dialog import Dialog
from tui.widgets.prose import Para
from tui.widgets.row_list import Row, RowList


class ConfirmScreen(Dialog[bool]):
    """Two answers; the cursor stands on the harmless one."""

    def __init__(self, question: str, yes: str, no: str, **values: object) -> None:
        super().__init__()
        self.question, self.yes, self.no, self.values = question, yes, no, values

    def body(self) -> ComposeResult:
        yield RowList(id="confirm")

    def speak(self) -> None:
        self.entitle(self.say(self.question, **self.values))
        self.query_one(RowList).show([Row((Para(self.say(key)),)) for key in (self.no, self.yes)])

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        self.dismiss(event.index == 1)

    def action_close(self) -> None:
        self.dismiss(False)
