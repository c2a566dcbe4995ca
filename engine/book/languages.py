"""Checks that Japanese text is Japanese and English text English, as far as a program can tell. Warnings only."""

import re
from collections.abc import Iterator

from engine.book.ground import Found, Ground, every_file, nodes
from engine.book.problems import both
from engine.model.problem import Severity
from engine.model.text import LocalizedText

JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff々〆]")
_WORD = re.compile("[a-z]{3}")
_LATIN = re.compile("[A-Za-z]")
_QUOTED = re.compile(r"""[「『][^」』]*[」』]|[(（][^)）]*[)）]|"[^"]*"|“[^”]*”|‘[^’]*’|'[^']*'""")
_FIX = both("その言語で書いてください。", "Write it in that language.")


def languages(ground: Ground) -> Iterator[Found]:
    """The Japanese has Japanese letters, unless it is an abbreviation or a figure; the English is not mainly Japanese.

    Words of the study under discussion may stand in the English, and a reading of a contradiction may be nothing else.
    """
    for file, path, part in every_file(ground.book):
        for inner, node in nodes(part, path):
            if isinstance(node, LocalizedText):
                if _WORD.search(node.ja) and not JAPANESE.search(node.ja):
                    what = both("日本語の欄に日本語の文字がありません。", "The Japanese text has no Japanese letters.")
                    yield Found("not_japanese", file, (*inner, "ja"), what, _FIX, severity=Severity.WARNING)
                if "readings" not in inner and _mainly_japanese(node.en):
                    what = both("英語の欄がおもに日本語です。", "The English text is mainly Japanese.")
                    yield Found("not_english", file, (*inner, "en"), what, _FIX, severity=Severity.WARNING)


def _mainly_japanese(text: str) -> bool:
    if text.isascii():
        return False
    japanese = len(JAPANESE.findall(_QUOTED.sub("", text)))
    return japanese > len(_LATIN.findall(text))
