"""The interview: sections at the left, the one question in the middle, the reading so far at the right."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding
from textual.containers import Horizontal

from engine.model.answers import AnswerState
from engine.model.text import Citation
from tui.screens.answering import AnsweringScreen
from tui.screens.changing import NOTICE_SECONDS, TAKING_BACK
from tui.screens.face import Jump
from tui.screens.home import HomeScreen
from tui.session import Sitting
from tui.widgets.charts import plain_for
from tui.widgets.ending import ending
from tui.widgets.heading import heading
from tui.widgets.hint_bar import HintBar
from tui.widgets.prose import Prose
from tui.widgets.question_card import QuestionCard
from tui.widgets.reading import Reading
from tui.widgets.section_list import SectionList


class ConsultationScreen(AnsweringScreen):
    """What stands beside the card, and the ways from here to other screens."""

    HELP = "consultation"
    ESSENTIAL = frozenset({"unknown", "result", "questions", "reading"})
    BINDINGS = [
        Binding("f3", "questions", "key.questions", id="questions", key_display="F3"),
        Binding("f4", "reading", "key.reading", id="reading", key_display="F4"),
        Binding("f5", "result", "key.result", id="result", key_display="F5"),
        Binding("f6,s,ｓ", "skip", "key.skip", id="skip", key_display="F6"),
        Binding("f7,b,ｂ", "previous", "key.previous", id="previous", key_display="F7"),
        Binding("f8,u,ｕ,う", "unknown", "key.unknown", id="unknown", key_display="F8"),
        *TAKING_BACK,
        Binding("ctrl+up", "section(-1)", "key.section", id="section_up", show=False),
        Binding("ctrl+down", "section(1)", "key.section", id="section", show=False),
        Binding("f10,question_mark,？", "why", "key.explain", id="why", show=False),
        Binding("f12,m,ｍ", "mode", "key.mode", id="mode", key_display="F12", show=False),
        Binding("escape", "leave", "key.home", id="leave", key_display="Esc"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.contradicting: frozenset[str] | None = None

    def compose(self) -> ComposeResult:
        yield Prose(id="head")
        with Horizontal(id="body"):
            yield SectionList()
            yield QuestionCard()
            yield Reading()
        yield HintBar()

    def on_mount(self) -> None:
        self._ask(self.question)
        # The question is painted before anything else is worked out.
        self.call_after_refresh(self.reassess)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The reading is offered where it is not beside the card; nothing is answered while it hides the card."""
        if action == "reading":
            return self.has_class("-narrow")
        answering = action in ("unknown", "skip", "previous", "mode", "section", "clear")
        if answering and self.card_hidden:
            return False
        return super().check_action(action, parameters)

    @property
    def card_hidden(self) -> bool:
        """Whether the reading stands where the question was."""
        return self.has_class("-narrow") and self.has_class("-reading")

    def told(self, bindings: dict[str, ActiveBinding]) -> dict[str, ActiveBinding]:
        """Escape is told by where it leads: to the list, or back to the question or the screen below this one."""
        stack = self.app.screen_stack
        below = stack[stack.index(self) - 1] if self in stack else None
        home = isinstance(below, HomeScreen) and not self.card_hidden
        if (leave := bindings.get("escape")) and leave.binding.id == "leave" and not home:
            binding = replace(leave.binding, description="key.back")
            bindings = {**bindings, "escape": leave._replace(binding=binding)}
        return super().told(bindings)

    def speak(self) -> None:
        state = self.sitting.state(self.question.id) if self.question else AnswerState.NOT_ASKED
        told = None if self.question else ending(self.sitting, self.next, self.lang)
        self.card.speak(self.lang, self._section(), state, told)
        self._show_around()

    def assessed(self) -> None:
        self.hold_notices()
        self.tell_contradictions()
        self.speak()

    def tell_contradictions(self) -> None:
        """At once; what was there on opening stands in the reading alone."""
        found = self.sitting.assessment.contradictions if self.sitting.assessment else ()
        known, self.contradicting = self.contradicting, frozenset(one.contradiction for one in found)
        for one in found:
            if known is not None and one.contradiction not in known:
                told = self.say("reading.contradiction", text=one.text.get(self.lang))
                told += "\n" + one.way_out.get(self.lang)
                self.notify(told, severity="warning", timeout=NOTICE_SECONDS, markup=False)

    def _section(self) -> str:
        if self.question is None:
            return ""
        titles = {section.id: section.title for section in self.sitting.book.sections}
        section = titles[self.question.section].get(self.lang)
        return self.say(f"card.{self.sitting.course.mode}", section=section, left=self.sitting.left())

    def _show_around(self) -> None:
        """What stands around the card: head, sections and reading."""
        plain, progress = plain_for(self.app), self.sitting.progress()
        here = self.question.section if self.question else ""
        self.query_one(SectionList).show(progress, here, self.lang, plain=plain)
        best = self.question is not None and self.question.id == self.next.question
        self.query_one(Reading).show(self.sitting, self.next if best else None, self.lang, plain=plain)
        narrow = progress if self.has_class("-narrow") else None
        self.query_one("#head", Prose).show(*heading(self.sitting, narrow, self.lang, plain=plain))

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(self._show_around)

    def on_question_card_concluded(self, event: QuestionCard.Concluded) -> None:
        if event.go_on:
            self.action_mode()
        else:
            self.action_result()

    def on_section_list_chosen(self, event: SectionList.Chosen) -> None:
        self._to_section(event.section)

    def action_questions(self) -> None:
        """All answers; the review may change them, and leads to the question chosen in it."""
        from tui.screens.review import ReviewScreen

        self.settle()
        review = ReviewScreen(self.sitting, self.in_view())
        self.app.push_screen(review, lambda _: self._reviewed(review.chosen, review.touched))

    def _reviewed(self, question: str, touched: bool) -> None:
        if question:
            self._jump(question)
        if touched:
            self.changed("")

    def action_why(self) -> None:
        """Why this question is asked now: the open conclusions it feeds."""
        if self.question is not None:
            from tui.screens.explanation import ExplanationScreen

            self.app.push_screen(ExplanationScreen(self.sitting, self.question.id))

    def action_reading(self) -> None:
        self.toggle_class("-reading")
        if self.has_class("-reading"):
            self.query_one(Reading).focus()
        else:
            self.card.take_focus()
        self.refresh_bindings()

    def action_result(self) -> None:
        from tui.screens.result import ResultScreen

        self.settle()
        self.app.push_screen(ResultScreen(self.sitting), self._back)

    def _back(self, _: None) -> None:
        self.speak()

    def action_leave(self) -> None:
        if self.card_hidden:
            self.action_reading()
            return
        self.sitting.leave(self.question, self.card.draft())
        self.dismiss()

    def action_whatif(self) -> None:
        """What if, without the way over the result."""
        from tui.screens.whatif import WhatIfScreen

        self.settle()
        if self.sitting.found is not None:
            self.app.push_screen(WhatIfScreen(self.sitting), self._back)

    def action_report(self) -> None:
        """The report, without the way over the result."""
        from tui.screens.report import ReportScreen

        self.settle()
        self.app.push_screen(ReportScreen(self.sitting), self._back)

    def palette(self) -> Iterable[Jump]:
        yield self.say("palette.whatif"), "F5 w", self.action_whatif
        yield self.say("palette.report"), "F5 r", self.action_report
        for section in self.sitting.book.sections:
            yield section.title.get(self.lang), section.intro.get(self.lang), partial(self._to_section, section.id)

    def reading_text(self) -> str:
        asked = self.question
        texts = (asked.text, asked.help, asked.why) if asked else ()
        return "\n".join(text.get(self.lang) for text in texts)

    def passages(self) -> tuple[Citation, ...]:
        asked = self.question
        beside = asked.example.citations if asked and asked.example else ()
        return (*asked.citations, *beside) if asked else ()
