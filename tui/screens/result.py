"""The result: six tabs of lines and charts; Enter on a line opens what it rests on."""

from textual import events
from textual.binding import Binding
from textual.message import Message

from engine.analysis.counterfactual import counterfactuals
from engine.assess import engine_for
from engine.interview.visible import shown, visible
from engine.model.counterfactual import Counterfactuals
from engine.model.problem import ShusekiError
from engine.model.robustness import Robustness
from engine.model.text import Citation
from engine.report.wrap import GLUE
from tui.screens.explanation import ExplanationScreen, explained, nearest
from tui.screens.face import Jump
from tui.screens.leads_on import LeadsOn
from tui.screens.tabbed import Tabbed, tab_keys
from tui.session import Found, Sitting
from tui.widgets import charts
from tui.widgets.explaining import Explained
from tui.widgets.open_points import OpenPoints
from tui.widgets.result_cases import cases
from tui.widgets.result_diagnosis import diagnosis
from tui.widgets.result_directions import directions
from tui.widgets.result_lines import Wording
from tui.widgets.result_renewal import renewal
from tui.widgets.result_road_map import measures
from tui.widgets.road_map_filter import Selection
from tui.widgets.row_list import RowList

TABS = ("diagnosis", "measures", "directions", "renewal", "cases", "open_points")
_LINES = {"diagnosis": diagnosis, "directions": directions, "renewal": renewal, "cases": cases}


