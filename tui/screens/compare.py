"""Two consultations side by side: the comparison that the command line prints, scrolled."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message

from engine.model.answers import Consultation
from engine.model.book import Book
from engine.model.comparison import Comparison
from engine.model.problem import Problem, ShusekiError
from tui.screens.face import FaceScreen, title
from tui.widgets.hint_bar import HintBar
from tui.widgets.printed import Printed
from tui.widgets.prose import Prose


class CompareScreen(FaceScreen[None]):
    """Works in a thread what the comparison says, and shows it at whatever width there is."""

    HELP = "compare"
    BINDINGS = [Binding("escape", "leave", "key.back", id="leave", key_display="Esc")]

    class Compared(Message):
        """The worker has finished."""

        def __init__(self, comparison: Comparison) -> None:
            super().__init__()
            self.comparison = comparison

    class Refused(Message):
        """The worker could not compare."""

        def __init__(self, problems: tuple[Problem, ...]) -> None:
            super().__init__()
            self.problems = problems

    def __init__(self, book: Book, first: Consultation, second: Consultation) -> None:
        super().__init__()
        self.knowledge = book
        self.both = (first, second)
        self.comparison: Comparison | None = None

    def compose(self) -> ComposeResult:
        yield Prose(id="head")
        with VerticalScroll(id="lines"):
            yield Printed(id="text")
        yield HintBar()

    def on_mount(self) -> None:
        self.query_one("#lines").focus()
        self.run_worker(self._compare, thread=True)

    def _compare(self) -> None:
        from engine.analysis.comparison import compare
        from engine.assess import engine_for

        try:
            self.post_message(self.Compared(compare(engine_for(self.knowledge), *self.both)))
        except ShusekiError as error:
            self.post_message(self.Refused(error.problems))

    def on_compare_screen_compared(self, event: Compared) -> None:
        self.comparison = event.comparison
        self.speak()

    def on_compare_screen_refused(self, event: Refused) -> None:
        self.tell(*event.problems)

    def speak(self) -> None:
        if self.comparison is None:
            self.query_one("#head", Prose).show(title(f"{self.say('compare.title')}  {self.say('compare.working')}"))
            return
        from engine.report.blocks import Document, Heading
        from engine.report.comparison import compared
        from engine.report.comparison_sides import sides_of

        sides = sides_of(self.comparison, self.lang)
        heading = self.say("compare.title")
        blocks = compared(self.knowledge, self.comparison, self.lang, sides).blocks
        if isinstance(blocks[0], Heading):
            # The names of the two stay in sight while the rest scrolls.
            heading, blocks = blocks[0].text, blocks[1:]
        self.query_one("#head", Prose).show(title(heading))
        self.query_one(Printed).show(Document(self.lang, blocks))

    def action_leave(self) -> None:
        self.dismiss()
