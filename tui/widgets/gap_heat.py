"""A heat map in cells: a word and figures in each, on grounds that only repeat what the words say."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from engine.model.text import Lang
from engine.report.blocks import HeatMap, HeatState
from engine.report.heat import BLANK, figures, word
from tui.widgets import charts
from tui.widgets.prose import Para, lines_of

_GROUND: dict[HeatState, str] = {
    "there": charts.LIT,
    "suggested": charts.HALF_LIT,
    "partly": charts.HALF_LIT,
    "missing": charts.TRACK,
    "blank": "",
}
_LEAST = 12
"""Names of rows are not narrowed below this."""


@dataclass(frozen=True, slots=True)
class Heat:
    """A picture of a map. Word and figures stand beside each other, or where there is little room below."""

    heat: HeatMap
    lang: Lang
    plain: bool

    def drawn(self, width: int) -> Sequence[Content]:
        """The headings, and a row of one line or two for each of the map's."""
        cells = [[self._cell(state, told) for state, told in self._told(n)] for n in range(len(self.heat.rows))]
        flat = [[" ".join(part for part in cell if part)] for row in cells for cell in row]
        names = max(map(cell_len, (self.heat.columns[0], *(row.title for row in self.heat.rows))))
        wide = self._widths(flat)
        if sum(wide) + len(wide) + names > width:
            wide = self._widths([list(cell) for row in cells for cell in row])
            return self._table(cells, wide, min(names, max(width - sum(wide) - len(wide), _LEAST)))
        joined = [[(" ".join(part for part in cell if part),) for cell in row] for row in cells]
        return self._table(joined, wide, names)

    def _told(self, n: int) -> list[tuple[HeatState, str]]:
        return [(cell.state, figures(cell) if cell.needed else "") for cell in self.heat.rows[n].cells]

    def _cell(self, state: HeatState, told: str) -> tuple[str, ...]:
        return (BLANK, "") if state == "blank" else (word(state, self.lang), told)

    def _widths(self, cells: Sequence[Sequence[str]]) -> list[int]:
        most = max((cell_len(part) for cell in cells for part in cell), default=1)
        return [max(cell_len(name), most) for name in self.heat.columns[1:]]

    def _table(self, cells: Sequence[Sequence[tuple[str, ...]]], wide: list[int], names: int) -> list[Content]:
        head = Content(self.heat.columns[0] + " " * (names - cell_len(self.heat.columns[0])))
        lines = [
            Content(" ").join([head, *(_middle(name, w) for name, w in zip(self.heat.columns[1:], wide, strict=True))])
        ]
        for n, row in enumerate(cells):
            lines += self._row(n, row, wide, names)
        return lines

    def _row(self, n: int, row: Sequence[tuple[str, ...]], wide: list[int], names: int) -> list[Content]:
        title = lines_of((Para(self.heat.rows[n].title),), names)
        states = [cell.state for cell in self.heat.rows[n].cells]
        height = max(len(title), *(len(cell) for cell in row))
        lines = []
        for line in range(height):
            name = title[line] if line < len(title) else Content("")
            parts = [name.pad_right(names - name.cell_length)]
            for cell, state, w in zip(row, states, wide, strict=True):
                told = _middle(cell[line] if line < len(cell) else "", w)
                parts.append(told if self.plain or not _GROUND[state] else told.stylize(_GROUND[state]))
            lines.append(Content(" ").join(parts))
        return lines


def _middle(text: str, width: int) -> Content:
    left = max(width - cell_len(text), 0) // 2
    return Content(" " * left + text + " " * max(width - left - cell_len(text), 0))
