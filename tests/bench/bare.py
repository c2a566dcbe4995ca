"""The smallest Textual application that paints something: what any face on Textual costs at least."""

from textual.app import App, ComposeResult
from textual.widgets import Static

PAINTED = "painted"


class Bare(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        yield Static(PAINTED)


if __name__ == "__main__":
    Bare().run()
