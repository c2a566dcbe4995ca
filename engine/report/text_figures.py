"""Draws tables, the board and bars for a terminal: plain characters, within the width, nothing told by colour."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len

from engine.model.text import Lang
from engine.report.blocks import Bar, Bars, Board, BoardRow, Table
from engine.report.figures import MARK, cell_mark, headers, place_mark, spans
from engine.report.wrap import wrap

_GAP = 2
_LEAST = 8
_BAR = 20


def table_lines(table: Table, width: int) -> Iterator[str]:
    """The columns beside each other, long cells wrapped."""
    rows = [table.header, *table.rows]
    widths = _widths(rows, width, table.shares)
    for n, row in enumerate(rows):
        yield from _row(row, widths)
        if n == 0:
            yield (" " * _GAP).join("-" * w for w in widths)


def board_lines(board: Board, lang: Lang, width: int) -> Iterator[str]:
    """A type a line, its phases beside it; where that is too wide, the phases below it."""
    rows = [[_type(row), *_cells(row)] for row in board.rows]
    table = [[f"  {name}" for name in headers(board, lang)], *rows]
    widths = [max(map(cell_len, column)) for column in zip_longest(*table, fillvalue="")]
    if sum(widths) + _GAP * (len(widths) - 1) <= width:
        for row in table:
            yield from _beside([[cell] for cell in row], widths[: len(row)])
        return
    for name, *cells in rows:
        yield from _hanging(name[:2], name[2:], width)
        for cell in cells:
            mark, _, title = cell.partition("] ")
            yield from _hanging(f"  {mark}] ", title, width)


def _type(row: BoardRow) -> str:
    return f"{place_mark(row) or ' '} {row.code} {row.title}"


def _cells(row: BoardRow) -> Iterator[str]:
    for cell in row.cells:
        yield f"{cell_mark(row, cell) or ' '} [{MARK[cell.status]}] {cell.title}"


def _hanging(lead: str, text: str, width: int) -> Iterator[str]:
    for n, line in enumerate(wrap(text, max(width - cell_len(lead), _LEAST))):
        yield (lead if n == 0 else " " * cell_len(lead)) + line


def bars_lines(bars: Bars, width: int) -> Iterator[str]:
    """A bar a line between its name and its value; the axis stands where the scale is nought."""
    if not bars.bars:
        return
    names = max(_LEAST, min(max(cell_len(bar.label) for bar in bars.bars), width // 3))
    values = max(_LEAST, min(max(cell_len(bar.text) for bar in bars.bars), width // 4))
    length = max(min(_BAR, width - names - values - 2 * _GAP - 1), 4)
    for bar in bars.bars:
        cells = (wrap(bar.label, names), [_drawn(bars, bar, length)], wrap(bar.text, values))
        yield from _beside(cells, (names, length + 1, values))


def _drawn(bars: Bars, bar: Bar, length: int) -> str:
    """``#`` for a value above nought, ``-`` for one below; a value that is not nought has at least one mark."""
    start, end, nought = (round(at * length) for at in spans(bars, bar))
    left = max(nought - start, 1) if bar.value < 0 else 0
    right = max(end - nought, 1) if bar.value > 0 else 0
    nought = min(max(nought, left), length - right)
    return " " * (nought - left) + "-" * left + "|" + "#" * right


def _row(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    return _beside([wrap(cell, width) for cell, width in zip(row, widths, strict=True)], widths)


def _beside(cells: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    """Cells that are lines already, beside each other."""
    for n in range(max(map(len, cells), default=0)):
        parts = [cell[n] if n < len(cell) else "" for cell in cells]
        yield (" " * _GAP).join(part + " " * (w - cell_len(part)) for part, w in zip(parts, widths, strict=True))


def _widths(rows: Sequence[Sequence[str]], width: int, shares: Sequence[float]) -> list[int]:
    """The natural widths; where they do not fit, the shares asked for, else the widest columns narrowed."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    room = width - _GAP * (len(widths) - 1)
    if sum(widths) > room and len(shares) == len(widths) and sum(shares) > 0:
        widths = [max(int(room * share / sum(shares)), _LEAST) for share in shares]
    while sum(widths) > room and max(widths) > _LEAST:
        widths[widths.index(max(widths))] -= 1
    return widths
