"""Makes the report of a consultation as a file: the command line and the screen ask for the same things here."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.model.problem import ShusekiError
from engine.model.text import Lang

if TYPE_CHECKING:
    from engine.model.answers import Cluster, Consultation
    from engine.model.assessment import Assessment
    from engine.model.book import Book
    from engine.model.problem import Problem
    from engine.report.blocks import Document

SUFFIXES = {
    "text": (".txt", ".text"),
    "json": (".json",),
    "md": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "docx": (".docx",),
    "xlsx": (".xlsx",),
}
"""The formats by name, each with the suffixes of its files, the usual one first."""
BINARY = frozenset({"docx", "xlsx"})
"""What no terminal can show."""
FOREIGN = frozenset(
    (
        *(".pdf", ".doc", ".dot", ".dotx", ".docm", ".dotm", ".rtf", ".odt", ".jtd"),
        *(".xls", ".xlt", ".xltx", ".xlsm", ".xlsb", ".ods", ".csv", ".tsv"),
        *(".ppt", ".pptx", ".pptm", ".odp", ".yaml", ".yml", ".xml", ".tex", ".epub", ".zip"),
    )
)
"""Suffixes that promise a format that is not made here."""
_WIDTH = 80
_TEMPLATE_LIMIT = 32 * 2**20
"""More is not read; what is cut off is refused as broken."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What report is asked for. ``previous``: the consultation before this one, to tell what changed since."""

    form: str
    lang: Lang
    public: bool = False
    brief: bool = False
    template: Path | None = None
    previous: "Consultation | None" = None


def made(
    book: "Book",
    asked: "Consultation",
    wanted: Wanted,
    assessment: "Assessment | None" = None,
    width: int = _WIDTH,
) -> bytes:
    """The report as the bytes of a file.

    Args:
        book: the knowledge.
        asked: what was answered.
        wanted: format, language and contents.
        assessment: that of the same answers, where it is at hand.
        width: of the lines of text, in cells.

    Raises:
        ShusekiError: the answers cannot be assessed, or the template cannot be used.
    """
    from engine.analysis.comparison import compare
    from engine.analysis.whole import analysed
    from engine.assess import assess, engine_for
    from engine.report.edition import Edition

    engine = engine_for(book)
    found = assessment or assess(book, asked.answers, asked.as_of)
    since = compare(engine, wanted.previous, asked) if wanted.previous else None
    edition = Edition(wanted.public, wanted.brief, since, places(asked.cluster))
    analysis = analysed(engine, asked.answers, found)
    if wanted.form == "xlsx":
        from engine.report.xlsx import render as xlsx

        return xlsx(book, asked, found, wanted.lang, analysis, edition)
    from engine.report.document import document

    return rendered(document(book, asked, found, wanted.lang, analysis, edition), wanted, width)


def places(cluster: "Cluster") -> tuple[str, ...]:
    """The names of the areas of a cluster, as the table of areas has them; a prefecture is named once."""
    if not cluster.area:
        return ()
    from engine.store.areas import lookup

    found = [area for area in map(lookup, cluster.area) if area is not None]
    before = ["", *(area.prefecture for area in found)]
    return tuple(
        area.full_name.removeprefix(area.prefecture)
        if area.prefecture == last and area.level != "prefecture"
        else area.full_name
        for area, last in zip(found, before, strict=False)
    )


def rendered(report: "Document", wanted: Wanted, width: int = _WIDTH) -> bytes:
    """A report as the bytes of a file, in the format wanted; not Excel, whose sheets are no pages."""
    if wanted.form == "docx":
        from engine.report.docx import render as docx

        return docx(report, None if wanted.template is None else _template(wanted.template))
    return _text(report, wanted.form, width).encode()


def template_warnings(wanted: Wanted) -> "tuple[Problem, ...]":
    """What is to be told of the office's template when the report has been made with it.

    Raises:
        ShusekiError: it cannot be used.
    """
    if wanted.template is None or wanted.form != "docx":
        return ()
    from engine.report.docx_template import warnings

    return warnings(_template(wanted.template))


def _template(path: Path) -> bytes:
    """What stands in an office's own file; templates with pictures are larger than answer files."""
    from engine.store.raw_file import os_problem, place_of
    from engine.store.refusals import template_is_folder

    where = place_of(path)
    if path.expanduser().is_dir():
        raise ShusekiError(template_is_folder(where))
    try:
        with path.expanduser().open("rb") as file:
            return file.read(_TEMPLATE_LIMIT)
    except (OSError, ValueError) as error:
        raise ShusekiError(os_problem(where, error)) from error


def _text(report: "Document", form: str, width: int) -> str:
    if form == "md":
        from engine.report.markdown import render as markdown

        return markdown(report)
    if form == "html":
        from engine.report.html import render as html

        return html(report)
    from engine.report.text import render

    return render(report, width)
