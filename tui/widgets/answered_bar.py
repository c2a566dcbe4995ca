"""How far a consultation is, as a bar of what is answered, what is not known and what is left, with figures beside."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from tui.widgets.charts import FILL, TRACK, run
from tui.widgets.prose import Para, lines_of

UNKNOWN = "on $warning"
CELLS = 10


@dataclass(frozen=True, slots=True)
class AnsweredBar:
    """A picture: the bar, and ``beside`` it, or below where there is no room, the figures in words.

    ``more``: what follows them, on a line of its own where they do not fit into one.
    """

    answered: int
    dont_know: int
    total: int
    beside: str
    plain: bool
    more: str = ""

    def drawn(self, width: int) -> Sequence[Content]:
        """Its lines, each of at most ``width`` cells."""
        bar, told = self._bar(), self.beside + self.more
        if bar.cell_length + 1 + cell_len(told) <= width or width > 3 * bar.cell_length:
            return lines_of((Para(told, lead=bar + " "),), width)
        below = [told] if cell_len(told) <= width else [self.beside, self.more.strip()]
        return [bar, *lines_of(tuple(map(Para, below)), width)]

    def _bar(self) -> Content:
        full = self._cells(self.answered)
        known = max(self._cells(self.answered + self.dont_know), full + int(self.dont_know > 0 and full < CELLS))
        drawn = run([(full, FILL, "#"), (known - full, UNKNOWN, "?"), (CELLS - known, TRACK, ".")], plain=self.plain)
        return "[" + drawn + "]" if self.plain else drawn

    def _cells(self, count: int) -> int:
        """How many cells a count fills: one at least for any, all only for all."""
        if not self.total or not count:
            return 0
        return CELLS if count >= self.total else min(max(round(count * CELLS / self.total), 1), CELLS - 1)
