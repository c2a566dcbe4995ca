"""The heat map in every format: a word and figures in each cell, within the width, legible without colour."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from engine.model.text import Lang
from engine.report.blocks import Document, HeatCell, HeatMap, HeatRow
from engine.report.docx import render as docx
from engine.report.heat import legend, told
from engine.report.html import render as html
from engine.report.markdown import render as markdown
from engine.report.text import render as text
from engine.report.xlsx_blocks import rows_of
from tests.engine.report.reports import LANGS
from tests.engine.report.samples import opened, part, sample

CELLS = (HeatCell(3, 3), HeatCell(3, 1, 2), HeatCell(3, 1, 1), HeatCell(2), HeatCell(), HeatCell(12, 10, 1))
HEAT = HeatMap(
    "フェーズ × 資源",
    ("フェーズ", "ヒト", "カネ", "モノ", "情報", "ビジョン", "制度"),
    (HeatRow("A-2 フェーズ1「まとまる」", CELLS), HeatRow("フェーズ2", CELLS[::-1])),
    ("終わりの説明。",),
)


@pytest.mark.parametrize(
    ("cell", "state", "ja"),
    [
        (HeatCell(), "blank", "-"),
        (HeatCell(2, 2), "there", "あり 2/2"),
        (HeatCell(2, 1, 1), "suggested", "要確認 1+1?/2"),
        (HeatCell(2, 1), "partly", "一部 1/2"),
        (HeatCell(2, 0, 1), "partly", "一部 0+1?/2"),
        (HeatCell(2), "missing", "なし 0/2"),
    ],
)
def test_a_cell_says_its_state_in_a_word_and_figures(cell: HeatCell, state: str, ja: str) -> None:
    assert (cell.state, told(cell, "ja")) == (state, ja)


def test_on_a_terminal_the_cells_stand_beside_each_other_and_divide_where_it_is_narrow() -> None:
    wide = text(Document("ja", (HEAT,)), 120).splitlines()
    assert wide[1].split() == ["フェーズ", "ヒト", "カネ", "モノ", "情報", "ビジョン", "制度"]
    assert re.split(r" {2,}", wide[3])[1:] == [told(one, "ja") for one in CELLS]
    narrow = text(Document("ja", (HEAT,)), 76).splitlines()
    assert re.split(r" {2,}", narrow[3])[1:] == ["あり 3/3", "要確認", "一部", "なし", "-", "一部"]
    assert re.split(r" {2,}", narrow[4].strip()) == ["「まとまる」", "1+2?/3", "1+1?/3", "0/2", "10+1?/12"]
    listed = text(Document("ja", (HEAT,)), 40).splitlines()
    assert "  カネ 要確認 1+2?/3" in listed
    assert not any(line.startswith("  ビジョン -") for line in listed)


@pytest.mark.parametrize("lang", LANGS)
@given(
    st.lists(st.builds(HeatCell, st.integers(0, 31), st.integers(0, 31), st.integers(0, 31)), min_size=6, max_size=6),
    st.text(st.characters(categories=("L", "N", "Z")), min_size=1, max_size=40),
    st.integers(40, 130),
)
def test_within_any_width_and_nothing_lost(lang: Lang, cells: list[HeatCell], title: str, width: int) -> None:
    heat = HeatMap("題", HEAT.columns, (HeatRow(title, tuple(cells)),))
    lines = text(Document(lang, (heat,)), width).splitlines()
    assert max(map(cell_len, lines)) <= width
    for cell in cells:
        assert cell.state == "blank" or told(cell, lang).split()[-1] in "\n".join(lines)


def test_markdown_is_a_table_of_words() -> None:
    lines = markdown(Document("ja", (HEAT,))).splitlines()
    assert lines[0] == "**図1 フェーズ × 資源**"
    assert (
        r"| A-2 フェーズ1「まとまる」 | あり 3/3 | 要確認 1+2?/3 | 一部 1+1?/3 | なし 0/2 | - | 一部 10+1?/12 |"
        in lines
    )
    assert lines[-1] == "終わりの説明。"


def test_html_is_a_table_with_headings_for_those_who_hear_it_and_a_pattern_by_state() -> None:
    page = html(sample("ja", HEAT))
    assert '<td class="missing">なし 0/2</td>' in page
    assert '<th scope="col">制度</th>' in page
    assert "図3　フェーズ × 資源" in page
    for state in ("there", "partly", "suggested", "missing", "blank"):
        assert f"table.heat td.{state} " in page


@pytest.mark.parametrize("lang", LANGS)
def test_word_says_and_shades_each_cell(lang: Lang) -> None:
    data = docx(sample(lang, HEAT))
    table = opened(data).tables[-1]
    assert [cell.text for cell in table.rows[1].cells][1:] == [told(one, lang) for one in CELLS]
    written = part(data, "word/document.xml")
    assert 'w:fill="C5D4EA"' in written
    assert legend(HEAT, lang)[0] in "".join(p.text for p in opened(data).paragraphs)
    assert docx(sample(lang, HEAT)) == data


def test_a_workbook_tells_what_is_needed_a_column_a_line() -> None:
    ((about, said, _), *_) = rows_of((HEAT,), "ja")
    assert about == "A-2 フェーズ1「まとまる」"
    assert said.split("\n")[:2] == ["ヒト：あり 3/3", "カネ：要確認 1+2?/3"]
    assert "ビジョン" not in said


@pytest.mark.parametrize("lang", LANGS)
def test_no_sign_of_uncertain_width(lang: Lang) -> None:
    assert not any(unicodedata.east_asian_width(c) == "A" for c in text(Document(lang, (HEAT,)), 80))
