"""Columns of one row of a table, each wrapped for itself; where there is no room, what stands there instead."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.widgets.prose import Para, Piece, lines_of

_GAP = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """One row of a table.

    Args:
        cells: what stands in each column.
        widths: of each column in cells; 0 for those that share what is left.
        least: the width from which on columns are drawn.
        stacked: what is shown where it is narrower; nothing for a row of headings.
    """

    cells: tuple[Piece, ...]
    widths: tuple[int, ...]
    least: int
    stacked: tuple[Piece, ...] = ()

    def drawn(self, width: int) -> Sequence[Content]:
        """Its lines, ``width`` cells wide where there are columns."""
        if width < self.least:
            return lines_of(self.stacked, width)
        fixed = sum(self.widths) + _GAP * (len(self.widths) - 1)
        shared = max((width - fixed) // max(self.widths.count(0), 1), 1)
        widths = [one or shared for one in self.widths]
        columns = [lines_of((cell,), one) for cell, one in zip(self.cells, widths, strict=True)]
        height = max(map(len, columns))
        return [
            Content(" " * _GAP).join(_at(column, n, one) for column, one in zip(columns, widths, strict=True))
            for n in range(height)
        ]


def headings(names: Sequence[str], widths: tuple[int, ...], least: int) -> Columns:
    """The row of headings; nothing where there are no columns."""
    return Columns(tuple(Para(name, "$foreground-muted underline") for name in names), widths, least)


def _at(column: Sequence[Content], n: int, width: int) -> Content:
    line = column[n] if n < len(column) else Content("")
    return line.pad_right(max(width - line.cell_length, 0))
