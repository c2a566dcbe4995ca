"""The report as Markdown."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from engine.report.blocks import Document, Table
from engine.report.markdown import escaped, render
from engine.report.text import render as as_text
from tests.engine.report.reports import report, report_of
from tests.engine.report.samples import letters, sample, statements


def test_headings_tables_and_lists() -> None:
    lines = render(report("sakaki", "en")).splitlines()
    assert lines[0] == "# Assessment of an industrial cluster: Machinery and machining in Sakaki Town, Nagano"
    assert "| --- | --- | --- | --- |" in lines
    assert any(line.startswith("## ") and line.endswith("Recommended measures") for line in lines)


def test_says_what_the_text_says() -> None:
    markdown = "".join(c for c in render(report("sakaki", "ja")) if c.isalpha())
    for line in as_text(report("sakaki", "ja"), 2000).splitlines():
        assert "".join(c for c in line if c.isalpha()) in markdown


def test_what_is_not_ours_cannot_become_markup() -> None:
    assert escaped("<b>*x*</b> | [a](b)") == r"\<b\>\*x\*\</b\> \| \[a\](b)"
    assert "<script>" not in render(report_of({}, "ja", "<script>alert(1)</script>"))


def test_every_kind_of_block_is_told() -> None:
    said = letters(render(sample()))
    assert [text for text in statements(sample()) if letters(text) not in said] == []


def test_tables_are_numbered_under_their_captions_and_figures_are_tables() -> None:
    lines = render(sample()).splitlines()
    assert [line for line in lines if line.startswith("**図") or line.startswith("**表")] == [
        *("**図1 集積の型とフェーズ**", "**図2 型ごとの支持**", "**表1 施策一覧**"),
    ]
    assert r"| \> B 誘致先行型 | \[\#\#\#\#\] 選ぶ | \> \[\#\#..\] 呼び込む | \[????\] 根付く |" in lines
    assert "| A-1 | ---- | -2点 |" in lines
    assert "> これは案であり、人が決める。" in lines


def test_what_only_pages_have_leaves_no_trace() -> None:
    assert "\n\n\n" not in render(sample())


@given(st.text(max_size=30))
def test_a_table_keeps_its_columns_whatever_its_cells(text: str) -> None:
    table = render(Document("ja", (Table(("a", "b"), ((text, text),)),))).rstrip("\n").split("\n")
    assert len(table) == 3
    assert len(re.findall(r"(?<!\\)\|", table[2].replace(r"\\", ""))) == 3


def test_headings_and_numbers_read_as_they_were_written() -> None:
    parsed = MarkdownIt("commonmark").parse(render(report("sakaki", "en")))
    headings = [parsed[n + 1] for n, token in enumerate(parsed) if token.type == "heading_open"]
    texts = ["".join(child.content for child in token.children or ()) for token in headings]
    assert any(text.startswith("1. ") for text in texts)
    assert [text for text in texts if "\\" in text] == []
    (inside,) = (token for token in MarkdownIt("commonmark").parse(escaped("2. x")) if token.type == "inline")
    assert inside.content == "2\\. x"
    assert "".join(child.content for child in inside.children or ()) == "2. x"


def test_the_lines_of_a_cell_stay_lines() -> None:
    table = render(Document("ja", (Table(("a", "b"), (("一", "二\n三"),)),)))
    assert "| 一 | 二<br>三 |" in table
