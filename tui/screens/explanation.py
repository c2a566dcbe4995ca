"""Why: the tree below one line of the result."""

from collections.abc import Callable

from tui.screens.dialog import TextDialog
from tui.widgets.explaining import Explained, paras_of
from tui.widgets.prose import GAP, Para


class ExplanationScreen(TextDialog):
    """Asks for its line anew when the language changes."""

    def __init__(self, line: Callable[[], Explained]) -> None:
        super().__init__()
        self.line = line

    def heading(self) -> str:
        return self.say("why.title")

    def paras(self) -> tuple[Para, ...]:
        line = self.line()
        return (*line.paras, GAP, *paras_of(line.nodes))
