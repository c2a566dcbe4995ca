"""An office's own Word template: what of it stays, where the report goes, and what is refused."""

import io
import re
import zipfile
from collections.abc import Callable

import docx as python_docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.problem import ShusekiError
from engine.report.blocks import Document, Heading
from engine.report.docx import render
from engine.report.docx_template import MOST_UNPACKED, warnings
from tests.engine.report.samples import opened, paragraphs, part, sample


def template(change: Callable[[WordDocument], None] | None = None) -> bytes:
    word = python_docx.Document()
    word.styles["Heading 1"].font.size = Pt(9)
    word.sections[0].page_width, word.sections[0].left_margin = Pt(700), Pt(100)
    word.sections[0].footer.paragraphs[0].text = "○○市産業政策課"
    for style in ("Title", "List Bullet 2"):
        word.styles.element.remove(word.styles[style].element)
    if change:
        change(word)
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def test_a_template_keeps_its_styles_page_and_footer_and_gets_what_it_lacks() -> None:
    data = render(sample(), template())
    word = opened(data)
    assert word.styles["Heading 1"].font.size == Pt(9)
    assert word.sections[0].left_margin == Pt(100)
    assert [p.text for p in word.sections[0].footer.paragraphs] == ["○○市産業政策課"]
    assert word.sections[0].header.paragraphs[0].text == "産業集積の診断"
    assert paragraphs(data, "Title") == ["産業集積の診断：試し"]
    assert paragraphs(data, "List Bullet 2") == ["誘致企業が多い"]
    ids = [style.get(qn("w:styleId")) for style in word.styles.element.iter(qn("w:style"))]
    assert len(ids) == len(set(ids))
    used = set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', part(data, "word/document.xml")))
    assert used <= set(ids)
    assert max(sum(int(c.get(qn("w:w"))) for c in t._tbl.tblGrid) for t in word.tables) <= 11906


def _with_paragraphs(*texts: str) -> Callable[[WordDocument], None]:
    def change(word: WordDocument) -> None:
        for text in texts:
            word.add_paragraph(text)

    return change


def test_the_report_goes_to_the_marker() -> None:
    texts = [p.text for p in opened(render(sample(), template(_with_paragraphs("前", "{{shuseki}}", "後")))).paragraphs]
    assert texts[:2] == ["前", "産業集積の診断：試し"]
    assert texts[-1] == "後"
    assert "{{shuseki}}" not in texts


def test_the_report_goes_behind_the_bookmark() -> None:
    def change(word: WordDocument) -> None:
        _with_paragraphs("前", "後")(word)
        mark = OxmlElement("w:bookmarkStart")
        mark.set(qn("w:id"), "1")
        mark.set(qn("w:name"), "shuseki")
        end = OxmlElement("w:bookmarkEnd")
        end.set(qn("w:id"), "1")
        word.paragraphs[0]._p.extend((mark, end))

    texts = [p.text for p in opened(render(sample(), template(change))).paragraphs]
    assert texts[:2] == ["前", "産業集積の診断：試し"]
    assert texts[-1] == "後"


def test_without_marker_the_report_follows_what_is_there() -> None:
    texts = [p.text for p in opened(render(sample(), template(_with_paragraphs("表紙")))).paragraphs]
    assert texts[:2] == ["表紙", "産業集積の診断：試し"]


