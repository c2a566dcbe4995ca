"""Estimates how high the first page of a Word report is, so that it can be set closer where it would not fit."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from docx.oxml.ns import qn
from rich.cells import cell_len

from engine.report.docx_xml import Element

_LOOSE = 1.05
"""Lines are broken between words, so that text takes more room than its letters."""
_INSIDE = 180
"""What the margins of a table's cell take of its width, in twentieths of a point."""
_RULE = 12
"""What the line under a row takes of the height, in twentieths of a point."""
_NORMAL = {"sz": 21, "line": 320, "before": 0, "after": 80, "left": 0}


class Estimate:
    """Heights by the styles of a file, in twentieths of a point."""

    def __init__(self, styles: Element) -> None:
        self.styles = {style.get(qn("w:styleId")): style for style in styles.iter(qn("w:style"))}
        self.known: dict[str, dict[str, int]] = {}

    def height(self, elements: Iterable[Element], width: int) -> int:
        """How high these paragraphs and tables are together, on lines of this width."""
        return sum(self._one(element, width) for element in elements)

    def _one(self, element: Element, width: int) -> int:
        if element.tag == qn("w:tbl"):
            return sum(self._row(row) for row in element.iter(qn("w:tr")))
        look = self._look(element)
        room = max(width - look["left"], 1)
        lines = sum(max(-(-int(_long(part) * look["sz"] * _LOOSE) // room), 1) for part in _lines(element))
        return lines * look["line"] + look["before"] + look["after"]

    def _row(self, row: Element) -> int:
        return _RULE + max(
            self.height(cell.findall(qn("w:p")), int(cell.find(f".//{qn('w:tcW')}").get(qn("w:w"))) - _INSIDE)
            for cell in row.findall(qn("w:tc"))
        )

    def _look(self, paragraph: Element) -> dict[str, int]:
        """Size, height of line and spaces of a paragraph: its style's, and its own where it has any."""
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        look = dict(self._style(style.get(qn("w:val"))) if style is not None else _NORMAL)
        look.update(_numbers(paragraph.find(qn("w:pPr"))))
        return look

    def _style(self, name: str) -> dict[str, int]:
        if name not in self.known:
            style = self.styles.get(name)
            based = style.find(qn("w:basedOn")) if style is not None else None
            look = dict(self._style(based.get(qn("w:val"))) if based is not None else _NORMAL)
            for tag in ("pPr", "rPr"):
                look.update(_numbers(style.find(qn(f"w:{tag}")) if style is not None else None))
            self.known[name] = look
        return self.known[name]


def _numbers(properties: Element | None) -> dict[str, int]:
    """What properties say about size, spaces and indent."""
    found: dict[str, int] = {}
    if properties is None:
        return found
    for tag, names in (("spacing", ("before", "after", "line")), ("ind", ("left",)), ("sz", ("val",))):
        element = properties.find(qn(f"w:{tag}"))
        for name in names:
            value = element.get(qn(f"w:{name}")) if element is not None else None
            if value is not None:
                found["sz" if tag == "sz" else name] = int(value)
    return found


def _lines(paragraph: Element) -> Sequence[str]:
    parts = {qn("w:br"): "\n", qn("w:noBreakHyphen"): "-"}
    return "".join(parts.get(e.tag) or e.text or "" for e in paragraph.iter(qn("w:t"), *parts)).split("\n")


def _long(text: str) -> int:
    """The length of a text where its size in half points is 1: half a character is a quarter of that in points."""
    return cell_len(text) * 5


def first_page(elements: Iterable[Element]) -> Iterator[Element]:
    """What stands before the first paragraph that begins a page."""
    broken = f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}"
    return takewhile(lambda element: element.find(broken) is None, elements)
