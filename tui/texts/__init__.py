"""Every word of the terminal interface that is not knowledge, in both languages: a file for each part of it."""

from typing import Literal

from tui.texts.aids import AIDS
from tui.texts.asking import ASKING
from tui.texts.dialogs import DIALOGS
from tui.texts.gaps import GAPS
from tui.texts.home import HOME
from tui.texts.keys import KEYS
from tui.texts.report import REPORT
from tui.texts.result import RESULT
from tui.texts.review import REVIEW
from tui.texts.whatif import WHATIF

Lang = Literal["ja", "en"]

_PARTS = (KEYS, HOME, ASKING, RESULT, DIALOGS, AIDS, REVIEW, REPORT, WHATIF, GAPS)
TEXTS: dict[str, tuple[str, str]] = {key: words for part in _PARTS for key, words in part.items()}


def say(lang: Lang, key: str, **values: object) -> str:
    """The text in ``lang``, with the values put in."""
    text = TEXTS[key][0 if lang == "ja" else 1]
    return text.format(**values) if values else text
