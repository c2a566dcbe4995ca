"""Reads a number the way a Japanese office writes it: １，２３４ · △5.2 · 1兆2,000億円 · 三."""

import re
import unicodedata
from decimal import Decimal

_SCALES = {
    "百": 10**2, "千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12,
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
_KANJI_DIGITS = str.maketrans("〇一二三四五六七八九", "0123456789")
# U+2212 and its kin are what input methods and spreadsheets give for a minus; NFKC leaves them as they are.
_MINUS = str.maketrans(dict.fromkeys("△▲−‐‑–—―", "-"))

_SCALE = r"(?:[百千]?[万億兆]|[百千]|(?:hundred|thousand|million|billion|trillion)(?:million|billion)?)"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d{1,3})?|\.\d+"
_PART = re.compile(rf"({_DIGITS})({_SCALE})?")
_WORDS = re.compile(r"[百千万億兆]|hundred|thousand|million|billion|trillion")
KANJI_NUMERAL = re.compile(r"[〇一二三四五六七八九十百千]")
_LEAST_OF_A_UNIT = 10**4
"""Money and people are counted in 万, 億, 兆; 百 and 千 say how many of these."""
LONGEST = 400
"""The longest text read as a number: no figure is longer, and an endless one would only cost time."""


def parse(text: str, unit_ja: str = "", unit_en: str = "") -> float | None:
    """The number that ``text`` says, in the unit of the question, or None where it says none for certain.

    Without a unit the number is taken as it stands; with 億, 万 ... it is converted to the question's unit, so that for
    億円 both ``3,000`` and ``3,000億円`` and ``0.3兆円`` give 3000, and so does ``三千``: with no 万, 億 or 兆 behind
    it, 千 belongs to the figure. A bare 円 where 億円 is asked is refused: nobody can tell whether 3,000円 was meant.
    """
    plain = _normalised(text)
    if len(plain) > LONGEST:
        return None
    negative, plain = plain.startswith("-"), plain.removeprefix("-").removeprefix("+")
    amount, scales, rest = _amount(plain)
    if amount is None:
        return None
    asked = _scale_of(unit_ja)
    if rest and rest not in _bare_units(unit_ja, unit_en):
        return None
    scaled = any(scale >= _LEAST_OF_A_UNIT for scale in scales)
    if asked != 1 and scales[-1] < _LEAST_OF_A_UNIT and (scaled or rest):
        return None  # The last figure has no scale though the unit asked for has one: 3,000円, 1億5000.
    value = float(amount / asked if scaled else amount)
    return (-value if negative else value) if abs(value) < float("inf") else None


def _normalised(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_MINUS)
    return "".join(folded.split()).translate(_KANJI_DIGITS)


def _amount(text: str) -> tuple[Decimal | None, list[int], str]:
    """The amount at the head of ``text`` in ones, the scales of its parts (1 or that of 億), and what follows it.

    Several parts, as in 1兆2000億, must come in falling scales, each part smaller than the scale before it:
    1億20000万 is not read.
    """
    total, place = Decimal(0), 0
    scales: list[int] = []
    while match := _PART.match(text, place):
        scale = _factor(match[2] or "")
        part = Decimal(match[1].replace(",", "")) * scale
        if scales and max(part, Decimal(scale)) >= scales[-1]:
            return None, [], ""
        total += part
        scales.append(scale)
        place = match.end()
        if not match[2]:
            break
    return (total if place else None), scales, text[place:]


def _factor(scale: str) -> int:
    product = 1
    for word in _WORDS.findall(scale):
        product *= _SCALES[word]
    return product


def _scale_of(unit: str) -> int:
    """What one of the unit is in ones: 10**8 for 億円."""
    return _factor(_SCALE_AT_HEAD.match(_folded(unit))[0])  # type: ignore[index]  # matches the empty head, always


def _bare_units(*units: str) -> set[str]:
    """What may follow the figure: the unit without its scale (円), with and without what it is per (/年)."""
    forms = [form for unit in units for form in (unit, _PER.split(unit)[0])]
    return {bare for form in forms if (bare := _SCALE_AT_HEAD.sub("", _folded(form)))}


def _folded(unit: str) -> str:
    return "".join(unicodedata.normalize("NFKC", unit).casefold().split())


_PER = re.compile(r"[/／(（]|\b(?:a|per)\b")
_SCALE_AT_HEAD = re.compile(rf"(?:\d+)?{_SCALE}|")
