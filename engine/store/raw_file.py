"""Gets the text out of a file that may be anything: missing, a folder, huge, binary, in an old encoding, cut off."""

import codecs
import re
from os import PathLike
from pathlib import Path

from engine.interview.visible import escaped, shown
from engine.model.problem import Place, Problem, ShusekiError
from engine.store import refusals

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")

# Bytes that CP932 does not define, and what Python's codec makes of them all the same.
_UNDEFINED_IN_CP932 = re.compile("[\x80\xa0\uf8f0-\uf8f3]")
_LONGEST_NAME_SHOWN = 300


def place_of(path: str | PathLike[str]) -> Place:
    """The file as a Problem names it: as it was given, with whatever hides in the name made visible."""
    return Place(file=shown(str(path), _LONGEST_NAME_SHOWN))


def read_bytes(path: str | PathLike[str]) -> bytes:
    """The bytes of a file of at most 1 MiB. No more than that is ever read, whatever the file claims to be.

    Raises:
        ShusekiError: there is no such file, it is a folder, it may not be read, or it is too big.
    """
    where = place_of(path)
    try:
        if Path(path).is_dir():
            raise ShusekiError(refusals.directory(where))
        with open(path, "rb") as file:
            data = file.read(refusals.SIZE_LIMIT + 1)
    except (OSError, ValueError) as error:
        raise ShusekiError(os_problem(where, error)) from error
    if len(data) > refusals.SIZE_LIMIT:
        raise ShusekiError(refusals.too_big(where))
    return data


def os_problem(where: Place, error: Exception) -> Problem:
    """What the system's refusal means to the reader."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return refusals.missing(where)
        case IsADirectoryError():
            return refusals.directory(where)
        case PermissionError():
            return refusals.no_permission(where)
        case _:
            return refusals.not_usable(where, error)


def decode(data: bytes, where: Place) -> tuple[str, tuple[Problem, ...]]:
    """The text, and the warning that goes with it where it was not UTF-8.

    Raises:
        ShusekiError: too big, empty, in no encoding we read, or with control characters in it.
    """
    if len(data) > refusals.SIZE_LIMIT:
        raise ShusekiError(refusals.too_big(where))
    text, warnings = _decode(data, where)
    if not text.strip():
        raise ShusekiError(refusals.empty(where))
    if strange := _CONTROL.search(text):
        line = text.count("\n", 0, strange.start()) + 1
        raise ShusekiError(refusals.control_character(where.model_copy(update={"line": line}), escaped(strange[0])))
    return text, warnings


def _decode(data: bytes, where: Place) -> tuple[str, tuple[Problem, ...]]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ShusekiError(refusals.encoding_unknown(where))
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            line = data.count(b"\n", 0, error.start) + 1
            raise ShusekiError(refusals.encoding_damaged(where.model_copy(update={"line": line}))) from None
    try:
        text = data.decode("cp932")
    except UnicodeDecodeError:
        raise ShusekiError(refusals.encoding_unknown(where)) from None
    if _UNDEFINED_IN_CP932.search(text) or _is_euc_jp(data):
        raise ShusekiError(refusals.encoding_unknown(where))
    return text, (refusals.read_as_cp932(where),)


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether more characters are good UTF-8 than are not: CP932 would make nonsense of it, and hide the damage."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    return sum(not c.isascii() for c in text) - bad > bad


def _is_euc_jp(data: bytes) -> bool:
    """Whether the bytes make sense as EUC-JP. Japanese in CP932 does not: its kana start with a byte EUC-JP lacks."""
    try:
        data.decode("euc_jp")
    except UnicodeDecodeError:
        return False
    return True
