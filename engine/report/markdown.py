"""Renders a report as Markdown; whatever is not ours is escaped."""

import re
from collections.abc import Iterator, Sequence

from engine.model.text import Lang
from engine.report.blocks import (
    Bar,
    Bars,
    Block,
    Board,
    BoardRow,
    Bullets,
    Document,
    Heading,
    HeatMap,
    KeyValue,
    Line,
    Note,
    Paragraph,
    Table,
)
from engine.report.figures import MARK, cell_mark, headers, lang_of, legend, numbered, place_mark, spans
from engine.report.heat import legend as heat_legend
from engine.report.heat import told_cells
from engine.report.marks import mark

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")
_BAR = 20
_LEADING = re.compile(r"^(\s*)(?:([-+])|(\d+)([.)]))(?=\s)")
"""What begins a list at the beginning of a line: a dash, or a number with its point."""


def render(document: Document) -> str:
    """The report as Markdown."""
    parts = ("\n".join(_block(block, number, lang_of(document))) for block, number in numbered(document))
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _LEADING.sub(_unlisted, _inline(text))


def _unlisted(found: re.Match[str]) -> str:
    """The beginning of a list as plain text; of a number only its point can be escaped."""
    space, dash, number, point = found.groups()
    return f"{space}\\{dash}" if dash else f"{space}{number}\\{point}"


def _inline(text: str) -> str:
    """Text within a line, where nothing begins a list."""
    return _SPECIAL.sub(r"\\\1", text)


def _block(block: Block, number: str, lang: Lang) -> Iterator[str]:
    match block:
        case Heading():
            yield "#" * block.level + " " + _inline(block.text + mark(block.source, lang))
        case Paragraph():
            yield _text(block.line, lang)
            if block.line.below:
                yield ""
                yield from _lines(block.line.below, lang)
        case Bullets() | KeyValue():
            yield from _lines(block.lines, lang)
        case Note():
            yield from (f"> {line}".rstrip() for line in _block(Paragraph(block.line), "", lang))
        case Table() | Board() | Bars() | HeatMap():
            yield from _captioned(block, number, lang)


def _lines(lines: tuple[Line, ...], lang: Lang, depth: int = 0) -> Iterator[str]:
    for line in lines:
        yield "  " * depth + "- " + _text(line, lang)
        yield from _lines(line.below, lang, depth + 1)


def _text(line: Line, lang: Lang) -> str:
    label = f"**{escaped(line.label)}**" + ("：" if lang == "ja" else ": ") if line.label else ""
    return (label + escaped(line.text + mark(line.source, lang))).rstrip()


def _captioned(block: Table | Board | Bars | HeatMap, number: str, lang: Lang) -> Iterator[str]:
    """The caption with its number, then the figure as a table."""
    if block.caption:
        yield f"**{escaped(f'{number} {block.caption}')}**"
        yield ""
    match block:
        case Table():
            yield from _table((block.header, *block.rows))
        case Board():
            yield from _table(_board_rows(block, lang))
            for line in legend(block, lang):
                yield from ("", escaped(line))
        case Bars():
            yield from _table([("", "", ""), *((bar.label, _drawn(block, bar), bar.text) for bar in block.bars)])
        case HeatMap():
            yield from _table([block.columns, *((row.title, *told_cells(row, lang)) for row in block.rows)])
            for line in heat_legend(block, lang):
                yield from ("", escaped(line))


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for n, row in enumerate(rows):
        yield "| " + " | ".join(_cell(cell) for cell in row) + " |"
        if n == 0:
            yield "|" + " --- |" * len(row)


def _cell(text: str) -> str:
    """A cell on one line, its own lines divided by a tag: a break would end its row."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "<br>".join(_inline(line) for line in lines if line)


def _board_rows(board: Board, lang: Lang) -> list[tuple[str, ...]]:
    return [headers(board, lang), *(_board_row(row) for row in board.rows)]


def _board_row(row: BoardRow) -> tuple[str, ...]:
    cells = (f"{cell_mark(row, cell)} [{MARK[cell.status]}] {cell.title}" for cell in row.cells)
    return (f"{place_mark(row)} {row.code} {row.title}", *cells)


def _drawn(bars: Bars, bar: Bar) -> str:
    """``+`` above nought, ``-`` below, as many as the bar is long."""
    start, end, _ = spans(bars, bar)
    count = max(round((end - start) * _BAR), 1) if bar.value else 0
    return ("+" if bar.value > 0 else "-") * count
