"""Breaks long text into lines as Japanese typesetting wants: between phrases, and by the rules of kinsoku.

No line begins with a closing mark or ends with an opening one. Phrases are found by BudouX, which is only asked about
the few characters before the place where a line is full, and only loaded when a Japanese line must be broken.
"""

from functools import cache
from typing import Any

from rich.cells import cell_len

NO_START = frozenset("、。，．,.・：；:;？！?!）」』】〕〉》］｝)]}ー々〜ぁぃぅぇぉっゃゅょァィゥェォッャュョ％%’”")
"""Characters no line begins with."""
NO_END = frozenset("（「『【〔〈《［｛([{‘“")
"""Characters no line ends with."""

GLUE = "\u00a0"
"""A space at which no line is broken."""

_LOOK_BACK = 16
_CONTEXT = 4
_CLOSE = 3
_JOINED = 4


def wrap(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` cells. A word wider than that is broken where it must be."""
    lines, rest, start = list[str](), text.strip(), 0
    while (full := _fitting(rest, start, width)) < len(rest) and not _last(rest, start, width):
        # Only what bears on this break is handed on: the time taken grows with the text, not with its square.
        near = rest[start : max(_after_space(rest, full) + 1, full + _CONTEXT)]
        at = _break(near, full - start)
        lines.append(near[:at].rstrip())
        start = _after_space(rest, start + at)
    last = rest[start:]
    return [line.replace(GLUE, " ") for line in ([*lines, last] if last or not lines else lines)]


def _last(text: str, start: int, width: int) -> bool:
    """Whether the rest fits after all: joined signs can be narrower together than one by one."""
    return len(text) - start <= _JOINED * width and cell_len(text[start:]) <= width


def _after_space(text: str, at: int) -> int:
    """The place of the first character from ``at`` on that is no space."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _fitting(text: str, start: int, width: int) -> int:
    """Up to where the text from ``start`` on fits; at least one character. All of it: its length."""
    used = 0
    for at in range(start, len(text)):
        used += cell_len(text[at])
        if used > width:
            return max(at, start + 1)
    return len(text)


def _break(text: str, full: int) -> int:
    """Where to break a text of which ``full`` characters fit: between phrases, else where allowed, else there."""
    near = [at for at in range(full, max(full - _LOOK_BACK, full // 2), -1) if _allowed(text, at)]
    clause = next((at for at in near if at > full - _CLOSE and _natural(text, at)), None)
    if clause is not None:
        return clause
    phrases = _phrase_ends(text, full) if any(_japanese(text[at - 1]) for at in near) else frozenset()
    good = (at for at in near if at in phrases or _natural(text, at))
    return next(good, next((at for at in range(full, 0, -1) if _allowed(text, at)), _within_word(text, full)))


def _within_word(text: str, full: int) -> int:
    """Where a word too long for a line is broken: where it is full, but not just before or after a mark of kinsoku."""
    places = (at for at in range(full, 0, -1) if text[at] not in NO_START and text[at - 1] not in NO_END)
    return next(places, full)


def _allowed(text: str, at: int) -> bool:
    """Whether kinsoku lets a line end before ``at``, and no word of Latin letters or number is cut."""
    before, after = text[at - 1], text[at]
    if GLUE in (before, after):
        return False
    if after.isspace():
        return before not in NO_END and text[at:].lstrip()[:1] not in NO_START
    if after in NO_START or before in NO_END:
        return False
    hyphenated = before in "-/" and after.isalpha()
    return hyphenated or not (_latin(before) and _latin(after))


def _natural(text: str, at: int) -> bool:
    """Whether a sentence, a clause or a word ends there, or something in brackets begins."""
    before, after = text[at - 1], text[at]
    closed = before in "）」』〕" and not "ぁ" <= after <= "ん"
    return after.isspace() or before in " 、。" or closed or after in NO_END


def _latin(character: str) -> bool:
    return not character.isspace() and cell_len(character) == 1


def _japanese(character: str) -> bool:
    return cell_len(character) == 2


def _phrase_ends(text: str, full: int) -> frozenset[int]:
    """The ends of phrases among the last characters that fit."""
    start = max(0, full - _LOOK_BACK)
    ends, at = set(), start
    for phrase in _parser().parse(text[start : full + _CONTEXT]):
        at += len(phrase)
        ends.add(at)
    return frozenset(end for end in ends if start == 0 or end > start + _CONTEXT)


@cache
def _parser() -> Any:
    import budoux

    return budoux.load_default_japanese_parser()
