"""The registers of existing measures of one consultation: taken in, opened, compared, removed and brought back."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from engine.interview.visible import flowing
from engine.model.problem import ShusekiError
from engine.model.register import Register
from engine.store.registers import RegisterSummary
from tui.gap_sitting import GapSitting
from tui.screens.confirm import ConfirmScreen
from tui.screens.face import FaceScreen, title
from tui.screens.gaps_words import year_of
from tui.screens.home_rows import changed
from tui.session import Sitting
from tui.widgets.hint_bar import HintBar
from tui.widgets.prose import GAP, Para, Prose
from tui.widgets.result_lines import MUTED
from tui.widgets.row_list import Row, RowList


class RegistersScreen(FaceScreen[None]):
    """The list. ``gone``: what was removed since it was opened, to be brought back by a key."""

    HELP = "gaps_registers"
    ESSENTIAL = frozenset({"take_in", "template"})
    BINDINGS = [
        Binding("n,ｎ", "take_in", "key.take_in", id="take_in", key_display="n"),
        Binding("t,ｔ", "template", "key.template", id="template", key_display="t"),
        Binding("c,ｃ", "compare", "key.compare", id="compare", key_display="c"),
        Binding("d,ｄ,delete", "remove", "key.delete", id="remove", key_display="d"),
        Binding("z,ｚ", "removed", "key.removed", id="removed", key_display="z"),
        Binding("ctrl+z", "bring_back", "key.undo_delete", id="bring_back", key_display="^Z", show=False),
        Binding("escape", "leave", "key.back", id="leave", key_display="Esc"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.found: tuple[RegisterSummary, ...] = ()
        self.gone: list[RegisterSummary] = []
        self.marked: str | None = None

    def compose(self) -> ComposeResult:
        yield Prose(id="head")
        with VerticalScroll(id="lines", can_focus=False):
            yield RowList(id="rows")
            yield Prose(id="empty")
        yield HintBar()

    def on_mount(self) -> None:
        self._renew()
        self.query_one(RowList).focus()

    def _renew(self) -> None:
        registers = self.sitting.session.store.registers
        self._tried(lambda: setattr(self, "found", registers.list(self.sitting.id)))
        if self.marked not in {one.id for one in self.found}:
            self.marked = None
        self.speak()

    def _tried(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except ShusekiError as error:
            self.tell(*error.problems)
            return False
        return True

    def speak(self) -> None:
        cluster = self.sitting.consultation.cluster
        name = flowing((self.lang == "en" and cluster.name_en) or cluster.name)
        marked = [one for one in self.found if one.id == self.marked]
        told = [Para(self.say("gaps.to_compare", name=self.called(one))) for one in marked]
        self.query_one("#head", Prose).show(
            title(self.say("gaps.title", name=name)), Para(self.say("gaps.lead"), MUTED), *told
        )
        rows = self.query_one(RowList)
        rows.display = bool(self.found)
        rows.show([self._row(one) for one in self.found])
        empty = () if self.found else (Para(self.say("gaps.empty")), GAP, Para(self.say("gaps.empty_how"), MUTED))
        self.query_one("#empty", Prose).show(*empty)

    def _row(self, one: RegisterSummary) -> Row:
        day, time = changed(one.recorded, self.lang)
        about = self.say("gaps.register_row", count=one.measures, day=f"{day} {time}")
        mark = "* " if one.id == self.marked else "  "
        return Row((Para(self.year(one), "bold"), Para(flowing(one.name)), Para(about, MUTED)), mark)

    def year(self, one: RegisterSummary) -> str:
        """The fiscal year of a register in words."""
        return year_of(one.fiscal_year, self.lang)

    def called(self, one: RegisterSummary) -> str:
        """A register by its year and name."""
        return f"{self.year(one)} {flowing(one.name)}"

    def _chosen(self) -> RegisterSummary | None:
        return self.found[min(self.query_one(RowList).cursor, len(self.found) - 1)] if self.found else None

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        self._open(self.found[event.index].id)

    def _open(self, register: str) -> None:
        from tui.screens.gaps_result import GapsScreen

        self._tried(lambda: self.app.push_screen(GapsScreen(self._sitting(register))))

    def _sitting(self, register: str) -> GapSitting:
        return GapSitting(self.sitting, register, self.sitting.session.store.registers.load(register))

    def action_take_in(self) -> None:
        """Chooses a file, then says how it is read."""
        from tui.screens.gaps_columns import ColumnsScreen
        from tui.screens.gaps_file import Read, RegisterFileScreen

        def read(found: Read | None) -> None:
            if found is not None:
                self.app.push_screen(ColumnsScreen(found), self._take)

        self.app.push_screen(RegisterFileScreen(self.sitting.session.store.registers), read)

    def _take(self, register: Register | None) -> None:
        """Keeps a register and how it was read, and opens the check."""
        if register is None:
            return
        before = [one for one in self.found if one.fiscal_year == register.fiscal_year]
        registers = self.sitting.session.store.registers

        def kept() -> None:
            for layout in register.layouts:
                registers.remember_layout(layout)
            new = registers.add(self.sitting.id, register)
            self._renew()
            self._open(new)
            if before:
                self.notify(self.say("gaps.replaced", name=self.called(before[0])), markup=False)

        self._tried(kept)

    def action_template(self) -> None:
        from tui.screens.gaps_template import TemplateScreen

        self.app.push_screen(TemplateScreen(self.sitting.book))

    def action_remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            question = ("gaps.remove", "gaps.remove_yes", "gaps.remove_no")
            self.app.push_screen(
                ConfirmScreen(*question, name=self.called(chosen)), lambda sure: self._remove(chosen) if sure else None
            )

    def _remove(self, chosen: RegisterSummary) -> None:
        if self._tried(lambda: self.sitting.session.store.registers.remove(chosen.id)):
            self.gone.append(chosen)
            self.notify(self.say("gaps.was_removed", name=self.called(chosen)), markup=False)
        self._renew()

    def action_bring_back(self) -> None:
        if self.gone:
            self._restore(self.gone.pop())
        else:
            self.notify(self.say("gaps.nothing_removed"), markup=False)

    def action_removed(self) -> None:
        """The registers that were removed before: choosing one brings it back."""
        from tui.screens.gaps_removed import RemovedScreen

        def shown() -> None:
            found = self.sitting.session.store.registers.list(self.sitting.id, removed=True)
            self.app.push_screen(RemovedScreen(found), self._restore)

        self._tried(shown)

    def _restore(self, summary: RegisterSummary | None) -> None:
        if summary is None:
            return
        self.gone = [one for one in self.gone if one.id != summary.id]
        if self._tried(lambda: self.sitting.session.store.registers.restore(summary.id)):
            self.notify(self.say("gaps.restored", name=self.called(summary)), markup=False)
        self._renew()

    def action_compare(self) -> None:
        """Marks the first of two; with one marked, compares it with the one under the cursor."""
        chosen = self._chosen()
        if chosen is None:
            return
        if len(self.found) < 2:
            self.notify(self.say("gaps.two_needed"), markup=False)
            return
        first, self.marked = self.marked, None if self.marked else chosen.id
        if first is not None and first != chosen.id:
            self._compare(first, chosen.id)
        self.speak()

    def _compare(self, first: str, second: str) -> None:
        """The earlier year stands first, whichever was marked first."""
        from tui.screens.gaps_compare import GapsCompareScreen

        order = [one.id for one in reversed(self.found)]
        both = sorted((first, second), key=order.index)
        self._tried(lambda: self.app.push_screen(GapsCompareScreen(*map(self._sitting, both))))

    def action_leave(self) -> None:
        self.dismiss()
