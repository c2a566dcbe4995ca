"""The neutral pieces a report is made of. They know nothing of terminals, Markdown or Word."""

from dataclasses import dataclass

from engine.model.text import Basis


@dataclass(frozen=True, slots=True)
class Source:
    """On what a line stands: whose statement it is, and the sections of the study."""

    basis: Basis | None
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One statement with its source, and the lines that belong under it."""

    text: str
    source: Source | None = None
    below: tuple["Line", ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the report."""

    level: int
    text: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A statement that stands by itself."""

    line: Line


@dataclass(frozen=True, slots=True)
class Bullets:
    """Statements in a list."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class KeyValue:
    """Labelled statements, one a line."""

    lines: tuple[Line, ...]


Block = Heading | Paragraph | Bullets | Table | KeyValue


@dataclass(frozen=True, slots=True)
class Document:
    """A report in one language."""

    lang: str
    blocks: tuple[Block, ...]
