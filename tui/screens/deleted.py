"""The consultations that were deleted: choosing one brings it back."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult

from tui.screens.dialog import Dialog
from tui.screens.home_rows import changed, place
from tui.screens.naming_words import called
from tui.widgets.prose import Para, Prose
from tui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from engine.store.summaries import Summary


class DeletedScreen(Dialog["Summary"]):
    """Dismissed with the one to bring back, or with nothing."""

    def __init__(self, found: "tuple[Summary, ...]") -> None:
        super().__init__()
        self.found = found

    def body(self) -> ComposeResult:
        yield Prose(id="deleted-lead")
        yield RowList(id="deleted")

    def speak(self) -> None:
        self.entitle(self.say("deleted.title", count=len(self.found)))
        self.query_one("#deleted-lead", Prose).show(Para(self.say("deleted.lead" if self.found else "deleted.none")))
        rows = self.query_one(RowList)
        rows.display = bool(self.found)
        rows.show([self._row(summary) for summary in self.found])

    def _row(self, summary: "Summary") -> Row:
        day, time = changed(summary.changed, self.lang)
        about = self.say("deleted.row", answered=summary.answered, changed=f"{day} {time}")
        told = "  ".join(part for part in (place(summary, self.lang), about) if part)
        return Row((Para(called(summary, self.lang), "bold"), Para(told, "$foreground-muted")))

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        self.dismiss(self.found[event.index])
