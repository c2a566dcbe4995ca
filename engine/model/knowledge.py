"""What the study says, kind by kind: the shapes of the YAML files under ``knowledge/``.

A file holds one item and its name is the item's id; the loader fills ``id`` in.
"""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from engine.model.text import Basis, Citation, Contradiction, Frozen, LocalizedText, NonEmpty, Statement

TypeCode = Literal["A-1", "A-2", "B"]
TypeOrParent = Literal["A", "A-1", "A-2", "B"]


class Actor(StrEnum):
    """The four actors of the study's tables (産 / 学 / 自治体 / 国)."""

    INDUSTRY = "industry"
    ACADEMIA = "academia"
    MUNICIPALITY = "municipality"
    STATE = "state"


class Resource(StrEnum):
    """The six resources of the study's tables (ヒト / カネ / モノ / 情報 / ビジョン / 制度)."""

    PEOPLE = "people"
    MONEY = "money"
    GOODS = "goods"
    INFORMATION = "information"
    VISION = "vision"
    INSTITUTION = "institution"


class Item(Frozen):
    """What every item of knowledge has: the study's name for it, our own sentence, basis and citations."""

    id: NonEmpty
    title: LocalizedText
    summary: LocalizedText
    basis: Basis
    citations: tuple[Citation, ...] = Field(min_length=1)
    note: LocalizedText | None = Field(default=None, description="how we placed it, or what the extraction lost")
    contradictions: tuple[Contradiction, ...] = ()
    hypothesis: bool = False


class Viewpoint(Item):
    """One of the three viewpoints (視点) by which the study tells types apart."""

    order: int = Field(ge=1, le=3)
    discriminates: Statement


class ClusterType(Item):
    """A type (型) of agglomeration; A is the parent of A-1 and A-2."""

    parent: Literal["A"] | None = None
    headline: Statement | None = None
    criteria: tuple[Statement, ...] = ()
    cases: tuple[str, ...] = ()
    deep_dive_case: str | None = None


class Phase(Item):
    """A phase (フェーズ) of a type, with its outline and its key factor (重要成功要因)."""

    type: TypeCode
    order: Literal[1, 2, 3]
    outline: Statement
    key_factor: Statement
    key_factor_title: LocalizedText = Field(description="the key factor as the study words it")


class MacroPhase(Item):
    """One of the two macro phases (時間軸) of section 2-1-3; never mapped by the study to the three phases."""

    order: Literal[1, 2]
    statements: dict[TypeCode, tuple[Statement, ...]]


class Bullet(Statement):
    """One line under a generic measure."""


class NationalScheme(Frozen):
    """A scheme of the state named by the study; as of the study's date (fiscal 2022), to be checked today."""

    name: LocalizedText
    year: int | None = None
    citations: tuple[Citation, ...] = Field(min_length=1)


class WhoActs(Frozen):
    """Who can act on a measure and how; where the study says only 自治体 the split is our judgement."""

    who: Literal["city", "prefecture", "state", "firms", "academia"]
    does: LocalizedText
    basis: Basis


class Measure(Item):
    """One of the 31 generic measures (施策). Its rank (差別化/重要/任意) was a colour and is lost."""

    type: TypeCode
    phases: tuple[str, ...] = Field(min_length=1)
    phase_basis: Basis
    phase_ambiguous: bool = False
    actors: tuple[Actor, ...]
    actors_basis: Basis
    actors_ambiguous: bool = False
    resources: tuple[Resource, ...]
    resources_basis: Basis
    resources_ambiguous: bool = False
    rank: Literal["unknown"] = "unknown"
    rank_hint: Statement | None = None
    bullets: tuple[Bullet, ...] = Field(min_length=1)
    schemes: tuple[NationalScheme, ...] = ()
    who_acts: tuple[WhoActs, ...] = Field(min_length=1)


class ConcreteMeasure(Item):
    """One of the 59 concrete measures of the deep dives; its link to generic measures is inferred."""

    case: str
    exemplifies: tuple[str, ...] = ()
    year: int | None = None
    details: tuple[Statement, ...] = ()
    pitfalls: tuple[str, ...] = ()


class Dated(Statement):
    """A statement with the year it speaks of."""

    year: int | None = None


class Figure(Statement):
    """A result with its figures as the study prints them."""

    values: tuple[float, ...] = ()
    unit: LocalizedText | None = None
    years: tuple[int, ...] = ()


