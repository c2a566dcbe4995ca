"""The neutral pieces a report is made of. They know nothing of terminals, Markdown or Word."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from engine.model.assessment import Status
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
    """Rows under a header. ``shares``: how the width is divided among the columns, where it matters."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    shares: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyValue:
    """Labelled statements, one a line."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A statement set apart from the rest, such as that something is a draft."""

    line: Line


@dataclass(frozen=True, slots=True)
class BoardCell:
    """A phase on the board: the state of its key factor, and whether work stands there."""

    title: str
    status: Status
    here: bool


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A type on the board: judged (``here``), left open by its parent (``open``), or neither."""

    code: str
    title: str
    place: Literal["here", "open", "none"]
    cells: tuple[BoardCell, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Types by phases with the place of the cluster. ``legend`` explains its marks in words."""

    caption: str
    rows: tuple[BoardRow, ...]
    legend: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A value with its name; ``text`` is the value in words."""

    label: str
    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Values to be compared at a glance, on a scale from ``low`` (at most 0) to ``high``."""

    caption: str
    bars: tuple[Bar, ...]
    low: float
    high: float


HeatState = Literal["blank", "there", "suggested", "partly", "missing"]
"""Nothing is needed · all that is needed is there · it is if suggestions are right · some is missing · all is."""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """How many things are needed there, how many of them are there, and how many only a suggestion says are."""

    needed: int = 0
    there: int = 0
    suggested: int = 0

    @property
    def state(self) -> HeatState:
        """What the three figures come to, in a word."""
        if not self.needed:
            return "blank"
        if self.there >= self.needed:
            return "there"
        if self.there + self.suggested >= self.needed:
            return "suggested"
        return "partly" if self.there or self.suggested else "missing"


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A row of a heat map, a cell for each of its columns."""

    title: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Rows by columns, with what is there of what is needed. ``columns``: the heading of the names, then the others."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    legend: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """Where a table of contents stands, in formats that have one."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page, in formats that have pages."""


Block = Heading | Paragraph | Bullets | Table | KeyValue | Note | Board | Bars | HeatMap | Contents | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A report in one language. ``header`` and ``footer`` stand on every page, in formats that have pages.

    ``as_of`` is the day on which it is based: files that tell when they were made tell this day, not that of printing.
    """

    lang: str
    blocks: tuple[Block, ...]
    title: str = ""
    header: str = ""
    footer: tuple[str, ...] = ()
    as_of: date | None = None
