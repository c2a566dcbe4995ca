"""Writes the blocks of a report as the elements of a Word file, in the order in which they stand."""

import re
from collections.abc import Iterator
from itertools import count
from typing import Any

from engine.model.text import Lang
from engine.report.blocks import (
    Bars,
    Block,
    Board,
    Bullets,
    Contents,
    Document,
    Heading,
    HeatMap,
    KeyValue,
    Line,
    Note,
    PageBreak,
    Paragraph,
    Source,
    Table,
)
from engine.report.docx_figures import Ids, bars_of, board_of, heat_of, table_of
from engine.report.docx_xml import (
    HYPHEN,
    Element,
    bookmarked,
    field,
    field_end,
    field_start,
    link,
    node,
    paragraph,
    run,
)
from engine.report.figures import alike, lang_of, legend_drawn, listed, numbered
from engine.report.format_words import word
from engine.report.heat import legend as heat_legend
from engine.report.marks import mark

_DEEPEST = 3
_STEP = 380
_LISTED = "_ShusekiListed"
# Without page numbers: only a layout knows them, and a field that shows none until it is brought up to date looks
# broken in Word and is left out in LibreOffice.
_TOC = rf'TOC \o "1-2" \n \h \z \u \b {_LISTED}'
_FIRST_BOOKMARK = 7000
# What stands before the first page break has to fit one page, and is set closer.
_LEADING = {
    "Normal": "Shuseki Lead",
    "Shuseki Pair": "Shuseki Lead Pair",
    "List Bullet": "Shuseki Lead Bullet",
    "List Bullet 2": "Shuseki Lead Bullet 2",
}
_HEADINGS = (
    {"before": 100, "after": 30, "line": 310, "lineRule": "exact"},
    {"before": 70, "after": 20, "line": 300, "lineRule": "exact"},
    {"before": 40, "after": 10, "line": 290, "lineRule": "exact"},
)


