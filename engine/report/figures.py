"""What every format draws alike: the marks of the board, the numbers of tables and figures."""

from collections.abc import Iterator
from itertools import dropwhile
from typing import Literal

from engine.assess.words import STATUS
from engine.model.assessment import Status
from engine.model.text import Lang
from engine.report.blocks import (
    Bar,
    Bars,
    Block,
    Board,
    BoardCell,
    BoardRow,
    Contents,
    Document,
    Heading,
    HeatMap,
    Table,
)
from engine.report.words import text, word

MARK: dict[Status, str] = {"met": "####", "partly": "##..", "not_met": "....", "unknown": "????"}
"""How far a key factor is met, in characters that need no colour."""
FILLED: dict[Status, int] = {"met": 4, "partly": 2, "not_met": 0, "unknown": 0}
"""How many of four boxes are filled, where boxes are drawn."""
PLACE = {"here": text("判定", "verdict"), "open": text("候補", "still open"), "none": text("", "")}
"""What a type of the verdict, and one that is left open, is called where there is room for a word."""
HERE = text("現在地", "work stands here")
"""What a phase at which work stands is called."""
HERE_IF = text("この型なら現在地", "here, if this type")
"""The same of a type that is left open."""

_KIND = {"table": text("表{}", "Table {}"), "figure": text("図{}", "Figure {}")}
_HERE = text("「>」はこの集積の型と取り組みの現在地", "'>' the type and where work stands")
_OPEN = text("「?」は候補に残る型", "'?' a type still open")
_DRAWN = text(
    "四つの四角は重要成功要因をどこまで満たすか。三角の印と太枠は、この集積の型と取り組みの現在地。",
    "The four boxes: how far the key factor is met. Triangle and thick frame: the type, and where work stands.",
)
_DRAWN_OPEN = text("「？」と破線は、候補に残る型。", "'?' and dashes: a type still open.")
_FACTORS = text("枠内は重要成功要因：", "in brackets the key factor:")


def place_mark(row: BoardRow) -> str:
    """``>`` before a type of the verdict, ``?`` before one that is left open, else nothing."""
    return {"here": ">", "open": "?", "none": ""}[row.place]


def cell_mark(row: BoardRow, cell: BoardCell) -> str:
    """The mark of a phase at which work stands."""
    return (place_mark(row) or ">") if cell.here else ""


def legend(board: Board, lang: Lang) -> tuple[str, ...]:
    """What the marks of this board mean, then what its maker has to say."""
    statuses: tuple[Status, ...] = ("met", "partly", "not_met", "unknown")
    marks = ("、" if lang == "ja" else ", ").join(f"[{MARK[s]}] {STATUS[s].get(lang)}" for s in statuses)
    places = [_HERE, *([_OPEN] if any(row.place == "open" for row in board.rows) else [])]
    start, end = ("、", "。") if lang == "ja" else ("; ", ".")
    return (
        start.join([*(one.get(lang) for one in places), f"{_FACTORS.get(lang)}{' ' * (lang == 'en')}{marks}"]) + end,
        *board.legend,
    )


def legend_drawn(board: Board, lang: Lang) -> tuple[str, ...]:
    """The legend where boxes are drawn and the states stand beside them in words."""
    open_too = any(row.place == "open" for row in board.rows)
    told = _DRAWN.get(lang) + ((" " if lang == "en" else "") + _DRAWN_OPEN.get(lang) if open_too else "")
    return (told, *board.legend)


def headers(board: Board, lang: Lang) -> tuple[str, ...]:
    """What stands above the columns of the board: type, then the phases by number."""
    most = max((len(row.cells) for row in board.rows), default=0)
    return (word("type", lang), *(word("phase_n", lang, n + 1) for n in range(most)))


def numbered(document: Document) -> Iterator[tuple[Block, str]]:
    """Every block with the number of its caption, such as ``表1`` or ``Figure 2``; empty where it has no caption."""
    counts = {"table": 0, "figure": 0}
    for block in document.blocks:
        kind = kind_of(block)
        if kind:
            counts[kind] += 1
        yield block, _KIND[kind].get(lang_of(document)).format(counts[kind]) if kind else ""


def listed(document: Document, deepest: int) -> tuple[Heading, ...]:
    """The headings that a table of contents lists: those after it, down to a level. The title is none of them."""
    after = dropwhile(lambda block: not isinstance(block, Contents), document.blocks)
    return tuple(block for block in after if isinstance(block, Heading) and 1 < block.level <= deepest)


def kind_of(block: Block) -> Literal["table", "figure"] | None:
    """Whether a block is counted as a table or a figure; one without a caption is neither."""
    if not isinstance(block, Table | Board | Bars | HeatMap) or not block.caption:
        return None
    return "table" if isinstance(block, Table) else "figure"


def lang_of(document: Document) -> Lang:
    """The language of a report, of the two there are."""
    return "en" if document.lang == "en" else "ja"


def alike(document: Document, bars: Bars) -> tuple[Bar, ...]:
    """The bars of every figure on the same scale: these are to be drawn equally long for equal values."""
    same = (
        block
        for block in document.blocks
        if isinstance(block, Bars) and (block.low, block.high) == (bars.low, bars.high)
    )
    return tuple(bar for block in same for bar in block.bars)


def spans(bars: Bars, bar: Bar) -> tuple[float, float, float]:
    """Where a bar runs on a scale from 0 to 1: its left end, its right end, and the place of nought."""
    low = min(bars.low, 0.0)
    reach = max(bars.high, 0.0) - low or 1.0
    nought, end = -low / reach, (min(max(bar.value, low), max(bars.high, 0.0)) - low) / reach
    return min(nought, end), max(nought, end), nought
