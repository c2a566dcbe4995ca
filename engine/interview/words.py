"""The words people answer with, and the form in which words are compared."""

import unicodedata


def key(text: str) -> str:
    """The form in which two wordings are the same: NFKC, no case, no white space, no full stop at the end."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("\u2019", "'")
    return "".join(folded.split()).rstrip("。.")


def _keys(words: str) -> frozenset[str]:
    return frozenset(key(word) for word in words.split())


YES = _keys("はい yes y true t on 1 有 有り 有る あり ある ○ ◯ 〇")
NO = _keys("いいえ no n false f off 0 無 無し 無い なし ない × ✕ ✗")
UNKNOWN_WORDS = _keys(
    "unknown 分からない 分らない わからない 分かりません わかりません 不明 不詳 未確認 ?"
    " dontknow don'tknow idontknow idon'tknow dk"
)
NONE = _keys("none なし 無し 無 無い ない 該当なし 該当無し 特になし 特に無し nothing noneofthem []")
CONFIDENCE = {
    "sure": _keys("sure 確か 確実 確信あり"),
    "likely": _keys("likely おそらく 恐らく たぶん 多分"),
    "unsure": _keys("unsure 不確か 不確実 自信なし"),
}
