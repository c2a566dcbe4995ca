"""What every format says in a cell of a heat map: a word and the figures, so that nothing is told by colour alone."""

from engine.model.text import Lang
from engine.report.blocks import HeatCell, HeatMap, HeatRow, HeatState
from engine.report.words import text

WORD = {
    "there": text("あり", "there"),
    "suggested": text("要確認", "check"),
    "partly": text("一部", "partly"),
    "missing": text("なし", "none"),
}
"""How much of what is needed is there."""
BLANK = "-"
"""Stands where nothing is needed."""
_LEGEND = text(
    "数字は「ある数/要る数」。「1+2?/3」は要る3のうち確認済み1、候補2。あり：すべて確認済み、要確認：候補を含めればすべて、"
    "一部：一部が不足、なし：すべて不足、-：要るものがない。",
    "Figures: there/needed; '1+2?/3': of 3 needed 1 confirmed, 2 suggested. there: all confirmed; check: all, if"
    " suggestions are right; partly: some missing; none: all missing; -: nothing needed.",
)


def word(state: HeatState, lang: Lang) -> str:
    """The word of a state."""
    return BLANK if state == "blank" else WORD[state].get(lang)


def figures(cell: HeatCell) -> str:
    """What is there of what is needed, as ``2/3``; with suggestions ``1+1?/3``."""
    return f"{cell.there}+{cell.suggested}?/{cell.needed}" if cell.suggested else f"{cell.there}/{cell.needed}"


def told(cell: HeatCell, lang: Lang) -> str:
    """A cell in a word and figures."""
    return f"{word(cell.state, lang)} {figures(cell)}" if cell.needed else BLANK


def told_cells(row: HeatRow, lang: Lang) -> tuple[str, ...]:
    """The cells of a row in words and figures."""
    return tuple(told(cell, lang) for cell in row.cells)


def legend(heat: HeatMap, lang: Lang) -> tuple[str, ...]:
    """What the cells mean, then what the map's maker has to say."""
    return (_LEGEND.get(lang), *heat.legend)
