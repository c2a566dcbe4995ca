"""Folds what is typed to search, and what is searched: width, case and kind of kana make no difference."""

import re
import unicodedata
from functools import cache, lru_cache

_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_ONE_KANA = {**_KATAKANA, **str.maketrans("ヶヵゖゕ", "けかけか")}
_KEPT = 2_048
"""Texts kept folded: a register's names and outlines are looked at again and again while it is read and checked."""

_ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "s": "さしすせそ",
    "t": "たちつてと",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "m": "まみむめも",
    "r": "らりるれろ",
    "g": "がぎぐげご",
    "z": "ざじずぜぞ",
    "d": "だぢづでど",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
}
_ROMAJI = {
    **{kana: row + vowel for row, kanas in _ROWS.items() for kana, vowel in zip(kanas, "aiueo", strict=True)},
    **{"や": "ya", "ゆ": "yu", "よ": "yo", "わ": "wa", "を": "o", "ん": "n", "ー": "", "ぢ": "zi", "づ": "zu"},
}
_GLIDES = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo"}
# Every way of writing a sound becomes one: shi and si, chi and ti, kou and kō and ko, shimbashi and sinbasi.
_SPELLINGS = (
    ("sh([auoe])", r"sy\1"), ("shi", "si"), ("ch([auoe])", r"ty\1"), ("chi", "ti"), ("tsu", "tu"), ("fu", "hu"),
    ("j([auoe])", r"zy\1"), ("ji", "zi"), ("di", "zi"), ("du|dzu", "zu"), ("m([bp])", r"n\1"), ("tty", "ty"),
    ("[^a-z]", ""), ("([kstpgzdbhmr])\\1", r"\1"), ("ou|oo", "o"), ("uu", "u"),
)  # fmt: skip


@lru_cache(maxsize=_KEPT)
def fold(text: str) -> str:
    """``text`` for comparing: NFKC, lower case, katakana as hiragana, no spaces. Empty where nothing is left."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_ONE_KANA)
    return "".join(plain.split())


def romaji(reading: str) -> str:
    """A reading in hiragana as the Latin letters that ``typed`` makes of what is typed."""
    letters = ""
    for kana in fold(reading):
        if kana in _GLIDES and letters.endswith("i"):
            letters = letters[:-1] + _GLIDES[kana]
        else:
            letters += _ROMAJI.get(kana, "")
    return _spelled(letters)


def typed(text: str) -> str:
    """Latin letters typed for Japanese sounds, as ``romaji`` spells them, up to the last whole syllable.

    Empty where the text is anything else.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(c))
    if not re.fullmatch("[a-z '-]+", plain):
        return ""
    return re.sub("[^aiueo]+$", "", _spelled(plain))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), spelling) for pattern, spelling in _SPELLINGS)


def _spelled(letters: str) -> str:
    for pattern, spelling in _patterns():
        letters = pattern.sub(spelling, letters)
    return letters
