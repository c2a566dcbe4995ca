"""Asks for one supposed answer; beside each that can be chosen at once stands the verdict it would lead to."""

from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from engine.analysis.edits import Verdict, edits
from engine.assess import engine_for
from engine.interview.reading import read_answer
from engine.model.answers import UNKNOWN, Unknown, Value
from engine.model.problem import Place, Problem
from tui.screens.dialog import Dialog
from tui.supposing import Supposing
from tui.telling import label
from tui.widgets.prose import Para, Prose
from tui.widgets.result_lines import MUTED, Wording
from tui.widgets.row_list import Row, RowList, digit_of


class ValueScreen(Dialog[Value | Unknown]):
    """Dismissed with an answer, 'don't know' included, or with nothing."""

    HELP = "value"
    BINDINGS = [
        Binding("space", "mark", show=False),
        Binding("f8", "unknown", "key.unknown", id="unknown", key_display="F8"),
    ]

    def __init__(self, supposing: Supposing, question: str) -> None:
        super().__init__()
        self.supposing = supposing
        self.question = supposing.sitting.book.questions[question]
        value = supposing.value(question)
        self.present = value
        self.marked: frozenset[str] = frozenset(value) if isinstance(value, tuple) else frozenset()
        self.refusal: Problem | None = None
        self.verdicts: Mapping[Value | Unknown, Verdict] = {}
        if self.question.kind in ("yes_no", "choice"):
            found = edits(engine_for(supposing.sitting.book), supposing.consultation().answers, question)
            self.verdicts = {edit.value: edit.verdict for edit in found}

    def body(self) -> ComposeResult:
        yield Prose(id="value-how")
        if self.question.kind == "number":
            yield Input(id="value", compact=True, max_length=40, select_on_focus=False)
        yield Prose(id="value-problem", classes="problem")
        yield RowList(id="values")

    def on_mount(self) -> None:
        numeric = self.question.kind == "number"
        self.query_one(Input if numeric else RowList).focus()

    @property
    def values(self) -> list[Value | Unknown]:
        """What the rows stand for; of several options each by itself."""
        match self.question.kind:
            case "yes_no":
                return [True, False, UNKNOWN]
            case "number":
                return [UNKNOWN]
        return [*(option.id for option in self.question.options), UNKNOWN]

    def speak(self) -> None:
        self.entitle(self.question.text.get(self.lang))
        unit = self.question.unit.get(self.lang) if self.question.unit else "-"
        key = {"number": "whatif.number", "several": "whatif.several"}.get(self.question.kind, "whatif.single")
        self.query_one("#value-how", Prose).show(Para(self.say(key, unit=unit), MUTED))
        self.query_one(RowList).show([self._row(n, value) for n, value in enumerate(self.values)])
        told = self.refusal.model_copy(update={"where": Place()}).tell(self.lang) if self.refusal else ""
        self.query_one("#value-problem", Prose).show(*([Para(f"! {told}", "$text-error bold")] if told else []))

    def _row(self, n: int, value: Value | Unknown) -> Row:
        r = Wording(self.supposing.sitting.book, self.supposing.original, self.lang)
        if value is UNKNOWN:
            name, number = self.say("whatif.unknown"), "   "
        else:
            one = (value,) if self.question.kind == "several" and isinstance(value, str) else value
            name, number = r.phrases.value(self.question, one), f"{n + 1:>2} "
        here = value == self.present and type(value) is type(self.present)
        paras = [Para(name + (self.say("whatif.as_it_stands") if here else ""))]
        if value in self.verdicts:
            paras.append(Para(self.say("whatif.leads_to", verdict=self._verdict(self.verdicts[value])), MUTED, 2))
        several = self.question.kind == "several" and value is not UNKNOWN
        chosen = here and not self.marked  # Marks just made take the place of "don't know".
        box = ("[x] " if value in self.marked else "[ ] ") if several else ("(*) " if chosen else "( ) ")
        return Row(tuple(paras), box + number)

    def _verdict(self, verdict: Verdict) -> str:
        places = [
            f"{type_} {self.say('reading.line_phase', span=place)}" if place != "complete" else type_
            for type_, place in verdict.places
        ]
        listed = ("、" if self.lang == "ja" else ", ").join(places)
        return label(verdict.label, self.lang) + (f"  {listed}" if listed else "")

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        value = self.values[event.index]
        if self.question.kind == "several" and value is not UNKNOWN:
            self.dismiss(tuple(sorted(self.marked)))
        else:
            self.dismiss(value)

    def on_key(self, event: events.Key) -> None:
        digit = digit_of(event)
        if self.question.kind != "number" and digit is not None and digit <= len(self.question.options or "12"):
            event.stop()
            self.query_one(RowList).cursor = digit - 1
            self._pick()
        elif event.character == "\u3000":
            event.stop()
            self.action_mark()

    def _pick(self) -> None:
        if self.question.kind == "several":
            self.action_mark()
        else:
            self.query_one(RowList).action_pick()

    def action_mark(self) -> None:
        value = self.values[self.query_one(RowList).cursor]
        if self.question.kind != "several" or not isinstance(value, str) or value is UNKNOWN:
            self.query_one(RowList).action_pick()
            return
        self.marked = self.marked ^ {value}
        self.speak()

    def action_unknown(self) -> None:
        self.dismiss(UNKNOWN)

    def on_input_changed(self) -> None:
        if self.refusal is not None:
            self.refusal = None
            self.speak()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        read = read_answer(self.question, event.value)
        if isinstance(read, Problem):
            self.refusal = read
            self.speak()
        else:
            self.dismiss(read)
