"""The result: six tabs of lines; Enter on a line opens what it rests on."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Footer

from engine.analysis.counterfactual import counterfactuals
from engine.assess import engine_for
from engine.interview.visible import shown, visible
from engine.model.counterfactual import Counterfactuals
from engine.model.problem import ShusekiError
from engine.report.wrap import GLUE
from tui.screens.assessing import AssessingScreen
from tui.screens.explanation import ExplanationScreen
from tui.screens.face import title
from tui.screens.naming import NamingScreen
from tui.session import Sitting
from tui.widgets import result_lines
from tui.widgets.explaining import Explained
from tui.widgets.open_points import OpenPoints
from tui.widgets.prose import Prose
from tui.widgets.row_list import Row, RowList
from tui.widgets.tab_strip import TabStrip

TABS = ("diagnosis", "measures", "directions", "renewal", "cases", "open_points")
WIDE_BOARD = 100


class ResultScreen(AssessingScreen):
    """Built from the assessment alone; nothing is concluded here."""

    HELP = "result"
    BINDINGS = [
        Binding("1,１", "turn(0)", "key.tab", id="tab", key_display="1-6"),
        *(Binding(f"{n},{chr(0xFF10 + n)}", f"turn({n - 1})", show=False) for n in range(2, 7)),
        Binding("left", "tab(-1)", show=False),
        Binding("right", "tab(1)", show=False),
        Binding("b,ｂ", "branch", "key.branch", id="branch", key_display="b"),
        Binding("question_mark,？", "why", "key.explain", id="why", key_display="?"),
        Binding("escape", "leave", "key.back", id="leave", key_display="Esc"),
    ]

    class Changing(Message):
        """What would change the result has been worked out."""

        def __init__(self, found: tuple[Counterfactuals, ...]) -> None:
            super().__init__()
            self.found = found

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.tab = 0
        self.whatif: tuple[Counterfactuals, ...] | None = None
        self.lines: list[Explained] = []

    def compose(self) -> ComposeResult:
        yield Prose(id="head")
        yield TabStrip(id="tabs")
        with VerticalScroll(id="lines", can_focus=False):
            yield RowList(id="rows")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(RowList).focus()
        if not self.sitting.current:
            self.reassess()

    def assessed(self) -> None:
        self.speak()

    def speak(self) -> None:
        consultation, english = self.sitting.consultation, self.lang == "en"
        name = visible((english and consultation.cluster.name_en) or consultation.cluster.name)
        as_of = self.say("result.as_of", day=consultation.as_of.isoformat()).replace(" ", GLUE)
        if consultation.scenario:
            name += f"  {self.say('home.scenario_alone', name=shown(consultation.scenario))}"
        working = "" if self.sitting.current else f"  ({self.say('reading.working')})"
        self.query_one("#head", Prose).show(title(f"{name}  {as_of}{working}"))
        self.query_one(TabStrip).show([self.say(f"tab.{name}") for name in TABS], self.tab)
        self.lines = self._lines(self.tab)
        self.query_one(RowList).show([Row(line.paras, head=line.head) for line in self.lines])

    def _lines(self, tab: int) -> list[Explained]:
        found, consultation = self.sitting.found, self.sitting.consultation
        if found is None:
            return []
        assessment, wording = found.assessment, result_lines.Wording(self.sitting.book, self.lang)
        if TABS[tab] == "open_points":
            points = OpenPoints(engine_for(self.sitting.book), consultation, wording)
            robustness = self.sitting.robustness()
            assert robustness is not None  # there is something found
            return points.lines(assessment, robustness, self.whatif)
        if TABS[tab] == "diagnosis":
            return result_lines.diagnosis(assessment, wording, wide=self.size.width >= WIDE_BOARD)
        lines: result_lines.Lines = getattr(result_lines, TABS[tab])
        return lines(assessment, wording)

    def _work_out_changes(self) -> None:
        """In a thread: what would change type and phase."""
        answers = self.sitting.answers
        self.post_message(self.Changing(counterfactuals(engine_for(self.sitting.book), answers)))

    def on_result_screen_changing(self, event: Changing) -> None:
        self.whatif = event.found
        self.speak()

    def on_resize(self) -> None:
        self.call_after_refresh(self.speak)

    def on_tab_strip_chosen(self, event: TabStrip.Chosen) -> None:
        self.action_turn(event.index)

    def action_tab(self, by: int) -> None:
        self.action_turn((self.tab + by) % len(TABS))

    def action_turn(self, tab: int) -> None:
        self.tab = tab
        self.query_one(RowList).cursor = 0
        self.speak()
        self.query_one("#lines").scroll_home(animate=False)
        if TABS[tab] == "open_points" and self.whatif is None:
            self.run_worker(self._work_out_changes, thread=True, exclusive=True, group="changes")

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        self._explain(event.index)

    def action_why(self) -> None:
        self._explain(self.query_one(RowList).cursor)

    def _explain(self, line: int) -> None:
        """Why a line says so, or why it does not."""
        if line < len(self.lines):
            self.app.push_screen(ExplanationScreen(self.sitting, self.lines[line].target))

    def action_branch(self) -> None:
        """A scenario opens over this result, which stays below it as it is."""
        cluster = self.sitting.consultation.cluster
        name = (self.lang == "en" and cluster.name_en) or cluster.name
        self.app.push_screen(NamingScreen(shown(name)), self._branch)

    def _branch(self, name: str | None) -> None:
        if name is None:
            return
        from tui.screens.consultation import ConsultationScreen

        try:
            self.app.push_screen(ConsultationScreen(self.sitting.session.branch(self.sitting.id, name)))
        except ShusekiError as error:
            self.tell(*error.problems)

    def action_leave(self) -> None:
        self.dismiss()
