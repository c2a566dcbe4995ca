"""Gets the text out of a file that may be anything: missing, a folder, huge, binary, in an old encoding, cut off."""

import codecs
import re
from os import PathLike
from pathlib import Path

from engine.interview import file_problems
from engine.interview.encodings import DamagedError, UnknownEncodingError, utf8_or_cp932
from engine.interview.visible import escaped, shown
from engine.model.problem import Place, Problem, ShusekiError
from engine.store import refusals

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
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
            return file_problems.missing(where)
        case IsADirectoryError():
            return refusals.directory(where)
        case PermissionError():
            return refusals.no_permission(where)
        case _:
            return file_problems.unusable(where, error)


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
        text, encoding = utf8_or_cp932(data)
    except DamagedError as error:
        raise ShusekiError(refusals.encoding_damaged(where.model_copy(update={"line": error.line}))) from None
    except UnknownEncodingError:
        raise ShusekiError(refusals.encoding_unknown(where)) from None
    return text, () if encoding == "utf-8" else (refusals.read_as_cp932(where),)
