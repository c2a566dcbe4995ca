"""Two consultations side by side: what was answered, what follows, and which answers make the difference."""

from datetime import date
from typing import Literal

from pydantic import Field

from engine.model.answers import Cluster, Confidence, Value
from engine.model.assessment import Kind, MeasureStanding, Order, Priority, Relevance, Risk, Status, Timing
from engine.model.knowledge import TypeCode, TypeOrParent
from engine.model.text import Frozen

About = Literal["type", "phase", "measure"]


class Given(Frozen):
    """How a question stands in one of the two: with a value, with 'don't know', or not asked."""

    state: Literal["value", "dont_know", "not_asked"]
    value: Value | None = None
    confidence: Confidence | None = None


class AnswerDifference(Frozen):
    """A question that is not answered alike."""

    question: str
    a: Given
    b: Given

    @property
    def weighs(self) -> bool:
        """Whether it can bear on a conclusion: a confidence never does, nor why a question has no value."""
        return self.a.value != self.b.value


class Support(Frozen):
    """The total support of one type."""

    type: TypeOrParent
    total: int


class Standing(Frozen):
    """Where work stands for one type; ``shown`` says whether the type is in the verdict."""

    shown: bool
    low: Order
    high: Order
    established: tuple[Order, ...]
    complete: bool

    @property
    def place(self) -> tuple[Order, Order, bool]:
        """Where work stands, whichever factors stand behind it."""
        return self.low, self.high, self.complete


class Side(Frozen):
    """One of the two consultations, and what follows from it."""

    cluster: Cluster
    scenario: str
    as_of: date
    digest: str
    answered: int = Field(description="questions with a value")
    dont_know: int
    kind: Kind
    label: str
    settled: bool
    support: tuple[Support, ...]
    risk: Risk


class PhaseDifference(Frozen):
    """Where work stands for a type that is in one of the two verdicts at least."""

    type: TypeCode
    a: Standing
    b: Standing


class FactorDifference(Frozen):
    """The key factor of a phase that is not met alike."""

    phase: str
    a: Status
    b: Status


class DirectionDifference(Frozen):
    """A national direction that does not concern the two alike."""

    direction: str
    a: Relevance
    b: Relevance


class Placing(Frozen):
    """When a measure is due, how urgent it is, and how far it is there."""

    timing: Timing
    priority: Priority
    status: MeasureStanding


class MeasureDifference(Frozen):
    """A measure that is recommended in one of the two only (None: not recommended), or otherwise placed."""

    measure: str
    a: Placing | None
    b: Placing | None


class Cause(Frozen):
    """Which answers make a conclusion differ: put from B into A, they turn A's conclusion into B's.

    With ``smallest`` every set of fewer answers was tried and does not do it, and ``sets`` are sets of the smallest
    size there is (``more`` of that size are not listed). Without it every set of up to ``tried`` answers was tried and
    none does it; then ``sets`` has one set that does and of which no answer can be left out.
    """

    about: About
    id: str = Field(description="'type', the type whose phase it is, or the measure")
    sets: tuple[tuple[str, ...], ...] = Field(min_length=1)
    more: int = 0
    smallest: bool
    tried: int


class Comparison(Frozen):
    """Two consultations side by side. ``same`` where answers, confidence and date are alike."""

    knowledge_version: str
    same: bool
    a: Side
    b: Side
    answers: tuple[AnswerDifference, ...]
    phases: tuple[PhaseDifference, ...]
    factors: tuple[FactorDifference, ...]
    directions: tuple[DirectionDifference, ...]
    cautions_a: tuple[str, ...] = Field(description="cautions that apply to A only")
    cautions_b: tuple[str, ...] = Field(description="cautions that apply to B only")
    measures: tuple[MeasureDifference, ...]
    measures_alike: int = Field(description="measures recommended in both and placed alike")
    causes: tuple[Cause, ...]
