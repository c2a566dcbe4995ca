"""Writes the pieces of WordprocessingML a report needs: runs, paragraphs, fields, bookmarks, tables and their cells."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from engine.interview.visible import visible

Element = Any
"""An element of lxml, which has no types."""

HYPHEN = "\u2011"
"""A hyphen at which no line is broken; it becomes Word's own."""

# The order in which Word's schema wants what describes a paragraph.
_ORDER = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "tabs", "spacing", "ind", "jc")


def node(tag: str, attributes: Mapping[str, object] | None = None, *children: Element) -> Element:
    """An element of the namespace ``w`` with attributes of the same."""
    element = OxmlElement(f"w:{tag}")
    for key, value in (attributes or {}).items():
        element.set(qn(f"w:{key}"), str(value))
    element.extend(children)
    return element


def run(text: str, style: str = "", *, bold: bool = False) -> list[Element]:
    """Text in one run, its line breaks and unbroken hyphens kept. ``style`` is the id of a character style."""
    if not text:
        return []
    made = node("r")
    if style or bold:
        made.append(node("rPr", None, *([node("rStyle", {"val": style})] if style else []), *([node("b")] * bold)))
    breaks = {"\n": "br", HYPHEN: "noBreakHyphen"}
    for part in re.split(f"([\n{HYPHEN}])", visible(text, keep="\n")):
        if part:
            made.append(node(breaks[part]) if part in breaks else _text("t", part))
    return [made]


def _text(tag: str, text: str) -> Element:
    made = node(tag)
    made.set(qn("xml:space"), "preserve")
    made.text = text
    return made


def paragraph(style: str, content: Iterable[Element] = (), **properties: Mapping[str, object] | bool) -> Element:
    """A paragraph. ``properties`` are elements of ``w:pPr`` by name: their attributes, or True for none."""
    given: dict[str, Element] = {"pStyle": node("pStyle", {"val": style})}
    for name, value in properties.items():
        if value:
            given[name] = node(name, None if value is True else value)
    return node("p", None, node("pPr", None, *(given[name] for name in _ORDER if name in given)), *content)


def tab() -> Element:
    """A tabulator."""
    return node("r", None, node("tab"))


def field(instruction: str, result: Sequence[Element] = ()) -> list[Element]:
    """A field Word computes, with what it shows until then."""
    return [*field_start(instruction), *result, field_end()]


def field_start(instruction: str) -> list[Element]:
    """The beginning of a field whose result follows, perhaps over several paragraphs."""
    return [
        node("r", None, node("fldChar", {"fldCharType": "begin"})),
        node("r", None, _text("instrText", f" {instruction} ")),
        node("r", None, node("fldChar", {"fldCharType": "separate"})),
    ]


def field_end() -> Element:
    """The end of a field begun by ``field_start``."""
    return node("r", None, node("fldChar", {"fldCharType": "end"}))


def bookmarked(name: str, number: int, content: Iterable[Element]) -> list[Element]:
    """Content that links and page references can point at."""
    return [
        node("bookmarkStart", {"id": number, "name": name}),
        *content,
        node("bookmarkEnd", {"id": number}),
    ]


def link(anchor: str, content: Iterable[Element]) -> Element:
    """A link to a bookmark of the same file."""
    return node("hyperlink", {"anchor": anchor, "history": "1"}, *content)


def table(
    style: str, widths: Sequence[int], rows: Iterable[Element], *, header: bool = True, told: str = ""
) -> Element:
    """A table of fixed column widths in twentieths of a point. ``told`` is its text for those who hear the page."""
    look = {"val": "0420" if header else "0400", "firstRow": int(header), "lastRow": 0, "firstColumn": 0}
    look |= {"lastColumn": 0, "noHBand": 1, "noVBand": 1}
    properties = node(
        "tblPr",
        None,
        node("tblStyle", {"val": style}),
        node("tblW", {"w": sum(widths), "type": "dxa"}),
        node("tblLayout", {"type": "fixed"}),
        node("tblLook", look),
        *([node("tblDescription", {"val": visible(told)})] if told else []),
    )
    grid = node("tblGrid", None, *(node("gridCol", {"w": width}) for width in widths))
    return node("tbl", None, properties, grid, *rows)


def row(cells: Iterable[Element], *, header: bool = False) -> Element:
    """A row that no page break divides; a header is repeated on every page."""
    return node("tr", None, node("trPr", None, node("cantSplit"), *([node("tblHeader")] * header)), *cells)


def cell(
    width: int,
    paragraphs: Iterable[Element],
    *,
    span: int = 1,
    fill: str = "",
    pattern: str = "clear",
    borders: Mapping[str, Mapping[str, object]] | None = None,
) -> Element:
    """A cell over ``span`` columns. ``fill`` is a colour as six hexadecimal digits; ``borders`` by side."""
    properties = node("tcPr", None, node("tcW", {"w": width, "type": "dxa"}))
    if span > 1:
        properties.append(node("gridSpan", {"val": span}))
    if borders:
        sides = [side for side in ("top", "left", "bottom", "right") if side in borders]
        properties.append(node("tcBorders", None, *(node(side, {"space": 0} | dict(borders[side])) for side in sides)))
    if fill:
        colour = {"color": "auto", "fill": fill} if pattern == "clear" else {"color": fill, "fill": "FFFFFF"}
        properties.append(node("shd", {"val": pattern} | colour))
    return node("tc", None, properties, *paragraphs)
