"""Reads an amount of money as a budget has it: 1,234 · １，２３４千円 · △500 · 約1.5億円 · － ."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Literal, cast

from engine.interview import numbers
from engine.interview.folding import fold
from engine.policy.register.grid import Value, text_of
from engine.policy.register.words import says_nothing, short_fold, words

Unit = Literal[1, 1_000, 10_000, 1_000_000]
_IN_BRACKETS = re.compile(r"[(（〔【\[][^)）〕】\]]*[)）〕】\]]")
_LARGEST = 10**15
"""More yen than any budget of a municipality; the whole state's has 10**14."""


class NotUnderstoodError(Exception):
    """The cell says something, but no amount for certain."""


def amount(value: Value, unit: Unit) -> int | None:
    """Yen; None where the cell says nothing (－, 未定).

    Raises:
        NotUnderstoodError: it says something else.
    """
    if isinstance(value, int | float):
        return _yen(value * unit)
    text = text_of(value)
    if says_nothing(text):
        return None
    if len(text) < 12 and short_fold(text) in words().naught:
        return 0
    return _yen(_in_yen(text, unit))


@lru_cache(maxsize=8_192)
def _in_yen(text: str, unit: Unit) -> float:
    # A remark after the figure (うち国庫500) is left aside; a figure all in brackets may be told elsewhere (再掲).
    bare = _IN_BRACKETS.sub("", text) if not _IN_BRACKETS.match(text.strip()) else text
    bare = _stripped(bare)
    own = numbers.parse(bare, "円", "yen")
    if own is None or not bare:
        raise NotUnderstoodError
    return own if re.search(r"[円百千万億兆a-z]", bare) else own * unit


def _stripped(text: str) -> str:
    plain = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    return plain.removeprefix("約").lstrip("¥\\@").removesuffix("也").removesuffix("-").removesuffix("程度")


def _yen(value: float) -> int:
    if not abs(value) < _LARGEST:
        raise NotUnderstoodError
    return round(value)


@lru_cache(maxsize=2_048)
def unit_in(text: str) -> Unit | None:
    """The unit of money that a heading or a note names: （単位：千円）, 予算額（円）."""
    plain = fold(text[:400])
    for word, unit in _unit_words():
        if word in _BEFORE_UNIT.sub("", plain) if word == "円" else word in plain:
            return unit
    return None


_BEFORE_UNIT = re.compile("円(?:滑|卓|形|安|高|熟)")


@cache
def _unit_words() -> tuple[tuple[str, Unit], ...]:
    """Longest first: 千円 holds 円."""
    found = [(fold(word), cast("Unit", int(unit))) for unit, group in words().units.items() for word in group]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0])))
