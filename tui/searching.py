"""Finds words as people type them: with or without an input method, in kana of either kind, in either language."""

import unicodedata

_KATAKANA, _HIRAGANA = "ァ", "ぁ"
_SHIFT = ord(_KATAKANA) - ord(_HIRAGANA)
_TO_HIRAGANA = {code: code - _SHIFT for code in range(ord(_KATAKANA), ord("ヶ") + 1)}


def folded(text: str) -> str:
    """The text with what does not matter to a search made equal: width, case, the kind of kana, blanks at the ends."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_TO_HIRAGANA).strip()


def finds(query: str, *texts: str) -> bool:
    """Whether every word of the query stands somewhere in the texts. Nothing asked finds everything."""
    whole = folded("\n".join(texts))
    return all(word in whole for word in folded(query).split())
