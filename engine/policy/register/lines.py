"""Puts a text of several lines on one, as the width of its cell alone called for the breaks."""

import re

from engine.interview.visible import storable

_ASIAN = r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef々]"
_BREAK = re.compile(rf"(?<={_ASIAN})\s*[\r\n]+\s*(?={_ASIAN})")


def one_line(text: str) -> str:
    """A name without the line breaks that only the width of its cell called for."""
    return " ".join(_BREAK.sub("", storable(text)).split())