class Writer:
    """Writes one report, in the styles of one file, for lines ``width`` twentieths of a point wide.

    ``close``: how close page one is set, from 0.
    """

    def __init__(self, document: Document, ids: Ids, width: int, close: int = 0) -> None:
        self.document = document
        self.lang: Lang = lang_of(document)
        self.ids = ids
        self.width = width
        self.close = close
        self.breaking = False
        self.titled = False
        # What comes before a page break is page one; a report without contents is page one alone.
        paged = any(isinstance(block, PageBreak) for block in document.blocks)
        self.leading = paged or not any(isinstance(block, Contents) for block in document.blocks)
        self.headings = listed(document, _DEEPEST)
        self.counting = False
        self.bookmarks = count(_FIRST_BOOKMARK)

    def elements(self) -> Iterator[Element]:
        """Everything the report says, as the children of a body."""
        before: Block | None = None
        for block, number in numbered(self.document):
            if isinstance(block, PageBreak):
                self.breaking = before is not None
                self.leading = False
            else:
                yield from self._block(block, number, before)
                before = block
        if self.counting:
            yield node("bookmarkEnd", {"id": _FIRST_BOOKMARK - 1})

    def _block(self, block: Block, number: str, before: Block | None) -> Iterator[Element]:
        match block:
            case Heading():
                yield from self._heading(block)
            case Contents():
                yield from self._contents(titled=not isinstance(before, Heading))
            case Paragraph():
                yield self._add("Normal", self._said(block.line), keepNext=bool(block.line.below))
                yield from self._list(block.line.below)
            case Bullets():
                yield from self._list(block.lines)
            case KeyValue():
                for line in block.lines:
                    yield self._add("Shuseki Pair", self._said(line), keepNext=bool(line.below))
                    yield from self._list(line.below, 1)
            case Note():
                yield from self._note(block.line)
                yield self._add("Shuseki Gap")
            case Table() | Board() | Bars() | HeatMap():
                yield from self._figure(block, number)
                if not self.leading or isinstance(block, Table) or not block.caption:
                    yield self._add("Shuseki Gap")

    def _add(self, style: str, content: Any = (), **properties: Any) -> Element:
        """A paragraph; the first one after a page break begins the page."""
        broken, self.breaking = self.breaking, False
        if self.leading:
            style = _LEADING.get(style, style)
            if style.startswith("heading"):
                properties["spacing"] = _HEADINGS[self.close]
        return paragraph(self.ids[style.lower()], content, pageBreakBefore=broken, **properties)

    def _heading(self, block: Heading) -> Iterator[Element]:
        """A heading; its source stands below it, so that it does not come into the table of contents."""
        text = run(block.text)
        if block.level == 1 and not self.titled:
            self.titled = True
            yield self._add("Title", text)
        else:
            if self.counting and 1 < block.level <= _DEEPEST:
                number = next(self.bookmarks)
                text = bookmarked(_anchor(number), number, text)
            yield self._add(f"heading {min(max(block.level - 1, 1), _DEEPEST)}", text)
        if told := self._mark(block.source).strip():
            yield self._add("Shuseki Small", run(told), keepNext=True)

    def _contents(self, *, titled: bool) -> Iterator[Element]:
        """A field that Word can bring up to date, filled with the headings there are, each a link."""
        if titled:
            yield self._add("TOC Heading", run(word("contents", self.lang)))
        for n, block in enumerate(self.headings):
            anchor = _anchor(_FIRST_BOOKMARK + n)
            entry = link(anchor, run(block.text))
            start = field_start(_TOC) if n == 0 else []
            end = [field_end()] if n == len(self.headings) - 1 else []
            yield self._add(f"toc {block.level - 1}", [*start, entry, *end])
        if not self.counting:
            self.counting = True
            yield node("bookmarkStart", {"id": _FIRST_BOOKMARK - 1, "name": _LISTED})

    def _said(self, line: Line, lead: str = "") -> list[Element]:
        label = line.label + ("：" if self.lang == "ja" else ": ") if line.label else ""
        return [
            *run(lead),
            *run(label, self.ids["shuseki label"]),
            *run(line.text),
            *run(self._mark(line.source), self.ids["shuseki mark"]),
        ]

    def _mark(self, source: Source | None) -> str:
        """The mark of a source, the numbers of its sections each in one piece."""
        return mark(source, self.lang).replace("-", HYPHEN)

    def _list(self, lines: tuple[Line, ...], depth: int = 0) -> Iterator[Element]:
        style = "List Bullet" + (f" {min(depth + 1, _DEEPEST)}" if depth else "")
        further = depth - _DEEPEST + 1
        indent = {"left": 300 + depth * _STEP, "hanging": 300} if further > 0 else False
        for line in lines:
            yield self._add(style, self._said(line), keepNext=bool(line.below), ind=indent)
            yield from self._list(line.below, depth + 1)

    def _note(self, line: Line, depth: int = 0) -> Iterator[Element]:
        lead = "　" * (depth - 1) + "・" if depth else ""
        yield self._add("Shuseki Note", self._said(line, lead), keepNext=bool(line.below))
        for below in line.below:
            yield from self._note(below, depth + 1)

    def _figure(self, block: Table | Board | Bars | HeatMap, number: str) -> Iterator[Element]:
        """A table below its caption; a figure above it, and all of it on one page."""
        ids = self.ids
        if self.leading:
            ids = {**ids, "shuseki cell": ids["shuseki lead cell"]}
        if self.breaking:
            yield self._add("Shuseki Gap")
        match block:
            case Table():
                if block.caption:
                    yield self._caption(number, block.caption, keep=True)
                yield table_of(block, ids, self.width)
            case Board() | HeatMap():
                if isinstance(block, Board):
                    told = legend_drawn(block, self.lang)
                    yield board_of(block, ids, self.lang, self.width)
                else:
                    told = heat_legend(block, self.lang)
                    yield heat_of(block, ids, self.lang, self.width)
                if block.caption:
                    yield self._caption(number, block.caption, keep=bool(told))
                yield from (
                    self._add("Shuseki Small", run(one), keepNext=n < len(told) - 1) for n, one in enumerate(told)
                )
            case Bars():
                yield bars_of(block, ids, self.width, alike(self.document, block))
                if block.caption:
                    yield self._caption(number, block.caption, keep=False)

    def _caption(self, number: str, caption: str, *, keep: bool) -> Element:
        name, count = re.fullmatch(r"(\D*)(\d*)", number).groups()  # type: ignore[union-attr]
        counted = field(rf"SEQ {name.strip()} \* ARABIC", run(count))
        space = "　" if self.lang == "ja" else "  "
        return self._add("caption", [*run(name), *counted, *run(space + caption)], keepNext=keep)


def _anchor(number: int) -> str:
    """The name of a bookmark, as Word gives it to a heading of its table of contents."""
    return f"_Toc{number:08d}"
