"""The report as Markdown."""

from engine.report.markdown import escaped, render
from engine.report.text import render as as_text
from tests.engine.report.reports import report, report_of


def test_headings_tables_and_lists() -> None:
    lines = render(report("sakaki", "en")).splitlines()
    assert lines[0] == "# Assessment of an industrial cluster: Machinery and machining in Sakaki Town, Nagano"
    assert "| --- | --- | --- | --- |" in lines
    assert "## Recommended measures" in lines


def test_says_what_the_text_says() -> None:
    markdown = "".join(c for c in render(report("sakaki", "ja")) if c.isalpha())
    for line in as_text(report("sakaki", "ja"), 2000).splitlines():
        assert "".join(c for c in line if c.isalpha()) in markdown


def test_what_is_not_ours_cannot_become_markup() -> None:
    assert escaped("<b>*x*</b> | [a](b)") == r"\<b\>\*x\*\</b\> \| \[a\](b)"
    assert "<script>" not in render(report_of({}, "ja", "<script>alert(1)</script>"))
