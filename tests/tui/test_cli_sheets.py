"""``shuseki sheets``: lists the study's further sheets, prints one, writes a workbook of all."""

import json
from pathlib import Path

import pytest

from engine.report.study_sheets import NAMES
from tests.tui.commanding import shuseki


def test_without_a_name_they_are_listed() -> None:
    assert [line.split()[0] for line in shuseki("sheets").out.splitlines()] == list(NAMES)


@pytest.mark.parametrize(("lang", "words"), [("ja", "テクノポリス法 (1983)"), ("en", "Technopolis Act (1983)")])
def test_one_is_printed_in_either_language(lang: str, words: str) -> None:
    assert words in shuseki("sheets", "policy_history", "--lang", lang).out


def test_as_json_rows_keep_both_languages() -> None:
    (rows,) = json.loads(shuseki("sheets", "land", "--format", "json").out).values()
    assert all(row["title"]["ja"] and row["title"]["en"] for row in rows)


def test_a_workbook_is_written_and_never_over_another_file(tmp_path: Path) -> None:
    file = tmp_path / "sheets.xlsx"
    assert shuseki("sheets", "-o", str(file)).code == 0
    assert file.read_bytes().startswith(b"PK")
    assert shuseki("sheets", "-o", str(file)).code == 2


@pytest.mark.parametrize("arguments", [("sheets", "nothing"), ("sheets", "hr", "--format", "docx")])
def test_what_is_not_there_is_told(arguments: tuple[str, ...]) -> None:
    done = shuseki(*arguments)
    assert done.code == 2
    assert arguments[-1] in done.err
