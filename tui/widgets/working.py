"""Says that something is being worked out, once it has taken long enough to be noticed."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.worker import Worker, WorkerState

from tui.texts import TEXTS, Lang, say

NOTICED = 0.3
"""Seconds after which a person wonders whether the key was heard."""
QUIET = frozenset({"warm", "ready", "ahead", "elsewhere"})
"""Groups of workers that nobody waits for."""
_ACTIVE = (WorkerState.PENDING, WorkerState.RUNNING)


class Working(Widget):
    """One line at the top right, over whatever stands there.

    Screens need not do anything: it appears by itself while a worker started by the screen runs in a group that is not
    ``QUIET``. A group with a text ``working.<group>`` is told in those words, any other with ``working.any``.
    """

    DEFAULT_CSS = """
    Working {
        layer: above; dock: right; width: auto; height: 1; padding: 0 1; text-wrap: nowrap;
        background: $block-cursor-background; color: $block-cursor-foreground;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.told = Content("")

    def tell(self, group: str, lang: Lang) -> None:
        """Shows what is being worked out."""
        key = f"working.{group}"
        self.told = Content(say(lang, key if key in TEXTS else "working.any"))
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return self.told.cell_length

    def render(self) -> Content:
        return self.told


def awaited(worker: "Worker[object]") -> bool:
    """Whether a person waits for it."""
    return worker.group not in QUIET and worker.state in _ACTIVE
