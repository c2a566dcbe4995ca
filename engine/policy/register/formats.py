"""What a number format of Excel makes of a number: a date, thousands, 令和8年度, 50 %."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_DATES = frozenset(map(str, (*range(14, 18), 22, *range(27, 37), *range(50, 59))))
_PERCENT = {"9": "0%", "10": "0.00%"}
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_FIGURES = re.compile(r"[0#?](?:[0#?,.\s]*[0#?])?(,*)(%)?")
_DATE_LETTERS = re.compile(r"[ymdge]", re.IGNORECASE)
_LAST_DAY = 2_958_465


@dataclass(frozen=True, slots=True)
class Format:
    """How a number is shown."""

    is_date: bool = False
    scale: int = 1
    percent: bool = False
    before: str = ""
    after: str = ""

    def value(self, number: float, from_1904: bool) -> str | int | float | date:
        """The number as its format shows it: a date, or with the words that stand about it in the format."""
        if self.is_date:
            return _day(number, from_1904)
        if self.percent:
            return f"{_plain(number * 100)}%"
        shown = _plain(number / self.scale) if self.scale != 1 else _plain(number)
        return f"{self.before}{shown}{self.after}" if self.before or self.after else shown


GENERAL = Format()


def of(number: str, code: str | None) -> Format:
    """The format of a number and its own code, if it is none of Excel's built-in ones."""
    if code is None:
        return Format(is_date=number in _DATES, percent=number in _PERCENT)
    section = code.split(";")[0]
    bare = _QUOTED.sub("", section)
    if not re.search("[0#?]", bare):
        return Format(is_date=bool(_DATE_LETTERS.search(bare)) and bare.lower() != "general")
    figures = _FIGURES.search(bare)
    return Format(
        scale=1_000 ** len(figures[1]) if figures else 1,
        percent="%" in bare,
        before=_words(_head(section)),
        after=_words(_tail(section)),
    )


def _head(section: str) -> str:
    return section[: _places(section)[0]]


def _tail(section: str) -> str:
    return section[_places(section)[1] :]


def _places(section: str) -> tuple[int, int]:
    """Where the figures begin and end, what is quoted left aside."""
    blank = _QUOTED.sub(lambda match: " " * len(match.group()), section)
    found = [match.start() for match in re.finditer("[0#?]", blank)]
    return (found[0], found[-1] + 1) if found else (0, len(section))


def _words(part: str) -> str:
    """Literal words of a format (令和, 千円); signs and brackets say nothing here."""
    text = "".join(match[1] or match[2] or "" for match in _QUOTED.finditer(part))
    return text if re.search(r"[^\W\d_]", text) else ""


def _day(number: float, from_1904: bool) -> date | int | float:
    """The day of a serial number; the number itself where there is no such day."""
    first = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
    if not 1 <= number <= _LAST_DAY:
        return _plain(number)
    try:
        return first + timedelta(days=int(number))
    except OverflowError:
        return _plain(number)


def _plain(number: float) -> int | float:
    """Without the fraction that only binary arithmetic left behind."""
    rounded = round(number, 9)
    return int(rounded) if rounded == int(rounded) else rounded
