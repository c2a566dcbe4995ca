"""What the policy gap check found: tabs of lines and pictures; Enter on a line opens what it rests on."""

from collections.abc import Callable

from textual import events
from textual.binding import Binding

from engine.assess import engine_for
from engine.interview.visible import flowing
from engine.model.explanation import Explanation
from engine.model.text import Citation
from engine.policy.gaps import explain_gap
from tui.gap_sitting import GapSitting
from tui.screens.explanation import ExplanationScreen, explained, nearest
from tui.screens.gaps_checking import CheckingScreen
from tui.screens.gaps_words import wording, year_of
from tui.screens.tabbed import Tabbed, tab_keys
from tui.widgets.explaining import Explained
from tui.widgets.gap_filter import GapSelection
from tui.widgets.gap_findings import findings
from tui.widgets.gap_lines import TO_KIND, TO_MAPPING, GapWording
from tui.widgets.gap_national import national
from tui.widgets.gap_overview import overview
from tui.widgets.gap_pictures import pictures
from tui.widgets.gap_register import existing, unread
from tui.widgets.gap_sheets import sheets
from tui.widgets.row_list import RowList

TABS = ("overview", "findings", "pictures", "national", "sheets", "register", "unread")
_LINES: dict[str, Callable[[GapWording], list[Explained]]] = {
    "overview": overview,
    "pictures": pictures,
    "national": national,
    "sheets": sheets,
    "register": existing,
    "unread": unread,
}


class GapsScreen(CheckingScreen, Tabbed):
    """Built from the check alone; nothing is concluded here."""

    HELP = "gaps"
    TABS = TABS
    TAB_TEXT = "gaps.tab"
    FILTERED = "findings"
    FILTER_KEYS = "gap_filter.keys"
    ESSENTIAL = frozenset({"tab", "mapping", "report", "why"})
    BINDINGS = [
        *tab_keys(len(TABS)),
        Binding("question_mark,？", "why", "key.explain", id="why", key_display="?"),
        Binding("m,ｍ", "mapping", "key.mapping", id="mapping", key_display="m"),
        Binding("r,ｒ", "report", "key.report", id="report", key_display="r"),
        Binding("f,ｆ", "filter", "key.filter", id="filter", key_display="f"),
        Binding("x,ｘ", "clear", id="clear", show=False),
        Binding("escape", "leave", "key.back", id="leave", key_display="Esc"),
    ]

    def __init__(self, gaps: GapSitting) -> None:
        super().__init__(gaps)
        self.selection = GapSelection()

    def on_mount(self) -> None:
        if not self.gaps.current:
            self.recheck()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The filter is of the findings alone."""
        return action not in ("filter", "clear") or self.filtered

    def checked(self) -> None:
        self.speak()

    @property
    def chosen(self) -> GapSelection:
        return self.selection

    def heading(self) -> str:
        cluster, register = self.gaps.sitting.consultation.cluster, self.gaps.register
        name = flowing((self.lang == "en" and cluster.name_en) or cluster.name)
        year = year_of(register.fiscal_year, self.lang)
        told = self.say("gaps.result_title", name=name, year=year, register=flowing(register.name))
        return told + ("" if self.gaps.current else f"  ({self.say('gaps.checking')})")

    def lines_of(self, tab: str) -> list[Explained]:
        r = wording(self)
        if r is None:
            return []
        return findings(r, self.selection) if tab == self.FILTERED else _LINES[tab](r)

    def filter_told(self) -> str:
        found = self.gaps.check.findings if self.gaps.check else ()
        return self.selection.told(len(self.selection.chosen(found)), len(found), self.lang) if found else ""

    @property
    def target(self) -> str:
        """What the line under the cursor leads to."""
        return self.line.target if self.line else ""

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

    def action_filter(self) -> None:
        """Which findings are shown."""
        from tui.screens.gaps_filter import GapFilterScreen

        if self.gaps.check is not None:
            self.app.push_screen(GapFilterScreen(self.gaps.check.findings, self.selection), self._select)

    def _select(self, selection: GapSelection | None) -> None:
        if selection is not None and selection != self.selection:
            self.selection = selection
            self.show_from_the_first()

    def action_clear(self) -> None:
        self._select(GapSelection())

    def passages(self) -> tuple[Citation, ...]:
        target = self.target
        if not target or target.startswith((TO_MAPPING, TO_KIND)) or not self.gaps.current:
            return ()
        return nearest(self._explained(target))
