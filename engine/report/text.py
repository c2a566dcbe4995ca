"""Renders a report for a terminal: plain characters of certain width, wrapped, no colour."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from engine.report.blocks import Block, Bullets, Document, Heading, KeyValue, Line, Paragraph, Table
from engine.report.marks import mark
from engine.report.wrap import GLUE, wrap

# Characters that are one cell to some terminals and two to others, and what is sure instead.
_SURE = str.maketrans(
    {
        "→": "->", "⇒": "=>", "←": "<-", "’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "–": "-", "—": "-",
        "―": "-", "×": "x", "※": "*", "●": "*", "○": "o", "■": "#", "□": "#", "△": "-", "▲": "-", "・": "・",
        "①": "(1)", "②": "(2)", "③": "(3)", "④": "(4)", "⑤": "(5)", "±": "+/-", "°": "度", "−": "-", "‐": "-",
    }
)  # fmt: skip
_GAP = 2
_LEAST = 8


def render(document: Document, width: int = 80) -> str:
    """The report as text whose lines are at most ``width`` cells wide."""
    lines: list[str] = []
    for block in document.blocks:
        lines += [line.rstrip() for line in _block(block, document.lang, width)] + [""]
    return "\n".join(lines).rstrip("\n") + "\n"


def sure(text: str) -> str:
    """The text without the commonest characters of uncertain width."""
    return text.translate(_SURE)


def _block(block: Block, lang: str, width: int) -> Iterator[str]:
    match block:
        case Heading():
            yield from _heading(block, lang, width)
        case Paragraph():
            yield from _line(block.line, lang, width, 0, "")
        case Bullets():
            for line in block.lines:
                yield from _line(line, lang, width, 0, "- ")
        case KeyValue():
            for line in block.lines:
                yield from _line(line, lang, width, 0, "")
        case Table():
            yield from _table(block, width)


def _heading(block: Heading, lang: str, width: int) -> Iterator[str]:
    lines = wrap(sure(block.text + mark(block.source, lang)), width if block.level != 2 else width - 3)
    if block.level == 1:
        yield from lines
        yield "=" * min(width, max(map(cell_len, lines)))
    elif block.level == 2:
        yield from (f"## {line}" if n == 0 else f"   {line}" for n, line in enumerate(lines))
    else:
        yield from lines


def _line(line: Line, lang: str, width: int, depth: int, bullet: str) -> Iterator[str]:
    """A statement and what is under it, indented by two cells a level."""
    indent = " " * (2 * depth)
    label = line.label + ("：" if lang == "ja" else ": ") if line.label else ""
    text = sure(label + line.text) + _glued(line, lang)
    hanging = " " * len(bullet)
    for n, part in enumerate(wrap(text, max(width - len(indent) - len(bullet), _LEAST))):
        yield indent + (bullet if n == 0 else hanging) + part
    for below in line.below:
        yield from _line(below, lang, width, depth + 1, "- ")


def _glued(line: Line, lang: str) -> str:
    """The mark of a line, to be kept in one piece."""
    text = mark(line.source, lang)
    return text[:1] + text[1:].replace(" ", GLUE)


def _table(table: Table, width: int) -> Iterator[str]:
    rows = [tuple(map(sure, row)) for row in (table.header, *table.rows)]
    widths = _widths(rows, width)
    for n, row in enumerate(rows):
        yield from _row(row, widths)
        if n == 0:
            yield (" " * _GAP).join("-" * w for w in widths)


def _row(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    for n in range(max(map(len, cells))):
        parts = [cell[n] if n < len(cell) else "" for cell in cells]
        yield (" " * _GAP).join(part + " " * (w - cell_len(part)) for part, w in zip(parts, widths, strict=True))


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The natural widths, the widest columns narrowed until the table fits."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    while sum(widths) + _GAP * (len(widths) - 1) > width and max(widths) > _LEAST:
        widths[widths.index(max(widths))] -= 1
    return widths
