"""Two registers of one consultation side by side: what came, ended and changed, and which gaps closed or are new."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Footer

from engine.model.gap_comparison import GapComparison
from engine.model.problem import Problem, ShusekiError
from tui.gap_sitting import GapSitting
from tui.screens.face import FaceScreen, title
from tui.widgets.printed import Printed
from tui.widgets.prose import Prose


class GapsCompareScreen(FaceScreen[None]):
    """Works in a thread what the comparison says, and shows it at whatever width there is."""

    HELP = "compare"
    BINDINGS = [Binding("escape", "leave", "key.back", id="leave", key_display="Esc")]

    class Compared(Message):
        """The worker has finished."""

        def __init__(self, comparison: GapComparison) -> None:
            super().__init__()
            self.comparison = comparison

    class Refused(Message):
        """The worker could not compare."""

        def __init__(self, problems: tuple[Problem, ...]) -> None:
            super().__init__()
            self.problems = problems

    def __init__(self, before: GapSitting, after: GapSitting) -> None:
        super().__init__()
        self.both = (before, after)
        self.comparison: GapComparison | None = None

    def compose(self) -> ComposeResult:
        yield Prose(id="head")
        with VerticalScroll(id="lines"):
            yield Printed(id="text")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one("#lines").focus()
        self.run_worker(self._compare, thread=True, group="gaps")

    def _compare(self) -> None:
        """In a thread: both are checked with the same answers."""
        from engine.policy.comparing import compare_checks

        try:
            before, after = (one.compute().whole(one) for one in self.both)
            self.post_message(self.Compared(compare_checks(before, after)))
        except ShusekiError as error:
            self.post_message(self.Refused(error.problems))

    def on_gaps_compare_screen_compared(self, event: Compared) -> None:
        self.comparison = event.comparison
        self.speak()

    def on_gaps_compare_screen_refused(self, event: Refused) -> None:
        self.tell(*event.problems)

    def speak(self) -> None:
        if self.comparison is None:
            working = f"{self.say('gaps.compare_title')}  {self.say('compare.working')}"
            self.query_one("#head", Prose).show(title(working))
            return
        from engine.report.blocks import Document, Heading
        from engine.report.gaps.comparison import comparison_document

        heading = self.say("gaps.compare_title")
        blocks = comparison_document(self.both[0].sitting.book, self.comparison, self.lang).blocks
        if isinstance(blocks[0], Heading):
            heading, blocks = blocks[0].text, blocks[1:]
        self.query_one("#head", Prose).show(title(heading))
        self.query_one(Printed).show(Document(self.lang, blocks))

    def action_leave(self) -> None:
        self.dismiss()
