"""The template for a register: what is written into it is read back, and what it offers is understood."""

import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from engine.model.knowledge import Actor, Resource
from engine.model.text import Lang
from engine.policy.register import read_register
from engine.report.register_template import register_template
from engine.report.register_template_words import FIELDS
from tests.engine.report.reports import LANGS, book


def opened(lang: Lang, *types: str) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(register_template(book(), lang, types)))  # type: ignore[arg-type]


def header(page: Worksheet) -> int:
    """The row of the headings."""
    return int(page.auto_filter.ref.split(":")[0][1:])


def saved(wanted: Workbook, folder: Path) -> Path:
    path = folder / "register.xlsx"
    wanted.save(path)
    return path


@pytest.mark.parametrize("lang", LANGS)
def test_a_row_filled_in_is_read_back_field_by_field(lang: Lang, tmp_path: Path) -> None:
    made = opened(lang)
    page, example = made.worksheets[0], made.worksheets[1]
    page["A2"] = f"{page['A2'].value}令和8年度"
    shown = [cell.value for cell in example[header(example) + 1]]
    for n, value in enumerate(shown, 1):
        page.cell(header(page) + 1, n, value)
    page.cell(header(page) + 2, 1, "名称だけの事業")
    register = read_register(saved(made, tmp_path))
    assert register.fiscal_year == 2026
    assert [one.name for one in register.measures] == [FIELDS[0].example.get(lang), "名称だけの事業"]
    one = register.measures[0]
    assert (one.budget, one.start, one.end) == (4_500_000, 2024, 2028)
    assert one.actors == (Actor.INDUSTRY, Actor.ACADEMIA)
    assert one.resources == (Resource.PEOPLE,)
    assert one.funding is not None
    assert set(one.funding) == {"prefecture", "own"}
    assert one.progress == "running"
    assert one.generic is not None
    assert set(one.generic) <= set(book().measures)
    assert register.measures[1].actors is None
    assert register.unread == ()


@pytest.mark.parametrize("lang", LANGS)
def test_whatever_a_drop_down_offers_is_understood(lang: Lang, tmp_path: Path) -> None:
    made = opened(lang)
    page = made.worksheets[0]
    page["A2"] = "2026"
    most = max(len(field.choices) for field in FIELDS)
    for n in range(most):
        row = header(page) + 1 + n
        page.cell(row, 1, f"事業{n}")
        for column, field in enumerate(FIELDS, 1):
            if field.choices:
                page.cell(row, column, field.choices[n % len(field.choices)].get(lang))
    register = read_register(saved(made, tmp_path))
    assert register.unread == ()
    assert len(register.measures) == most
    statuses = {one.progress for one in register.measures}
    assert statuses == {"running", "planned", "ended"}
    assert {r for one in register.measures for r in one.resources or ()} == set(Resource)
    assert {f for one in register.measures for f in one.funding or ()} == {"own", "prefecture", "state", "other"}
    assert all(one.actors for one in register.measures)


def test_an_empty_template_holds_no_measure_and_its_example_is_none() -> None:
    page = opened("ja").worksheets[0]
    assert all(cell.value is None for row in page.iter_rows(min_row=header(page) + 1) for cell in row)


def test_measures_to_choose_are_those_of_the_types() -> None:
    lists = opened("ja", "A-2").worksheets[-1]
    offered = [str(row[0].value).split()[0] for row in lists.iter_rows(min_row=header(lists) + 1)]
    assert set(offered) == {one.id for one in book().measures.values() if one.type == "A-2"}
    rules = opened("ja", "A-2").worksheets[0].data_validations.dataValidation
    (choice,) = [one for one in rules if str(one.formula1 or "").startswith("'選択肢'")]
    assert choice.formula1 == f"'選択肢'!$A$3:$A${2 + len(offered)}"
    assert {one.min_col for one in choice.sqref.ranges} == {len(FIELDS)}


@pytest.mark.parametrize("lang", LANGS)
def test_every_column_has_a_hint_excel_can_hold_and_the_file_is_the_same_each_time(lang: Lang) -> None:
    rules = opened(lang).worksheets[0].data_validations.dataValidation
    assert len(rules) == len(FIELDS)
    assert all(one.prompt and len(one.prompt) <= 255 for one in rules)
    assert register_template(book(), lang) == register_template(book(), lang)
