"""The registers of existing measures of one consultation: taken in, opened, compared, removed and brought back."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message

from engine.interview.visible import flowing
from engine.model.problem import ShusekiError
from engine.model.register import Register
from engine.policy.register import proposed
from engine.store.registers import RegisterSummary
from tui import sampling
from tui.gap_sitting import GapSitting
from tui.screens.confirm import ConfirmScreen
from tui.screens.face import FaceScreen, title
from tui.screens.gaps_file import Read, RegisterFileScreen
from tui.screens.gaps_words import year_of
from tui.screens.home_rows import changed
from tui.screens.refused import Refused
from tui.session import Sitting
from tui.widgets.hint_bar import HintBar
from tui.widgets.prose import GAP, Para, Prose
from tui.widgets.result_lines import MUTED
from tui.widgets.row_list import Row, RowList


class RegistersScreen(FaceScreen[None]):
    """The list. ``gone``: what was removed since it was opened, to be brought back by a key.

    ``trying``: it is of the sample, whose register is offered at once where it has not been taken in yet.
    """

    HELP = "gaps_registers"
    ESSENTIAL = frozenset({"take_in", "template", "sample"})
    BINDINGS = [
        Binding("n,ｎ", "take_in", "key.take_in", id="take_in", key_display="n"),
        Binding("t,ｔ", "template", "key.template", id="template", key_display="t"),
        Binding("e,ｅ", "sample", "key.sample", id="sample", key_display="e"),
        Binding("c,ｃ", "compare", "key.compare", id="compare", key_display="c"),
        Binding("d,ｄ,delete", "remove", "key.delete", id="remove", key_display="d"),
        Binding("z,ｚ", "removed", "key.removed", id="removed", key_display="z"),
        Binding("ctrl+z", "bring_back", "key.undo_delete", id="bring_back", key_display="^Z", show=False),
        Binding("escape", "leave", "key.back", id="leave", key_display="Esc"),
    ]

    class Opened(Message):
        """The register of the sample has been opened."""

        def __init__(self, read: Read) -> None:
            super().__init__()
            self.read = read

    def __init__(self, sitting: Sitting, *, trying: bool = False) -> None:
        super().__init__()
        self.sitting = sitting
        self.found: tuple[RegisterSummary, ...] = ()
        self.gone: list[RegisterSummary] = []
        self.marked: str | None = None
        self.sample = sampling.is_sample(sitting)
        self.trying = trying

    def compose(self) -> ComposeResult:
        yield Prose(id="head")
        with VerticalScroll(id="lines", can_focus=False):
            yield RowList(id="rows")
            yield Prose(id="empty")
        yield HintBar()

    def on_mount(self) -> None:
        self._renew()
        self.query_one(RowList).focus()
        if self.trying and not self.found:
            self.action_sample()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a register is offered where there is one, the comparison where there are two."""
        return len(self.found) >= {"remove": 1, "compare": 2}.get(action, 0)

    def _renew(self) -> None:
        registers = self.sitting.session.store.registers
        self._tried(lambda: setattr(self, "found", registers.list(self.sitting.id)))
        if self.marked not in {one.id for one in self.found}:
            self.marked = None
        self.speak()
        self.refresh_bindings()

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
        self.query_one("#empty", Prose).show(*(() if self.found else self._empty()))

    def _empty(self) -> tuple[Para, ...]:
        sample = "gaps.empty_sample_here" if self.sample else "gaps.empty_sample"
        how = (Para(self.say("gaps.empty_how"), MUTED), GAP, Para(self.say(sample)))
        return (Para(self.say("gaps.empty")), GAP, *how)

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
        self.app.push_screen(RegisterFileScreen(self.sitting.session.store.registers), self.read)

    def read(self, found: Read | None) -> None:
        """Says how what was opened is read, then keeps it."""
        from tui.screens.gaps_columns import ColumnsScreen

        if found is not None:
            self.app.push_screen(ColumnsScreen(found), self._take)

    def action_sample(self) -> None:
        """Takes in the register of the made-up city: over its own consultation, and over no other."""
        if not self.sample:
            self._tried(lambda: self.app.push_screen(RegistersScreen(sampling.sat(self.sitting.session), trying=True)))
            return
        self.run_worker(self._open_sample, thread=True, exclusive=True, group="register")

    def _open_sample(self) -> None:
        """In a thread: the library that reads workbooks takes a moment to load."""
        try:
            opened = sampling.register(self.say("gaps.sample_name"))
            self.post_message(self.Opened(Read(opened, proposed(opened))))
        except ShusekiError as error:
            self.post_message(Refused(error.problems))

    def on_registers_screen_opened(self, event: Opened) -> None:
        self.read(event.read)

    def on_refused(self, event: Refused) -> None:
        self.tell(*event.problems)

    def _take(self, register: Register | None) -> None:
        """Keeps a register and how it was read, and opens the check."""
        if register is None:
            return
        before = [one for one in self.found if one.fiscal_year == register.fiscal_year]
        registers = self.sitting.session.store.registers

        def kept() -> None:
            for layout in () if self.sample else register.layouts:
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
