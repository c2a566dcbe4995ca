"""A screen of tabs whose lines lead on: choosing a tab, moving in it, and choosing which lines of one are shown."""

from typing import ClassVar, Protocol

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from tui.screens.face import FaceScreen, Jump, title
from tui.widgets.explaining import Explained
from tui.widgets.filter_line import FilterLine
from tui.widgets.hint_bar import HintBar
from tui.widgets.prose import Para, Prose, lines_of
from tui.widgets.row_list import Row, RowList
from tui.widgets.tab_strip import TabStrip

_READ_WIDTH = 1000


class Chosen(Protocol):
    """Which lines are shown."""

    @property
    def wanted(self) -> frozenset[tuple[str, str]]:
        """The values that are asked for; none: all lines are shown."""


def tab_keys(count: int) -> list[Binding]:
    """The keys that turn to one of so many tabs."""
    return [
        Binding("1,１", "turn(0)", "key.tab", id="tab", key_display=f"1-{count}"),
        *(Binding(f"{n},{chr(0xFF10 + n)}", f"turn({n - 1})", show=False) for n in range(2, count + 1)),
        Binding("left", "tab(-1)", show=False),
        Binding("right", "tab(1)", show=False),
    ]


class Tabbed(FaceScreen[None]):
    """``TABS``: their names; ``TAB_TEXT``: what stands before a name in its text; ``FILTERED``: the tab with a filter.

    ``FILTER_KEYS``: the text with the keys of that filter.
    """

    TABS: ClassVar[tuple[str, ...]]
    TAB_TEXT: ClassVar[str]
    FILTERED: ClassVar[str]
    FILTER_KEYS: ClassVar[str]

    def __init__(self) -> None:
        super().__init__()
        self.tab = 0
        self.lines: list[Explained] = []

    @property
    def chosen(self) -> Chosen:
        """Which lines of the filtered tab are shown."""
        raise NotImplementedError

    def heading(self) -> str:
        """The first line of the screen."""
        raise NotImplementedError

    def lines_of(self, tab: str) -> list[Explained]:
        """The lines of a tab."""
        raise NotImplementedError

    def filter_told(self) -> str:
        """Which lines are shown, in words; empty where there is nothing to choose from."""
        raise NotImplementedError

    def action_filter(self) -> None:
        """Asks which lines are shown."""
        raise NotImplementedError

    def action_clear(self) -> None:
        """Shows all lines."""
        raise NotImplementedError

    def turned(self) -> None:
        """What else is done when a tab is opened."""

    def compose(self) -> ComposeResult:
        yield Prose(id="head")
        yield TabStrip(id="tabs")
        yield FilterLine()
        with VerticalScroll(id="lines", can_focus=False):
            yield RowList(id="rows")
        yield HintBar()

    def on_mount(self) -> None:
        self.query_one(RowList).focus()

    @property
    def filtered(self) -> bool:
        """Whether the tab with the filter is shown."""
        return self.TABS[self.tab] == self.FILTERED

    def speak(self) -> None:
        self.query_one("#head", Prose).show(title(self.heading()))
        self.query_one(TabStrip).show([self.say(f"{self.TAB_TEXT}.{name}") for name in self.TABS], self.tab)
        self.lines = self.lines_of(self.TABS[self.tab])
        self._speak_filter()
        self.query_one(RowList).show([Row(line.paras, head=line.head, above=line.above) for line in self.lines])

    def _speak_filter(self) -> None:
        line, told = self.query_one(FilterLine), self.filter_told() if self.filtered else ""
        line.display = bool(told)
        if told:
            style = "bold" if self.chosen.wanted else ""
            line.show(Para(told, style), Para(self.say(self.FILTER_KEYS), "$foreground-muted"))

    def on_tab_strip_chosen(self, event: TabStrip.Chosen) -> None:
        self.action_turn(event.index)

    def action_tab(self, by: int) -> None:
        self.action_turn((self.tab + by) % len(self.TABS))

    def action_turn(self, tab: int) -> None:
        self.tab = tab
        self.show_from_the_first()
        self.refresh_bindings()
        self.query_one("#lines").scroll_home(animate=False)
        self.turned()

    def show_from_the_first(self) -> None:
        """Shows the tab anew, with the cursor on its first line."""
        self.query_one(RowList).cursor = 0
        self.speak()

    def on_filter_line_asked(self) -> None:
        self.action_filter()

    def action_leave(self) -> None:
        """First out of the filter, then out of the screen."""
        if self.filtered and self.chosen.wanted:
            self.action_clear()
        else:
            self.dismiss()

    @property
    def line(self) -> Explained | None:
        """The line under the cursor."""
        cursor = self.query_one(RowList).cursor
        return self.lines[cursor] if cursor < len(self.lines) else None

    def palette(self) -> tuple[Jump, ...]:
        names = ((self.say(f"{self.TAB_TEXT}.{name}"), n) for n, name in enumerate(self.TABS))
        return tuple((name, self.say("palette.tab"), lambda n=n: self.action_turn(n)) for name, n in names)

    def reading_text(self) -> str:
        return "\n".join(line.plain for line in lines_of(self.line.paras if self.line else (), _READ_WIDTH))
