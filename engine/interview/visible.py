"""Makes users' text safe to show: nothing typed, read or named may move a cursor, hide or turn text around.

A screen, a document, a log and a file name all pass through here before they show text that is not ours.
"""

import re
import unicodedata

# Cf holds the bidirectional controls, zero-width characters and tags; Zl and Zp break lines where none is meant.
# Private use (外字) and variation selectors (異体字 in names of people and places) are ordinary text here and stay.
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})

_FORBIDDEN_IN_NAMES = re.compile(r'[<>:"/\\|?*]')
_RESERVED_ON_WINDOWS = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)


def visible(text: str, *, keep: str = "") -> str:
    r"""``text`` with every control, escape, bidirectional and zero-width character written as ``\x1b``, ``\u202e``.

    Args:
        text: what a person typed, or what a file holds.
        keep: characters to leave as they are, such as ``"\n"`` where lines are wanted.
    """
    if text.isprintable():
        # Nothing of what is hidden counts as printable, and most texts are wholly so.
        return text
    return "".join(escaped(c) if is_hidden(c) and c not in keep else c for c in text)


def flowing(text: str) -> str:
    """``text`` made visible where it stands within a line: breaks that were typed between its lines become spaces."""
    return visible(" ".join(line for line in text.split("\n") if line.strip()))


def is_hidden(character: str) -> bool:
    """Whether the character acts on the text around it instead of being seen."""
    code = ord(character)
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return noncharacter or unicodedata.category(character) in _HIDDEN_CATEGORIES


def escaped(character: str) -> str:
    r"""One character as ``\x1b``, ``\u202e`` or ``\U000e0001``: an escape that YAML and Python both understand."""
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def shown(text: str, limit: int = 40) -> str:
    """``text`` as a message quotes it: visible, on one line, and no longer than ``limit`` characters."""
    short = text if len(text) <= limit else text[: limit - 1] + "…"
    return visible(short)


def storable(text: str) -> str:
    """``text`` without what no file or database can hold: lone surrogates and NUL become the replacement character."""
    return re.sub("[\ud800-\udfff\x00]", "\ufffd", text)


def safe_file_name(text: str, suffix: str = "", *, fallback: str = "shuseki", limit: int = 120) -> str:
    """A file name made of ``text`` that Windows, macOS and Linux all accept.

    Args:
        text: for instance the name of a cluster.
        suffix: appended as it is, with its dot; it counts towards the limit.
        fallback: the name where nothing of ``text`` can be used.
        limit: the longest name in bytes of UTF-8; 255 is what file systems allow, less what copies append.
    """
    plain = unicodedata.normalize("NFC", storable(text))
    kept = "".join("_" if is_hidden(c) else c for c in plain)
    stem = _cut(_FORBIDDEN_IN_NAMES.sub("_", kept).strip(" ."), limit - len(suffix.encode()))
    if not stem.strip("_ "):
        stem = fallback
    # A leading hyphen would be taken for an option by the next command the file is given to.
    return ("_" + stem if stem.startswith("-") or _RESERVED_ON_WINDOWS.fullmatch(stem) else stem) + suffix


def _cut(text: str, size: int) -> str:
    """The beginning of ``text`` within ``size`` bytes of UTF-8, never half a character."""
    return text.encode()[: max(size, 0)].decode(errors="ignore").rstrip(" .")
