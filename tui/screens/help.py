"""F1: what the keys do here."""

from tui.screens.dialog import TextDialog
from tui.screens.help_texts import HELP
from tui.widgets.prose import Para


class HelpScreen(TextDialog):
    """The keys of one screen, and those that hold everywhere."""

    def __init__(self, topic: str) -> None:
        super().__init__()
        self.topic = topic

    def heading(self) -> str:
        return self.say("help.title")

    def paras(self) -> tuple[Para, ...]:
        column = 0 if self.lang == "ja" else 1
        rows = [*HELP[self.topic], *HELP["everywhere"]]
        return tuple(Para(row[1 + column], lead=f"{row[0]:<14}") for row in rows)
