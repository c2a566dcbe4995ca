"""The interview: sections at the left, the one question in the middle, the reading so far at the right."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Footer

from engine.interview.visible import visible
from engine.model.answers import AnswerState
from engine.model.next_question import NextQuestion
from engine.model.problem import ShusekiError
from engine.model.questions import Question
from tui.screens.assessing import AssessingScreen
from tui.screens.face import title
from tui.session import Sitting
from tui.widgets.ending import ending
from tui.widgets.prose import Para, Prose
from tui.widgets.question_card import QuestionCard
from tui.widgets.reading import Reading, summary
from tui.widgets.section_list import SectionList

NOTICE_SECONDS = 20
"""How long it is shown that answers do not go together: long enough to read what to do."""


class ConsultationScreen(AssessingScreen):
    """Keeps every answer before it goes on; holds only which question is shown and which were before."""

    HELP = "consultation"
    BINDINGS = [
        Binding("f3", "questions", "key.questions", id="questions", key_display="F3"),
        Binding("f4", "reading", "key.reading", id="reading", key_display="F4"),
        Binding("f5", "result", "key.result", id="result", key_display="F5"),
        Binding("f6,s,ｓ", "skip", "key.skip", id="skip", key_display="F6"),
        Binding("f7,b,ｂ", "previous", "key.previous", id="previous", key_display="F7"),
        Binding("f8,u,ｕ,う", "unknown", "key.unknown", id="unknown", key_display="F8"),
        Binding("f10,question_mark,？", "why", id="why", show=False),
        Binding("f12,m,ｍ", "mode", "key.mode", id="mode", key_display="F12", show=False),
        Binding("escape", "leave", "key.home", id="leave", key_display="Esc"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.next: NextQuestion = sitting.next()
        self.question: Question | None = sitting.first(self.next)
        self.passed: list[str] = []
        self.contradicting: frozenset[str] | None = None

    def compose(self) -> ComposeResult:
        yield Prose(id="head")
        with Horizontal(id="body"):
            yield SectionList()
            yield QuestionCard()
            yield Reading()
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        self._ask(self.question)
        self.reassess()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The reading is offered where it is not beside the card; nothing is answered while it hides the card."""
        narrow = self.has_class("-narrow")
        if action == "reading":
            return narrow
        return action not in ("unknown", "skip", "previous", "mode") or not (narrow and self.has_class("-reading"))

    @property
    def card(self) -> QuestionCard:
        """The card in the middle."""
        return self.query_one(QuestionCard)

    def speak(self) -> None:
        state = self.sitting.state(self.question.id) if self.question else AnswerState.NOT_ASKED
        told = None if self.question else ending(self.sitting, self.next, self.lang)
        self.card.speak(self.lang, self._section(), state, told)
        self._show_sections()
        self._show_reading()

    def assessed(self) -> None:
        self._tell_contradictions()
        self.speak()

    def _tell_contradictions(self) -> None:
        """Says at once what an answer does not go with; what was there on opening stands in the reading alone."""
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

    def _show_sections(self) -> None:
        here = self.question.section if self.question else ""
        self.query_one(SectionList).show(self.sitting.progress(), here, self.lang)

    def _show_reading(self) -> None:
        best = self.question is not None and self.question.id == self.next.question
        self.query_one(Reading).show(self.sitting, self.next if best else None, self.lang)
        cluster, english = self.sitting.consultation.cluster, self.lang == "en"
        name = (english and cluster.name_en) or cluster.name
        industry = (english and cluster.industry_en) or cluster.industry
        if self.has_class("-narrow"):
            line = summary(self.sitting.assessment, self.sitting.sureness, self.lang)
            self.query_one("#head", Prose).show(title(visible(name)), Para(line))
        else:
            self.query_one("#head", Prose).show(title(visible(f"{name}  {industry}".strip())))

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_reading)

    def _ask(self, question: Question | None) -> None:
        self.question = question
        self.remove_class("-reading")
        self.card.lang = self.lang
        if question is None:
            self.card.conclude()
        else:
            self.card.ask(question, self.sitting.draft(question))
        self.speak()

    def _following(self) -> Question | None:
        """The question that tells most now, near the one on the card."""
        self.next = self.sitting.next(self.question.section if self.question else None)
        return self.sitting.book.questions[self.next.question] if self.next.question else None

    def _go(self, question: Question | None) -> None:
        """Leaves the question shown for another; what was begun on its card is remembered."""
        if self.question is not None:
            self.sitting.keep(self.question, self.card.draft())
            self.passed.append(self.question.id)
        self._ask(question)

    def on_question_card_answered(self, event: QuestionCard.Answered) -> None:
        try:
            notice = self.sitting.answer(event.answer)
        except ShusekiError as error:
            self.tell(*error.problems)
            return
        self.passed.append(event.answer.question)
        self._ask(self._following())
        self.reassess()
        if notice:
            self.tell(notice)

    def on_question_card_concluded(self, event: QuestionCard.Concluded) -> None:
        if event.go_on:
            self.action_mode()
        else:
            self.action_result()

    def on_section_list_chosen(self, event: SectionList.Chosen) -> None:
        questions = [q for q in self.sitting.book.ordered_questions if q.section == event.section]
        still = [q for q in questions if self.sitting.state(q.id) is AnswerState.NOT_ASKED]
        self._go((still or questions)[0])

    def action_unknown(self) -> None:
        self.card.answer_unknown()

    def action_skip(self) -> None:
        if self.question is None:
            return
        self.sitting.course.put_off(self.question.id)
        following = self._following()
        if following is None or following.id != self.question.id:
            self._go(following)
        else:
            self.notify(self.say("card.last"), markup=False)

    def action_mode(self) -> None:
        """From quick to full or back; on to what tells most, unless the card is a question answered or begun."""
        self.sitting.course.turn()
        following = self._following()
        if self.question is not None:
            self.sitting.keep(self.question, self.card.draft())
        if self.question is None or self.sitting.untouched(self.question.id):
            self._go(following)
        else:
            self.speak()

    def action_previous(self) -> None:
        if not self.passed:
            return
        last = self.passed.pop()
        if self.question is not None:
            self.sitting.keep(self.question, self.card.draft())
        self._ask(self.sitting.book.questions[last])

    def action_questions(self) -> None:
        from tui.screens.questions import QuestionsScreen

        here = self.question.id if self.question else ""
        self.app.push_screen(QuestionsScreen(self.sitting, here), self._jump)

    def _jump(self, question: str | None) -> None:
        if question is not None:
            self._go(self.sitting.book.questions[question])

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

        if self.question is not None:
            self.sitting.keep(self.question, self.card.draft())
        self.app.push_screen(ResultScreen(self.sitting), self._back)

    def _back(self, _: None) -> None:
        self.speak()

    def action_leave(self) -> None:
        self.sitting.leave(self.question, self.card.draft())
        self.dismiss()
