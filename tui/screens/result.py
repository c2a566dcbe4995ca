"""The result: six tabs of lines; Enter on a line opens what it rests on."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Footer

from engine.interview.visible import visible
from engine.report.wrap import GLUE
from tui.screens.assessing import AssessingScreen
from tui.screens.explanation import ExplanationScreen
from tui.screens.face import title
from tui.session import Sitting
from tui.widgets import result_lines
from tui.widgets.explaining import Explained, Reasons
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
        Binding("escape", "leave", "key.back", id="leave", key_display="Esc"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.tab = 0
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
        working = "" if self.sitting.current else f"  ({self.say('reading.working')})"
        self.query_one("#head", Prose).show(title(f"{name}  {as_of}{working}"))
        self.query_one(TabStrip).show([self.say(f"tab.{name}") for name in TABS], self.tab)
        self.lines = self._lines(self.tab)
        self.query_one(RowList).show([Row(line.paras, head=line.head) for line in self.lines])

    def _lines(self, tab: int) -> list[Explained]:
        assessment = self.sitting.assessment
        if assessment is None:
            return []
        reasons = Reasons(self.sitting.book, self.sitting.answers, self.lang)
        if TABS[tab] == "diagnosis":
            return result_lines.diagnosis(assessment, reasons, wide=self.size.width >= WIDE_BOARD)
        lines: result_lines.Lines = getattr(result_lines, TABS[tab])
        return lines(assessment, reasons)

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

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        tab, index = self.tab, event.index
        self.app.push_screen(ExplanationScreen(lambda: self._lines(tab)[index]))

    def action_leave(self) -> None:
        self.dismiss()
