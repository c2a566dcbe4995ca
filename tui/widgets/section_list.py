"""The sections of the interview with their progress; a click goes to one."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message

from engine.interview.order import SectionProgress
from tui.texts import Lang, say
from tui.widgets.prose import Para, Prose
from tui.widgets.row_list import Row, RowList


class SectionList(VerticalScroll, can_focus=False):
    """Shows where the interview stands."""

    class Chosen(Message):
        """A section was clicked."""

        def __init__(self, section: str) -> None:
            super().__init__()
            self.section = section

    def __init__(self) -> None:
        super().__init__(id="sections")
        self.ids: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        yield Prose(id="sections-title")
        rows = RowList(id="sections-rows")
        rows.can_focus = False
        yield rows

    def show(self, progress: Sequence[SectionProgress], here: str, lang: Lang) -> None:
        """``here``: the section of the question being asked."""
        self.ids = tuple(one.section.id for one in progress)
        self.query_one("#sections-title", Prose).show(Para(say(lang, "sections.title"), "bold"))
        cursor = self.ids.index(here) if here in self.ids else 0
        self.query_one(RowList).show([_row(one, lang) for one in progress], cursor)

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        event.stop()
        self.post_message(self.Chosen(self.ids[event.index]))


def _row(one: SectionProgress, lang: Lang) -> Row:
    given = one.answered + one.dont_know
    count = f"{given}/{one.total}" if one.total else "-"
    return Row((Para(f"{one.section.title.get(lang)} {count}", "$foreground-muted" if one.done else ""),))
