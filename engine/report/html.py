"""Renders a report as one HTML file that asks nothing of any network, reads by itself and prints to A4."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby

from jinja2 import DictLoader, Environment, StrictUndefined, Template
from markupsafe import Markup

from engine.interview.visible import visible
from engine.report import svg
from engine.report.blocks import Bars, Block, Board, Document, Heading, HeatMap, PageBreak
from engine.report.figures import alike, lang_of, legend_drawn, listed, numbered
from engine.report.format_words import word
from engine.report.heat import legend as heat_legend
from engine.report.heat import told
from engine.report.marks import mark

_FOLDER = files("engine.report") / "templates"
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block as the template takes it: by the name of its kind, with what only Python can work out."""

    kind: str
    block: Block
    number: str
    anchor: str
    drawn: Markup
    legend: tuple[str, ...]


def render(document: Document) -> str:
    """The report as HTML, style and pictures inside. Whatever the document says is text, never markup."""
    lang = lang_of(document)
    pieces = tuple(_pieces(document))
    told = {id(heading) for heading in listed(document, _DEEPEST)}
    headings = [piece for piece in pieces if id(piece.block) in told]
    footer = "　".join(document.footer)
    return _template().render(
        lang=lang,
        title=document.title or _first_heading(document),
        header=document.header,
        footer=document.footer,
        in_margins=Markup(_margins(document.header, footer)),
        style=Markup((_FOLDER / "report.css").read_text(encoding="utf-8")),
        sheets=tuple(_sheets(pieces)),
        headings=headings,
        contents=word("contents", lang),
        colon="：" if lang == "ja" else ": ",
    )


def _pieces(document: Document) -> Iterator[_Piece]:
    lang = lang_of(document)
    for n, (block, number) in enumerate(numbered(document)):
        drawn = ""
        if isinstance(block, Board):
            drawn = svg.board(block, lang, f"s{n}")
        elif isinstance(block, Bars):
            drawn = svg.bars(block, f"s{n}", alike(document, block))
        legend = legend_drawn(block, lang) if isinstance(block, Board) else ()
        if isinstance(block, HeatMap):
            legend = heat_legend(block, lang)
        # ElementTree has escaped what it was given: this is the one place where text is taken for markup.
        yield _Piece(type(block).__name__, block, number, f"s{n}", Markup(drawn), legend)


def _sheets(pieces: tuple[_Piece, ...]) -> Iterator[tuple[_Piece, ...]]:
    """The pieces between page breaks."""
    for broken, group in groupby(pieces, key=lambda piece: isinstance(piece.block, PageBreak)):
        if not broken:
            yield tuple(group)


def _first_heading(document: Document) -> str:
    return next((block.text for block in document.blocks if isinstance(block, Heading)), "")


def _margins(header: str, footer: str) -> str:
    """The style that repeats header, footer and page number on every printed page."""
    return (
        f"@page{{@top-left{{content:{_quoted(header)}}}@bottom-left{{content:{_quoted(footer)}}}"
        '@bottom-right{content:counter(page) " / " counter(pages)}}@page:first{@top-left{content:none}}'
    )


def _quoted(text: str) -> str:
    """A string of CSS: everything but letters and digits by its number, so that nothing can end it."""
    return '"' + "".join(c if c.isalnum() else f"\\{ord(c):06x}" for c in visible(text)) + '"'


@cache
def _template() -> Template:
    source = (_FOLDER / "report.html.j2").read_text(encoding="utf-8")
    room = Environment(
        loader=DictLoader({"report": source}), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    room.filters["visible"] = lambda text: visible(text, keep="\n")
    room.globals["mark"] = mark
    room.globals["heat"] = told
    return room.get_template("report")
