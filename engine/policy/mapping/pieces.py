"""Cuts a text into pieces of one script, and pieces into n-grams, as Japanese has no spaces."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

KANJI = "一-鿿㐀-䶿豈-﫿々〆"
_RUN = re.compile(f"(?P<kanji>[{KANJI}]+)|[ァ-ヺー]+|[ぁ-ゖ]{{3,}}|[A-Za-z][A-Za-z0-9&]*|[0-9]+[A-Za-z]+")
_WORD, _PAIR = 1.0, 0.7
"""An n-gram that stands alone somewhere is a word; one made of two words of two kanji is a compound."""
_ACROSS = {2: 0.25, 3: 0.1, 4: 0.1}
"""Any other n-gram lies across words, or is a word that stands alone nowhere; it counts little, by its length."""
_JOINED = "+"
_KATAKANA_PART, _PART_WEIGHT = 4, 0.3
"""A long word in katakana is often a compound (ビジネスマッチング), so its parts count a little beside the whole."""


def plain(text: str) -> str:
    """The text in one width and form of characters, its case kept, so that what is shown is as it was written."""
    return unicodedata.normalize("NFKC", text)


class Cutter:
    """Cuts at every change of script and at weak words, which tell nothing of what a measure is for."""

    def __init__(self, weak: Iterable[str]) -> None:
        words = sorted({plain(word).casefold() for word in weak}, key=lambda word: (-len(word), word))
        self._spaced = frozenset(word for word in words if word.isascii())
        within = [re.escape(word) for word in words if not word.isascii()]
        self._within = re.compile("|".join(within)) if within else None

    def pieces(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Each piece with where it begins and ends in ``text``, which is ``plain`` already."""
        kept = self._within.sub(lambda found: "\0" * len(found[0]), text) if self._within else text
        for run in _RUN.finditer(kept):
            piece = run[0]
            if piece.casefold() not in self._spaced:
                yield piece, *run.span()


def joint(left: str, right: str) -> str:
    """What two pieces that stand side by side say together (技術 + センター): their nearest words, marked as joined."""
    before = left[-2:] if is_kanji(left) else _singular(left.casefold())
    after = right[:2] if is_kanji(right) else _singular(right.casefold())
    return f"{_JOINED}{before}{after}".casefold()


def joints(pieces: Iterable[tuple[str, int, int]]) -> Iterator[str]:
    """Every joint of neighbouring pieces; words in Latin letters are neighbours across a space or hyphen too."""
    last, last_end = "", -2
    for piece, start, end in pieces:
        if start == last_end or (start == last_end + 1 and last.isascii() and piece.isascii()):
            yield joint(last, piece)
        last, last_end = piece, end


def is_joint(piece: str) -> bool:
    """Whether it is the joint of two pieces."""
    return piece[0] == _JOINED


def is_hiragana(piece: str) -> bool:
    """Whether a piece is of hiragana."""
    return "ぁ" <= piece[0] <= "ゖ"


def is_kanji(piece: str) -> bool:
    """Whether a piece is of kanji: neither of kana nor of Latin letters."""
    return not ("ぁ" <= piece[0] <= "ヺ" or piece[0].isascii())


class Grams:
    """The n-grams of pieces, weighed by whether they are words; ``words`` are kanji that stand alone in some text.

    Four kanji that stand alone are two words (知的財産), so each half is a word too.
    """

    def __init__(self, words: Iterable[str]) -> None:
        alone = frozenset(words)
        halves = (half for word in alone if len(word) == 4 for half in (word[:2], word[2:]))
        self.words = alone.union(halves)

    def of(self, piece: str) -> dict[str, float]:
        """Each n-gram of a piece with how much it counts. A single kanji says too little to count."""
        word = piece.casefold()
        if is_joint(word):
            return {word: 1.0}
        if is_kanji(word):
            return {
                gram: self._weight(gram)
                for n in _ACROSS
                for gram in (word[at : at + n] for at in range(len(word) - n + 1))
            }
        if "ァ" <= word[0] <= "ヺ":
            return _of_katakana(word)
        return {_singular(word): 1.0} if len(word) > 1 else {}

    def _weight(self, gram: str) -> float:
        if gram in self.words:
            return _WORD
        if len(gram) == 4 and gram[:2] in self.words and gram[2:] in self.words:
            return _PAIR
        return _ACROSS[len(gram)]


def _of_katakana(word: str) -> dict[str, float]:
    whole = word.rstrip("ー")
    parts = (whole[at : at + _KATAKANA_PART] for at in range(len(whole) - _KATAKANA_PART + 1))
    return {**(dict.fromkeys(parts, _PART_WEIGHT) if len(whole) > _KATAKANA_PART else {}), whole: 1.5}


def _singular(word: str) -> str:
    """An English word without the ending of its plural."""
    if word.isascii() and len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-3] + "y" if word.endswith("ies") else word[:-1]
    return word
