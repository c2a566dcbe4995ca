"""Renders a report as a Word file: real styles, table of contents, captions, header, footer, an office's template."""

import io
import zipfile

import docx as python_docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from engine.model.problem import ShusekiError
from engine.report import docx_page, docx_styles, docx_template
from engine.report.blocks import Document
from engine.report.docx_blocks import Writer
from engine.report.docx_fit import Estimate, first_page
from engine.report.docx_styles import Fonts
from engine.report.figures import lang_of

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time a part of a zip file can bear: equal reports are equal files."""


def render(document: Document, template: bytes | None = None, *, fonts: Fonts = "yu") -> bytes:
    """The report as a ``.docx`` file; the same bytes for the same report and template.

    Args:
        document: the report.
        template: an office's own ``.docx`` or ``.dotx``. Its styles, page, header and footer stay; the report goes to
            the marker ``{{shuseki}}``, else behind a bookmark ``shuseki``, else to the end.
        fonts: which Japanese fonts, where there is no template.

    Raises:
        ShusekiError: The template is broken, too large, protected, holds macros, or its marker cannot be used.
    """
    if template is None:
        return _packed(_written(document, _blank(), None, fonts))
    try:
        return _packed(_written(document, docx_template.read(template), template, fonts))
    except ShusekiError:
        raise
    except Exception as error:  # a file that opens, and yet is not built as one of Word's
        raise docx_template.refused("template_broken") from error


def _written(document: Document, word: WordDocument, template: bytes | None, fonts: Fonts) -> WordDocument:
    """The file with the report in it."""
    width = docx_page.WIDTH if template is None else docx_page.width_of(word.sections[-1])
    close = _closeness(document, fonts) if template is None else 0
    styles = docx_styles.own(lang_of(document), fonts, width, docx_styles.bullets(word), close)
    if template is None:
        docx_styles.replace(word, styles)
        _put_fonts(word, fonts)
        docx_page.set_up(word)
    else:
        docx_styles.complete(word, styles)
    ids = docx_styles.ids(word)
    docx_template.place(word, list(Writer(document, ids, width, close).elements()))
    docx_page.margins(word, ids, document)
    docx_page.properties(word, document)
    return word


def _closeness(document: Document, fonts: Fonts) -> int:
    """How close page one has to be set to be one page, as far as that can be known without setting it."""
    for close in range(docx_styles.CLOSEST):
        styles = docx_styles.own(lang_of(document), fonts, docx_page.WIDTH, 1, close)
        elements = Writer(document, docx_styles.named(styles), docx_page.WIDTH, close).elements()
        if Estimate(styles).height(first_page(elements), docx_page.WIDTH) <= docx_page.HEIGHT:
            return close
    return docx_styles.CLOSEST


def _blank() -> WordDocument:
    """An empty file without what the library's own one brings along and nobody needs."""
    word = python_docx.Document()
    unwanted = ("/stylesWithEffects", "/customXml", "/thumbnail")
    for rels in (word.part.rels, word.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(unwanted)]:
            del rels[key]
    for setting in word.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    for tag in ("rsids", "savePreviewPicture"):
        for element in word.settings.element.findall(qn(f"w:{tag}")):
            word.settings.element.remove(element)
    return word


def _put_fonts(word: WordDocument, fonts: Fonts) -> None:
    part = word.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    part._blob = docx_styles.font_table(fonts)


def _packed(word: WordDocument) -> bytes:
    """The file with every part dated alike."""
    written, packed = io.BytesIO(), io.BytesIO()
    word.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            target.writestr(zipfile.ZipInfo(part.filename, _FIRST_DAY), source.read(part), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