class PhaseCell(Statement):
    """One cell of the case tables (2-2-5); ``columns`` has two members where the column is ambiguous."""

    columns: tuple[Literal["overview", "1", "2", "3"], ...] = Field(min_length=1)


class Case(Item):
    """A case (事例), domestic or overseas. Company names stay anonymous, as in the study."""

    scope: Literal["domestic", "overseas"]
    place: LocalizedText
    level: Literal["city", "region", "prefecture", "abroad"]
    field: LocalizedText = Field(description="the industry, as the study names it")
    type: TypeCode | None = None
    type_note: LocalizedText | None = None
    hybrid: bool = Field(default=False, description="the study itself calls it both endogenous and attracted")
    phases: tuple[str, ...] = Field(default=(), description="phases the case table shows as gone through (inferred)")
    events: tuple[Dated, ...] = ()
    success_factors: tuple[Statement, ...] = ()
    municipal_measures: tuple[Statement, ...] = ()
    state_role: tuple[Dated, ...] = ()
    firms_voice: tuple[Statement, ...] = ()
    results: tuple[Figure, ...] = ()
    phase_cells: tuple[PhaseCell, ...] = ()
    other: tuple[Statement, ...] = ()


class Pitfall(Item):
    """A failure or reservation (失敗・留意事例) told by the study."""

    cases: tuple[str, ...] = ()
    bears_on: tuple[str, ...] = ()
    lesson: LocalizedText = Field(description="what to watch for, in our words")


class Caution(Item):
    """A reservation (留意点) about reading the study or this tool's result."""


class RenewalDirection(Item):
    """One of the three directions of industrial renewal (産業の新陳代謝の方向性)."""

    order: Literal[1, 2, 3]
    example: Statement
    cases: tuple[str, ...] = ()


class View(Item):
    """The micro or macro view, the macro risk, or another general statement of section 2-3."""


class ImportantThing(Item):
    """One of the three important things (重要なこと, a hypothesis)."""

    order: Literal[1, 2, 3]
    state_side: Statement | None = None


class ServedBy(Frozen):
    """The generic measures by which a register works on a national direction. The study does not pair them."""

    measures: tuple[NonEmpty, ...] = Field(min_length=1)
    basis: Basis
    reason: LocalizedText


class NationalDirection(Item):
    """One of the five policy directions of the state (国の政策方向性, hypotheses). It addresses the state."""

    order: Literal[1, 2, 3, 4, 5]
    important_thing: str
    key_element: Statement
    homework: tuple[Statement, ...] = Field(min_length=1, description="what the municipality can do itself")
    ask_state: tuple[Statement, ...] = Field(min_length=1, description="what to bring to the regional bureau of METI")
    served_by: ServedBy | None = None
    by_state_money: bool = Field(
        default=False, description="what uses the state's money works on it too: using its schemes is the homework"
    )
    schemes: tuple[NationalScheme, ...] = ()


class Requirement(Statement):
    """One requirement of location of an industry."""

    id: NonEmpty
    aspect: Literal["development", "production", "other"]


class Industry(Item):
    """One of the seven industries of section 3-1, with requirements, orientations and future demands."""

    order: int = Field(ge=1, le=7)
    requirements: tuple[Requirement, ...] = Field(min_length=1)
    orientations: dict[str, Literal["yes", "no", "unknown"]] = Field(
        description="tick by orientation id; unknown where the extraction lost it. No tick is not 'unimportant'"
    )
    future: tuple[Statement, ...] = ()


class Orientation(Item):
    """One of the eight orientations of location (原料指向, ...)."""

    ticks: int = Field(ge=0, description="how many ticks the study prints in this row")


class SheetRow(Item):
    """A row of one of the further matrices: HR, DX, policy history, land, screen of municipalities."""

    sheet: Literal["hr", "dx", "policy_history", "land", "screening"]
    kind: NonEmpty = Field(description="claim, target, measure, policy, finding, criterion, ...")
    order: int
    targets: tuple[NonEmpty, ...] = Field(default=(), description="ids of rows it belongs to, of the same sheet")
    year: int | None = None
    values: dict[str, float] = Field(default_factory=dict, description="figures as printed")
    prefectural: bool = Field(default=False, description="a prefecture's matter, not a municipality's own power")
    ambiguous: bool = Field(default=False, description="its cell was lost by the extraction and is unknown")
