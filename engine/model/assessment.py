"""What comes out: the assessment (診断), all of it, as every face shows it and as JSON publishes it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from pydantic import Field

from engine.model.answers import Value
from engine.model.knowledge import TypeCode, TypeOrParent
from engine.model.text import Basis, Citation, Frozen, LocalizedText

Kind = Literal["single", "hybrid", "parent", "undetermined", "out_of_scope"]
Status = Literal["met", "partly", "not_met", "unknown"]
Timing = Literal["repair", "now", "prepare", "later"]
MeasureStanding = Literal["in_place", "partly", "absent", "unknown"]
Priority = Literal["first", "next", "then"]
Order = Literal[1, 2, 3]
ViewpointId = Literal["VP1", "VP2", "VP3"]
Relevance = Literal["high", "some", "none_seen", "unknown"]
Risk = Literal["risk", "one_reading", "dependence_only", "none", "unknown"]
EvaluatorName = Literal["durable_rules", "bits"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact a rule matched: an answer, a finding, or a computed verdict."""

    key: str
    value: bool | float | str
    origin: Literal["answer", "finding", "verdict", "absence", "register"]


class Firing(NamedTuple):
    """A rule that fired: which of its alternatives (branch), on which facts, and what it concluded.

    ``holds`` is False where the facts show that the rule's condition does not hold.
    """

    rule: str
    branch: int
    facts: tuple[Fact, ...]
    concludes: str
    holds: bool = True


class Because(Frozen):
    """A reason: the rule in words, the facts it stood on, and its citations."""

    rule: str
    text: LocalizedText
    basis: Basis
    facts: tuple[Fact, ...]
    citations: tuple[Citation, ...]
    holds: bool = Field(default=True, description="False: the facts show that the rule's condition does not hold")


class ViewpointSupport(Frozen):
    """Support of one type within one viewpoint: strongest evidence for minus strongest against."""

    viewpoint: ViewpointId
    points: int
    for_: tuple[Because, ...] = Field(default=(), serialization_alias="for")
    against: tuple[Because, ...] = ()


class Support(Frozen):
    """Support of one type, by viewpoint and in total."""

    type: TypeOrParent
    total: int
    viewpoints: tuple[ViewpointSupport, ...]


class SettledBy(Frozen):
    """A question whose answer could still change the verdict."""

    question: str
    text: LocalizedText


class TypeVerdict(Frozen):
    """Which type, or types, or why none.

    ``leading`` and ``possible`` hold verdict labels: ``A-1``, ``A-2``, ``B``, ``A`` (A-1 or A-2 still open), a
    hybrid as its members joined by ``+`` (``A-2+B``), ``undetermined``, ``out_of_scope``. ``settled`` means that
    ``possible`` has one member.
    """

    kind: Kind
    types: tuple[TypeOrParent, ...]
    leading: str
    possible: tuple[str, ...]
    settled: bool
    margin: int | None
    support: tuple[Support, ...]
    settled_by: tuple[SettledBy, ...]
    because: tuple[Because, ...]


class Evidence(Frozen):
    """One fact of a key factor and how it stands."""

    fact: str
    name: LocalizedText
    role: Literal["necessary", "supporting"]
    status: Literal["yes", "no", "unknown"]
    because: tuple[Because, ...] = ()
    questions: tuple[str, ...] = Field(default=(), description="the questions that would tell, where unknown")


class FactorStatus(Frozen):
    """The key factor of one phase, and how far it is met."""

    phase: str
    order: Order
    status: Status
    possible: tuple[Status, ...]
    evidence: tuple[Evidence, ...]


class PhaseVerdict(Frozen):
    """Where work stands for one type: from phase ``low`` to ``high`` (equal when settled)."""

    type: TypeCode
    low: Order
    high: Order
    possible: tuple[Literal["1", "2", "3", "complete"], ...]
    settled: bool
    established: tuple[Order, ...]
    ahead: tuple[Order, ...] = Field(description="factors met although an earlier one is not (先行); no error")
    complete: bool
    factors: tuple[FactorStatus, ...]
    next: LocalizedText = Field(description="what comes next, in one sentence")


