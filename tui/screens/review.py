"""Every answer to look at again: by section, filtered and searched, and what another answer would change."""

from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Input

from engine.analysis.edits import Edit, edits
from engine.assess import engine_for
from engine.model.text import Citation
from tui.review_rows import FILTERS, Reviewed, reviewed
from tui.screens.changing import TAKING_BACK, ChangingScreen
from tui.screens.face import title
from tui.session import Sitting
from tui.widgets.effects import effects
from tui.widgets.heading import supposed
from tui.widgets.hint_bar import HintBar
from tui.widgets.prose import Para, Prose
from tui.widgets.row_list import Row, RowList
from tui.widgets.tab_strip import TabStrip


class ReviewScreen(ChangingScreen):
    """``chosen``: the question to go to, once dismissed; ``touched``: whether answers were changed here."""

    HELP = "review"
    ESSENTIAL = frozenset({"choose"})
    BINDINGS = [
        Binding("enter", "choose", "key.open", id="choose", key_display="Enter"),
        Binding("slash,／", "search", "key.search", id="search", key_display="/"),
        Binding("1,１", "filter(0)", "key.filter", id="filter", key_display="1-6"),
        *(Binding(f"{n},{chr(0xFF10 + n)}", f"filter({n - 1})", show=False) for n in range(2, 7)),
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        *TAKING_BACK,
        Binding("tab", "effect", "key.effect", id="effect", key_display="Tab"),
        Binding("escape", "leave", "key.back", id="leave", key_display="Esc"),
    ]

    class Worked(Message):
        """What other answers to a question would lead to has been worked out."""

        def __init__(self, question: str, found: tuple[Edit, ...]) -> None:
            super().__init__()
            self.question = question
            self.found = found

    def __init__(self, sitting: Sitting, here: str) -> None:
        super().__init__(sitting)
        self.here = here
        self.chosen = ""
        self.touched = False
        self.filter = 0
        self.rows: tuple[Reviewed, ...] = ()
        self.effect: tuple[str, tuple[Edit, ...]] = "", ()

    def compose(self) -> ComposeResult:
        yield Prose(id="head")
        yield TabStrip(id="filters")
        yield Input(id="search", compact=True, max_length=100, select_on_focus=False)
        with Horizontal(id="review"):
            with VerticalScroll(id="lines", can_focus=False):
                yield RowList(id="rows")
            with VerticalScroll(id="effect"):
                yield Prose(id="effect-text")
        yield Prose(id="legend")
        yield HintBar()

    def on_mount(self) -> None:
        self.query_one(RowList).focus()
        if not self.sitting.current:
            self.reassess()

    @property
    def searched(self) -> str:
        """What is searched for."""
        return self.query_one("#search", Input).value

    def in_view(self) -> str:
        cursor = self.query_one(RowList).cursor
        return self.rows[cursor].question.id if cursor < len(self.rows) else ""

    def passages(self) -> tuple[Citation, ...]:
        question = self.in_view()
        return self.sitting.book.questions[question].citations if question else ()

    def assessed(self) -> None:
        self.speak()

    def changed(self, question: str) -> None:
        self.touched = True
        self.here = question or self.here
        self.effect = "", ()
        self.reassess()
        self.speak()

    def speak(self) -> None:
        total = len(self.sitting.book.questions)
        self.rows = tuple(reviewed(self.sitting, FILTERS[self.filter], self.searched))
        count = self.say("review.count", shown=len(self.rows), total=total)
        self.query_one("#head", Prose).show(
            title(f"{self.say('review.title')}  {count}{supposed(self.sitting, self.lang)}")
        )
        self.query_one(TabStrip).show([self.say(f"review.{name}") for name in FILTERS], self.filter)
        self.query_one("#search", Input).placeholder = self.say("review.search")
        self.query_one("#legend", Prose).show(Para(self.say("review.legend"), "$foreground-muted"))
        self._show_rows()

    def _show_rows(self) -> None:
        titles = {section.id: section.title.get(self.lang) for section in self.sitting.book.sections}
        rows, section = [], ""
        for one in self.rows:
            head = titles[one.question.section] if one.question.section != section else ""
            rows.append(Row(tuple(one.paras(self.lang)), one.mark, head))
            section = one.question.section
        cursor = next((n for n, one in enumerate(self.rows) if one.question.id == self.here), 0)
        self.query_one(RowList).show(rows, cursor)
        self._look_at()

    def _look_at(self) -> None:
        """What other answers to the question under the cursor would change: shown as soon as it is worked out."""
        if (question := self.in_view()) and self.effect[0] != question:
            self.run_worker(partial(self._work_out, question), thread=True, exclusive=True, group="effect")
        self._show_effect()

    def _work_out(self, question: str) -> None:
        """In a thread."""
        answers = self.sitting.answers
        found = edits(engine_for(self.sitting.book), answers, question)
        if answers is self.sitting.answers:
            self.post_message(self.Worked(question, found))

    def on_review_screen_worked(self, event: Worked) -> None:
        self.effect = event.question, event.found
        self._show_effect()

    def _show_effect(self) -> None:
        """What is shown stays until the next is worked out: that takes a moment, and an empty place would flicker."""
        question, found = self.effect
        if not self.rows:
            self.query_one("#effect-text", Prose).show(Para(self.say("review.none")))
        elif question == self.in_view():
            asked = self.sitting.book.questions[question]
            told = effects(asked, found, self.sitting.answers.get(question), self.sitting.state(question), self.lang)
            self.query_one("#effect-text", Prose).show(*told)
            self.query_one("#effect").scroll_home(animate=False)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        self.here = self.in_view() or self.here
        self._look_at()

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        self.action_choose()

    def on_tab_strip_chosen(self, event: TabStrip.Chosen) -> None:
        self.action_filter(event.index)

    def on_input_changed(self, event: Input.Changed) -> None:
        self.speak()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.query_one(RowList).focus()

    def action_choose(self) -> None:
        self.chosen = self.in_view()
        if self.chosen:
            self.dismiss()

    def action_search(self) -> None:
        self.query_one("#search", Input).focus()

    def action_effect(self) -> None:
        """Between the list and what an edit would change, to scroll it."""
        focused = self.query_one("#effect").has_focus
        (self.query_one(RowList) if focused else self.query_one("#effect")).focus()

    def action_filter(self, index: int) -> None:
        self.filter = index
        self.speak()

    def action_step(self, by: int) -> None:
        self.action_filter((self.filter + by) % len(FILTERS))

    def action_leave(self) -> None:
        """Out of the search first, then out of the review."""
        if self.query_one("#search", Input).has_focus:
            self.query_one("#search", Input).value = ""
            self.query_one(RowList).focus()
        else:
            self.dismiss()
