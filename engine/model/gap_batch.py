"""What a batch over many municipalities tells of each of them: one line, small enough to be kept for thousands."""

from datetime import date

from pydantic import Field

from engine.model.assessment import Kind, Relevance, Timing
from engine.model.gap_comparison import PlaceOfType
from engine.model.gaps import Coverage
from engine.model.knowledge import TypeCode
from engine.model.problem import Problem
from engine.model.rules import GapKind
from engine.model.text import Frozen, LocalizedText


class MissingMeasure(Frozen):
    """A generic measure that is missing or to be made up for."""

    measure: str
    title: LocalizedText
    tentative: bool = Field(description="whether it rests on something still open")


class DirectionOf(Frozen):
    """How a national direction stands."""

    direction: str
    relevance: Relevance
    does: int = Field(description="existing measures")
    missing: int = Field(description="generic measures of its homework, nothing there")


class CoverageOf(Frozen):
    """A generic measure of the types in question."""

    measure: str
    coverage: Coverage
    timing: Timing | None


class BatchLine(Frozen):
    """The check of one municipality in short."""

    name: str
    area: tuple[str, ...]
    industry: str
    as_of: date
    kind: Kind
    label: str
    types: tuple[TypeCode, ...]
    places: tuple[PlaceOfType, ...]
    settled: bool = Field(description="type and phases: further answers cannot change them")
    fiscal_year: int | None
    measures: int
    confirmed: int
    suggested: int
    open: int
    unread: int
    findings: dict[GapKind, int] = Field(description="how many of each kind; none: left out")
    first_missing: tuple[MissingMeasure, ...] = Field(description="the first three to be begun")
    directions: tuple[DirectionOf, ...]
    coverage: tuple[CoverageOf, ...]
    digest: str


class BatchResult(Frozen):
    """What became of one municipality of a batch: its line, or why there is none; warnings go along with a line."""

    entry: str = Field(description="the answer file within the folder, or the register where there is no answer file")
    register_file: str = ""
    line: BatchLine | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether it could not be checked."""
        return self.line is None

    @property
    def has_gaps(self) -> bool:
        """Whether something is missing now or is to be made up for."""
        return self.line is not None and bool(self.line.findings.keys() & {"missing", "repair"})


class BatchSummary(Frozen):
    """The whole of a batch, as JSON has it."""

    knowledge_version: str
    results: tuple[BatchResult, ...] = Field(description="in the order of their names")
    problems: tuple[Problem, ...] = Field(description="of the whole batch, such as that it was stopped")
