"""Gets the text out of a CSV file: UTF-8, UTF-16 with its mark, else CP932 strictly, and says which."""

import codecs
import re

from engine.model.problem import Place, Problem, ShusekiError
from engine.policy.register import limits, notices, refusals

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_UNDEFINED_IN_CP932 = re.compile("[\x80\xa0\uf8f0-\uf8f3]")
"""What Python's codec makes of bytes that CP932 does not define."""
_HEAD = 65_536


def decode(data: bytes, where: Place) -> tuple[str, str, list[Problem]]:
    """The text, its encoding, and what the reader should know of it.

    Raises:
        ShusekiError: empty, no text, or in no encoding that is read.
    """
    text, encoding = _decode(data, where)
    told = [] if encoding == "utf-8" else [notices.read_as(where, encoding)]
    if len(_CONTROL.findall(text[:_HEAD])) > limits.DECODING_REPLACEMENTS:
        raise ShusekiError(refusals.unknown_binary(where))
    if _CONTROL.search(text):
        text = _CONTROL.sub("\ufffd", text)
        told.append(notices.control_characters(where))
    if not text.strip(' \t\r\n\u3000,;"\ufeff'):
        raise ShusekiError(refusals.empty(where))
    return text, encoding, told


def _decode(data: bytes, where: Place) -> tuple[str, str]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), "utf-16"
        except UnicodeDecodeError:
            raise ShusekiError(refusals.encoding_unknown(where)) from None
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            line = data.count(b"\n", 0, error.start) + 1
            raise ShusekiError(refusals.encoding_damaged(where.model_copy(update={"line": line}))) from None
    return _cp932(data, where), "cp932"


def _cp932(data: bytes, where: Place) -> str:
    try:
        text = data.decode("cp932")
    except UnicodeDecodeError:
        raise ShusekiError(refusals.encoding_unknown(where)) from None
    if _UNDEFINED_IN_CP932.search(text) or _is_euc_jp(data):
        raise ShusekiError(refusals.encoding_unknown(where))
    return text


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
