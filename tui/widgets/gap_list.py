"""The list of existing measures with what each serves: dense, and a click only chooses."""

from textual import events
from textual.content import Content

from engine.interview.visible import flowing
from engine.model.register import ExistingMeasure, Link
from engine.report.text import sure
from tui.widgets.gap_lines import STANDING_MARK, GapWording
from tui.widgets.prose import Para
from tui.widgets.result_lines import MUTED
from tui.widgets.tab_strip import TabStrip
from tui.widgets.table_list import Shortened, TableList, TableRow, Widths

WIDTHS: Widths = ((4, 0), (20, 3), (10, 1), (16, 3), (10, 0))
"""Of row, name, department, what it serves, and how firmly: the least in cells, and the share of what is left."""
HEADS = ("gaps.row", "gaps.name", "gaps.department", "gaps.serves", "gaps.standing")


class WhichStrip(TabStrip):
    """Names without numbers: these tick suggestions here."""

    def _label(self, index: int) -> str:
        name = self.names[index]
        return f"[{name}] " if index == self.here else f" {name}  "


class GapList(TableList):
    """Without blank lines between rows. A click moves the cursor alone: what is confirmed is confirmed by a key."""

    def body(self, index: int, width: int) -> list[Content]:
        return super().body(index, width)[:-1]

    def on_click(self, event: events.Click) -> None:
        """The handler of the list below this one is not called: a click there would pick."""
        event.prevent_default()
        lines = self.lines(self.content_size.width)
        place = event.get_content_offset(self)
        if place is not None and 0 <= place.y < len(lines) and lines[place.y][0] >= 0:
            self.cursor = lines[place.y][0]
            self.refresh()
            self.post_message(self.Moved(self))


def gap_row(one: ExistingMeasure, link: Link, r: GapWording) -> TableRow:
    """One existing measure."""
    serves, standing = sure(r.serves(link)), r.standing(link)
    name = sure(flowing(one.name))
    origin = str(one.origin.row) if one.origin else ""
    cells = (
        (Para(origin, MUTED),),
        (Shortened(name, "bold"),),
        (Shortened(sure(flowing(one.department)), MUTED),),
        (Shortened(serves or "-"),),
        (Para(standing),),
    )
    stacked = (Shortened(name, "bold"), Shortened(f"{standing}  {serves}".rstrip()))
    return TableRow(stacked, STANDING_MARK[link.standing], cells=cells)
