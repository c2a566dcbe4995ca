"""Dates as an office writes them, in both calendars."""

from datetime import date

from engine.model.text import Lang

_ERAS = (
    (date(2019, 5, 1), "令和", "Reiwa"),
    (date(1989, 1, 8), "平成", "Heisei"),
    (date(1926, 12, 25), "昭和", "Showa"),
)
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


def _year(number: int) -> str:
    return "元" if number == 1 else str(number)
