"""Reads a date the way an office writes it: 2026-04-01, 2026/4/1, ２０２６年４月１日, 令和8年4月1日, R8.4.1."""

import re
import unicodedata
from datetime import date

from engine.interview.visible import shown
from engine.model.problem import Place, Problem
from engine.model.text import LocalizedText

# First and last day of each era; the first year is written 元年.
_ERAS = {
    "令和": (date(2019, 5, 1), date.max),
    "平成": (date(1989, 1, 8), date(2019, 4, 30)),
    "昭和": (date(1926, 12, 25), date(1989, 1, 7)),
}
_LETTERS = {"R": "令和", "H": "平成", "S": "昭和"}
_DATE = re.compile(
    r"(?:(?P<era>令和|平成|昭和|[RHSrhs])(?P<era_year>\d{1,2}|元)(?:年?\((?P<both>\d{4})年?\)年?|年|[-/.])"
    r"|(?P<year>\d{4})(?:年|[-/.]))"
    r"(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?"
)


def read_date(text: str, where: Place | None = None) -> date | Problem:
    """The day that ``text`` names, or a Problem: unreadable, not in the calendar, or contradicting itself."""
    where = where or Place()
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    match = _DATE.fullmatch(plain)
    if match is None:
        return _problem(
            "not_a_date", where, f"「{shown(text)}」は日付として読めません。", f'"{shown(text)}" is no date.'
        )
    year = _year(match)
    try:
        day = date(year, int(match["month"]), int(match["day"]))
    except ValueError:
        return _problem(
            "no_such_day", where, f"「{shown(text)}」は暦にない日です。", f'"{shown(text)}" is not in the calendar.'
        )
    return day if _consistent(match, day) else _contradiction(text, where)


def _year(match: re.Match[str]) -> int:
    if match["year"]:
        return int(match["year"])
    number = 1 if match["era_year"] == "元" else int(match["era_year"])
    return _era(match["era"])[0].year + number - 1


def _era(name: str) -> tuple[date, date]:
    return _ERAS[_LETTERS.get(name.upper(), name)]


def _consistent(match: re.Match[str], day: date) -> bool:
    """Whether the day lies in the era named, and the two years given, if two, are one."""
    if not match["era"]:
        return True
    first, last = _era(match["era"])
    return first <= day <= last and match["era_year"] not in ("0", "00") and match["both"] in (None, str(day.year))


def _contradiction(text: str, where: Place) -> Problem:
    return _problem(
        "contradictory_date",
        where,
        f"「{shown(text)}」は元号と年が合いません。",
        f'In "{shown(text)}" era and year contradict each other.',
    )


def _problem(code: str, where: Place, ja: str, en: str) -> Problem:
    return Problem(
        code=code,
        where=where,
        what=LocalizedText(ja=ja, en=en),
        remedy=LocalizedText(
            ja="2026-04-01 の形で書いてください（2026年4月1日、令和8年4月1日 も読めます）。",
            en="Write it as 2026-04-01 (令和8年4月1日 is understood too).",
        ),
    )
