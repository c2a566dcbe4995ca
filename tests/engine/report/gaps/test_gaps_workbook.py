"""The workbook of a gap check: what stands where, that it can be sorted and corrected; no text is a formula."""

import io
from functools import cache

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from engine.model.text import Lang
from engine.report.edition import WHOLE, Edition
from engine.report.gaps.labels import COVERAGE
from engine.report.gaps.workbook import gaps_workbook
from engine.report.gaps.workbook_words import word
from tests.engine.report.gaps import real
from tests.engine.report.gaps.checks import EXAMPLE, HOSTILE, check, mapping, register
from tests.engine.report.reports import LANGS, assessed, book

SHEETS = (
    *("summary", "findings", "reasons", "mapping", "covered", "factors", "heat", "directions", "location", "hr", "dx"),
    *("land", "history", "unread", "sources", "choices"),
)


def data(lang: Lang, edition: Edition = WHOLE) -> bytes:
    asked = book().examples[EXAMPLE]
    return gaps_workbook(book(), asked, assessed(EXAMPLE), register(), mapping(), check(), lang, edition)


@cache
def made(lang: Lang, edition: Edition = WHOLE) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data(lang, edition)))


def sheet(name: str, lang: Lang = "ja", edition: Edition = WHOLE) -> Worksheet:
    return made(lang, edition)[word(f"s_{name}", lang)]


def table(page: Worksheet) -> list[dict[str, object]]:
    top = int(page.auto_filter.ref.split(":")[0][1:])
    headings = [cell.value for cell in page[top]]
    return [dict(zip(headings, (cell.value for cell in row), strict=True)) for row in page.iter_rows(min_row=top + 1)]


@pytest.mark.parametrize("lang", LANGS)
def test_there_is_a_sheet_for_each_thing_and_each_can_be_filtered_and_printed(lang: Lang) -> None:
    assert made(lang).sheetnames == [word(f"s_{name}", lang) for name in SHEETS]
    for page in made(lang).worksheets:
        assert page.auto_filter.ref is not None
        assert page.freeze_panes is not None
        assert page.print_area
        assert check().digest in str(page.oddFooter.left.text)


@pytest.mark.parametrize("lang", LANGS)
def test_findings_are_numbered_and_reasons_refer_to_them(lang: Lang) -> None:
    rows = table(sheet("findings", lang))
    assert [row[word("finding", lang)] for row in rows] == [one.text.get(lang) for one in check().findings]
    numbers = {row[word("number", lang)] for row in table(sheet("reasons", lang))}
    assert numbers == {row[word("number", lang)] for row in rows}
    said = "\n".join(str(row[word("content", lang)]) for row in table(sheet("reasons", lang)))
    for finding in check().findings:
        assert finding.because[0].text.get(lang) in said


def test_the_mapping_can_be_corrected_from_a_list_of_the_types_measures() -> None:
    page = sheet("mapping")
    rows = table(page)
    assert [row["予算（円）"] for row in rows] == [one.budget for one in register().measures]
    (rule,) = page.data_validations.dataValidation
    assert rule.formula1.startswith("'選択肢'!$A$3:$A$")
    heading = page.cell(int(page.auto_filter.ref.split(":")[0][1:]), next(iter(rule.sqref.ranges)).min_col)
    assert heading.value == word("corrected", "ja")
    offered = {str(row[word("choice", "ja")]).split()[0] for row in table(sheet("choices"))}
    assert offered == {one.id for one in book().measures.values() if one.type == "A-2"}


def test_no_text_of_the_register_becomes_a_formula() -> None:
    cell = next(cell for row in sheet("mapping").iter_rows() for cell in row if cell.value == HOSTILE)
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert not [c for page in made("ja").worksheets for row in page.iter_rows() for c in row if c.data_type == "f"]


@pytest.mark.parametrize("lang", LANGS)
def test_heat_maps_and_coverage_say_and_colour_each_cell(lang: Lang) -> None:
    rows = table(sheet("heat", lang))
    assert len(rows) == 3 + 4
    cells = [str(value) for row in rows for value in list(row.values())[2:]]
    needed = sum(bool(cell.needed) for heat in check().heat_maps for cell in heat.cells)
    assert sum(value != "-" for value in cells) == needed
    for name in ("heat", "covered"):
        rules = [rule for found in sheet(name, lang).conditional_formatting for rule in found.rules]
        begins = {rule.text for rule in rules}
        assert COVERAGE["nothing"].get(lang) in begins
        assert all(rule.type == "beginsWith" for rule in rules)


def test_the_public_version_leaves_out_words_and_rows_not_read() -> None:
    public = Edition(public=True)
    said = "\n".join(str(c.value) for p in made("ja", public).worksheets for row in p.iter_rows() for c in row)
    for secret in ("内々の語", "未読の行の中身", "秘密の指標"):
        assert secret not in said
    assert register().measures[0].name in said


@pytest.mark.parametrize("lang", LANGS)
def test_the_brief_edition_is_the_summary_and_the_bytes_are_the_same_each_time(lang: Lang) -> None:
    assert made(lang, Edition(brief=True)).sheetnames == [word("s_summary", lang)]
    assert data(lang) == data(lang)


@pytest.mark.parametrize(("example", "name"), real.CASES[:2])
def test_real_checks_fill_every_sheet(example: str, name: str) -> None:
    links, found = real.checked(example, name)
    asked = book().examples[example]
    wanted = gaps_workbook(book(), asked, assessed(example), real.register(name), links, found, "ja")
    opened = openpyxl.load_workbook(io.BytesIO(wanted))
    for page in opened.worksheets:
        assert table(page), page.title
    assert len(table(opened[word("s_mapping", "ja")])) == len(real.register(name).measures)
