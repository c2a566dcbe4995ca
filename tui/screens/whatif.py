"""What if: answers supposed otherwise, and before and after side by side. Nothing is stored unless it is kept."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message

from engine.interview.visible import shown, visible
from engine.model.answers import Unknown, Value
from engine.model.counterfactual import Counterfactual
from engine.model.problem import ShusekiError
from tui.screens.explanation import ExplanationScreen
from tui.screens.face import FaceScreen, title
from tui.screens.naming import NamingScreen
from tui.screens.refused import Refused
from tui.screens.value import ValueScreen
from tui.screens.whatif_pick import Pick, PickScreen
from tui.session import Sitting
from tui.supposing import Supposed, Supposing
from tui.widgets import charts
from tui.widgets.explaining import Explained
from tui.widgets.heading import supposed
from tui.widgets.hint_bar import HintBar
from tui.widgets.prose import Para, Prose
from tui.widgets.result_lines import MUTED, Wording
from tui.widgets.row_list import Row, RowList
from tui.widgets.whatif_lines import Change, WhatIfLine, compared_lines, supposed_lines


class WhatIfScreen(FaceScreen[None]):
    """Shows what :class:`Supposing` holds; a worker works out what follows, and only the newest is shown."""

    HELP = "whatif"
    ESSENTIAL = frozenset({"add", "drop", "keep"})
    BINDINGS = [
        Binding("a,ａ,plus,＋", "add", "key.add", id="add", key_display="a"),
        Binding("d,ｄ,delete", "drop", "key.drop", id="drop", key_display="d"),
        Binding("x,ｘ", "clear", "key.clear", id="clear", key_display="x"),
        Binding("k,ｋ", "keep", "key.keep", id="keep", key_display="k"),
        Binding("question_mark,？", "why", "key.explain", id="why", key_display="?", show=False),
        Binding("escape", "leave", "key.back", id="leave", key_display="Esc"),
    ]

    class Worked(Message):
        """What follows has been worked out."""

        def __init__(self, found: Supposed) -> None:
            super().__init__()
            self.found = found

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.supposing = Supposing(sitting)
        self.found: Supposed | None = None
        self.lines: list[WhatIfLine] = []

    def compose(self) -> ComposeResult:
        yield Prose(id="head")
        with VerticalScroll(id="lines", can_focus=False):
            yield RowList(id="rows")
        yield HintBar()

    def on_mount(self) -> None:
        self.query_one(RowList).focus()

    @property
    def current(self) -> bool:
        """Whether what is shown is of the answers as they are supposed."""
        return self.found is not None and self.found.changes is self.supposing.changes

    def speak(self) -> None:
        cluster = self.sitting.consultation.cluster
        name = visible((self.lang == "en" and cluster.name_en) or cluster.name)
        name += supposed(self.sitting, self.lang)
        self.query_one("#head", Prose).show(title(f"{self.say('whatif.title')}  {name}"), Para(self.say("whatif.lead")))
        original = self.supposing.original
        r = Wording(self.sitting.book, original, self.lang, charts.plain_for(self.app))
        self.lines = [*supposed_lines(self.supposing, r), *self._following(r)]
        rows = [Row(line.paras, head=line.head, above=line.above) for line in self.lines]
        self.query_one(RowList).show(rows)

    def _following(self, r: Wording) -> list[Explained]:
        if not self.supposing.changes:
            return [Explained((Para(r.say("whatif.nothing"), MUTED),), "type")]
        if self.found is None:
            return [Explained((Para(r.say("whatif.working"), MUTED),), "type")]
        lines = compared_lines(self.found, r)
        if not self.current:
            lines[0] = Explained(
                lines[0].paras, lines[0].target, f"{lines[0].head}  ({r.say('whatif.working')})", lines[0].above
            )
        return lines

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Taking back and keeping need something that is supposed."""
        return action not in ("drop", "clear", "keep") or bool(self.supposing.changes)

    def _work_out(self) -> None:
        """Has it worked out anew; what was found before stays until then."""
        self.speak()
        self.refresh_bindings()
        if self.supposing.changes:
            self.run_worker(self._work, thread=True, exclusive=True, group="whatif")

    def _work(self) -> None:
        try:
            self.post_message(self.Worked(self.supposing.work_out()))
        except ShusekiError as error:
            self.post_message(Refused(error.problems))

    def on_what_if_screen_worked(self, event: Worked) -> None:
        if event.found.changes is self.supposing.changes:
            self.found = event.found
            self.speak()

    def on_refused(self, event: Refused) -> None:
        self.tell(*event.problems)

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        line = self.lines[event.index]
        if isinstance(line, Change):
            self._choose(line.question) if line.question else self.action_add()
        else:
            self._explain(line.target)

    def action_why(self) -> None:
        line = self.lines[self.query_one(RowList).cursor]
        self._explain(line.target if isinstance(line, Explained) else line.question or "type")

    def _explain(self, target: str) -> None:
        """Why it would be so, by the answers supposed."""
        supposed = self.found if self.current else None
        self.app.push_screen(ExplanationScreen(self.sitting, target, supposed))

    def action_add(self) -> None:
        self.app.push_screen(PickScreen(self.supposing), self._picked)

    def _picked(self, pick: Pick | None) -> None:
        if isinstance(pick, Counterfactual):
            for change in pick.changes:
                self.supposing.suppose(change.question, change.after)
            self._work_out()
        elif pick is not None:
            self._choose(pick)

    def _choose(self, question: str) -> None:
        def suppose(value: Value | Unknown | None) -> None:
            if value is not None:
                self.supposing.suppose(question, value)
                self._work_out()

        self.app.push_screen(ValueScreen(self.supposing, question), suppose)

    def action_drop(self) -> None:
        """Takes back the change one stands on, else the last one."""
        line = self.lines[self.query_one(RowList).cursor]
        question = line.question if isinstance(line, Change) and line.question else tuple(self.supposing.changes)[-1]
        self.supposing.drop(question)
        self._work_out()

    def action_clear(self) -> None:
        self.supposing.clear()
        self._work_out()

    def action_keep(self) -> None:
        """Keeps it as a scenario: it is named, stored and opened."""
        cluster = self.sitting.consultation.cluster
        name = (self.lang == "en" and cluster.name_en) or cluster.name
        self.app.push_screen(NamingScreen(shown(name), supposed=len(self.supposing.changes)), self._keep)

    def _keep(self, name: str | None) -> None:
        if name is None:
            return
        from tui.screens.consultation import ConsultationScreen

        try:
            kept = self.supposing.keep(name)
        except ShusekiError as error:
            self.tell(*error.problems)
            return
        self.notify(self.say("whatif.kept", name=shown(name)), markup=False)
        self.app.switch_screen(ConsultationScreen(kept))

    def action_leave(self) -> None:
        self.dismiss()
