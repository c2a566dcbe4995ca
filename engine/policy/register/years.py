"""Reads fiscal years as offices write them: 令和8年度, R8, Ｒ８.4.1, 元年, 2026, '26, R6～R8, H20～継続."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from engine.policy.register.grid import Value
from engine.policy.register.words import says_nothing, words

_BASE = {"令": 2018, "r": 2018, "平": 1988, "h": 1988, "昭": 1925, "s": 1925}
_FIRST, _LAST = 1926, 2075
_FIRST_OF_A_REGISTER = 2000
"""No measure began before 昭和; a year beyond is a slip of the keyboard, or no year."""
_ERA = r"(?:令和|平成|昭和|[令平昭]|(?<![a-z])[rhs])\.?"
_POINT = re.compile(
    rf"(?:(?P<era>{_ERA})(?P<n>\d{{1,2}}|元)|(?:fy|西暦)?(?P<west>(?:19|20)\d\d)|(?:fy|')(?P<short>\d\d))"
    r"(?:年(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日?)?|\.(?P<m2>\d{1,2})(?:\.(?P<d2>\d{1,2}))?"
    r"|/(?P<m3>\d{1,2})(?:/(?P<d3>\d{1,2}))?|-(?P<m4>\d{1,2})-(?P<d4>\d{1,2})|年?度|年)?"
)
_NAMED = re.compile(
    rf"(?:(?P<era>{_ERA})(?P<n>\d{{1,2}}|元)(?![\d.]|年\d|/)|(?<!\d)(?:fy)?(?P<west>20\d\d)(?![\d./-]|年\d)|fy(?P<short>\d\d))"
)
_RANGE = re.compile(r"[~〜～]|→|⇒|[-‐‑–—―−]|ー|から|より")
_DATE_WITH_HYPHENS = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_BRACKETS = re.compile(r"[(\[【][^)\]】]*[)\]】]")
_LENGTH = re.compile(r"(?P<n>\d{1,2})(?:[かヶケカヵ箇ヶｶ])?年(?:間|度間)?")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Span:
    """First and last fiscal year; None where the text leaves it open or says nothing."""

    start: int | None = None
    end: int | None = None


def span(value: Value, era: str = "") -> Span | None:
    """The years that a cell names, None where it cannot be understood. ``era`` is what its heading says of bare years.

    A cell that says nothing, or 通年 and 継続, is understood and names none.
    """
    match value:
        case date():
            return _only(_fiscal(value.year, value.month)) if _FIRST < value.year <= _LAST else None
        case int() | float():
            return _only(_bare(str(int(value)), era)) if value == int(value) else None
        case str():
            return _span(value, era) if len(value) <= _LONGEST else None
        case _:
            return None


def named(text: str) -> tuple[int, ...]:
    """Fiscal years named anywhere in a title or heading, in order; a range such as 令和4～13年度 names none.

    S1 and H3 are sheets or codes: no register at hand is of such a year.
    """
    plain = _plain(text[:400])
    plain = re.sub(rf"(?:{_ERA})?\d{{1,4}}年?度?[~〜～-](?:{_ERA})?\d{{1,4}}年?度?", " ", plain)
    years = (_year(match.groupdict()) for match in _NAMED.finditer(plain))
    return tuple(year for year in years if year and year >= _FIRST_OF_A_REGISTER)


def without_years(text: str) -> str:
    """A folded heading without the years in it: r8当初予算 is 当初予算."""
    return _YEARS.sub("", text)


_YEARS = re.compile(
    rf"(?:(?:{_ERA})(?:\d{{1,2}}|元)(?:\.\d{{1,2}})?|(?<!\d)(?:fy)?20\d\d|fy\d\d|'\d\d)(?:年?度|年)?(?:末|分)?"
)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split()).replace("’", "'").replace("‘", "'")


def _only(year: int | None) -> Span | None:
    return Span(year, year) if year else None


@lru_cache(maxsize=4_096)
def _span(text: str, era: str) -> Span | None:
    if says_nothing(text):
        return Span()
    plain = _plain(text)
    bare = _BRACKETS.sub("", plain) or plain.strip("()[]【】")
    if _is_open(bare):
        return Span()
    sides = _sides(bare)
    if len(sides) == 1:
        return _only(_point(sides[0], era))
    return _both(sides[0], sides[1], era) if len(sides) == 2 else None


def _sides(text: str) -> list[str]:
    """What stands before and after the mark of a range; the hyphens within a date are none."""
    dates = _DATE_WITH_HYPHENS.sub(lambda match: match.group().replace("-", "/"), text)
    # から ends the first part even where a mark follows: R6から～R8まで.
    return re.split(f"(?:{_RANGE.pattern})+", dates)


def _both(left: str, right: str, era: str) -> Span | None:
    start = _point(left, era) if not _is_open(left) else None
    if start is None and not _is_open(left):
        return None
    if _is_open(right):
        return Span(start, None)
    if start and (length := _LENGTH.fullmatch(right)):
        return Span(start, start + int(length["n"]) - 1)
    end = _point(right, era) or (_continued(left, right, start) if start else None)
    if end is None or (start and end < start):
        return None
    return Span(start, end)


def _continued(left: str, right: str, start: int) -> int | None:
    """A bare number after a full year takes its era or century: R6～8, 2024～26."""
    digits = re.fullmatch(r"(\d{1,2})(?:年?度|年)?", _unaround(right))
    if digits is None:
        return None
    era = re.match(_ERA, left)
    base = _BASE[left[0]] if era else start // 100 * 100
    return _valid(base + int(digits[1]))


def _is_open(text: str) -> bool:
    """Nothing, or only words for a period without an end: 継続中, 当面の間."""
    rest = text
    for word in _open_words():
        rest = rest.replace(word, "")
    return not rest.strip("・、,。./()")


@cache
def _open_words() -> tuple[str, ...]:
    return tuple(sorted((_plain(word) for word in (*words().years.open, *words().nothing)), key=lambda w: (-len(w), w)))


@cache
def _around_words() -> tuple[str, ...]:
    return tuple(sorted(map(_plain, words().years.around), key=lambda w: (-len(w), w)))


def _unaround(text: str) -> str:
    """A year without what may stand about it: 令和8年度末頃, R8新規."""
    for word in _around_words():
        text = text.removesuffix(word).removeprefix(word)
    return text


def _point(text: str, era: str) -> int | None:
    plain = _unaround(text)
    if match := _POINT.fullmatch(plain):
        parts = match.groupdict()
        month = next((parts[key] for key in ("m", "m2", "m3", "m4") if parts[key]), None)
        year = _year(parts)
        return _fiscal(year, int(month)) if year and month else year
    digits = re.fullmatch(r"(\d{1,4})(?:年?度|年)?", plain)
    return _bare(digits[1], era) if digits else None


def _bare(digits: str, era: str) -> int | None:
    """A year of four figures, or one of an era that the heading names; nobody can tell what year a bare 8 is."""
    if len(digits) == 4:
        return _valid(int(digits))
    return _valid(_BASE[era] + int(digits)) if era and len(digits) <= 2 else None


def _year(parts: dict[str, str | None]) -> int | None:
    if west := parts.get("west"):
        return _valid(int(west))
    if short := parts.get("short"):
        return _valid(2000 + int(short))
    number = parts["n"] or ""
    count = 1 if number == "元" else int(number)
    return _valid(_BASE[(parts["era"] or "")[0]] + count) if count else None


def _fiscal(year: int, month: int) -> int | None:
    """The fiscal year that a month lies in: it begins in April."""
    return _valid(year - (month < 4)) if 1 <= month <= 12 else None


def _valid(year: int) -> int | None:
    return year if _FIRST <= year <= _LAST else None


@lru_cache(maxsize=256)
def era_of(heading: str) -> str:
    """The era that a heading names for the bare years below it (開始年度（令和）), as a key of its first year."""
    found = [key for key in ("令", "平", "昭") if key in heading]
    return found[0] if len(found) == 1 and not named(heading) else ""
