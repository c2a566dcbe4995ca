"""Takes an office's own Word template: checked before anything reads it, and told plainly where it cannot be used."""

import io
import re
import zipfile

import docx as python_docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from engine.model.problem import Problem, ShusekiError
from engine.report.docx_xml import Element
from engine.report.words import text

MARKER = "{{shuseki}}"
"""A paragraph that holds this is replaced by the report."""
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
}


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


def place(word: WordDocument, elements: list[Element]) -> None:
    """Puts the report where the marker or the bookmark stands, else at the end of what the template holds."""
    body = word.element.body
    marked = next((p for p in body.findall(qn("w:p")) if MARKER in _text_of(p)), None)
    if marked is not None:
        _put(marked, elements)
        _emptied(marked)
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
