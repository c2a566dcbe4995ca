"""Gets the text out of a CSV file: UTF-8, UTF-16 with its mark, else CP932 strictly, and says which."""

import codecs
import re

from engine.interview.encodings import DamagedError, UnknownEncodingError, utf8_or_cp932
from engine.model.problem import Place, Problem, ShusekiError
from engine.policy.register import limits, notices, refusals

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
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
        return utf8_or_cp932(data)
    except DamagedError as error:
        raise ShusekiError(refusals.encoding_damaged(where.model_copy(update={"line": error.line}))) from None
    except UnknownEncodingError:
        raise ShusekiError(refusals.encoding_unknown(where)) from None
