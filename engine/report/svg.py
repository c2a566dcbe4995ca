"""Draws the board and bars as SVG to stand inside a page: text as text, told by marks and patterns, never by colour."""

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from rich.cells import cell_len

from engine.assess.words import STATUS
from engine.interview.visible import visible
from engine.model.assessment import Status
from engine.model.text import Lang
from engine.report.blocks import Bar, Bars, Board, BoardCell, BoardRow
from engine.report.figures import FILLED, HERE, HERE_IF, PLACE, headers, place_mark, spans
from engine.report.wrap import wrap

_WIDTH = 720
_SIZE = 13
_CELL = _SIZE * 0.54
"""How wide a terminal cell of text is taken to be: half a Japanese character, and room for wide Latin letters."""
_LINE = 18
_PAD = 8
_NAME = 204
_HEAD = 24
_GAUGE = 9
_BAR = 16
_STEP = 26


def board(board: Board, lang: Lang, name: str) -> str:
    """The board as an ``svg`` element. ``name`` makes its ids unique within the page."""
    root = _root(name, board.caption, "\n".join(_told(row, lang) for row in board.rows))
    columns = max((len(row.cells) for row in board.rows), default=0) or 1
    width = (_WIDTH - _NAME) / columns
    for n, title in enumerate(headers(board, lang)):
        _text(root, _PAD if n == 0 else _NAME + (n - 1) * width + _PAD, _HEAD - 8, title, "head")
    top = float(_HEAD)
    for row in board.rows:
        height = _row(root, row, lang, top, width)
        top += height
    return _closed(root, top + 2)


def _told(row: BoardRow, lang: Lang) -> str:
    """A row in words, for those who hear the page."""
    here = (HERE_IF if row.place == "open" else HERE).get(lang)
    cells = ", ".join(
        f"{cell.title} {STATUS[cell.status].get(lang)}" + (f" ({here})" if cell.here else "") for cell in row.cells
    )
    return f"{PLACE[row.place].get(lang)} {row.code} {row.title}: {cells}".lstrip()


def _row(root: ET.Element, row: BoardRow, lang: Lang, top: float, width: float) -> float:
    """Draws a type with its phases; how high it is."""
    name = _lines(f"{row.code} {row.title}", _NAME - 3 * _PAD - _SIZE)
    titles = [_lines(cell.title, width - 2 * _PAD) for cell in row.cells]
    height = max([len(name) + 1, *(len(title) + 2 for title in titles)]) * _LINE + 2 * _PAD
    if row.place == "here":
        _rect(root, 0, top, _WIDTH, height, "lit")
    _place(root, row, _PAD, top + _PAD + _SIZE)
    for n, line in enumerate(name):
        _text(root, 2 * _PAD + _SIZE, top + _PAD + _SIZE + n * _LINE, line, f"name {row.place}")
    word = "" if row.place == "none" else PLACE[row.place].get(lang)
    _text(root, 2 * _PAD + _SIZE, top + _PAD + _SIZE + len(name) * _LINE, word, "small")
    for n, (cell, title) in enumerate(zip(row.cells, titles, strict=True)):
        _cell(root, row, cell, title, lang, (_NAME + n * width, top, width, height))
    return height


def _place(root: ET.Element, row: BoardRow, left: float, base: float) -> None:
    if row.place == "here":
        _triangle(root, left, base)
    else:
        _text(root, left, base, place_mark(row), "name open")


def _triangle(root: ET.Element, left: float, base: float) -> None:
    points = f"{left},{base - 11} {left + 10},{base - 5.5} {left},{base}"
    ET.SubElement(root, "polygon", {"points": points, "class": "ink"})


def _cell(
    root: ET.Element,
    row: BoardRow,
    cell: BoardCell,
    title: list[str],
    lang: Lang,
    box: tuple[float, float, float, float],
) -> None:
    left, top, width, height = box
    frame = f"cell {row.place}" if cell.here else "cell"
    _rect(root, left + 2, top + 2, width - 4, height - 4, frame)
    base = top + _PAD + _SIZE
    for n, line in enumerate(title):
        _text(root, left + _PAD, base + n * _LINE, line, "title here" if cell.here else "title")
    base += len(title) * _LINE
    _gauge(root, cell.status, left + _PAD, base - _GAUGE)
    _text(root, left + _PAD + 5 * (_GAUGE + 2), base, STATUS[cell.status].get(lang), "small")
    if cell.here:
        _place(root, row, left + _PAD, base + _LINE)
        _text(root, left + _PAD + 15, base + _LINE, (HERE_IF if row.place == "open" else HERE).get(lang), "small here")


