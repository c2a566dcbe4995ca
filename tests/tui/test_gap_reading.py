"""How the sheets of a register are to be read, corrected step by step."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.policy.register import open_register, proposed, taken
from tui.gap_reading import Reading, letters

TABLE = """事業一覧（令和8年度）
番号,事業名,概要,担当課,予算額,前年度
1,人材育成事業,講座,産業課,10,8
2,企業誘致事業,訪問,企画課,20,9
"""


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    path = tmp_path / "一覧.csv"
    path.write_text(TABLE, "utf-8")
    opened = open_register(path)
    return Reading.of(opened, proposed(opened))


def fields(reading: Reading) -> dict[int, str]:
    assert reading.sheets[0].layout
    return {one.column: one.field for one in reading.sheets[0].layout.columns}


def test_as_proposed(reading: Reading) -> None:
    assert fields(reading)[2] == "name"
    assert reading.said_year == 2026
    assert len(taken(reading.opened, reading.layouts).measures) == 2


def test_a_column_of_one_kind_alone_takes_the_place_of_another(reading: Reading) -> None:
    changed = reading.changed(0, reading.sheets[0].with_field(6, "budget"))
    assert [column for column, field in fields(changed).items() if field == "budget"] == [6]
    assert [one.budget for one in taken(changed.opened, changed.layouts).measures] == [8, 9]
    heading = next(one.heading for one in changed.layouts[0].columns if one.column == 6)
    assert heading == "前年度", "by which it is found again next year"


def test_columns_of_texts_are_gathered(reading: Reading) -> None:
    changed = reading.changed(0, reading.sheets[0].with_field(4, "outline"))
    assert [column for column, field in fields(changed).items() if field == "outline"] == [3, 4]
    assert not list(reading.changed(0, reading.sheets[0].with_field(3, None)).sheets[0].fields(3))


def test_a_sheet_is_read_or_not_and_headed_anew(reading: Reading) -> None:
    assert reading.toggled(0).layouts == ()
    assert reading.toggled(0).toggled(0) == reading
    headed = reading.headed(0, 3, 1)
    assert headed.layouts[0].header == 3
    assert reading.headed(0, 10_000, 1) == reading, "a row that is not there changes nothing"


@given(st.integers(1, 20_000))
def test_letters_of_columns_count_on(column: int) -> None:
    value = 0
    for letter in letters(column):
        value = value * 26 + ord(letter) - ord("A") + 1
    assert value == column
