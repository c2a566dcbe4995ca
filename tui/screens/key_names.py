"""Names of keys, as the help writes them: which keys a line of help tells about, and what a binding's key is called."""

import re
import unicodedata

from textual.binding import Binding

_NAMES = {
    "question_mark": "?",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "full_stop": ".",
    "comma": "comma",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "at": "@",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "asterisk": "*",
    "colon": ":",
    "semicolon": ";",
    "equals_sign": "=",
    "exclamation_mark": "!",
}
_RANGE = re.compile(r"([0-9a-z])-([0-9a-z])")
NAVIGATION = frozenset(
    {"Up", "Down", "Left", "Right", "PgUp", "PgDn", "Home", "End", "Enter", "Space", "Tab", "Shift+Tab"}
)
"""Keys that move within what is shown: nothing that a list of commands would offer."""


def listed(keys: str) -> frozenset[str]:
    """The keys that a line of help names: ``"1-3, Up Down"`` are five."""
    found: set[str] = set()
    for name in re.split(r",?\s+|,$", keys):
        span = _RANGE.fullmatch(name)
        found |= {chr(code) for code in range(ord(span[1]), ord(span[2]) + 1)} if span else {name}
    return frozenset(found - {""})


def name_of(key: str) -> str | None:
    """What a key is called; nothing for one that only stands for another while an input method is on."""
    if not key.isascii() or key.startswith(("fullwidth_", "ideographic_")):
        return None
    if len(key) == 1:
        return key
    if key in _NAMES:
        return _NAMES[key]
    *held, last = key.split("+")
    return "+".join((*(part.capitalize() for part in held), _NAMES.get(last, last.capitalize())))


def keys_of(binding: Binding) -> tuple[str, ...]:
    """The keys of a binding, each as Textual names it."""
    return tuple(key.strip() for key in binding.key.split(","))


def full_width(key: str) -> str | None:
    """The key that an input method sends instead of a plain one; nothing for keys that it leaves alone."""
    plain = {name: shown for name, shown in _NAMES.items() if len(shown) == 1}.get(key, key)
    if len(plain) != 1 or not plain.isascii():
        return None
    wide = chr(ord(plain) + 0xFEE0)
    return wide if unicodedata.normalize("NFKC", wide) == plain else None