def _rewritten(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def _types(old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        assert old in parts["[Content_Types].xml"]
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(old, new)

    return change


_MAIN = b"wordprocessingml.document.main+xml"


def test_a_dotx_is_taken() -> None:
    dotx = _rewritten(template(), _types(_MAIN, b"wordprocessingml.template.main+xml"))
    data = render(sample(), dotx)
    assert paragraphs(data, "Heading 1") == ["型", "推奨施策"]
    assert _MAIN.decode() in part(data, "[Content_Types].xml")


def _bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(2):
            archive.writestr(f"word/media/{n}.bin", bytes(MOST_UNPACKED // 2 + 1))
    return made.getvalue()


def _set(name: str, content: bytes) -> Callable[[dict[str, bytes]], None]:
    return lambda parts: parts.update({name: content})


def _drop_ids(parts: dict[str, bytes]) -> None:
    parts["word/styles.xml"] = re.sub(rb' w:styleId="[^"]*"', b"", parts["word/styles.xml"])


_ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
_REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "template_broken"),
    "no zip": (lambda: b"PK\x03\x04 not a zip", "template_broken"),
    "cut": (lambda: template()[:-200], "template_broken"),
    "another zip": (lambda: _rewritten(template(), lambda parts: parts.pop("word/document.xml")), "template_broken"),
    "no types": (lambda: _rewritten(template(), lambda parts: parts.pop("[Content_Types].xml")), "template_broken"),
    "a workbook": (lambda: _rewritten(template(), _types(_MAIN, b"spreadsheetml.sheet.main+xml")), "template_broken"),
    "xml": (lambda: _rewritten(template(), _set("word/document.xml", b"<w:document>")), "template_broken"),
    "a style without id": (lambda: _rewritten(template(), _drop_ids), "template_broken"),
    "entities": (lambda: _rewritten(template(), _set("word/styles.xml", _ENTITIES)), "template_broken"),
    "encrypted": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512), "template_encrypted"),
    "macros": (
        lambda: _rewritten(
            template(), _types(b"openxmlformats-officedocument." + _MAIN, b"ms-word.document.macroEnabled.main+xml")
        ),
        "template_macros",
    ),
    "vba": (lambda: _rewritten(template(), _set("word/vbaProject.bin", b"x")), "template_macros"),
    "bomb": (_bomb, "template_too_large"),
    "huge": (lambda: b"PK\x03\x04" + bytes(20_000_001), "template_too_large"),
}


@pytest.mark.parametrize("kind", _REFUSED)
def test_what_is_no_template_is_refused_with_a_reason(kind: str) -> None:
    made, code = _REFUSED[kind]
    with pytest.raises(ShusekiError) as caught:
        render(sample(), made())
    problem = caught.value.problems[0]
    assert problem.code == code
    assert problem.what.ja != problem.what.en
    assert problem.remedy.ja


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_template_damaged_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(_TEMPLATE)
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=6)):
        whole[at] ^= data.draw(st.integers(1, 255))
    try:
        read = render(Document("ja", (Heading(1, "題"),)), bytes(whole))
    except ShusekiError as error:
        codes = [problem.code for problem in error.problems]
    else:
        codes = []
        assert opened(read).paragraphs
    assert all(code.startswith("template_") for code in codes)


_TEMPLATE = template(_with_paragraphs("前", "{{shuseki}}"))


@pytest.mark.parametrize("marker", ["{{shuseki}}", "{{ shuseki }}", "｛｛shuseki｝｝", "{{Shuseki}}"])
def test_text_around_the_marker_stays_around_it(marker: str) -> None:
    def change(word: WordDocument) -> None:
        written = word.add_paragraph("別紙の")
        for piece in ("とおり", marker[:4], marker[4:] + "以上", "です"):
            written.add_run(piece).bold = True

    data = template(change)
    texts = [p.text for p in opened(render(sample(), data)).paragraphs]
    assert texts[:2] == ["別紙のとおり", "産業集積の診断：試し"]
    assert texts[-1] == "以上です"
    assert not warnings(data)


def _in_a_table(word: WordDocument) -> None:
    word.add_table(1, 1).cell(0, 0).text = "{{shuseki}}"


def _in_the_header(word: WordDocument) -> None:
    word.sections[0].header.paragraphs[0].text = "{{shuseki}}"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_with_paragraphs("{{shuseki}}", "{{ shuseki }}"), "template_markers"),
        (_with_paragraphs("{{shuseki}}と{{shuseki}}"), "template_markers"),
        (_in_a_table, "template_marker_misplaced"),
        (_in_the_header, "template_marker_misplaced"),
    ],
)
def test_a_marker_that_would_be_left_is_refused(change: Callable[[WordDocument], None], code: str) -> None:
    with pytest.raises(ShusekiError) as caught:
        render(sample(), template(change))
    assert [problem.code for problem in caught.value.problems] == [code]


def test_without_a_marker_it_is_told_where_the_report_went() -> None:
    assert [one.code for one in warnings(template(_with_paragraphs("表紙")))] == ["template_unmarked"]
    assert not warnings(template(_with_paragraphs("表紙", "{{shuseki}}")))
    assert not warnings(template())
