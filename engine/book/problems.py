"""How this package words its problems: text in both languages, made safe to show, with the nearest known name."""

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

from engine.model.text import LocalizedText

_SHOWN = 80
"""Longest piece of foreign text that a message quotes."""


def both(ja: str, en: str) -> LocalizedText:
    """A text in both languages."""
    return LocalizedText(ja=ja, en=en)


def visible(value: object) -> str:
    """A foreign value for a message: control, escape and bidi characters made visible, long text cut."""
    text = "".join(_shown(char) for char in str(value)[: _SHOWN + 1])
    return text[:_SHOWN] + "…" if len(text) > _SHOWN else text


def _shown(char: str) -> str:
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp", "Co"):
        return f"\\u{ord(char):04x}"
    return char


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like ``name``, if any is like it; the alphabetically first of equals."""
    alike = get_close_matches(name, sorted(known), n=10, cutoff=0.6)
    return min(alike, key=lambda other: (-SequenceMatcher(None, other, name).ratio(), other), default=None)


def did_you_mean(name: str, known: Iterable[str], otherwise: LocalizedText) -> LocalizedText:
    """The remedy for an unknown name: the nearest known one, else what ``otherwise`` says."""
    match = nearest(name, known)
    if match is None:
        return otherwise
    return both(f"「{match}」ではありませんか。", f"Did you mean '{match}'?")
