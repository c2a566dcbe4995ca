"""The report as a Word file: what stands in its XML, how it prints, and what a template may and may not be."""

import re
from dataclasses import replace
from datetime import date

import pytest
from docx.oxml.ns import qn
from docx.shared import Emu, Pt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from engine.interview.visible import visible
from engine.model.text import Lang
from engine.report.blocks import (
    Bar,
    Bars,
    Board,
    BoardCell,
    BoardRow,
    Contents,
    Document,
    Heading,
    Line,
    PageBreak,
    Paragraph,
    Table,
)
from engine.report.docx import render
from tests.engine.report.reports import LANGS, report, report_of
from tests.engine.report.samples import letters, opened, paragraphs, part, sample, statements


def text_of(data: bytes, name: str = "word/document.xml") -> str:
    root = etree.fromstring(part(data, name).encode())
    tags = {qn("w:t"): None, qn("w:noBreakHyphen"): "-", qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join((tags[e.tag] or e.text or "") for e in root.iter(*tags))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("example", ["kitakami", "sakaki"])
def test_everything_the_report_says_is_in_it(example: str, lang: Lang) -> None:
    said = letters(text_of(render(report(example, lang))))
    assert [text for text in statements(report(example, lang)) if letters(text) not in said] == []


def test_headings_lists_and_captions_have_words_own_styles() -> None:
    data = render(sample())
    assert paragraphs(data, "Title") == ["産業集積の診断：試し"]
    assert paragraphs(data, "Heading 1") == ["型", "推奨施策"]
    assert paragraphs(data, "Heading 2") == ["視点別の支持"]
    assert paragraphs(data, "List Bullet") == ["外から来た〔判断 2-1-1、2-2-3〕"]
    assert paragraphs(data, "List Bullet 2") == ["誘致企業が多い"]
    assert paragraphs(data, "List Bullet 3") == ["三割"]
    assert paragraphs(data, "Caption") == ["図1　集積の型とフェーズ", "図2　型ごとの支持", "表1　施策一覧"]
    assert {table.style.name for table in opened(data).tables if table.style} == {"Shuseki Table", "Normal Table"}


@pytest.mark.parametrize("lang", LANGS)
def test_every_style_has_an_east_asian_font_and_the_languages_are_set(lang: Lang) -> None:
    data = render(sample(lang))
    styles = etree.fromstring(part(data, "word/styles.xml").encode())
    for style in styles.iter(qn("w:style")):
        fonts = style.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        assert fonts is not None, style.get(qn("w:styleId"))
        assert fonts.get(qn("w:eastAsia")) in {"游明朝", "游ゴシック"}
    language = styles.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert (language.get(qn("w:val")), language.get(qn("w:eastAsia"))) == ("en-US", "ja-JP")
    assert opened(data).core_properties.language == ("ja-JP" if lang == "ja" else "en-US")
    assert 'w:name="游明朝"><w:altName w:val="Yu Mincho"/>' in part(data, "word/fontTable.xml").replace("\n", "")


def test_the_ms_fonts_can_be_had_instead() -> None:
    styles = part(render(sample(), fonts="ms"), "word/styles.xml")
    assert "ＭＳ 明朝" in styles
    assert "游" not in styles


def test_the_page_is_a4_with_title_above_and_digest_and_pages_below() -> None:
    word = opened(render(sample()))
    section = word.sections[0]
    assert [round(Emu(side or 0).mm) for side in (section.page_width, section.page_height)] == [210, 297]
    assert section.header.paragraphs[0].text == "産業集積の診断"
    footer = section.footer.paragraphs[0]
    assert footer.text == "診断ダイジェスト abc　知識の版 1\t1 / 1"
    assert re.findall(r" (PAGE|NUMPAGES) ", footer._p.xml) == ["PAGE", "NUMPAGES"]


def test_the_contents_are_a_field_filled_with_the_headings() -> None:
    data = render(sample())
    xml = part(data, "word/document.xml")
    assert r'TOC \o "1-2" \n \h \z \u \b _ShusekiListed' in xml
    assert [text.strip() for text in (*paragraphs(data, "toc 1"), *paragraphs(data, "toc 2"))] == [
        *("型", "推奨施策"),
        "視点別の支持",
    ]
    anchors = re.findall(r'<w:hyperlink w:anchor="(\w+)"', xml)
    assert ["_ShusekiListed", *anchors] == re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(\w+)"', xml)
    assert sorted(re.findall(r'<w:bookmarkStart w:id="(\d+)"', xml)) == sorted(
        re.findall(r'<w:bookmarkEnd w:id="(\d+)"', xml)
    )
    # A page number that only a layout can tell would be missing, and LibreOffice then shows no list at all.
    assert "PAGEREF" not in xml
    kinds = re.findall(r'w:fldCharType="(\w+)"', xml)
    assert [kinds.count(kind) for kind in ("begin", "separate", "end")] == [1 + 3] * 3
    # Either would have Word ask, on opening, whether to update fields "that may refer to other files".
    assert "w:dirty" not in xml
    assert "updateFields" not in part(data, "word/settings.xml")


def test_captions_count_by_fields() -> None:
    xml = part(render(sample()), "word/document.xml")
    assert re.findall(r"SEQ (\S+) ", xml) == ["図", "図", "表"]
    assert re.findall(r"SEQ (\S+) ", part(render(sample("en")), "word/document.xml")) == ["Figure", "Figure", "Table"]


def test_the_board_is_a_table_legible_in_black_and_white() -> None:
    board = opened(render(sample())).tables[0]
    cells = [[cell.text for cell in row.cells] for row in board.rows]
    assert cells[0] == ["型", "フェーズ1", "フェーズ2", "フェーズ3"]
    assert cells[1][0] == "？ A-1 大企業牽引型（候補）"
    assert cells[2][1] == "まとまる\n□□□□ 未充足"
    assert cells[3] == [
        "▶ B 誘致先行型（判定）",
        "選ぶ\n■■■■ 充足",
        "▶ 呼び込む\n■■□□ 一部充足",
        "根付く\n？？？？ 不明",
    ]
    assert 'w:sz="18"' in board.rows[3].cells[2]._tc.xml


def test_bars_are_cells_as_long_as_their_values() -> None:
    bars = opened(render(sample())).tables[1]
    lengths = []
    for row in bars.rows:
        filled = [tc for tc in row._tr.tc_lst if "w:shd" in tc.xml]
        lengths.append([(tc.grid_span, tc.find(f".//{qn('w:shd')}").get(qn("w:val"))) for tc in filled])
    assert lengths[0] == [(9, "diagStripe")]
    assert lengths[1] == []
    assert lengths[2] == [(23, "clear")]
    assert [row.cells[-1].text for row in bars.rows] == ["-2点", "0点", "+5点"]


def test_rows_stay_whole_headers_repeat_and_headings_stay_with_what_follows() -> None:
    data = render(report("kitakami", "ja"))
    for table in opened(data).tables:
        assert all(row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows)
        if table.style is not None and table.style.name == "Shuseki Table":
            headers = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
            assert headers == [True] + [False] * (len(headers) - 1)
    styles = etree.fromstring(part(data, "word/styles.xml").encode())
    for name in ("Title", "Heading1", "Heading2", "Heading3", "TOCHeading"):
        style = next(s for s in styles.iter(qn("w:style")) if s.get(qn("w:styleId")) == name)
        assert style.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def test_a_page_break_lets_the_next_paragraph_begin_a_page() -> None:
    broken = [p.text for p in opened(render(sample())).paragraphs if p.paragraph_format.page_break_before]
    assert broken == ["目次", "推奨施策"]


def test_the_file_bears_the_date_of_the_report_and_is_the_same_each_time() -> None:
    dated = Document("ja", sample().blocks, "題", as_of=date(2026, 4, 1))
    data = render(dated)
    assert data == render(dated)
    properties = opened(data).core_properties
    assert (properties.title, properties.author) == ("題", "Shuseki")
    assert properties.created is not None
    assert properties.created.date() == date(2026, 4, 1)


_TEXT = st.one_of(
    st.sampled_from(["</w:t>", "a\x00b\x0b\x1f", "\u202e\ufffe", "\ud800", "{{shuseki}}", "&amp;<", "行\n行\tx\r", ""]),
    st.text(max_size=30),
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=30)
@given(_TEXT)
def test_any_text_makes_a_file_that_opens(text: str) -> None:
    cell = BoardCell(text, "unknown", True)
    document = Document(
        "ja",
        (
            Heading(1, text), Heading(2, text), Paragraph(Line(text, below=(Line(text, label=text),))),
            Table((text,), ((text,),), text), Board(text, (BoardRow(text, text, "open", (cell,)),), (text,)),
            Bars(text, (Bar(text, -1, text),), -2, 0),
        ),
        "", text, (text,),
    )  # fmt: skip
    data = render(document)
    assert letters(visible(text, keep="\n")) in letters(text_of(data))
    opened(data)


def test_nothing_answered_is_a_report_as_well() -> None:
    assert opened(render(report_of({}, "en"))).paragraphs
    opened(render(Document("ja", ())))


def test_each_depth_of_bullets_is_a_list_of_its_own() -> None:
    data = render(sample())
    numbering = etree.fromstring(part(data, "word/numbering.xml").encode())
    kinds = {
        num.get(qn("w:numId")): num.find(qn("w:abstractNumId")).get(qn("w:val")) for num in numbering.iter(qn("w:num"))
    }
    marks = {
        kind.get(qn("w:abstractNumId")): kind.find(f".//{qn('w:lvlText')}").get(qn("w:val"))
        for kind in numbering.iter(qn("w:abstractNum"))
    }
    styles = opened(data).styles
    numbers = [
        styles[name].element.find(f".//{qn('w:numId')}").get(qn("w:val"))
        for name in ("List Bullet", "List Bullet 2", "List Bullet 3")
    ]
    assert len(set(numbers)) == 3
    assert [marks[kinds[number]] for number in numbers] == ["・", "–", "・"]


def test_contents_list_what_comes_after_them() -> None:
    data = render(Document("ja", (Heading(2, "先"), Contents(), Heading(2, "後"))))
    assert [text.strip() for text in paragraphs(data, "toc 1")] == ["後"]
    xml = part(data, "word/document.xml")
    assert xml.index("先") < xml.index('w:name="_ShusekiListed"') < xml.rindex("後")


def _first_page(lines: int) -> Document:
    told = tuple(Paragraph(Line("一行の文。" * 6)) for _ in range(lines))
    return Document("ja", (Heading(1, "題"), *told, PageBreak(), Contents(), Heading(2, "章")))


def test_a_long_first_page_is_set_closer_and_a_short_one_is_not() -> None:
    sizes = [opened(render(_first_page(lines))).styles["Shuseki Lead"].font.size for lines in (5, 45, 52, 200)]
    assert sizes == [Pt(9.5), Pt(9), Pt(8.5), Pt(8.5)]


def test_a_long_title_is_cut_in_the_properties_alone() -> None:
    data = render(replace(sample(), title="長" * 400))
    title = opened(data).core_properties.title
    assert title == "長" * 252 + "..."
