"""Picks the words of an existing measure's own text that speak for a generic measure, whole enough to be read."""

import re

from engine.policy.mapping.index import KEPT, Index
from engine.policy.mapping.pieces import is_kanji
from engine.policy.mapping.saying import Said

_MOST = 5
_SHARE = 0.15
"""A word is shown if at least this share of all that speaks for the measure comes from it."""


_LONGEST = 10
_SHORT = 3
"""A compound up to this length is read as one word."""
_LATIN = re.compile("[A-Za-z0-9&]+$")
_ENDING = re.compile("[ぁ-ゖ]{1,2}(?![ぁ-ゖ])")
_PARTICLES = frozenset("のをにはがとでへもやかな")
_PART = 0.15
"""A word within a compound is shown if at least this share of what the compound says for the measure comes from it."""

Word = tuple[int, int, float]
"""Where a word begins and ends, and how much it speaks for the measure."""


def telling_words(index: Index, what: Said, target: int) -> tuple[str, ...]:
    """Words in the order of their weight. Words that stand side by side are one (ものづくり + 人材育成)."""
    weights: dict[str, float] = {}
    for text, pieces, counts in what.read:
        for start, end, weight in _joined(index, text, pieces, target):
            word = _whole(text, start, end)
            weights[word] = weights.get(word, 0.0) + weight * counts
    least = _SHARE * what.speaks[target]
    ranked = sorted((-weight, n, word) for n, (word, weight) in enumerate(weights.items()) if weight >= least)
    return tuple(word for _, _, word in ranked[:_MOST])


def _joined(index: Index, text: str, pieces: list[tuple[str, int, int]], target: int) -> list[Word]:
    """The words of the pieces that speak for a target, those side by side as one."""
    found: list[Word] = []
    for piece, at, _ in pieces:
        for start, end, weight in _words(index, piece, target):
            if found and _beside(text, found[-1][1], at + start):
                begun, _, before = found.pop()
                found.append((begun, at + end, before + weight))
            else:
                found.append((at + start, at + end, weight))
    return found


def _beside(text: str, end: int, start: int) -> bool:
    """Whether two words stand side by side; words in Latin letters do across a space."""
    return end == start or (
        start == end + 1 and text[end] in " -" and text[end - 1].isascii() and text[start].isascii()
    )


def _whole(text: str, start: int, end: int) -> str:
    """A word with the letters before it (EV化対応) and the ending after it (上乗せ), but without a particle."""
    before = _LATIN.search(text, 0, start)
    after = _ENDING.match(text, end) if is_kanji(text[end - 1]) else None
    return text[before.start() if before else start : after.end() if after and after[0][0] not in _PARTICLES else end]


def _words(index: Index, piece: str, target: int) -> tuple[Word, ...]:
    """The words within a piece that speak for a target; remembered, as registers repeat their words."""
    seen = index.worded
    known = seen.get((piece, target))
    if known is None:
        if len(seen) >= KEPT:
            seen.clear()
        known = seen[piece, target] = tuple(_picked(index, piece, target))
    return known


def _picked(index: Index, piece: str, target: int) -> list[Word]:
    speaks = index.speaks(piece, target)
    if speaks <= 0:
        return []
    whole = [(0, len(piece), speaks)]
    if len(piece) <= _SHORT or not is_kanji(piece) or piece in index.grams.words:
        return whole
    within = [
        (start, start + len(word), weight)
        for start, word in _known(index, piece)
        if (weight := index.speaks(word, target)) >= _PART * speaks
    ]
    return within or whole


def _known(index: Index, piece: str) -> list[tuple[int, str]]:
    """The known words of a compound from its beginning on, the longest first where several begin at one place."""
    found: list[tuple[int, str]] = []
    start = 0
    while start < len(piece) - 1:
        longest = (piece[start:end] for end in range(min(len(piece), start + _LONGEST), start + 1, -1))
        word = next((word for word in longest if word in index.grams.words), None)
        if word:
            found.append((start, word))
        start += len(word) if word else 1
    return found
