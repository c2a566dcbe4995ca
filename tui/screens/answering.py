"""Answering question by question: what is asked, what was asked before, and how it goes on from an answer."""

from functools import partial

from textual.screen import ModalScreen
from textual.timer import Timer
from textual.worker import get_current_worker

from engine.model.answers import Answer, AnswerState
from engine.model.next_question import NextQuestion
from engine.model.problem import ShusekiError
from engine.model.questions import Question
from tui.drafts import drafted
from tui.foresight import Foreseen, Foresight
from tui.screens.changing import ChangingScreen
from tui.session import Found, Sitting
from tui.widgets.question_card import QuestionCard

READING_SECONDS = 0.1
"""So long nobody answers a question that has just been shown."""


class AnsweringScreen(ChangingScreen):
    """Keeps every answer before it goes on; holds only which question is shown and which were before."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.next: NextQuestion = sitting.next()
        self.question: Question | None = sitting.first(self.next)
        self.passed: list[str] = []
        self.foresight = Foresight(sitting)
        self._ahead = Timer(self, READING_SECONDS)

    @property
    def card(self) -> QuestionCard:
        """The card in the middle."""
        return self.query_one(QuestionCard)

    def tell_contradictions(self) -> None:
        """Says which answers do not go together, where that is new."""
        raise NotImplementedError

    def _ask(self, question: Question | None) -> None:
        self.question = question
        self.remove_class("-reading")
        self.card.lang = self.lang
        if question is None:
            self.card.conclude()
        else:
            self.card.ask(question, self.sitting.draft(question))
        self.speak()
        self._look_ahead()

    def _look_ahead(self) -> None:
        """Has worked out, while the question is being read, what would follow from its answers."""
        self._ahead.stop()
        # Not before the screen is painted: threads share one processor, and painting comes first.
        self._ahead = self.set_timer(READING_SECONDS, self._begin_to_foresee)

    def _begin_to_foresee(self) -> None:
        if wanted := self.foresight.wanted(self.card.candidates()):
            self.run_worker(partial(self._foresee, wanted), thread=True, exclusive=True, group="ahead")

    def _foresee(self, wanted: tuple[Answer, ...]) -> None:
        worker = get_current_worker()
        try:
            self.foresight.look(wanted, lambda: worker.is_cancelled)
        except ShusekiError:
            return  # What cannot be worked out is told when it is asked for.

    def on_question_card_considered(self) -> None:
        self._look_ahead()

    def _following(self) -> Question | None:
        """The question that tells most now, near the one on the card."""
        self.next = self.sitting.next(self.question.section if self.question else None)
        return self.sitting.book.questions[self.next.question] if self.next.question else None

    def typing(self) -> bool:
        """Not while the field of a number holds what it was shown with: the focus comes to it by itself."""
        card, asked = self.card, self.question
        if asked is None or self.focused is not card.figure:
            return super().typing()
        answer = self.sitting.answers.get(asked.id)
        return card.figure.value.strip() != (drafted(asked, answer).typed if answer else "")

    def keep_begun(self) -> None:
        """Not where the card may be behind what was done on a screen above it; it was kept when that screen came."""
        stack = self.app.screen_stack
        if self in stack and all(isinstance(above, ModalScreen) for above in stack[stack.index(self) + 1 :]):
            self.on_screen_suspend()

    def on_screen_suspend(self) -> None:
        if self.query("#note"):
            self.sitting.leave(self.question, self.card.draft())

    def settle(self) -> None:
        if self.question is not None:
            self.sitting.keep(self.question, self.card.draft())

    def in_view(self) -> str:
        return self.question.id if self.question else ""

    def changed(self, question: str) -> None:
        here, following = self.question, self._following()
        wanted = self.sitting.book.questions[question] if question else here or following
        if wanted is here and here is not None and self.sitting.draft(here) == self.card.draft():
            self.speak()
        else:
            self._remember(here, wanted)
            self._ask(wanted)
        self.reassess()

    def _remember(self, here: Question | None, wanted: Question | None) -> None:
        """What F7 leads back to: what was asked before the question that is come back to, else the one left."""
        if wanted is not None and wanted is not here and wanted.id in self.passed:
            del self.passed[len(self.passed) - 1 - self.passed[::-1].index(wanted.id) :]
        elif here is not None and wanted is not here:
            self.passed.append(here.id)

    def _go(self, question: Question | None) -> None:
        """Leaves the question shown for another; what was begun on its card is remembered."""
        self.settle()
        if self.question is not None:
            self.passed.append(self.question.id)
        self._ask(question)

    def on_question_card_answered(self, event: QuestionCard.Answered) -> None:
        foreseen = self.foresight.of(event.answer)
        try:
            notice = self.sitting.answer(event.answer)
        except ShusekiError as error:
            self.card.options.refresh()
            self.tell(*error.problems)
            return
        self.passed.append(event.answer.question)
        if foreseen is not None and notice is None:
            self._arrive(foreseen)
        else:
            self._ask(self._following())
            self.reassess()
        if notice:
            self.tell(notice)

    def _arrive(self, foreseen: Foreseen) -> None:
        """On to the next question, with all that was worked out before the answer came."""
        self.next = foreseen.next
        self.sitting.course.go_on(foreseen.put_off)
        self.sitting.take(Found(self.sitting.revision, self.sitting.answers, foreseen.assessment), foreseen.sureness)
        self.tell_contradictions()
        self._ask(self.sitting.book.questions[self.next.question] if self.next.question else None)

    def _to_section(self, section: str) -> None:
        """To its first question that is still to be asked, else to its first."""
        questions = [q for q in self.sitting.book.ordered_questions if q.section == section]
        still = [q for q in questions if self.sitting.state(q.id) is AnswerState.NOT_ASKED]
        self._go((still or questions)[0])

    def action_section(self, by: int) -> None:
        sections = [section.id for section in self.sitting.book.sections]
        here = sections.index(self.question.section) if self.question else (-1 if by > 0 else len(sections))
        self._to_section(sections[(here + by) % len(sections)])

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
        self.settle()
        if self.question is None or self.sitting.untouched(self.question.id):
            self._go(following)
        else:
            self.speak()
            self._look_ahead()

    def action_previous(self) -> None:
        if self.passed:
            last = self.passed.pop()
            self.settle()
            self._ask(self.sitting.book.questions[last])

    def _jump(self, question: str) -> None:
        self._go(self.sitting.book.questions[question])
