"""Page, header, footer and properties of a Word report, where no template says otherwise."""

from datetime import UTC, date, datetime

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.section import Section

from engine.report.blocks import Document
from engine.report.docx_figures import Ids
from engine.report.docx_xml import Element, field, node, paragraph, run, tab
from engine.report.figures import lang_of
from engine.report.office_limits import cut

WIDTH = 9524
"""How wide a line is on our own page, in twentieths of a point."""
HEIGHT = 14571
"""How high the text of our own page is, in twentieths of a point."""
_PAGE = {"w": 11906, "h": 16838}
_MARGINS = {"top": 1190, "right": 1191, "bottom": 1077, "left": 1191, "header": 567, "footer": 510, "gutter": 0}
_LONGEST_PROPERTY = 255
_LANGUAGE = {"ja": "ja-JP", "en": "en-US"}


def set_up(word: WordDocument) -> None:
    """A4, upright, with our margins."""
    section = word.sections[-1]._sectPr
    for tag in ("pgSz", "pgMar", "cols", "docGrid"):
        for old in section.findall(qn(f"w:{tag}")):
            section.remove(old)
    section.extend((node("pgSz", _PAGE), node("pgMar", _MARGINS)))


def margins(word: WordDocument, ids: Ids, document: Document) -> None:
    """Title above and digest with page number below, on pages for which nobody has set anything."""
    section = word.sections[0]
    width = width_of(section)
    if document.header and not _has(section, "header"):
        _filled(section.header, [paragraph(ids["header"], run(document.header))])
    if not _has(section, "footer"):
        pages = [*field("PAGE", run("1")), *run(" / "), *field("NUMPAGES", run("1"))]
        content = [*run("　".join(document.footer)), tab(), *pages]
        made = paragraph(ids["footer"], content)
        # A template's own footer style has its tabulators elsewhere.
        made[0].append(node("tabs", None, node("tab", {"val": "right", "pos": width})))
        _filled(section.footer, [made])


def _has(section: Section, kind: str) -> bool:
    return any(r.tag == qn(f"w:{kind}Reference") for r in section._sectPr)


def _filled(part: object, paragraphs: list[Element]) -> None:
    part.is_linked_to_previous = False  # type: ignore[attr-defined]
    element = part._element  # type: ignore[attr-defined]
    for old in list(element):
        element.remove(old)
    element.extend(paragraphs)


def width_of(section: Section) -> int:
    """How wide a line of a section is, in twentieths of a point."""
    page, left, right = section.page_width, section.left_margin, section.right_margin
    if page is None or left is None or right is None:
        return WIDTH
    columns = section._sectPr.find(qn("w:cols"))
    count = int(columns.get(qn("w:num"), "1")) if columns is not None else 1
    width = (page - left - right) // 635
    return max((width - (count - 1) * 720) // max(count, 1), 2000)


def properties(word: WordDocument, document: Document) -> None:
    """Title, language and date of the file; the date is that of the report, so that equal reports are equal files."""
    core = word.core_properties
    lang = lang_of(document)
    core.title, core.language = cut(document.title, _LONGEST_PROPERTY), _LANGUAGE[lang]
    core.author, core.last_modified_by = "Shuseki", ""
    core.comments, core.keywords, core.subject, core.revision = "", "", "", 1
    made = at_noon(document.as_of or date(2000, 1, 1))
    core.created, core.modified = made, made


def at_noon(day: date) -> datetime:
    """A day as the moment a file property asks for."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
