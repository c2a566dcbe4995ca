"""Tells in what encoding the bytes of a file are: UTF-8, else CP932 strictly; nonsense is never taken for text."""

import re

# Bytes that CP932 does not define, and what Python's codec makes of them all the same.
_UNDEFINED_IN_CP932 = re.compile("[\x80\xa0\uf8f0-\uf8f3]")


class DamagedError(Exception):
    """The bytes are UTF-8 but for some. ``line``: the first line that is damaged, from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class UnknownEncodingError(Exception):
    """The bytes are in no encoding that is read here."""


def utf8_or_cp932(data: bytes) -> tuple[str, str]:
    """The text, without a mark at its beginning, and the name of its encoding: ``utf-8`` or ``cp932``.

    Raises:
        DamagedError: it is UTF-8 that was damaged, which CP932 would make nonsense of.
        UnknownEncodingError: it is neither.
    """
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            raise DamagedError(data.count(b"\n", 0, error.start) + 1) from None
    try:
        text = data.decode("cp932")
    except UnicodeDecodeError:
        raise UnknownEncodingError from None
    if _UNDEFINED_IN_CP932.search(text) or _is_euc_jp(data):
        raise UnknownEncodingError
    return text, "cp932"


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether more characters are good UTF-8 than are not: CP932 would make nonsense of it, and hide the damage."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    return len(text) - len(text.encode("ascii", "ignore")) - bad > bad


def _is_euc_jp(data: bytes) -> bool:
    """Whether the bytes make sense as EUC-JP. Japanese in CP932 does not: its kana start with a byte EUC-JP lacks."""
    try:
        data.decode("euc_jp")
    except UnicodeDecodeError:
        return False
    return True