class ResultScreen(LeadsOn, Tabbed):
    """Built from the assessment alone; nothing is concluded here."""

    HELP = "result"
    TABS = TABS
    TAB_TEXT = "tab"
    FILTERED = "measures"
    FILTER_KEYS = "filter.keys"
    ESSENTIAL = frozenset({"tab", "report", "gaps", "whatif", "why"})
    BINDINGS = [
        *tab_keys(len(TABS)),
        Binding("question_mark,？", "why", "key.explain", id="why", key_display="?"),
        Binding("w,ｗ", "whatif", "key.whatif", id="whatif", key_display="w"),
        Binding("r,ｒ", "report", "key.report", id="report", key_display="r"),
        Binding("m,ｍ", "gaps", "key.gaps", id="gaps", key_display="m"),
        Binding("f,ｆ", "filter", "key.filter", id="filter", key_display="f"),
        Binding("o,ｏ", "order", "key.order", id="order", key_display="o"),
        Binding("x,ｘ", "clear", id="clear", show=False),
        Binding("b,ｂ", "branch", "key.branch", id="branch", key_display="b"),
        Binding("c,ｃ", "compare", "key.compare_parent", id="compare_parent", key_display="c"),
        Binding("escape", "leave", "key.back", id="leave", key_display="Esc"),
    ]

    class Changing(Message):
        """What would change the result, and how sure it is, has been worked out."""

        def __init__(self, found: Found | None, changes: tuple[Counterfactuals, ...], sure: Robustness | None) -> None:
            super().__init__()
            self.found = found
            self.changes = changes
            self.sure = sure

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.changes: tuple[Counterfactuals, ...] | None = None
        self.sure: Robustness | None = None
        self.selection = Selection()

    def on_mount(self) -> None:
        if self.sitting.found is None:
            self.reassess()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Filter and order are of the road map alone, the comparison with its origin of a scenario."""
        if action == "compare":
            return bool(self.sitting.consultation.scenario)
        return action not in ("filter", "order", "clear") or self.filtered

    def assessed(self) -> None:
        self.changes = self.sure = None
        self._work_out_if_shown()
        self.speak()

    @property
    def chosen(self) -> Selection:
        return self.selection

    def heading(self) -> str:
        consultation, english = self.sitting.consultation, self.lang == "en"
        name = visible((english and consultation.cluster.name_en) or consultation.cluster.name)
        as_of = self.say("result.as_of", day=consultation.as_of.isoformat()).replace(" ", GLUE)
        if consultation.scenario:
            name += f"  {self.say('home.scenario_alone', name=shown(consultation.scenario))}"
        working = "" if self.sitting.current else f"  ({self.say('reading.working')})"
        return f"{name}  {as_of}{working}"

    def filter_told(self) -> str:
        found = self.sitting.assessment
        if found is None or not found.recommendations:
            return ""
        shown_ = self.selection.chosen(found.recommendations, self.sitting.book, self.lang)
        return self.selection.told(len(shown_), len(found.recommendations), self.lang)

    def wording(self) -> Wording:
        """The words of this consultation in the language of the app."""
        return Wording(self.sitting.book, self.sitting.consultation, self.lang, charts.plain_for(self.app))

    def lines_of(self, tab: str) -> list[Explained]:
        found = self.sitting.found
        if found is None:
            return []
        if tab == "open_points":
            points = OpenPoints(engine_for(self.sitting.book), self.wording())
            return points.lines(found.assessment, self.sure, self.changes)
        if tab == "measures":
            return measures(found.assessment, self.wording(), self.selection)
        return _LINES[tab](found.assessment, self.wording())

    def _work_out_if_shown(self) -> None:
        """What takes longer is worked out when its tab is opened."""
        if TABS[self.tab] == "open_points" and self.changes is None and self.sitting.current:
            self.run_worker(self._work_out_changes, thread=True, exclusive=True, group="changes")

    def _work_out_changes(self) -> None:
        """In a thread: how sure type and phase are, and what would change them."""
        found, answers = self.sitting.found, self.sitting.answers
        changes = counterfactuals(engine_for(self.sitting.book), answers)
        self.post_message(self.Changing(found, changes, self.sitting.robustness()))

    def on_result_screen_changing(self, event: Changing) -> None:
        if event.found is self.sitting.found:
            self.changes, self.sure = event.changes, event.sure
            self.speak()

    def turned(self) -> None:
        self._work_out_if_shown()

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        if self.line is not None:
            self._explain(self.line.target)

    def _explain(self, target: str | None) -> None:
        """Why something follows, or why it does not."""
        if target is not None:
            self.app.push_screen(ExplanationScreen(self.sitting, target))

    def action_why(self) -> None:
        """Chooses what to explain: the line, or anything that did or did not come out."""
        from tui.screens.why import WhyScreen

        if self.sitting.found is not None:
            here = self.line.target if self.line else "type"
            self.app.push_screen(WhyScreen(self.sitting.book, self.sitting.found.assessment, here), self._explain)

    def action_filter(self) -> None:
        """Which measures are shown."""
        from tui.screens.filter import FilterScreen

        if self.sitting.assessment is not None:
            recommended = self.sitting.assessment.recommendations
            self.app.push_screen(FilterScreen(self.sitting.book, recommended, self.selection), self._select)

    def _select(self, selection: Selection | None) -> None:
        if selection is not None and selection != self.selection:
            self.selection = selection
            self.show_from_the_first()

    def action_order(self) -> None:
        self._select(self.selection.turned())

    def action_clear(self) -> None:
        self._select(self.selection.cleared())

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Answers may have been changed meanwhile on a screen above."""
        if self.sitting.found is not None and not self.sitting.current:
            self.reassess()

    def action_compare(self) -> None:
        """This scenario beside the consultation it came from."""
        from tui.screens.compare import CompareScreen

        session = self.sitting.session
        try:
            parents = {one.id: one.parent for one in session.summaries()}
            origin = parents.get(self.sitting.id)
            if origin in parents:
                both = session.store.load(origin), self.sitting.consultation
                self.app.push_screen(CompareScreen(session.book, *both))
            else:
                self.notify(self.say("result.no_parent"), markup=False)
        except ShusekiError as error:
            self.tell(*error.problems)

    def action_questions(self) -> None:
        """Back to the interview, and from there to the review of all answers."""
        from tui.screens.consultation import ConsultationScreen

        below = self.app.screen_stack[self.app.screen_stack.index(self) - 1]
        if isinstance(below, ConsultationScreen):
            self.dismiss()
            below.call_later(below.action_questions)

    def palette(self) -> tuple[Jump, ...]:
        return (*super().palette(), (self.say("palette.questions"), "F3", self.action_questions))

    def passages(self) -> tuple[Citation, ...]:
        target = self.line.target if self.line else ""
        return nearest(explained(self.sitting, target)) if target else ()
