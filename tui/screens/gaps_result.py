"""What the policy gap check found: tabs of lines and pictures; Enter on a line opens what it rests on."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Footer

from engine.assess import engine_for
from engine.interview.visible import flowing
from engine.model.explanation import Explanation
from engine.model.text import Citation
from engine.policy.gaps import explain_gap
from tui.gap_sitting import GapSitting
from tui.screens.explanation import ExplanationScreen, explained, nearest
from tui.screens.face import Jump, title
from tui.screens.gaps_checking import CheckingScreen
from tui.screens.gaps_words import wording, year_of
from tui.widgets.explaining import Explained
from tui.widgets.filter_line import FilterLine
from tui.widgets.gap_filter import GapSelection
from tui.widgets.gap_findings import findings
from tui.widgets.gap_lines import TO_KIND, TO_MAPPING, GapWording
from tui.widgets.gap_national import national
from tui.widgets.gap_overview import overview
from tui.widgets.gap_pictures import pictures
from tui.widgets.gap_register import existing, unread
from tui.widgets.gap_sheets import sheets
from tui.widgets.prose import Para, Prose, lines_of
from tui.widgets.row_list import Row, RowList
from tui.widgets.tab_strip import TabStrip

TABS = ("overview", "findings", "pictures", "national", "sheets", "register", "unread")
_LINES: dict[str, Callable[[GapWording], list[Explained]]] = {
    "overview": overview,
    "pictures": pictures,
    "national": national,
    "sheets": sheets,
    "register": existing,
    "unread": unread,
}
_READ_WIDTH = 1000


class GapsScreen(CheckingScreen):
    """Built from the check alone; nothing is concluded here."""

    HELP = "gaps"
    ESSENTIAL = frozenset({"tab", "mapping", "report", "why"})
    BINDINGS = [
        Binding("1,１", "turn(0)", "key.tab", id="tab", key_display="1-7"),
        *(Binding(f"{n},{chr(0xFF10 + n)}", f"turn({n - 1})", show=False) for n in range(2, 8)),
        Binding("left", "tab(-1)", show=False),
        Binding("right", "tab(1)", show=False),
        Binding("question_mark,？", "why", "key.explain", id="why", key_display="?"),
        Binding("m,ｍ", "mapping", "key.mapping", id="mapping", key_display="m"),
        Binding("r,ｒ", "report", "key.report", id="report", key_display="r"),
        Binding("f,ｆ", "filter", "key.filter", id="filter", key_display="f"),
        Binding("x,ｘ", "clear", id="clear", show=False),
        Binding("escape", "leave", "key.back", id="leave", key_display="Esc"),
    ]

    def __init__(self, gaps: GapSitting) -> None:
        super().__init__(gaps)
        self.tab = 0
        self.selection = GapSelection()
        self.lines: list[Explained] = []

    def compose(self) -> ComposeResult:
        yield Prose(id="head")
        yield TabStrip(id="tabs")
        yield FilterLine()
        with VerticalScroll(id="lines", can_focus=False):
            yield RowList(id="rows")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(RowList).focus()
        if not self.gaps.current:
            self.recheck()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The filter is of the findings alone."""
        return action not in ("filter", "clear") or TABS[self.tab] == "findings"

    def checked(self) -> None:
        self.speak()

    def speak(self) -> None:
        cluster = self.gaps.sitting.consultation.cluster
        name = flowing((self.lang == "en" and cluster.name_en) or cluster.name)
        r = wording(self)
        working = "" if self.gaps.current else f"  ({self.say('gaps.checking')})"
        register = self.gaps.register
        year = year_of(register.fiscal_year, self.lang)
        heading = self.say("gaps.result_title", name=name, year=year, register=flowing(register.name))
        self.query_one("#head", Prose).show(title(f"{heading}{working}"))
        self.query_one(TabStrip).show([self.say(f"gaps.tab.{name}") for name in TABS], self.tab)
        self.lines = self._lines(r) if r else []
        self._speak_filter()
        self.query_one(RowList).show([Row(line.paras, head=line.head, above=line.above) for line in self.lines])

    def _lines(self, r: GapWording) -> list[Explained]:
        if TABS[self.tab] == "findings":
            return findings(r, self.selection)
        return _LINES[TABS[self.tab]](r)

    def _speak_filter(self) -> None:
        line, check = self.query_one(FilterLine), self.gaps.check
        line.display = TABS[self.tab] == "findings" and bool(check and check.findings)
        if check is not None and line.display:
            told = self.selection.told(len(self.selection.chosen(check.findings)), len(check.findings), self.lang)
            style = "bold" if self.selection.wanted else ""
            line.show(Para(told, style), Para(self.say("gap_filter.keys"), "$foreground-muted"))

    def on_tab_strip_chosen(self, event: TabStrip.Chosen) -> None:
        self.action_turn(event.index)

    def action_tab(self, by: int) -> None:
        self.action_turn((self.tab + by) % len(TABS))

    def action_turn(self, tab: int) -> None:
        self.tab = tab
        self.query_one(RowList).cursor = 0
        self.speak()
        self.refresh_bindings()
        self.query_one("#lines").scroll_home(animate=False)

    @property
    def target(self) -> str:
        """What the line under the cursor leads to."""
        cursor = self.query_one(RowList).cursor
        return self.lines[cursor].target if cursor < len(self.lines) else ""

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        self._go(self.target)

    def action_why(self) -> None:
        self._go(self.target)

    def _go(self, target: str) -> None:
        """To the mapping, or to why the line is there."""
        if target.startswith(TO_MAPPING):
            self._map(target.removeprefix(TO_MAPPING))
        elif target.startswith(TO_KIND):
            self.selection = GapSelection(frozenset({("kind", target.removeprefix(TO_KIND))}))
            self.action_turn(TABS.index("findings"))
        elif target and self.gaps.current:
            self.app.push_screen(ExplanationScreen(self.gaps.sitting, target, given=self._explained(target)))

    def _explained(self, target: str) -> Explanation:
        gaps, laid = self.gaps, self.gaps.laid
        if laid is None or target not in {one.id for one in laid.check.findings}:
            return explained(gaps.sitting, target)
        engine, consultation = engine_for(gaps.sitting.book), gaps.sitting.consultation
        return explain_gap(engine, consultation, laid.found.assessment, gaps.register, laid.mapping, laid.check, target)

    def action_mapping(self) -> None:
        """What each existing measure serves, beginning with those of the line."""
        finding = (
            next((one for one in self.gaps.check.findings if one.id == self.target), None) if self.gaps.check else None
        )
        self._map(finding.existing[0] if finding and finding.existing else self.target.removeprefix(TO_MAPPING))

    def _map(self, existing_: str) -> None:
        from tui.screens.gaps_mapping import MappingScreen

        self.app.push_screen(MappingScreen(self.gaps, existing_))

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """What is served, or the answers, may have been changed meanwhile on a screen above."""
        if self.gaps.laid is not None:
            self.speak()
            if not self.gaps.current:
                self.recheck()

    def action_report(self) -> None:
        """Writes the documents of the check."""
        from tui.screens.gaps_report import GapsReportScreen

        if self.gaps.laid is not None:
            self.app.push_screen(GapsReportScreen(self.gaps))

    def on_filter_line_asked(self) -> None:
        self.action_filter()

    def action_filter(self) -> None:
        """Which findings are shown."""
        from tui.screens.gaps_filter import GapFilterScreen

        if self.gaps.check is not None:
            self.app.push_screen(GapFilterScreen(self.gaps.check.findings, self.selection), self._select)

    def _select(self, selection: GapSelection | None) -> None:
        if selection is not None and selection != self.selection:
            self.selection = selection
            self.query_one(RowList).cursor = 0
            self.speak()

    def action_clear(self) -> None:
        self._select(GapSelection())

    def action_leave(self) -> None:
        """First out of the filter, then out of the check."""
        if self.selection.wanted and TABS[self.tab] == "findings":
            self.action_clear()
        else:
            self.dismiss()

    def palette(self) -> tuple[Jump, ...]:
        names = ((self.say(f"gaps.tab.{name}"), n) for n, name in enumerate(TABS))
        return tuple((name, self.say("palette.tab"), lambda n=n: self.action_turn(n)) for name, n in names)

    def passages(self) -> tuple[Citation, ...]:
        target = self.target
        if not target or target.startswith((TO_MAPPING, TO_KIND)) or not self.gaps.current:
            return ()
        return nearest(self._explained(target))

    def reading_text(self) -> str:
        cursor = self.query_one(RowList).cursor
        paras = self.lines[cursor].paras if cursor < len(self.lines) else ()
        return "\n".join(line.plain for line in lines_of(paras, _READ_WIDTH))
