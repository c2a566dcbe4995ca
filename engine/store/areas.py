"""The local governments of Japan by six-digit code (全国地方公共団体コード), and the check digit of such a code."""

import csv
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, cast

from engine.interview.visible import shown
from engine.model.problem import Place, Problem
from engine.model.text import LocalizedText

_REMEDY = LocalizedText(
    ja="総務省の「全国地方公共団体コード」にある6桁の番号（例：北上市 032069）を書いてください。",
    en="Give the six digits of the national code of local governments, such as 032069 for Kitakami.",
)


@dataclass(frozen=True, slots=True)
class Area:
    """One prefecture, municipality, or ward of a designated city."""

    code: str
    level: Literal["prefecture", "municipality", "ward"]
    prefecture: str
    city_of_ward: str
    name: str
    reading: str

    @property
    def full_name(self) -> str:
        """The name with everything above it: 北海道札幌市中央区."""
        return self.name if self.level == "prefecture" else f"{self.prefecture}{self.city_of_ward}{self.name}"


@cache
def lookup(code: str) -> Area | None:
    """The area with this code, or None where the table has none."""
    if not (code.isascii() and code.isdigit()):
        return None
    text = _text()
    begin = text.find(f"\n{code},") + 1
    if not begin:
        return None
    # The whole table is set out only for who searches it: that takes as long as painting the list.
    (row,) = csv.DictReader([text[: text.index("\n")], text[begin : text.index("\n", begin)]])
    return _area(row)


def areas() -> tuple[Area, ...]:
    """All of them, in order of code."""
    return tuple(_table().values())


def check_digit(five: str) -> int:
    """The sixth digit that belongs to the first five: weights 6 to 2, subtracted from eleven, last digit of that."""
    total = sum(int(digit) * weight for digit, weight in zip(five, (6, 5, 4, 3, 2), strict=True))
    return (11 - total % 11) % 10


def read_code(text: str, where: Place | None = None) -> str | Problem:
    """The code that ``text`` gives, full-width digits understood; or a Problem with the code probably meant."""
    where = where or Place()
    code = "".join(unicodedata.normalize("NFKC", text).split())
    if not (code.isascii() and code.isdigit() and len(code) in (5, 6)):
        return _refusal("not_an_area_code", where, text, "6桁の団体コードではありません", "is no six-digit area code")
    if len(code) == 5:
        return _refusal(
            "area_code_too_short", where, text, "検査数字（6桁目）がありません", "lacks the check digit", code
        )
    if int(code[5]) != check_digit(code[:5]):
        return _refusal("wrong_check_digit", where, text, "検査数字が合いません", "has a wrong check digit", code[:5])
    if lookup(code) is None:
        ja = "団体コードの表にありません（合併などで変わった可能性があります）"
        return _refusal("unknown_area", where, text, ja, "is not in the table of areas; a merger may have changed it")
    return code


def _refusal(code: str, where: Place, text: str, ja: str, en: str, five: str = "") -> Problem:
    meant = lookup(f"{five}{check_digit(five)}") if five else None
    remedy = _REMEDY
    if meant is not None:
        remedy = LocalizedText(
            ja=f"{meant.code}（{meant.full_name}）のことですか。{_REMEDY.ja}",
            en=f"Did you mean {meant.code} ({meant.full_name})? {_REMEDY.en}",
        )
    what = LocalizedText(ja=f"地域コード「{shown(text)}」は{ja}。", en=f'The area code "{shown(text)}" {en}.')
    return Problem(code=code, where=where, what=what, remedy=remedy)


@cache
def _text() -> str:
    return resources.files("knowledge").joinpath("municipalities.csv").read_text(encoding="utf-8")


@cache
def _table() -> dict[str, Area]:
    """All areas by code, in order of code; read once, when first asked for."""
    rows = csv.DictReader(_text().splitlines())
    return {row["code"]: _area(row) for row in sorted(rows, key=lambda row: row["code"])}


def _area(row: dict[str, str]) -> Area:
    level = cast("Literal['prefecture', 'municipality', 'ward']", row["level"])
    return Area(row["code"], level, row["prefecture"], row["city_of_ward"], row["name"], row["reading"])
