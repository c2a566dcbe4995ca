"""The study's clusters, with what the study says of them, and a made-up one: choosing one opens a copy."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from engine.interview.folding import fold
from engine.interview.visible import shown
from engine.model.answers import Consultation
from engine.model.book import Book
from engine.model.knowledge import Case
from engine.report.wrap import GLUE
from tui import sampling
from tui.screens.dialog import Dialog
from tui.widgets.prose import Para, Prose
from tui.widgets.row_list import Row, RowList

MUTED = "$foreground-muted"


class ExamplesScreen(Dialog[str]):
    """Dismissed with the id of an example, or with nothing."""

    HELP = "examples"
    # Before the text that scrolls, which knows these keys too.
    BINDINGS = [
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("pageup", "move(-4)", show=False, priority=True),
        Binding("pagedown", "move(4)", show=False, priority=True),
    ]

    def __init__(self, book: Book) -> None:
        super().__init__()
        self.knowledge = book
        self.offered: dict[str, Consultation] = {**book.examples, sampling.SAMPLE: sampling.consultation(book)}
        """The study's, and after them the one that is made up."""
        self.ids = tuple(self.offered)

    def body(self) -> ComposeResult:
        yield Prose(id="examples-lead")
        yield Input(id="examples-search", compact=True, max_length=100, select_on_focus=False)
        # Without a focus of its own, so that arrows choose while one types.
        rows = RowList(id="examples")
        rows.can_focus = False
        yield rows
        yield Prose(id="examples-none")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def action_move(self, by: int) -> None:
        self.query_one(RowList).action_move(by)

    def speak(self) -> None:
        field = self.query_one(Input)
        words = [fold(word) for word in field.value.replace("　", " ").split()]
        self.ids = tuple(one for one in self.offered if all(word in self._haystack(one) for word in words))
        self.entitle(self.say("examples.title", count=len(self.ids)))
        self.query_one("#examples-lead", Prose).show(Para(self.say("examples.lead")))
        field.placeholder = self.say("examples.hint")
        rows = self.query_one(RowList)
        rows.display = bool(self.ids)
        rows.show([self._row(example) for example in self.ids])
        none = [] if self.ids else [Para(self.say("examples.none", sought=shown(field.value)))]
        self.query_one("#examples-none", Prose).show(*none)

    def _haystack(self, example: str) -> str:
        from engine.store.area_search import readings_of

        cluster, case = self.offered[example].cluster, self.knowledge.cases.get(example)
        parts = [self.say("examples.sample")] if example == sampling.SAMPLE else []
        parts += [example, cluster.name, cluster.name_en, cluster.industry, cluster.industry_en]
        parts += [reading for code in cluster.area for reading in readings_of(code)]
        if case:
            texts = (case.title, case.summary, case.place, case.field)
            parts += [case.type or "", *(text.get(lang) for text in texts if text for lang in ("ja", "en"))]
        return "\n".join(fold(part) for part in parts)

    def _row(self, example: str) -> Row:
        consultation, case = self.offered[example], self.knowledge.cases.get(example)
        cluster, english = consultation.cluster, self.lang == "en"
        name = (english and cluster.name_en) or cluster.name
        industry = (english and cluster.industry_en) or cluster.industry
        about = self.say("examples.row", answered=len(consultation.answers), industry=industry)
        told = [Para(name, "bold"), Para(about, MUTED, 2)]
        if case:
            told += [Para(self._type(case), indent=2), Para(case.summary.get(self.lang), MUTED, 2)]
        if example == sampling.SAMPLE:
            told.append(Para(self.say("examples.sample"), indent=2))
        return Row(tuple(told))

    def _type(self, case: Case) -> str:
        """The type that the study gives, and the phases its table of cases shows."""
        if case.type is None:
            return self.say("examples.no_type")
        stop = "、" if self.lang == "ja" else ", "
        told = self.say("examples.type", type=f"{case.type} {self.knowledge.types[case.type].title.get(self.lang)}")
        gone = [self.knowledge.phases[phase] for phase in case.phases]
        phases = [f"{one.order}{GLUE}{one.title.get(self.lang)}" for one in gone]
        return told + (stop + self.say("examples.phases", phases=stop.join(phases)) if phases else "")

    def on_input_changed(self) -> None:
        self.query_one(RowList).cursor = 0
        self.speak()

    def on_input_submitted(self) -> None:
        self.query_one(RowList).action_pick()

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        self.dismiss(self.ids[event.index])
