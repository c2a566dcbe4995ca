"""Dates and fiscal years: known ones, those around a change of era, and what must hold on every day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.report.dates import answered_on, fiscal_year, fiscal_year_in_words, in_words

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "ja", "en"),
    [
        (date(2026, 4, 1), "2026年4月1日（令和8年4月1日）", "1 April 2026 (Reiwa 8)"),
        (date(2019, 5, 1), "2019年5月1日（令和元年5月1日）", "1 May 2019 (Reiwa 1)"),
        (date(2019, 4, 30), "2019年4月30日（平成31年4月30日）", "30 April 2019 (Heisei 31)"),
        (date(1989, 1, 8), "1989年1月8日（平成元年1月8日）", "8 January 1989 (Heisei 1)"),
        (date(1989, 1, 7), "1989年1月7日（昭和64年1月7日）", "7 January 1989 (Showa 64)"),
        (date(1926, 12, 24), "1926年12月24日", "24 December 1926"),
    ],
)
def test_days_in_both_calendars(day: date, ja: str, en: str) -> None:
    assert (in_words(day, "ja"), in_words(day, "en")) == (ja, en)


@pytest.mark.parametrize(
    ("day", "ja", "en"),
    [
        (date(2026, 4, 1), "令和8年度（2026年度）", "fiscal 2026 (Reiwa 8)"),
        (date(2026, 3, 31), "令和7年度（2025年度）", "fiscal 2025 (Reiwa 7)"),
        (date(2019, 4, 1), "令和元年度（2019年度）", "fiscal 2019 (Reiwa 1)"),
        (date(2020, 3, 31), "令和元年度（2019年度）", "fiscal 2019 (Reiwa 1)"),
        (date(2019, 3, 31), "平成30年度（2018年度）", "fiscal 2018 (Heisei 30)"),
        (date(1989, 4, 1), "平成元年度（1989年度）", "fiscal 1989 (Heisei 1)"),
        (date(1989, 3, 31), "昭和63年度（1988年度）", "fiscal 1988 (Showa 63)"),
        (date(1927, 3, 31), "1926年度", "fiscal 1926"),
    ],
)
def test_fiscal_years_in_both_calendars(day: date, ja: str, en: str) -> None:
    assert (fiscal_year_in_words(day, "ja"), fiscal_year_in_words(day, "en")) == (ja, en)


@given(DAYS)
def test_a_fiscal_year_runs_from_april_to_march(day: date) -> None:
    year = fiscal_year(day)
    assert date(year, 4, 1) <= day <= date(year + 1, 3, 31)


@given(DAYS)
def test_fiscal_years_follow_each_other_by_one(day: date) -> None:
    after = day + timedelta(days=1)
    assert fiscal_year(after) - fiscal_year(day) == ((after.month, after.day) == (4, 1))


@given(st.integers(1927, 2100))
def test_every_fiscal_year_has_one_name_from_its_first_day_to_its_last(year: int) -> None:
    assert fiscal_year_in_words(date(year, 4, 1), "ja") == fiscal_year_in_words(date(year + 1, 3, 31), "ja")


@given(DAYS, DAYS)
def test_different_days_read_differently(one: date, other: date) -> None:
    assert (in_words(one, "ja") == in_words(other, "ja")) is (one == other)
    assert (in_words(one, "en") == in_words(other, "en")) is (one == other)


def test_a_time_is_told_as_the_day_in_japan() -> None:
    late = datetime(2026, 3, 31, 23, 30, tzinfo=UTC)
    assert answered_on(late, "ja") == "2026年4月1日"
    assert answered_on(datetime(2026, 3, 31, 23, 30), "en") == "31 March 2026"
