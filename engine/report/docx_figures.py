"""Draws tables, the board and bars for Word out of table cells: no pictures, and legible in black and white."""

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len

from engine.assess.words import STATUS
from engine.model.assessment import Status
from engine.model.text import Lang
from engine.report.blocks import Bar, Bars, Board, BoardCell, BoardRow, HeatCell, HeatMap, HeatState, Table
from engine.report.docx_xml import Element, cell, paragraph, row, run, table
from engine.report.figures import FILLED, PLACE, cell_mark, headers, place_mark, spans
from engine.report.heat import told

INK = "1F3A68"
LIT = "EAF0F8"
_UNITS = 40
_CELL = 90
"""How wide a terminal cell of text is taken to be: half a character of the text of tables."""
_HEAT_SHARE = 0.77
"""How much of the width of a heat map its columns share; the names have the rest."""
_SHORT = 16
"""A table of so many lines is not divided between pages."""
_LEAST = 6
_MOST = 60

Ids = Mapping[str, str]
"""The ids of styles by name in small letters."""


def table_of(block: Table, ids: Ids, width: int) -> Element:
    """A table with a header that is repeated on every page."""
    widths = _widths(block, width)
    lines = [row((_cell(w, text, ids, bold=True) for w, text in zip(widths, block.header, strict=True)), header=True)]
    last = len(block.rows) - 1
    short = sum(_height(one, widths) for one in block.rows) <= _SHORT
    lines += [
        row(_cell(w, text, ids, keep=short and n < last) for w, text in zip(widths, one, strict=True))
        for n, one in enumerate(block.rows)
    ]
    return table(ids["shuseki table"], widths, lines, told=block.caption)


def _cell(width: int, text: str, ids: Ids, *, bold: bool = False, keep: bool = False) -> Element:
    return cell(width, [paragraph(ids["shuseki cell"], run(text, bold=bold), keepNext=bold or keep)])