def _gauge(root: ET.Element, status: Status, left: float, top: float) -> None:
    """Four boxes, as many filled as the key factor is met; question marks where it is unknown."""
    for n in range(4):
        at = left + n * (_GAUGE + 2)
        if status == "unknown":
            _text(root, at + 1, top + _GAUGE, "?", "small")
        else:
            _rect(root, at, top, _GAUGE, _GAUGE, "ink" if n < FILLED[status] else "empty")


def bars(bars: Bars, name: str, alike: Sequence[Bar]) -> str:
    """The bars as an ``svg`` element, values below nought hatched to the left of the axis.

    ``alike``: the bars of all figures on this scale; each has the same room in every one of them.
    """
    root = _root(name, bars.caption, "\n".join(f"{bar.label}: {bar.text}" for bar in bars.bars))
    _hatch(root, name)
    labels = [_lines(bar.label, 220) for bar in bars.bars]
    left = _widest((bar.label for bar in alike), 220) + 3 * _PAD
    texts = [_lines(bar.text, 160) for bar in bars.bars]
    room = _WIDTH - left - _widest((bar.text for bar in alike), 160) - 3 * _PAD
    top = float(_PAD)
    for bar, label, text in zip(bars.bars, labels, texts, strict=True):
        height = max(len(label), len(text), 1) * _LINE + _STEP - _LINE
        _bar(root, bars, bar, name, (left, top + (height - _BAR) / 2, room))
        for x, lines in ((0.0, label), (left + room + _PAD, text)):
            for n, line in enumerate(lines):
                _text(root, x, top + (height - len(lines) * _LINE) / 2 + _SIZE + 1 + n * _LINE, line, "title")
        top += height
    nought = left + room * (spans(bars, bars.bars[0])[2] if bars.bars else 0)
    ET.SubElement(root, "line", _numbers(x1=nought, x2=nought, y1=_PAD / 2, y2=top) | {"class": "axis"})
    return _closed(root, top + _PAD)


def _widest(texts: Iterable[str], most: float) -> float:
    """The room that texts take when broken to lines of at most so much."""
    return min(max((_long(line) for text in texts for line in _lines(text, most)), default=0), most)


def _bar(root: ET.Element, bars: Bars, bar: Bar, name: str, box: tuple[float, float, float]) -> None:
    left, top, room = box
    start, end, _ = spans(bars, bar)
    if bar.value:
        drawn = _rect(root, left + start * room, top, max((end - start) * room, 2), _BAR, "ink")
        if bar.value < 0:
            drawn.attrib |= {"class": "edge", "fill": f"url(#{name}-hatch)"}


def _hatch(root: ET.Element, name: str) -> None:
    defs = ET.SubElement(root, "defs")
    size = {"width": "6", "height": "6", "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
    pattern = ET.SubElement(defs, "pattern", {"id": f"{name}-hatch", **size})
    ET.SubElement(pattern, "line", {"x1": "0", "y1": "0", "x2": "0", "y2": "6", "class": "hatch"})


def _root(name: str, title: str, told: str) -> ET.Element:
    root = ET.Element("svg", {"role": "img", "aria-labelledby": f"{name}-title {name}-told"})
    ET.SubElement(root, "title", {"id": f"{name}-title"}).text = visible(title)
    ET.SubElement(root, "desc", {"id": f"{name}-told"}).text = visible(told, keep="\n")
    return root


def _closed(root: ET.Element, height: float) -> str:
    root.set("viewBox", f"0 0 {_WIDTH} {height:g}")
    return ET.tostring(root, encoding="unicode", short_empty_elements=False)


def _lines(text: str, width: float) -> list[str]:
    return wrap(visible(text), max(int(width / _CELL), 4))


def _long(text: str) -> float:
    return cell_len(text) * _CELL


def _text(root: ET.Element, x: float, y: float, text: str, style: str) -> None:
    if text:
        ET.SubElement(root, "text", {**_numbers(x=x, y=y), "class": style}).text = visible(text)


def _rect(root: ET.Element, x: float, y: float, width: float, height: float, style: str) -> ET.Element:
    return ET.SubElement(root, "rect", {**_numbers(x=x, y=y, width=width, height=height), "class": style})


def _numbers(**numbers: float) -> dict[str, str]:
    return {key: f"{number:.1f}".removesuffix(".0") for key, number in numbers.items()}
