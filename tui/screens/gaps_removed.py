"""The registers of a consultation that were removed: choosing one brings it back."""

from textual.app import ComposeResult

from engine.interview.visible import flowing
from engine.store.registers import RegisterSummary
from tui.screens.dialog import Dialog
from tui.screens.gaps_words import year_of
from tui.widgets.prose import Para, Prose
from tui.widgets.result_lines import MUTED
from tui.widgets.row_list import Row, RowList


class RemovedScreen(Dialog[RegisterSummary]):
    """Dismissed with the one to bring back, or with nothing."""

    def __init__(self, found: tuple[RegisterSummary, ...]) -> None:
        super().__init__()
        self.found = found

    def body(self) -> ComposeResult:
        yield Prose(id="removed-lead")
        yield RowList(id="removed")

    def speak(self) -> None:
        self.entitle(self.say("gaps.removed_title", count=len(self.found)))
        lead = "gaps.removed_lead" if self.found else "gaps.removed_none"
        self.query_one("#removed-lead", Prose).show(Para(self.say(lead)))
        rows = self.query_one(RowList)
        rows.display = bool(self.found)
        rows.show([self._row(one) for one in self.found])

    def _row(self, one: RegisterSummary) -> Row:
        told = year_of(one.fiscal_year, self.lang)
        count = self.say("gaps.count", count=one.measures)
        return Row((Para(told, "bold"), Para(flowing(one.name)), Para(count, MUTED)))

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        self.dismiss(self.found[event.index])
