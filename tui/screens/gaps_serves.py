"""Chooses, from all generic measures of the types in question, those that an existing measure serves."""

from textual.app import ComposeResult
from textual.binding import Binding

from tui.gap_sitting import GapSitting
from tui.screens.face import title
from tui.screens.ticking import TickingDialog
from tui.widgets.prose import Para, Prose
from tui.widgets.result_lines import MUTED
from tui.widgets.row_list import Row, RowList


class ServesScreen(TickingDialog[tuple[str, ...]]):
    """Dismissed with what was chosen, or with nothing where nothing is to change. ``near``: what was suggested."""

    HELP = "gaps_serves"
    ESSENTIAL = frozenset({"take"})
    BINDINGS = [
        Binding("f5,ctrl+s", "take", "key.take", id="take", key_display="F5"),
    ]

    def __init__(self, gaps: GapSitting, name: str, marked: tuple[str, ...], near: tuple[str, ...]) -> None:
        super().__init__()
        self.gaps = gaps
        self.existing = name
        self.near = near
        book = gaps.sitting.book
        found = [one for one in book.measures.values() if one.type in gaps.types]
        found.sort(key=lambda one: (gaps.types.index(one.type), one.phases, one.id))
        self.measures = found
        known = {one.id for one in found}
        self.elsewhere = tuple(one for one in marked if one not in known)
        """Of other types: nothing is said of these here."""
        self.marked = {one for one in marked if one in known}

    def body(self) -> ComposeResult:
        measures = RowList(id="measures")
        wanted = self.marked or set(self.near[:1])
        measures.cursor = next((n for n, one in enumerate(self.measures) if one.id in wanted), 0)
        yield measures

    def speak(self) -> None:
        self.query_one("#dialog-title", Prose).show(
            title(self.say("gaps.serves_title", name=self.existing)),
            Para(self.say("gaps.serves_how", count=len(self.marked)), MUTED),
        )
        self.query_one(RowList).show([self._row(n) for n in range(len(self.measures))])

    def _row(self, n: int) -> Row:
        one, book = self.measures[n], self.gaps.sitting.book
        group = self._group(n)
        near = self.say("gaps.near") if one.id in self.near else ""
        phases = ",".join(str(book.phases[phase].order) for phase in one.phases)
        about = f"{self.say('result.phases', n=phases)}{near}"
        mark = "[x] " if one.id in self.marked else "[ ] "
        first = n == 0 or self._group(n - 1) != group
        return Row((Para(one.title.get(self.lang)), Para(about, MUTED)), mark, group if first else "")

    def _group(self, n: int) -> str:
        code = self.measures[n].type
        return f"{code} {self.gaps.sitting.book.types[code].title.get(self.lang)}"

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        self.marked ^= {self.measures[event.index].id}
        self.speak()

    def action_take(self) -> None:
        if not self.marked:
            self.notify(self.say("gaps.choose_or_x"), markup=False)
            return
        self.dismiss((*self.elsewhere, *(one.id for one in self.measures if one.id in self.marked)))