class RenewalFit(Frozen):
    """One of the three renewal directions and what in the answers speaks for it."""

    direction: str
    fits: bool
    aspired: bool
    because: tuple[Because, ...]
    cases: tuple[str, ...]


class Renewal(Frozen):
    """The macro view, independent of type."""

    risk: Risk
    text: LocalizedText
    because: tuple[Because, ...]
    directions: tuple[RenewalFit, ...]


class Precedent(Frozen):
    """How a case of the study did it."""

    case: str
    concrete_measure: str
    text: LocalizedText
    citations: tuple[Citation, ...]


class Recommendation(Frozen):
    """A measure, when, and why. ``priority`` is the order of beginning (着手順), never a rank of the study."""

    measure: str
    type: TypeCode
    phases: tuple[str, ...]
    timing: Timing
    status: MeasureStanding
    priority: Priority
    serves: tuple[str, ...] = Field(description="facts of the key factor it works towards")
    because: tuple[Because, ...]
    how: LocalizedText = Field(description="how timing and priority came about, in one sentence")
    precedents: tuple[Precedent, ...]
    cautions: tuple[str, ...]


class DirectionAdvice(Frozen):
    """One of the five national directions: it addresses the state; here is what it means for this cluster."""

    direction: str
    relevance: Relevance
    homework: tuple[LocalizedText, ...]
    ask_state: tuple[LocalizedText, ...]
    because: tuple[Because, ...]


class RequirementCheck(Frozen):
    """A location requirement of an industry, held against the region's assets."""

    requirement: str
    status: Literal["met", "not_met", "unknown", "not_asked"]
    because: tuple[Because, ...]


class LocationFit(Frozen):
    """One of the seven industries: its requirement texts first; ticks of the matrix are shown beside, never decide."""

    industry: str
    targeted: bool
    met: int
    not_met: int
    unknown: int
    requirements: tuple[RequirementCheck, ...]


class NearCase(Frozen):
    """A case of the study near this cluster: what is alike and what differs."""

    case: str
    score: int
    alike: tuple[LocalizedText, ...]
    differs: tuple[LocalizedText, ...]


class CautionNote(Frozen):
    """A reservation that applies here."""

    caution: str
    text: LocalizedText
    because: tuple[Because, ...]
    citations: tuple[Citation, ...]


class GivenAnswer(Frozen):
    """A question with its answer as it stands; ``value`` is None where that is 'don't know'."""

    question: str
    value: Value | None


class Contradiction(Frozen):
    """Answers that do not go together: which, why, and what to check or correct. It is shown, never resolved."""

    contradiction: str
    text: LocalizedText
    way_out: LocalizedText
    answers: tuple[GivenAnswer, ...] = Field(description="the answers concerned, in the order of the interview")
    because: tuple[Because, ...]


class Unanswered(Frozen):
    """A question without a value that still bears on a conclusion."""

    question: str
    state: Literal["not_asked", "dont_know"]
    bears_on: tuple[str, ...]


class Assessment(Frozen):
    """Everything concluded from the answers, as of a date, by one version of the knowledge."""

    digest: str
    knowledge_version: str
    evaluator: EvaluatorName
    as_of: date
    first_line: LocalizedText
    contradictions: tuple[Contradiction, ...] = Field(description="answers that do not go together; first of all these")
    type: TypeVerdict
    phases: tuple[PhaseVerdict, ...] = Field(description="of the types in the verdict, the leading one first")
    board: tuple[PhaseVerdict, ...] = Field(description="of all three types, whatever the verdict")
    renewal: Renewal
    recommendations: tuple[Recommendation, ...]
    possible_measures: tuple[str, ...] = Field(description="measures that some completion of the unknowns recommends")
    directions: tuple[DirectionAdvice, ...]
    location: tuple[LocationFit, ...]
    cases: tuple[NearCase, ...]
    cautions: tuple[CautionNote, ...]
    unanswered: tuple[Unanswered, ...]
