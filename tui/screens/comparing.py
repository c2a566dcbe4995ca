"""Two of a kind side by side: the comparison that the command line prints, worked out in a thread and scrolled."""

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message

from engine.model.problem import ShusekiError
from tui.screens.face import FaceScreen, title
from tui.screens.refused import Refused
from tui.widgets.hint_bar import HintBar
from tui.widgets.printed import Printed
from tui.widgets.prose import Prose

if TYPE_CHECKING:
    from engine.report.blocks import Document

Compared = TypeVar("Compared")


class ComparingScreen(FaceScreen[None], Generic[Compared]):
    """Shows what ``compared`` works out as the ``document`` of it, at whatever width there is.

    ``NAME``: the text that is its heading while that is worked out. ``GROUP``: what working is told of.
    """

    HELP = "compare"
    NAME: ClassVar[str]
    GROUP: ClassVar[str] = "default"
    BINDINGS = [Binding("escape", "leave", "key.back", id="leave", key_display="Esc")]

    class Done(Message):
        """The worker has finished."""

        def __init__(self, comparison: object) -> None:
            super().__init__()
            self.comparison = comparison

    def __init__(self) -> None:
        super().__init__()
        self.comparison: Compared | None = None

    def compared(self) -> Compared:
        """In a thread: compares the two.

        Raises:
            ShusekiError: they cannot be compared.
        """
        raise NotImplementedError

    def document(self, comparison: Compared) -> "Document":
        """What is told of it, in the language of the app."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield Prose(id="head")
        with VerticalScroll(id="lines"):
            yield Printed(id="text")
        yield HintBar()

    def on_mount(self) -> None:
        self.query_one("#lines").focus()
        self.run_worker(self._compare, thread=True, group=self.GROUP)

    def _compare(self) -> None:
        try:
            self.post_message(self.Done(self.compared()))
        except ShusekiError as error:
            self.post_message(Refused(error.problems))

    def on_comparing_screen_done(self, event: Done) -> None:
        self.comparison = cast(Compared, event.comparison)
        self.speak()

    def on_refused(self, event: Refused) -> None:
        self.tell(*event.problems)

    def speak(self) -> None:
        if self.comparison is None:
            self.query_one("#head", Prose).show(title(f"{self.say(self.NAME)}  {self.say('compare.working')}"))
            return
        from engine.report.blocks import Document, Heading

        heading, blocks = self.say(self.NAME), self.document(self.comparison).blocks
        if isinstance(blocks[0], Heading):
            # The names of the two stay in sight while the rest scrolls.
            heading, blocks = blocks[0].text, blocks[1:]
        self.query_one("#head", Prose).show(title(heading))
        self.query_one(Printed).show(Document(self.lang, blocks))

    def action_leave(self) -> None:
        self.dismiss()
