"""Tells a share and how it was counted, in a few words; light, as the interview shows it before any report is made."""

from engine.model.robustness import Sureness
from engine.model.text import Lang
from engine.report.robustness_words import word

_SHOWN = 0.01
"""Shares are told in whole percent: what is counted is how gaps may be filled, not a measurement."""


def scope(lang: Lang, found: Sureness) -> str:
    """How many cases were looked at, and how far a share may be off."""
    if not found.scenarios:
        return word("no_case", lang)
    if not found.open_questions:
        return word("nothing_open", lang)
    error = f"{found.error * 100:.1f}" if not found.exact else ""
    n = f"{found.scenarios:,}"
    return word("all" if found.exact else "sample", lang, n=n, open=found.open_questions, error=error)


def percent(share: float) -> str:
    """A share in whole percent; what is not all or nothing is never shown as such."""
    if 0 < share < _SHOWN:
        return "<1%"
    if 1 - _SHOWN < share < 1:
        return ">99%"
    return f"{share * 100:.0f}%"
