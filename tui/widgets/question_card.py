"""The card of one question: options or a field, help, why, example, and beside the answer its confidence and source."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from engine.interview.reading import Reading, read_answer
from engine.model.answers import UNKNOWN, Answer, AnswerState, Confidence, Unknown
from engine.model.problem import Place, Problem
from engine.model.questions import Question
from tui.drafts import Draft
from tui.texts import Lang, say
from tui.widgets.choices import Choices
from tui.widgets.citing import cited
from tui.widgets.confidence import ConfidenceLine
from tui.widgets.ending import Ending
from tui.widgets.prose import Para, Prose
from tui.widgets.row_list import RowList

STANDING = {
    AnswerState.VALUE: "card.answered",
    AnswerState.DONT_KNOW: "card.dont_know",
    AnswerState.NOT_APPLICABLE: "card.not_applicable",
}


class QuestionCard(VerticalScroll, can_focus=False):
    """Shows one question; tells the answer, and keeps nothing."""

    class Answered(Message):
        """The answer was given."""

        def __init__(self, answer: Answer) -> None:
            super().__init__()
            self.answer = answer

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
        yield Choices(id="options")
        yield Input(id="figure", compact=True, max_length=100, select_on_focus=False)
        yield Prose(id="refusal", classes="problem")
        yield Prose(id="how")
        yield Prose(id="help")
        with Vertical(id="details"):
            yield from self._detail("confidence", ConfidenceLine(id="confidence"))
            yield from self._detail("source", Input(id="source", compact=True, max_length=500, select_on_focus=False))
            yield from self._detail("note", Input(id="note", compact=True, max_length=2000, select_on_focus=False))
        yield Prose(id="why")
        yield Prose(id="example")

    def _detail(self, name: str, widget: Widget) -> ComposeResult:
        with Horizontal(classes="detail"):
            yield Prose(id=f"label-{name}")
            yield widget

    def ask(self, question: Question, draft: Draft) -> None:
        """Shows another question, with what stands on its card."""
        self.question, self.refusal = question, ""
        self.options.offer(self._labels(), several=question.kind == "several", marked=draft.marked)
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
        (self.figure if self.question is not None and self.question.kind == "number" else self.options).focus()

    def speak(self, lang: Lang, section: str, state: AnswerState, ending: Ending | None = None) -> None:
        """Everything but what was typed or marked, in this language.

        ``section``: its name, and how asking goes on. ``ending``: what is said where there is no question.
        """
        self.lang, self.state, self.ending = lang, state, ending
        standing = STANDING.get(state, "")
        line = f"{section}  [{say(lang, standing)}]" if standing and self.question else section
        self.query_one("#section", Prose).show(Para(line, "$foreground-muted"))
        self.options.relabel(self._labels())
        confidence = self.query_one(ConfidenceLine)
        confidence.show(confidence.level, lang)
        self.figure.placeholder = say(lang, "card.figure_hint")
        for name in ("source", "note"):
            self.query_one(f"#{name}", Input).placeholder = say(lang, f"card.{name}_hint")
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

    def _arrange(self) -> None:
        number = self.question is not None and self.question.kind == "number"
        self.options.display, self.figure.display = not number, number
        self.query_one("#details").display = self.question is not None

    def _labels(self) -> list[str]:
        if self.question is None:
            return list(self.ending.choices) if self.ending else []
        if self.question.kind == "yes_no":
            return [say(self.lang, "card.yes"), say(self.lang, "card.no")]
        return [option.label.get(self.lang) for option in self.question.options]

    def _speak_question(self) -> None:
        asked, lang, ending = self.question, self.lang, self.ending
        text = asked.text.get(lang) if asked else ending.title if ending else ""
        self.query_one("#question", Prose).show(Para(text, "bold"))
        self.query_one("#how", Prose).show(Para(self._how(), "$foreground-muted"))
        example = asked.example if asked else None
        about = {
            "help": asked.help.get(lang) if asked else "",
            "why": asked.why.get(lang) if asked else "",
            "example": example.text.get(lang) + cited(example.citations, lang) if example else "",
        }
        for name, words in about.items():
            self.query_one(f"#{name}", Prose).show(*([Para(say(lang, f"card.{name}") + words)] if words else []))
        if asked is None and ending:
            self.query_one("#help", Prose).show(*ending.paras)

    def _how(self) -> str:
        if self.question is None:
            return self.ending.how if self.ending else ""
        if self.question.kind == "number":
            unit = self.question.unit.get(self.lang) if self.question.unit else "-"
            return say(self.lang, "card.figure", unit=unit)
        return say(self.lang, "card.several" if self.question.kind == "several" else "card.single")

    def _speak_refusal(self) -> None:
        refusal = self.refusal
        if isinstance(refusal, Problem):
            # The place is the field below which it stands.
            text = refusal.model_copy(update={"where": Place()}).tell(self.lang)
        else:
            text = refusal and say(self.lang, refusal)
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

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._submit()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._refuse("")

    def on_confidence_line_submitted(self) -> None:
        self._submit()

    def _submit(self) -> None:
        asked, marked = self.question, sorted(self.options.marked)
        if asked is None:
            return
        if asked.kind == "number":
            self._give(read_answer(asked, self.figure.value))
        elif asked.kind == "several":
            self._give(tuple(sorted(asked.options[n].id for n in marked)))
        elif not marked:
            self._unmarked()
        else:
            self._give(marked[0] == 0 if asked.kind == "yes_no" else asked.options[marked[0]].id)

    def _unmarked(self) -> None:
        """Enter beside the answer: a 'don't know' stays one, with what was noted."""
        if self.state is AnswerState.DONT_KNOW:
            self._give(UNKNOWN)
        else:
            self._refuse("card.nothing_marked")

    def _give(self, value: Reading) -> None:
        if isinstance(value, Problem):
            self._refuse(value)
            return
        assert self.question is not None
        beside = self.draft()
        answer = Answer(
            question=self.question.id,
            value=value,
            confidence=Confidence.SURE if isinstance(value, Unknown) else beside.confidence,
            source=beside.source,
            note=beside.note,
        )
        self.post_message(self.Answered(answer))

    def _refuse(self, why: Problem | str) -> None:
        if why != self.refusal:
            self.refusal = why
            self._speak_refusal()
