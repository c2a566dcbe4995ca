"""The card of one question: options or a field, help, why, example, and beside the answer its confidence and source."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from engine.interview.reading import Reading, read_answer
from engine.model.answers import UNKNOWN, Answer, AnswerState, Confidence, Unknown, Value
from engine.model.problem import Problem
from engine.model.questions import Question
from tui.drafts import Draft
from tui.texts import Lang, say
from tui.widgets.arranged_once import ArrangedOnce
from tui.widgets.card_words import about, apart, how, labels, refused, values
from tui.widgets.choices import AnswerChoices, Choices
from tui.widgets.confidence import ConfidenceLine
from tui.widgets.ending import Ending
from tui.widgets.prose import Para, Prose
from tui.widgets.row_list import RowList
from tui.widgets.text_field import TextField

STANDING = {
    AnswerState.VALUE: "card.answered",
    AnswerState.DONT_KNOW: "card.dont_know",
    AnswerState.NOT_APPLICABLE: "card.not_applicable",
}


class QuestionCard(VerticalScroll, ArrangedOnce, can_focus=False):
    """Shows one question; tells the answer, and keeps nothing."""

    BINDINGS = [Binding("up", "field", show=False), Binding("down", "below", show=False)]

    class Answered(Message):
        """The answer was given."""

        def __init__(self, answer: Answer) -> None:
            super().__init__()
            self.answer = answer

    class Considered(Message):
        """What stands on the card has changed, and with it what the next key may answer."""

    class Concluded(Message):
        """Nothing is left to ask; ``go_on``: the other questions are wanted too, and not the result."""

        def __init__(self, go_on: bool) -> None:
            super().__init__()
            self.go_on = go_on

    def __init__(self) -> None:
        super().__init__(id="card")
        self.question: Question | None = None
        self.ending: Ending | None = None
        self.state = AnswerState.NOT_ASKED
        self.lang: Lang = "ja"
        self.refusal: Problem | str = ""

    def compose(self) -> ComposeResult:
        yield Prose(id="section")
        yield Prose(id="question")
        yield Input(id="figure", compact=True, max_length=100, select_on_focus=False)
        yield AnswerChoices(id="options")
        yield Prose(id="refusal", classes="problem")
        yield Prose(id="how")
        yield Prose(id="help")
        with Vertical(id="details"):
            yield from self._detail("confidence", ConfidenceLine(id="confidence"))
            yield from self._detail(
                "source", TextField(id="source", compact=True, max_length=500, select_on_focus=False)
            )
            yield from self._detail("note", TextField(id="note", compact=True, max_length=2000, select_on_focus=False))
        yield Prose(id="why")
        yield Prose(id="example")

    def _detail(self, name: str, widget: Widget) -> ComposeResult:
        with Horizontal(classes="detail"):
            yield Prose(id=f"label-{name}")
            yield widget

    def ask(self, question: Question, draft: Draft) -> None:
        """Shows another question, with what stands on its card."""
        self.question, self.refusal = question, ""
        self.options.offer(
            labels(self.question, self.ending, self.lang),
            *self._apart(),
            several=question.kind == "several",
            marked=draft.marked,
        )
        self.figure.value = draft.typed
        self.query_one(ConfidenceLine).show(draft.confidence, self.lang)
        self.query_one("#source", Input).value = draft.source
        self.query_one("#note", Input).value = draft.note
        self._arrange()
        self.take_focus()
        self.scroll_home(animate=False)

    def conclude(self) -> None:
        """Shows no question any more; what it says instead comes with ``speak``."""
        self.question, self.refusal = None, ""
        self.options.offer(())
        self._arrange()
        self.take_focus()

    def take_focus(self) -> None:
        """Puts the focus where the answer is given."""
        (self.figure if self._typed_in else self.options).focus()

    def speak(self, lang: Lang, section: str, state: AnswerState, ending: Ending | None = None) -> None:
        """Everything but what was typed or marked, in this language.

        ``section``: its name, and how asking goes on. ``ending``: what is said where there is no question.
        """
        self.lang, self.state, self.ending = lang, state, ending
        standing = STANDING.get(state, "")
        line = f"{section}  [{say(lang, standing)}]" if standing and self.question else section
        self.query_one("#section", Prose).show(Para(line, "$foreground-muted"))
        self.options.relabel(labels(self.question, self.ending, self.lang), *self._apart())
        confidence = self.query_one(ConfidenceLine)
        confidence.show(confidence.level, lang)
        self.figure.placeholder = say(lang, "card.figure_hint")
        for name in ("source", "note"):
            field = self.query_one(f"#{name}", TextField)
            field.lang, field.placeholder = lang, say(lang, f"card.{name}_hint")
        for name in ("confidence", "source", "note"):
            self.query_one(f"#label-{name}", Prose).show(Para(say(lang, f"card.{name}")))
        self._speak_question()
        self._speak_refusal()

    def draft(self) -> Draft:
        """What stands on the card now."""
        return Draft(
            typed=self.figure.value.strip(),
            marked=self.options.marked,
            confidence=self.query_one(ConfidenceLine).level,
            source=self.query_one("#source", Input).value.strip(),
            note=self.query_one("#note", Input).value.strip(),
        )

    @property
    def options(self) -> Choices:
        """The options."""
        return self.query_one("#options", Choices)

    @property
    def figure(self) -> Input:
        """The field of a number."""
        return self.query_one("#figure", Input)

    def answer_unknown(self) -> None:
        """Gives the answer 'don't know'."""
        if self.question:
            self._give(UNKNOWN)

    def candidates(self) -> tuple[Answer, ...]:
        """The answers that the next key may give, the likeliest first; with the confidence that stands on the card."""
        asked = self.question
        if asked is None:
            return ()
        found = [*values(asked, self._several(), self.figure.value), UNKNOWN]
        return tuple(self._answer(value) for value in found if not isinstance(value, Problem))

    @property
    def _typed_in(self) -> bool:
        return self.question is not None and self.question.kind == "number"

    def _arrange(self) -> None:
        self.figure.display = self._typed_in
        self.query_one("#details").display = self.question is not None

    def _apart(self) -> list[str]:
        return apart(self.question, self.lang)

    def _speak_question(self) -> None:
        asked, lang, ending = self.question, self.lang, self.ending
        text = asked.text.get(lang) if asked else ending.title if ending else ""
        self.query_one("#question", Prose).show(Para(text, "bold"))
        self.query_one("#how", Prose).show(Para(how(asked, ending, lang), "$foreground-muted"))
        for name, words in about(asked, lang).items():
            self.query_one(f"#{name}", Prose).show(*([Para(say(lang, f"card.{name}") + words)] if words else []))
        if asked is None and ending:
            self.query_one("#help", Prose).show(*ending.paras)

    def _speak_refusal(self) -> None:
        text = refused(self.refusal, self.lang)
        self.query_one("#refusal", Prose).show(*([Para(f"! {text}", "$text-error bold")] if text else []))

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        event.stop()
        if self.question is None:
            self.post_message(self.Concluded(go_on=event.index > 0))
        else:
            self._submit()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()
        self._refuse("")
        if self.options.several:
            self.post_message(self.Considered())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._submit()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._refuse("")
        if event.input is self.figure and self._typed_in and event.value:
            self.options.unmark()
            self.post_message(self.Considered())

    def on_confidence_line_submitted(self) -> None:
        self._submit()

    def on_confidence_line_changed(self) -> None:
        self.post_message(self.Considered())

    def action_field(self) -> None:
        """From 'don't know' up to the field of a number; elsewhere the card scrolls."""
        if self._typed_in and self.options.has_focus:
            self.figure.focus()
        else:
            self.scroll_up()

    def action_below(self) -> None:
        """From the field of a number down to 'don't know'; elsewhere the card scrolls."""
        if self._typed_in and self.figure.has_focus:
            self.options.focus()
        else:
            self.scroll_down()

    def _submit(self) -> None:
        asked, marked = self.question, sorted(self.options.marked)
        if asked is None:
            return
        if self.options.unknown:
            self._give(UNKNOWN)
        elif asked.kind == "number":
            self._give(read_answer(asked, self.figure.value))
        elif not marked:
            self._refuse("card.none_marked" if asked.kind == "several" else "card.nothing_marked")
        elif asked.kind == "several":
            self._give(self._several())
        else:
            self._give(marked[0] == 0 if asked.kind == "yes_no" else asked.options[marked[0]].id)

    def _several(self) -> tuple[str, ...]:
        """The options marked."""
        options = self.question.options if self.question else ()
        return tuple(sorted(option.id for n, option in enumerate(options) if n in self.options.marked))

    def _give(self, value: Reading) -> None:
        if isinstance(value, Problem):
            self._refuse(value)
        else:
            self.post_message(self.Answered(self._answer(value)))

    def _answer(self, value: Value | Unknown) -> Answer:
        """A value with what stands beside it on the card."""
        assert self.question is not None
        beside = self.draft()
        return Answer(
            question=self.question.id,
            value=value,
            confidence=Confidence.SURE if isinstance(value, Unknown) else beside.confidence,
            source=beside.source,
            note=beside.note,
        )

    def _refuse(self, why: Problem | str) -> None:
        if why != self.refusal:
            self.refusal = why
            self._speak_refusal()
