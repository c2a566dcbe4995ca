"""Renders a report for a terminal: plain characters of certain width, wrapped, no colour."""

from collections.abc import Iterator
from dataclasses import replace

from rich.cells import cell_len

from engine.model.text import Lang
from engine.report.blocks import (
    Bar,
    Bars,
    Block,
    Board,
    BoardCell,
    BoardRow,
    Bullets,
    Document,
    Heading,
    HeatMap,
    HeatRow,
    KeyValue,
    Line,
    Note,
    Paragraph,
    Table,
)
from engine.report.figures import lang_of, legend, numbered
from engine.report.heat import legend as heat_legend
from engine.report.marks import mark
from engine.report.text_figures import bars_lines, board_lines, table_lines
from engine.report.text_heat import heat_lines
from engine.report.wrap import GLUE, wrap

# Characters that are one cell to some terminals and two to others, and what is sure instead.
_SURE = str.maketrans(
    {
        "→": "->", "⇒": "=>", "←": "<-", "’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "–": "-", "—": "-",
        "―": "-", "×": "x", "※": "*", "●": "*", "○": "o", "■": "#", "□": "#", "△": "-", "▲": "-", "・": "・",
        "①": "(1)", "②": "(2)", "③": "(3)", "④": "(4)", "⑤": "(5)", "±": "+/-", "°": "度", "−": "-", "‐": "-",
    }
)  # fmt: skip
_LEAST = 8


def render(document: Document, width: int = 80) -> str:
    """The report as text whose lines are at most ``width`` cells wide."""
    lines: list[str] = []
    for block, number in numbered(document):
        if told := [line.rstrip() for line in _block(block, number, lang_of(document), width)]:
            lines += [*told, ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def sure(text: str) -> str:
    """The text without the commonest characters of uncertain width."""
    return text.translate(_SURE)


def _block(block: Block, number: str, lang: Lang, width: int) -> Iterator[str]:
    match block:
        case Heading():
            yield from _heading(block, lang, width)
        case Paragraph():
            yield from _line(block.line, lang, width, 0, "")
        case Note():
            yield from (f"| {line}" for line in _line(block.line, lang, width - 2, 0, ""))
        case Bullets():
            for line in block.lines:
                yield from _line(line, lang, width, 0, "- ")
        case KeyValue():
            for line in block.lines:
                yield from _line(line, lang, width, 0, "")
        case Table() | Board() | Bars() | HeatMap():
            yield from _figure(block, number, lang, width)


def _figure(block: Table | Board | Bars | HeatMap, number: str, lang: Lang, width: int) -> Iterator[str]:
    """The caption with its number, then what it is the caption of."""
    if block.caption:
        yield from wrap(sure(f"{number}  {block.caption}"), width)
    match block:
        case Table():
            rows = tuple(tuple(map(sure, row)) for row in block.rows)
            yield from table_lines(replace(block, header=tuple(map(sure, block.header)), rows=rows), width)
        case Board():
            yield from board_lines(replace(block, rows=tuple(map(_sure_row, block.rows))), lang, width)
            for line in legend(block, lang):
                yield from wrap(sure(line), width)
        case Bars():
            yield from bars_lines(replace(block, bars=tuple(map(_sure_bar, block.bars))), width)
        case HeatMap():
            named = tuple(HeatRow(sure(row.title), row.cells) for row in block.rows)
            yield from heat_lines(replace(block, columns=tuple(map(sure, block.columns)), rows=named), lang, width)
            for line in heat_legend(block, lang):
                yield from wrap(sure(line), width)


def _sure_row(row: BoardRow) -> BoardRow:
    cells = tuple(BoardCell(sure(cell.title), cell.status, cell.here) for cell in row.cells)
    return replace(row, title=sure(row.title), cells=cells)


def _sure_bar(bar: Bar) -> Bar:
    return replace(bar, label=sure(bar.label), text=sure(bar.text))


def _heading(block: Heading, lang: Lang, width: int) -> Iterator[str]:
    lines = wrap(sure(block.text + mark(block.source, lang)), width if block.level != 2 else width - 3)
    if block.level == 1:
        yield from lines
        yield "=" * min(width, max(map(cell_len, lines)))
    elif block.level == 2:
        yield from (f"## {line}" if n == 0 else f"   {line}" for n, line in enumerate(lines))
    else:
        yield from lines


def _line(line: Line, lang: Lang, width: int, depth: int, bullet: str) -> Iterator[str]:
    """A statement and what is under it, indented by two cells a level."""
    indent = " " * (2 * depth)
    label = line.label + ("：" if lang == "ja" else ": ") if line.label else ""
    text = sure(label + line.text) + _glued(line, lang)
    hanging = " " * len(bullet)
    for n, part in enumerate(wrap(text, max(width - len(indent) - len(bullet), _LEAST))):
        yield indent + (bullet if n == 0 else hanging) + part
    for below in line.below:
        yield from _line(below, lang, width, depth + 1, "- ")


def _glued(line: Line, lang: Lang) -> str:
    """The mark of a line, to be kept in one piece."""
    text = mark(line.source, lang)
    return text[:1] + text[1:].replace(" ", GLUE)
