"""Wraps text for a terminal the way Japanese is set: no line begins with 、 or ends with 「, phrases stay whole."""

import re
from functools import cache, lru_cache

from rich.cells import cell_len

NOT_AT_START = frozenset(
    "、。，．・：；？！ー々〻ゝゞヽヾ）］｝」』】〕〉》”’…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)]}%％"
)
NOT_AT_END = frozenset("（［｛「『【〔〈《“‘([{")
_PIECE = re.compile(r"[!-~À-ɏ‘’“”]+ *|\s+|.", re.DOTALL)
_LEAST = 0.6
"""A line is ended early, at the end of a phrase, only where it is at least this full."""


@lru_cache(maxsize=8192)
def wrap(text: str, width: int) -> tuple[str, ...]:
    """The lines of ``text``, none wider than ``width`` cells (but for a single character wider than that)."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap(paragraph, max(width, 2)))
    return tuple(lines)


def _wrap(text: str, width: int) -> list[str]:
    if cell_len(text) <= width:
        return [text]
    pieces, ends = _pieces(text, width), _phrase_ends(text)
    lines: list[str] = []
    start = place = nice = 0
    for piece in pieces:
        if place > start and cell_len(text[start:place] + piece.rstrip()) > width:
            cut = nice if nice > start and cell_len(text[start:nice]) >= _LEAST * width else place
            lines.append(text[start:cut].rstrip())
            start = cut
        place += len(piece)
        if place in ends or piece.endswith(" "):
            nice = place
    return [*lines, text[start:].rstrip()]


def _pieces(text: str, width: int) -> list[str]:
    """The smallest parts between which a line may end."""
    found: list[str] = []
    for raw in _PIECE.findall(text):
        for part in _halves(raw, width):
            glued = found and (part[0] in NOT_AT_START or found[-1][-1] in NOT_AT_END)
            if glued and cell_len(found[-1] + part) <= width:
                found[-1] += part
            else:
                found.append(part)
    return found


def _halves(word: str, width: int) -> list[str]:
    """A word, cut only where it is wider than a whole line."""
    if cell_len(word.rstrip()) <= width:
        return [word]
    return [word[n : n + width] for n in range(0, len(word), width)]


@lru_cache(maxsize=4096)
def _phrase_ends(text: str) -> frozenset[int]:
    if text.isascii():
        return frozenset()
    ends, place = [], 0
    for phrase in _parser().parse(text):
        place += len(phrase)
        if place < len(text) and text[place] not in NOT_AT_START and text[place - 1] not in NOT_AT_END:
            ends.append(place)
    return frozenset(ends)


@cache
def _parser():  # type: ignore[no-untyped-def]  # budoux has no types
    import budoux

    return budoux.load_default_japanese_parser()
