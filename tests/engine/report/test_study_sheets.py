"""The study's further sheets: every row is there, in both languages, with its source; what is lost stays unknown."""

import io

import openpyxl
import pytest

from engine.model.text import Lang
from engine.report.study_sheet_words import KIND, NOTE, TAB, TITLE
from engine.report.study_sheets import NAMES, SheetName, rows_of, sheet_document, sheet_of, sheets_workbook
from engine.report.text import render
from tests.helpers import shipped_book

LANGS: tuple[Lang, ...] = ("ja", "en")
BOOK = shipped_book()


def test_every_sheet_and_kind_of_the_book_has_its_words() -> None:
    assert {row.sheet for row in BOOK.sheets.values()} == set(NAMES) == set(TITLE) == set(NOTE) == set(TAB)
    assert {row.kind for row in BOOK.sheets.values()} == set(KIND)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", LANGS)
def test_every_row_is_told(name: SheetName, lang: Lang) -> None:
    told = "".join(render(sheet_document(BOOK, name, lang), 1000).split())
    for row in rows_of(BOOK, name):
        assert "".join(row.summary.get(lang).split()) in told
    sheet = sheet_of(BOOK, name, lang)
    assert [row[1] for row in sheet.rows] == [row.title.get(lang) for row in rows_of(BOOK, name)]


def test_what_is_a_prefectures_is_marked() -> None:
    sheet = sheet_of(BOOK, "hr", "ja")
    powers = {str(row[1]): row[5] for row in sheet.rows}
    assert all(powers[row.title.ja] == "都道府県" for row in rows_of(BOOK, "hr") if row.prefectural)
    assert "市町村の権限ではない" in sheet.notes[0]


@pytest.mark.parametrize("lang", LANGS)
def test_the_workbook_opens_with_a_sheet_each(lang: Lang) -> None:
    made = sheets_workbook(BOOK, NAMES, lang)
    assert made == sheets_workbook(BOOK, NAMES, lang)
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert book.sheetnames == [TAB[name].get(lang) for name in NAMES]
    years = [row[3].value for row in book[TAB["policy_history"].get(lang)].iter_rows()]
    assert 1983 in years
