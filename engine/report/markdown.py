"""Renders a report as Markdown; whatever is not ours is escaped."""

import re
from collections.abc import Iterator

from engine.report.blocks import Block, Bullets, Document, Heading, KeyValue, Line, Paragraph, Table
from engine.report.marks import mark

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")
_LEADING = re.compile(r"^(\s*)([-+]|\d+\.)(?=\s)")


def render(document: Document) -> str:
    """The report as Markdown."""
    parts = ("\n".join(_block(block, document.lang)) for block in document.blocks)
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _LEADING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _block(block: Block, lang: str) -> Iterator[str]:
    match block:
        case Heading():
            yield "#" * block.level + " " + escaped(block.text + mark(block.source, lang))
        case Paragraph():
            yield _text(block.line, lang)
            if block.line.below:
                yield ""
                yield from _lines(block.line.below, lang)
        case Bullets() | KeyValue():
            yield from _lines(block.lines, lang)
        case Table():
            yield from _table(block)


def _lines(lines: tuple[Line, ...], lang: str, depth: int = 0) -> Iterator[str]:
    for line in lines:
        yield "  " * depth + "- " + _text(line, lang)
        yield from _lines(line.below, lang, depth + 1)


def _text(line: Line, lang: str) -> str:
    label = f"**{escaped(line.label)}**" + ("：" if lang == "ja" else ": ") if line.label else ""
    return (label + escaped(line.text + mark(line.source, lang))).rstrip()


def _table(table: Table) -> Iterator[str]:
    for n, row in enumerate((table.header, *table.rows)):
        yield "| " + " | ".join(map(escaped, row)) + " |"
        if n == 0:
            yield "|" + " --- |" * len(row)
