"""Dates as an office writes them, with the Japanese calendar."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.interview.dates import read_date
from engine.model.problem import Problem


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-01",
        "2026/4/1",
        "2026.4.1",
        "２０２６年４月１日",
        "令和8年4月1日",
        "R8.4.1",
        "ｒ８／４／１",
        "令和8年（2026年）4月1日",
        "令和８(2026)年4月1日",
    ],
)
def test_read(text: str) -> None:
    assert read_date(text) == date(2026, 4, 1)


def test_first_year_of_an_era() -> None:
    assert read_date("令和元年5月1日") == date(2019, 5, 1)
    assert read_date("平成31年4月30日") == date(2019, 4, 30)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("令和8年（2025年）4月1日", "contradictory_date"),
        ("平成31年5月1日", "contradictory_date"),
        ("令和元年4月30日", "contradictory_date"),
        ("昭和0年1月1日", "contradictory_date"),
        ("2026-02-30", "no_such_day"),
        ("2026-13-01", "no_such_day"),
        ("0000-01-01", "no_such_day"),
        ("2026", "not_a_date"),
        ("20260401", "not_a_date"),
        ("来年度", "not_a_date"),
        ("", "not_a_date"),
    ],
)
def test_refused(text: str, code: str) -> None:
    found = read_date(text)
    assert isinstance(found, Problem)
    assert found.code == code


@given(st.dates())
@settings(deadline=None)
def test_every_day_reads_back(day: date) -> None:
    assert read_date(day.isoformat()) == day


@given(st.text() | st.from_regex(r"(令和|平成|R)?\d{1,4}[年./-]\d{1,2}[月./-]\d{1,2}日?", fullmatch=True))
@settings(deadline=None)
def test_no_text_raises(text: str) -> None:
    assert isinstance(read_date(text), date | Problem)
