"""Two gap checks side by side: of a cluster in two years, or of two clusters. What changed, and on what it turns."""

from datetime import date
from typing import Literal

from pydantic import Field

from engine.model.answers import Cluster
from engine.model.assessment import Kind, Order, Timing
from engine.model.gaps import Coverage, GapFinding
from engine.model.knowledge import TypeCode
from engine.model.register import Progress, Standing
from engine.model.text import Frozen

Relation = Literal["years", "clusters"]
"""years: the same cluster earlier and later · clusters: two different ones, neither before the other."""
Turn = Literal["added", "gone", "ended", "changed"]
"""added: only in the second register · gone: only in the first · ended: in both, and ended in the second only ·
changed: in both, and described otherwise. Of two clusters added and gone read as 'only there'."""
Field_ = Literal["name", "department", "budget", "period", "progress", "outline", "funding", "actors"]
"""What can differ of an existing measure that both registers have."""
Reason = Literal["type", "due", "answers", "register", "mapping"]
"""Why a finding is in one check only. type: the other verdict has not this type · due: the measure is due at another
time, as phase or answers differ · answers: its status by the answers differs · register: what serves it came, went,
ended or is described otherwise · mapping: the same existing measures are taken to serve something else."""


class PlaceOfType(Frozen):
    """Where work stands for one type of a verdict."""

    type: TypeCode
    low: Order
    high: Order
    complete: bool


class GapSide(Frozen):
    """One of the two checks."""

    cluster: Cluster
    scenario: str
    as_of: date
    digest: str
    kind: Kind
    label: str
    settled: bool
    types: tuple[TypeCode, ...]
    places: tuple[PlaceOfType, ...]
    register_name: str
    fiscal_year: int | None
    measures: int
    running: int = Field(description="existing measures that have not ended")
    confirmed: int
    suggested: int
    open: int
    budget: int | None = Field(description="yen, of the running ones that give one; None: none does")
    budgeted: int = Field(description="running existing measures that give a budget")
    unread: int


class Entry(Frozen):
    """An existing measure as a comparison shows it."""

    id: str
    name: str
    department: str
    budget: int | None
    start: int | None
    end: int | None
    progress: Progress | None
    generic: tuple[str, ...]
    standing: Standing


class EntryChange(Frozen):
    """What became of an existing measure."""

    turn: Turn
    before: Entry | None
    after: Entry | None
    fields: tuple[Field_, ...] = Field(default=(), description="what differs; of the same name none for added and gone")
    budget_change: int | None = Field(default=None, description="yen; None: one of the two is not known")
    foreseen: bool = Field(default=False, description="of gone: its last year, as the first register gave it, is over")


class FindingChange(Frozen):
    """A finding that only one of the two checks has."""

    finding: GapFinding
    names: tuple[str, ...] = Field(default=(), description="of the existing measures concerned")
    reasons: tuple[Reason, ...]


class FindingKept(Frozen):
    """A finding that both have; ``before`` and ``after`` are its ids there, which differ where existing ones do."""

    before: str
    after: str
    finding: GapFinding = Field(description="as the second check has it")
    names: tuple[str, ...] = Field(default=(), description="of the existing measures concerned, as the second has them")


class CoverageBeside(Frozen):
    """A generic measure in both checks. None: it is no measure of the types in question there."""

    measure: str
    type: TypeCode
    before: Coverage | None
    after: Coverage | None
    timing_before: Timing | None
    timing_after: Timing | None
    existing_before: tuple[str, ...] = Field(description="names, in the register's order")
    existing_after: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether what is there for it differs, as far as both say."""
        return self.before != self.after


class GapComparison(Frozen):
    """Two checks side by side. ``same`` where assessment, register and mapping are alike."""

    knowledge_version: str
    relation: Relation
    same: bool
    before: GapSide
    after: GapSide
    verdict_changed: bool = Field(description="types or phases differ: some findings then differ for that reason alone")
    entries: tuple[EntryChange, ...] = Field(description="by turn, in the order of their registers")
    entries_alike: int = Field(description="existing measures that both have and that do not differ")
    closed: tuple[FindingChange, ...] = Field(description="in the first check only")
    new: tuple[FindingChange, ...] = Field(description="in the second check only")
    remaining: tuple[FindingKept, ...]
    coverage: tuple[CoverageBeside, ...]
