"""Reads a part of a workbook as a stream of tags: no document type, no entities, nothing outside, bounded."""

from collections.abc import Callable, Iterator
from xml.parsers import expat

from engine.model.problem import Place, ShusekiError
from engine.policy.register import limits, refusals

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class StopReadingError(Exception):
    """Raised by a handler that has seen enough; no error."""


class Budget:
    """How much XML may still be parsed, and how much only searched, of one workbook."""

    def __init__(self) -> None:
        self.bytes = limits.PARSED_BYTES
        self.tags = limits.PARSED_TAGS
        self.searched = limits.SKIPPED_BYTES

    @property
    def spent(self) -> bool:
        """Whether nothing more is parsed."""
        return self.bytes < 0 or self.tags < 0


def read(
    chunks: Iterator[bytes],
    where: Place,
    budget: Budget,
    start: Start,
    end: End | None = None,
    text: Text | None = None,
) -> bool:
    """Feed a part to the handlers; names come without their prefix.

    Returns: whether it was read to its end. ``chunks`` then stands where reading stopped.

    Raises:
        ShusekiError: it is no XML, has a document type, or a tag of megabytes.
    """
    parser = _parser(where, budget, start, end, text)
    fed = 0
    try:
        for chunk in chunks:
            budget.bytes -= len(chunk)
            if budget.spent:
                return False
            parser.Parse(chunk, False)
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > limits.TOKEN_BYTES:
                raise ShusekiError(refusals.broken(where))
        parser.Parse(b"", True)
    except StopReadingError:
        return False
    except (expat.ExpatError, UnicodeError, LookupError, ValueError) as error:
        raise ShusekiError(refusals.broken(where)) from error
    return True


def _parser(where: Place, budget: Budget, start: Start, end: End | None, text: Text | None) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = 0

    def refuse(*_: object) -> None:
        raise ShusekiError(refusals.document_type(where))

    def started(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        budget.tags -= 1
        if budget.tags < 0:
            raise StopReadingError
        if depth > limits.XML_DEPTH:
            raise ShusekiError(refusals.broken(where))
        start(name if ":" not in name else name.rpartition(":")[2], attributes)

    def ended(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end:
            end(name if ":" not in name else name.rpartition(":")[2])

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    if text:
        parser.CharacterDataHandler = text
    return parser


def attribute(attributes: dict[str, str], name: str) -> str:
    """An attribute whatever its prefix: ``r:id``, ``d3p1:id``."""
    return next((value for key, value in attributes.items() if key.rpartition(":")[2] == name), "")
