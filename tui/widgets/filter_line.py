"""The line above the road map that says which measures are shown; a click asks to choose others."""

from textual.message import Message

from tui.widgets.prose import Prose


class FilterLine(Prose):
    """Told by the screen what to say."""

    class Asked(Message):
        """It was clicked."""

    def __init__(self) -> None:
        super().__init__(id="filter")

    def on_click(self) -> None:
        self.post_message(self.Asked())