def _height(cells: Sequence[str], widths: Sequence[int]) -> int:
    """About how many lines a row takes."""
    return max((-(-cell_len(text) * _CELL // max(width - 180, 1)) for text, width in zip(cells, widths, strict=True)))


def _widths(block: Table, width: int) -> list[int]:
    """As shared out by the report; else by what the columns hold, the wide ones held back."""
    shares = block.shares
    if len(shares) != len(block.header) or sum(shares) <= 0:
        columns = zip(block.header, *block.rows, strict=True)
        shares = tuple(min(max(max(map(cell_len, column)), _LEAST), _MOST) ** 0.75 for column in columns)
    widths = [int(width * share / sum(shares)) for share in shares]
    return [*widths[:-1], width - sum(widths[:-1])]


def board_of(board: Board, ids: Ids, lang: Lang, width: int) -> Element:
    """The board as a table: the cell where work stands has a thick frame, a mark and a word."""
    titles = headers(board, lang)
    phases = max(len(titles) - 1, 1)
    name = int(width * 0.3) if phases > 1 else width // 2
    widths = [width - phases * ((width - name) // phases), *([(width - name) // phases] * phases)]
    top = row(
        (cell(w, [_small(ids, run(title, bold=True))]) for w, title in zip(widths, titles, strict=False)), header=True
    )
    lines = [row(_board_row(one, ids, lang, widths)) for one in board.rows]
    return table(ids["shuseki table"], widths[: len(titles)], [top, *lines], told=board.caption)


def _board_row(one: BoardRow, ids: Ids, lang: Lang, widths: Sequence[int]) -> Iterator[Element]:
    name = f"{_mark(place_mark(one), lang)}{one.code} {one.title}"
    told = f"{'（' if lang == 'ja' else ' ('}{PLACE[one.place].get(lang)}{'）' if lang == 'ja' else ')'}"
    content = [*run(name, bold=one.place == "here"), *run(told if one.place != "none" else "")]
    yield cell(widths[0], [_small(ids, content)], fill=LIT if one.place == "here" else "")
    for phase, width in zip(one.cells, widths[1:], strict=False):
        yield _phase(one, phase, ids, lang, width)
    for width in widths[1 + len(one.cells) :]:
        yield cell(width, [_small(ids)])


def _mark(mark: str, lang: Lang) -> str:
    """The marks of the board, as wide as the text around them."""
    return {">": "▶ ", "?": "？ " if lang == "ja" else "? ", "": ""}[mark]


def _phase(one: BoardRow, phase: BoardCell, ids: Ids, lang: Lang, width: int) -> Element:
    """A phase of a type; a dashed frame where work would stand, were it this type."""
    lines = [
        _small(ids, run(_mark(cell_mark(one, phase), lang) + phase.title, bold=phase.here)),
        _small(ids, run(f"{gauge(phase.status, lang)} {STATUS[phase.status].get(lang)}")),
    ]
    if not phase.here:
        return cell(width, lines)
    open_ = one.place == "open"
    frame = {"val": "dashed" if open_ else "single", "sz": 12 if open_ else 18, "color": INK}
    borders = dict.fromkeys(("top", "left", "bottom", "right"), frame)
    return cell(width, lines, fill="" if open_ else LIT, borders=borders)


def gauge(status: Status, lang: Lang) -> str:
    """Four boxes, as many filled as the key factor is met; question marks where it is unknown."""
    unknown = "？？？？" if lang == "ja" else "????"
    return unknown if status == "unknown" else "■" * FILLED[status] + "□" * (4 - FILLED[status])


_FULL = "C5D4EA"
_HEAT: dict[HeatState, str] = {"there": _FULL, "partly": LIT, "suggested": "", "missing": "", "blank": ""}
_FRAME: dict[HeatState, dict[str, object]] = {
    "suggested": {"val": "dashed", "sz": 12, "color": INK},
    "missing": {"val": "single", "sz": 18, "color": INK},
}


def heat_of(heat: HeatMap, ids: Ids, lang: Lang, width: int) -> Element:
    """The heat map as a table: what is there is filled, what is missing has a thick frame; each says so in a word."""
    columns = max(len(heat.columns) - 1, 1)
    each = int(width * _HEAT_SHARE / columns)
    widths = [width - each * (len(heat.columns) - 1), *([each] * (len(heat.columns) - 1))]
    titles = zip(widths, heat.columns, strict=True)
    lines = [row((cell(w, [_small(ids, run(title, bold=True))]) for w, title in titles), header=True)]
    for one in heat.rows:
        cells = (_heat_cell(each, each_cell, ids, lang) for each_cell in one.cells)
        lines.append(row([cell(widths[0], [_small(ids, run(one.title))]), *cells]))
    return table(ids["shuseki table"], widths, lines, told=heat.caption)


def _heat_cell(width: int, one: HeatCell, ids: Ids, lang: Lang) -> Element:
    content = [_small(ids, run(told(one, lang), bold=one.state == "missing"))]
    frame = _FRAME.get(one.state)
    borders = dict.fromkeys(("top", "left", "bottom", "right"), frame) if frame else {}
    return cell(width, content, fill=_HEAT[one.state], borders=borders)


def _small(ids: Ids, content: Sequence[Element] = ()) -> Element:
    return paragraph(ids["shuseki cell"], content, keepNext=True)


def bars_of(bars: Bars, ids: Ids, width: int, alike: Sequence[Bar]) -> Element:
    """The bars as cells along a scale: filled to the right of nought, striped to the left.

    ``alike``: the bars of all figures on this scale; each has the same room in every one of them.
    """
    name = int(width * _share(max((cell_len(bar.label) for bar in alike), default=0), width))
    text = int(width * _share(max((cell_len(bar.text) for bar in alike), default=0), width))
    unit = (width - name - text) // _UNITS
    widths = [width - text - unit * _UNITS, *([unit] * _UNITS), text]
    lines = [row(_bar(bars, bar, ids, widths)) for bar in bars.bars]
    return table(ids["normal table"], widths, lines, header=False, told=bars.caption)


def _share(longest: int, width: int) -> float:
    """The share of the width that texts of so many terminal cells take, within bounds."""
    return min(max((longest * _CELL + 250) / max(width, 1), 0.08), 0.36)


def _bar(bars: Bars, bar: Bar, ids: Ids, widths: Sequence[int]) -> Iterator[Element]:
    start, end, nought = (round(at * _UNITS) for at in spans(bars, bar))
    if bar.value and start == end:
        start, end = (max(start - 1, 0), start) if bar.value < 0 else (start, min(start + 1, _UNITS))
    nought = end if bar.value < 0 else start if bar.value > 0 else min(nought, _UNITS - 1)
    yield cell(widths[0], [_small(ids, run(bar.label))])
    if bar.value:
        yield from _stretch(start, widths[1], ids)
        side = "right" if bar.value < 0 else "left"
        yield from _stretch(
            end - start, widths[1], ids, fill=INK, pattern="diagStripe" if bar.value < 0 else "clear", axis=side
        )
        yield from _stretch(_UNITS - end, widths[1], ids)
    else:
        yield from _stretch(nought, widths[1], ids)
        yield from _stretch(_UNITS - nought, widths[1], ids, axis="left")
    yield cell(widths[-1], [_small(ids, run(bar.text))])


def _stretch(
    units: int, unit: int, ids: Ids, *, fill: str = "", pattern: str = "clear", axis: str = ""
) -> Iterator[Element]:
    """So many units of the scale as one cell; white above and below, so that bars do not touch."""
    if units <= 0:
        return
    white = {"val": "single", "sz": 32, "color": "FFFFFF"}
    borders: dict[str, Mapping[str, object]] = {"top": white, "bottom": white} if fill else {}
    if axis:
        borders[axis] = {"val": "single", "sz": 8, "color": "1B2430"}
    yield cell(units * unit, [_small(ids)], span=units, fill=fill, pattern=pattern, borders=borders)
