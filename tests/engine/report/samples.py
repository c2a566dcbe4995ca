"""One report with every kind of block, for the tests of what renders them."""

import io
import zipfile
from collections.abc import Iterator

import docx as python_docx
from docx.document import Document as WordDocument

from engine.model.text import Basis, Lang
from engine.report.blocks import (
    Bar,
    Bars,
    Block,
    Board,
    BoardCell,
    BoardRow,
    Bullets,
    Contents,
    Document,
    Heading,
    KeyValue,
    Line,
    Note,
    PageBreak,
    Paragraph,
    Source,
    Table,
)

BOARD = Board(
    "集積の型とフェーズ",
    (
        BoardRow("A-1", "大企業牽引型", "open", (_a := BoardCell("タテに育つ", "met", False), _a, _a)),
        BoardRow("A-2", "特定産業集積型", "none", (BoardCell("まとまる", "not_met", False), _a, _a)),
        BoardRow(
            "B",
            "誘致先行型",
            "here",
            (
                BoardCell("選ぶ", "met", False),
                BoardCell("呼び込む", "partly", True),
                BoardCell("根付く", "unknown", False),
            ),
        ),
    ),
    ("残りの説明。",),
)
BARS = Bars("型ごとの支持", (Bar("A-1", -2, "-2点"), Bar("A-2", 0, "0点"), Bar("B 誘致先行型", 5, "+5点")), -3, 6)
TABLE = Table(
    ("施策", "担い手", "時期"),
    (("団地を整備する", "市町村", "いま"), ("人を育てる", "大学等", "備える")),
    "施策一覧",
    (3, 1, 1),
)
SOURCE = Source(Basis.JUDGEMENT, ("2-1-1", "2-2-3"))


def sample(lang: Lang = "ja", *more: Block) -> Document:
    """A report of two chapters."""
    blocks: tuple[Block, ...] = (
        Heading(1, "産業集積の診断：試し"),
        KeyValue((Line("2026年4月1日", label="基準日"),)),
        Paragraph(Line("B 誘致先行型です。", SOURCE)),
        Note(Line("これは案であり、人が決める。", below=(Line("確認者を置く"),))),
        PageBreak(),
        Contents(),
        Heading(2, "型", SOURCE),
        BOARD,
        Heading(3, "視点別の支持"),
        BARS,
        Bullets((Line("外から来た", SOURCE, (Line("誘致企業が多い", below=(Line("三割"),)),)),)),
        PageBreak(),
        Heading(2, "推奨施策"),
        TABLE,
        Table(("質問", "回答"), (("人は足りるか", "分からない"),)),
    )
    return Document(
        lang, (*blocks, *more), "産業集積の診断：試し", "産業集積の診断", ("診断ダイジェスト abc", "知識の版 1")
    )


def statements(document: Document) -> Iterator[str]:
    """Every text a report says, whatever the block."""
    for block in document.blocks:
        match block:
            case Heading():
                yield block.text
            case Paragraph() | Note():
                yield from _texts((block.line,))
            case Bullets(lines) | KeyValue(lines):
                yield from _texts(lines)
            case Table():
                yield from (block.caption, *block.header)
                yield from (cell for row in block.rows for cell in row)
            case Board():
                yield from (block.caption, *block.legend)
                yield from (text for row in block.rows for text in (row.title, *(cell.title for cell in row.cells)))
            case Bars():
                yield block.caption
                yield from (text for bar in block.bars for text in (bar.label, bar.text))


def _texts(lines: tuple[Line, ...]) -> Iterator[str]:
    for line in lines:
        yield from (line.label, line.text)
        yield from _texts(line.below)


def letters(text: str) -> str:
    """The letters and digits of a text: what is left when lines are broken and marks are drawn."""
    return "".join(c for c in text if c.isalnum())


def opened(data: bytes) -> WordDocument:
    """A Word file as its library reads it."""
    return python_docx.Document(io.BytesIO(data))


def part(data: bytes, name: str) -> str:
    """A part of a packed file as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def paragraphs(data: bytes, style: str) -> list[str]:
    """The paragraphs of a Word file in a style."""
    return [p.text for p in opened(data).paragraphs if p.style is not None and p.style.name == style]
