"""What comes out when a register of existing measures is laid over what type and phase need: the gap check."""

from typing import Literal

from pydantic import Field

from engine.model.assessment import Because, Priority, Relevance, Timing
from engine.model.knowledge import NationalScheme, TypeCode
from engine.model.register import UnreadRow
from engine.model.rules import GapKind
from engine.model.text import Frozen, LocalizedText

RestsOn = Literal["type", "phase", "suggestion", "unread"]
"""What a finding turns on: type or phase still open, a suggestion nobody confirmed, rows that could not be read."""
Coverage = Literal["there", "suggested", "ended", "nothing"]
"""there: an existing measure confirmed by a person serves it · suggested: only a suggestion says so · ended: what
served it has ended · nothing: nothing in the register does. Whether it is needed is another matter (``timing``)."""
SheetName = Literal["location", "hr", "dx", "land"]


class GapFinding(Frozen):
    """One line of the check. It explains itself (``because``) and is never a judgement by budget alone."""

    id: str = Field(description="kind and subject: ``missing:MS.A-2.hr``, ``doubled:e03:e07``, ``readiness:PH.A-2.2``")
    kind: GapKind
    text: LocalizedText
    type: TypeCode | None = None
    phase: str | None = None
    measure: str | None = Field(default=None, description="the generic measure concerned")
    existing: tuple[str, ...] = Field(default=(), description="existing measures concerned, in the register's order")
    timing: Timing | None = None
    priority: Priority | None = None
    actors: tuple[str, ...] = Field(default=(), description="actors that the study names and nothing there addresses")
    resources: tuple[str, ...] = Field(default=(), description="resources likewise")
    rests_on: tuple[RestsOn, ...] = Field(default=(), description="what it still turns on; none: it stands")
    because: tuple[Because, ...]

    @property
    def tentative(self) -> bool:
        """Whether it rests on something still open."""
        return bool(self.rests_on)


class Covered(Frozen):
    """A generic measure of the types in question: is anything there for it."""

    measure: str
    type: TypeCode
    phases: tuple[str, ...]
    timing: Timing | None = Field(description="None: nothing left to do for this type and phase")
    coverage: Coverage
    existing: tuple[str, ...] = ()
    by_answers: Literal["in_place", "partly", "absent", "unknown"] = "unknown"


class HeatCell(Frozen):
    """One cell of a heat map: the generic measures that are needed there, and which of them are there."""

    row: str
    column: str
    needed: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    suggested: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class HeatMap(Frozen):
    """Phases, actors or key factors by resources. Rows and columns are ids (``PH.A-2.1``, ``academia``, ``people``)."""

    kind: Literal["phase_resource", "actor_resource"]
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[HeatCell, ...]


class FactorCoverage(Frozen):
    """A key factor and what in the register works towards each of its facts."""

    phase: str
    status: Literal["met", "partly", "not_met", "unknown"]
    measures: tuple[str, ...]
    there: tuple[str, ...]
    suggested: tuple[str, ...]
    missing: tuple[str, ...]


class DirectionCheck(Frozen):
    """One of the five national directions: what the register does, what is missing at home, what the state is asked."""

    direction: str
    relevance: Relevance
    does: tuple[str, ...] = Field(default=(), description="existing measures")
    missing: tuple[str, ...] = Field(default=(), description="generic measures of its homework, nothing there")
    homework: tuple[LocalizedText, ...] = ()
    ask_state: tuple[LocalizedText, ...] = ()
    schemes: tuple[NationalScheme, ...] = ()
    because: tuple[Because, ...] = ()


class SheetLine(Frozen):
    """One row of a further sheet (location, HR, DX, land) and what the register has for it. All of it is suggested."""

    row: str = Field(description="id of the row; of the sheet location that of the requirement, ``IND.chem.pro1``")
    words: tuple[str, ...] = Field(default=(), description="the words that led to the existing measures")
    existing: tuple[str, ...] = ()
    coverage: Coverage
    prefectural: bool = Field(default=False, description="a prefecture's matter, not a municipality's own power")
    requirement: Literal["met", "not_met", "unknown", "not_asked"] | None = Field(
        default=None, description="of the sheet location: what the answers say of the requirement"
    )


class SheetCheck(Frozen):
    """A further sheet of the study laid over the register."""

    sheet: SheetName
    lines: tuple[SheetLine, ...]


class GapCheck(Frozen):
    """The whole check, as every face shows it and as JSON publishes it."""

    digest: str = Field(description="of assessment, register, mapping and knowledge version")
    knowledge_version: str
    assessment: str = Field(description="digest of the assessment it was laid over")
    register_name: str
    fiscal_year: int | None
    types: tuple[TypeCode, ...]
    first_line: LocalizedText
    measures_total: int
    confirmed: int
    suggested: int
    open: int = Field(description="measures of the register of which nobody said what they serve and nothing is near")
    findings: tuple[GapFinding, ...] = Field(description="by kind, within it by timing, priority and the book's order")
    covered: tuple[Covered, ...]
    factors: tuple[FactorCoverage, ...]
    heat_maps: tuple[HeatMap, ...]
    directions: tuple[DirectionCheck, ...]
    sheets: tuple[SheetCheck, ...]
    unread: tuple[UnreadRow, ...]
