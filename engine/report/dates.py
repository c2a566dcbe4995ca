"""Dates and fiscal years as an office writes them, in both calendars."""

from datetime import date, datetime, timedelta, timezone

from engine.model.text import Lang

_ERAS = (
    (date(2019, 5, 1), "令和", "Reiwa"),
    (date(1989, 1, 8), "平成", "Heisei"),
    (date(1926, 12, 25), "昭和", "Showa"),
)
# The year an era is changed in bears one name as a fiscal year: fiscal 2019 is 令和元年度 from April on, fiscal 1988 is
# 昭和63年度 to its end, fiscal 1926 is 大正15年度.
_FISCAL_ERAS = ((2019, "令和", "Reiwa"), (1989, "平成", "Heisei"), (1927, "昭和", "Showa"))
_FIRST_YEAR = {"令和": 2019, "平成": 1989, "昭和": 1926}
_APRIL = 4
_JAPAN = timezone(timedelta(hours=9))
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def in_words(day: date, lang: Lang) -> str:
    """The day in the Western calendar, with the Japanese year where there is one."""
    era = next((entry for entry in _ERAS if day >= entry[0]), None)
    if lang == "en":
        western = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        return f"{western} ({era[2]} {day.year - era[0].year + 1})" if era else western
    western = f"{day.year}年{day.month}月{day.day}日"
    return f"{western}（{era[1]}{_year(day.year - era[0].year + 1)}年{day.month}月{day.day}日）" if era else western


def era_year(day: date) -> str:
    """The year of a day in the Japanese calendar (令和8年); empty before its eras begin here."""
    era = next((entry for entry in _ERAS if day >= entry[0]), None)
    return f"{era[1]}{_year(day.year - era[0].year + 1)}年" if era else ""


def fiscal_year(day: date) -> int:
    """The fiscal year (年度) of a day: it begins on 1 April and bears the number of the year it begins in."""
    return day.year if day.month >= _APRIL else day.year - 1


def fiscal_year_in_words(day: date, lang: Lang) -> str:
    """The fiscal year of a day in both calendars: 令和8年度（2026年度）, or ``fiscal 2026 (Reiwa 8)``."""
    year = fiscal_year(day)
    era = next((entry for entry in _FISCAL_ERAS if year >= entry[0]), None)
    if lang == "en":
        return f"fiscal {year} ({era[2]} {year - _FIRST_YEAR[era[1]] + 1})" if era else f"fiscal {year}"
    return f"{era[1]}{_year(year - _FIRST_YEAR[era[1]] + 1)}年度（{year}年度）" if era else f"{year}年度"


def day_in_japan(at: datetime) -> date:
    """The day of a moment, in Japan's time where a time zone is given."""
    return (at.astimezone(_JAPAN) if at.tzinfo else at).date()


def answered_on(at: datetime, lang: Lang) -> str:
    """The day on which something was answered, in Japan's time where a time zone is given; short, for a table."""
    day = day_in_japan(at)
    return f"{day.year}年{day.month}月{day.day}日" if lang == "ja" else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _year(number: int) -> str:
    return "元" if number == 1 else str(number)
