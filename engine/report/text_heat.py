"""Draws a heat map for a terminal: a word and figures in every cell, beside each other or, where narrow, below."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from engine.model.text import Lang
from engine.report.blocks import HeatMap
from engine.report.heat import BLANK, told_cells
from engine.report.wrap import wrap

_GAP = 2
_LEAST = 10
"""Names of rows are not narrowed below this."""


def heat_lines(heat: HeatMap, lang: Lang, width: int) -> Iterator[str]:
    """The map as a table whose cells stand on one line or two; where that is too wide, a cell a line."""
    rows = [(row.title, told_cells(row, lang)) for row in heat.rows]
    for divided in (False, True):
        widths = _widths(heat.columns, rows, divided=divided)
        left = width - sum(widths) - _GAP * len(widths)
        longest = max(map(cell_len, (heat.columns[0], *(title for title, _ in rows))))
        if left >= (_LEAST if divided else longest):
            yield from _table(heat.columns, rows, [min(left, longest), *widths])
            return
    yield from _listed(heat.columns, rows, width)


def _widths(columns: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], *, divided: bool) -> list[int]:
    """How wide each column of cells is; ``divided``: word and figures on lines of their own."""
    widths = []
    for n, heading in enumerate(columns[1:]):
        column = [cells[n] for _, cells in rows]
        parts = [part for cell in column for part in _divided(cell)] if divided else column
        widths.append(max(map(cell_len, (heading, *parts))))
    return widths


def _divided(cell: str) -> list[str]:
    """The word and the figures of a cell: the last blank parts them."""
    return cell.rsplit(" ", 1)


def _table(columns: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], widths: Sequence[int]) -> Iterator[str]:
    yield from _beside([wrap(columns[0], widths[0]), *([name] for name in columns[1:])], widths)
    yield (" " * _GAP).join("-" * w for w in widths)
    for title, cells in rows:
        fitted = [[cell] if cell_len(cell) <= w else _divided(cell) for cell, w in zip(cells, widths[1:], strict=True)]
        yield from _beside([wrap(title, widths[0]), *fitted], widths)


def _beside(cells: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    for n in range(max(map(len, cells))):
        parts = [cell[n] if n < len(cell) else "" for cell in cells]
        yield (" " * _GAP).join(part + " " * (w - cell_len(part)) for part, w in zip(parts, widths, strict=True))


def _listed(columns: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], width: int) -> Iterator[str]:
    for title, cells in rows:
        yield from wrap(title, width)
        for name, cell in zip(columns[1:], cells, strict=True):
            if cell != BLANK:
                yield from (f"  {line}" for line in wrap(f"{name} {cell}", width - 2))
