"""Words that show a row of a further sheet, and words that only look like it."""

import pytest

from engine.model.register import ExistingMeasure
from engine.policy.gaps.shown import shown_in
from tests.helpers import shipped_book


def rows(name: str, outline: str = "") -> set[str]:
    shown = shown_in(shipped_book())
    return set(shown.rows_shown(shown.said(ExistingMeasure(id="e", name=name, outline=outline))))


@pytest.mark.parametrize(
    ("name", "row", "there"),
    [
        ("北部工業団地造成事業", "loc_land", True),
        ("産業団地分譲促進事業", "loc_land", True),
        ("工業団地通勤バス社会実験", "loc_land", False),
        ("工業団地通勤バス社会実験", "LAND.use", False),
        ("若者雇用優良企業認定事業", "HR.17", True),
        ("地場企業の品質認証取得補助", "HR.17", False),
    ],
)
def test_what_shows_a_row(name: str, row: str, there: bool) -> None:
    assert (row in rows(name)) is there
