"""The sections of the interview with their progress as bars and figures; Enter or a click goes to one."""

from collections.abc import Sequence
from functools import lru_cache

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message

from engine.interview.order import SectionProgress
from tui.texts import Lang, say
from tui.widgets import charts
from tui.widgets.prose import Para, Prose
from tui.widgets.row_list import Row, RowList

CELLS = 10


class SectionList(VerticalScroll, can_focus=False):
    """Shows where the interview stands."""

    class Chosen(Message):
        """A section was chosen."""

        def __init__(self, section: str) -> None:
            super().__init__()
            self.section = section

    def __init__(self) -> None:
        super().__init__(id="sections")
        self.ids: tuple[str, ...] = ()
        self.here = ""

    def compose(self) -> ComposeResult:
        yield Prose(id="sections-title")
        yield RowList(id="sections-rows")

    def show(self, progress: Sequence[SectionProgress], here: str, lang: Lang, *, plain: bool) -> None:
        """``here``: the section of the question being asked."""
        self.ids = tuple(one.section.id for one in progress)
        title = Para(say(lang, "sections.title"), "bold")
        self.query_one("#sections-title", Prose).show(title, Para("", lead=overall(progress, plain=plain)))
        rows, list_ = [_row(one, lang, plain=plain) for one in progress], self.query_one(RowList)
        if (tuple(rows), here) != (list_.rows, self.here):
            self.here = here
            list_.show(rows, self.ids.index(here) if here in self.ids else 0)

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        event.stop()
        self.post_message(self.Chosen(self.ids[event.index]))

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()


def overall(progress: Sequence[SectionProgress], *, plain: bool) -> Content:
    """The whole interview as one bar with its figures."""
    return bar(
        sum(one.answered for one in progress),
        sum(one.dont_know for one in progress),
        sum(one.total for one in progress),
        plain=plain,
    )


@lru_cache(maxsize=256)
def bar(answered: int, dont_know: int, total: int, *, plain: bool, cells: int = CELLS) -> Content:
    """What was answered, what was answered with 'don't know' (``?``), and what is left, as a bar with figures."""
    given = answered + dont_know
    full = charts.filled(given / total, cells) if total else 0
    least = int(dont_know > 0)
    unknown = min(max(round(dont_know / total * cells), least), full - int(answered > 0 and full > 1)) if total else 0
    marks = Content("?" * unknown) if plain else Content.styled("?" * unknown, charts.TRACK)
    drawn = charts.run([(full - unknown, charts.FILL, "#")], plain=plain) + marks
    drawn += charts.run([(cells - full, charts.TRACK, ".")], plain=plain)
    return ("[" + drawn + "]" if plain else " " + drawn + " ") + (f" {given}/{total}" if total else " -")


def _row(one: SectionProgress, lang: Lang, *, plain: bool) -> Row:
    """The name, and below it the bar: side by side there is no room for both."""
    style = "$foreground-muted" if one.done else ""
    drawn = bar(one.answered, one.dont_know, one.total, plain=plain)
    return Row((Para(one.section.title.get(lang), style), Para("", style, lead=drawn)))
