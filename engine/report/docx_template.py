"""Takes an office's own Word template: checked before anything reads it, and told plainly where it cannot be used."""

import io
import re
import zipfile
from collections.abc import Iterator
from copy import deepcopy

import docx as python_docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from engine.model.problem import Problem, Severity, ShusekiError
from engine.report.docx_xml import Element
from engine.report.words import text

_MARKED = re.compile(r"[{｛]{2}\s*shuseki\s*[}｝]{2}", re.IGNORECASE)
"""``{{shuseki}}``, where the report is put; also with spaces inside or full-width brackets."""
BOOKMARK = "shuseki"
"""The report follows the paragraph with a bookmark of this name."""

MOST_BYTES = 20_000_000
"""The largest template taken, as it lies on the disk."""
MOST_UNPACKED = 100_000_000
"""The largest, unpacked."""
_MOST_PARTS = 2000
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.%s.main+xml"
_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)

_WHY = {
    "template_encrypted": (
        "このWordテンプレートはパスワードで保護されているか、古い形式（.doc）です。",
        "This Word template is protected by a password or of the old format (.doc).",
        "Wordで開き、パスワードを外して .docx 形式で保存したものを指定してください。",
        "Open it in Word, take the password off and save it as .docx.",
    ),
    "template_macros": (
        "このWordテンプレートにはマクロが入っています。",
        "This Word template holds macros.",
        "マクロのない .docx か .dotx 形式で保存したものを指定してください。",
        "Save it as .docx or .dotx without macros.",
    ),
    "template_too_large": (
        "このWordテンプレートは大きすぎます（20 MB、展開して100 MBまで）。",
        "This Word template is too large: 20 MB at most, 100 MB unpacked.",
        "大きな画像などを除いたものを指定してください。",
        "Take out large pictures and the like.",
    ),
    "template_broken": (
        "このファイルはWordのテンプレート（.docx、.dotx）として読めません。",
        "This file cannot be read as a Word template (.docx, .dotx).",
        "Wordで開けるか確かめ、開ける場合は .docx 形式で保存し直したものを指定してください。",
        "See whether Word opens it; if so, save it anew as .docx.",
    ),
    "template_markers": (
        "このWordテンプレートには、目印 {{shuseki}} が2つ以上あります。",
        "This Word template holds more than one marker {{shuseki}}.",
        "目印を、報告書を入れる場所の1つだけにしてください。",
        "Leave one: where the report is to go.",
    ),
    "template_marker_misplaced": (
        "このWordテンプレートの目印 {{shuseki}} が、表・枠・ヘッダー・フッターの中にあり、"
        "そこには報告書を入れられません。",
        "The marker {{shuseki}} of this Word template stands in a table, a frame, a header or a footer, "
        "where no report can go.",
        "目印を、本文の段落に移してください。",
        "Move it to a paragraph of the body.",
    ),
}
_UNMARKED = (
    "このWordテンプレートには目印 {{shuseki}} がないため、報告書を末尾に入れました。",
    "This Word template has no marker {{shuseki}}; the report was put at its end.",
    "別の場所に入れるには、テンプレートのその場所に {{shuseki}} と書いた段落を置いてください。",
    "To have it elsewhere, put a paragraph {{shuseki}} there in the template.",
)


def read(template: bytes) -> WordDocument:
    """The template, ready to be written into.

    Raises:
        ShusekiError: It is broken, too large even when unpacked, protected, or holds macros.
    """
    parts = _parts(template)
    try:
        return python_docx.Document(io.BytesIO(_as_document(parts)))
    except ShusekiError:
        raise
    except Exception as error:  # whatever a library meets in a file that is no document
        raise refused("template_broken") from error


def _parts(template: bytes) -> dict[str, bytes]:
    """The parts of the file by name, once it is known that they are harmless."""
    if template.startswith(_OLE):
        raise refused("template_encrypted")
    if len(template) > MOST_BYTES:
        raise refused("template_too_large")
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            _check(archive.infolist())
            # A part is never read beyond the size it declares, and those sizes have been added up.
            return {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise refused("template_broken") from error
    except Exception as error:
        # zlib.error, and RuntimeError for what is protected in a way not declared: neither is a document to Word.
        if isinstance(error, ShusekiError):
            raise
        raise refused("template_broken") from error


def _check(parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise refused("template_encrypted")
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise refused("template_too_large")


def _as_document(parts: dict[str, bytes]) -> bytes:
    """The file as a document: a ``.dotx`` differs only in what it says it is."""
    types = parts.get("[Content_Types].xml", b"")
    if b"macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in parts):
        raise refused("template_macros")
    if any(_DOCTYPE.search(data) for name, data in parts.items() if name.endswith((".xml", ".rels"))):
        raise refused("template_broken")
    if "word/document.xml" not in parts and _MAIN % b"document" not in types and _MAIN % b"template" not in types:
        raise refused("template_broken")
    parts["[Content_Types].xml"] = types.replace(_MAIN % b"template", _MAIN % b"document")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def refused(code: str) -> ShusekiError:
    """Why a template is not taken; ``code`` is one of the codes above."""
    what_ja, what_en, remedy_ja, remedy_en = _WHY[code]
    return ShusekiError(Problem(code=code, what=text(what_ja, what_en), remedy=text(remedy_ja, remedy_en)))


def warnings(template: bytes) -> tuple[Problem, ...]:
    """What is to be told of a template that is used: that it says nowhere where the report goes, and where that is.

    Raises:
        ShusekiError: As ``read``.
    """
    body = read(template).element.body
    told = any(_MARKED.search(_text_of(p)) for p in body.findall(qn("w:p"))) or any(map(_holds_bookmark, body))
    if told or _only_empty(body) or all(child.tag == qn("w:sectPr") for child in body):
        return ()
    what_ja, what_en, remedy_ja, remedy_en = _UNMARKED
    unmarked = Problem(
        code="template_unmarked",
        what=text(what_ja, what_en),
        remedy=text(remedy_ja, remedy_en),
        severity=Severity.WARNING,
    )
    return (unmarked,)


def place(word: WordDocument, elements: list[Element]) -> None:
    """Puts the report where the marker or the bookmark stands, else at the end of what the template holds.

    Raises:
        ShusekiError: There are several markers, or one where no report can stand: in a table, a frame, a header.
    """
    body = word.element.body
    marked = [p for p in body.findall(qn("w:p")) if _MARKED.search(_text_of(p))]
    _refuse_strange_marks(word, marked)
    if marked:
        _in_place_of_marker(marked[0], elements)
        return
    booked = next((child for child in body if child.tag != qn("w:sectPr") and _holds_bookmark(child)), None)
    if booked is not None:
        for element in reversed(elements):
            booked.addnext(element)
        return
    if _only_empty(body):
        body.remove(body.find(qn("w:p")))
    end = body.find(qn("w:sectPr"))
    for element in elements:
        body.append(element) if end is None else end.addprevious(element)


def _refuse_strange_marks(word: WordDocument, marked: list[Element]) -> None:
    """Stops where a marker would be left in the document."""
    # A text box is kept twice, for programs of different age: paragraphs of their own inside the one around them.
    everywhere = [p for p in word.element.body.iter(qn("w:p")) if _MARKED.search(_text_of(p))]
    if any(p not in marked for p in everywhere) or any(map(_MARKED.search, _margins(word))):
        raise refused("template_marker_misplaced")
    if sum(len(_MARKED.findall(_text_of(p))) for p in marked) > 1:
        raise refused("template_markers")


def _margins(word: WordDocument) -> Iterator[str]:
    """The texts of headers and footers."""
    for rel in word.part.rels.values():
        if rel.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER) and not rel.is_external:
            yield from (_text_of(p) for p in parse_xml(rel.target_part.blob).iter(qn("w:p")))


def _in_place_of_marker(marked: Element, elements: list[Element]) -> None:
    """Puts the report where the marker stands; text before and after it stays before and after, as it looked."""
    whole = _text_of(marked)
    found = _MARKED.search(whole)
    if found is None:
        return
    if whole[: found.start()].strip():
        first = deepcopy(marked)
        _keep(first, 0, found.start())
        for end in first.iter(qn("w:sectPr")):
            end.getparent().remove(end)
        marked.addprevious(first)
    _keep(marked, found.end(), len(whole))
    _put(marked, elements)
    if not whole[found.end() :].strip():
        _emptied(marked)


def _keep(paragraph: Element, start: int, end: int) -> None:
    """Leaves of a paragraph the text between two places, and what else stands there."""
    at = 0
    for child in [child for child in paragraph if child.tag != qn("w:pPr")]:
        begins, at = at, at + len(_text_of(child))
        outside = at <= start or begins >= end if at > begins else at < start or begins > end
        if outside:
            paragraph.remove(child)
            continue
        for part in child.iter(qn("w:t")):
            held = part.text or ""
            part.text = held[max(start - begins, 0) : max(end - begins, 0)]
            part.set(qn("xml:space"), "preserve")
            begins += len(held)


def _put(before: Element, elements: list[Element]) -> None:
    for element in elements:
        before.addprevious(element)


def _text_of(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def _emptied(marked: Element) -> None:
    """Takes the marker away; a paragraph that also ends a section stays, empty."""
    properties = marked.find(qn("w:pPr"))
    if properties is None or properties.find(qn("w:sectPr")) is None:
        marked.getparent().remove(marked)
        return
    for child in list(marked):
        if child is not properties:
            marked.remove(child)


def _holds_bookmark(child: Element) -> bool:
    return any(mark.get(qn("w:name")) == BOOKMARK for mark in child.iter(qn("w:bookmarkStart")))


def _only_empty(body: Element) -> bool:
    children = [child for child in body if child.tag != qn("w:sectPr")]
    return len(children) == 1 and children[0].tag == qn("w:p") and not _text_of(children[0])
