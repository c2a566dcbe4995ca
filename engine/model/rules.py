"""Conditions and rules: the closed language in which ``rules/`` says when a conclusion follows."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from engine.model.answers import Confidence
from engine.model.knowledge import Actor, Resource, TypeOrParent
from engine.model.text import Basis, Citation, Frozen, LocalizedText, NonEmpty, Statement

Scalar = bool | int | float | str


GapKind = Literal[
    "missing", "repair", "unconfirmed", "thin", "differs", "unlisted", "doubled", "readiness", "ahead", "orphan"
]
"""missing: needed now, nothing there · repair: an earlier phase's, nothing there · unconfirmed: needed, and only a
suggestion says that something serves it · thin: there, but without an actor or resource the study names · differs: in
the register, absent by the answers · unlisted: there by the answers, not in the register · doubled: two alike ·
readiness: what of the next phase is there · ahead: a later phase's while an earlier key factor is unmet (a note, no
fault) · orphan: serves no factor of this type."""


class Is(Frozen):
    """The fact has this value; of a question with several answers: this option was chosen."""

    fact: NonEmpty
    value: Scalar = Field(alias="is")


class In(Frozen):
    """The fact has one of these values."""

    fact: NonEmpty
    values: tuple[Scalar, ...] = Field(alias="in", min_length=1)


class AtLeast(Frozen):
    """The number is at least this threshold."""

    fact: NonEmpty
    threshold: float = Field(alias="at_least")


class Known(Frozen):
    """The fact has been answered with a value."""

    known: NonEmpty


class Unknown(Frozen):
    """The fact is not asked, or answered with 'don't know'. Only cautions and contradictions may use it."""

    unknown: NonEmpty


class Finding(Frozen):
    """A finding of an earlier stage holds."""

    finding: NonEmpty


class All(Frozen):
    """Every one holds."""

    all: tuple[Condition, ...] = Field(min_length=1)


class AnyOf(Frozen):
    """At least one holds."""

    any: tuple[Condition, ...] = Field(min_length=1)


class Not(Frozen):
    """It is known not to hold. Of an unknown fact neither a condition nor its negation holds."""

    not_: Condition = Field(alias="not")


_FORMS = ("is", "in", "at_least", "known", "unknown", "finding", "all", "any", "not")


def _form(value: Any) -> str | None:
    """Which form of condition a mapping is; by its key, so that an error names the form meant."""
    if isinstance(value, dict):
        return next((form for form in _FORMS if form in value), None)
    models: tuple[type, ...] = (Is, In, AtLeast, Known, Unknown, Finding, All, AnyOf, Not)
    return next((form for form, model in zip(_FORMS, models, strict=True) if isinstance(value, model)), None)


Condition = Annotated[
    Annotated[Is, Tag("is")]
    | Annotated[In, Tag("in")]
    | Annotated[AtLeast, Tag("at_least")]
    | Annotated[Known, Tag("known")]
    | Annotated[Unknown, Tag("unknown")]
    | Annotated[Finding, Tag("finding")]
    | Annotated[All, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Not, Tag("not")],
    Discriminator(_form),
]


class Stage(StrEnum):
    """The strata of the reasoning, in order."""

    FINDINGS = "findings"
    TYPE = "type"
    PHASE = "phase"
    RENEWAL = "renewal"
    MEASURES = "measures"
    DIRECTIONS = "directions"
    LOCATION = "location"
    CAUTIONS = "cautions"
    CONTRADICTIONS = "contradictions"
    GAPS = "gaps"
    """Not about answers: a register of measures is laid over the assessment. Kept apart from the other stages."""


class Evidence(Frozen):
    """A pull for or against a type within one viewpoint; weight 1 (hint) to 3 (decisive)."""

    type: TypeOrParent
    viewpoint: Literal["VP1", "VP2", "VP3"]
    pull: Literal["for", "against"]
    weight: int = Field(ge=1, le=3)


class FactorFact(Frozen):
    """A fact that a phase's key factor needs, or that supports it."""

    factor: NonEmpty
    fact: NonEmpty


class MeasureStatus(Frozen):
    """How far a measure is there already."""

    measure: NonEmpty
    level: Literal["in_place", "partly"]


class DirectionRelevance(Frozen):
    """How far a national direction concerns this cluster."""

    direction: NonEmpty
    relevance: Literal["high", "some"]


class RequirementMet(Frozen):
    """A location requirement of an industry that the region meets."""

    industry: NonEmpty
    requirement: NonEmpty


class Then(Frozen):
    """What follows: exactly one of these."""

    finding: NonEmpty | None = None
    scope: Literal["outside_study", "no_main_industry"] | None = None
    evidence: Evidence | None = None
    hybrid: Literal["both_origins"] | None = None
    necessary: FactorFact | None = None
    supporting: FactorFact | None = None
    renewal_risk: Literal["dependence", "delay_next_generation", "delay_diversification"] | None = None
    renewal_direction: NonEmpty | None = Field(default=None, description="what speaks for a direction of renewal")
    aspired_direction: NonEmpty | None = Field(default=None, description="the direction the planner aspires to")
    status: MeasureStatus | None = None
    raise_priority: NonEmpty | None = Field(default=None, description="a measure to begin earlier")
    direction: DirectionRelevance | None = None
    requirement: RequirementMet | None = None
    caution: NonEmpty | None = Field(default=None, description="id of a pitfall or a caution")
    contradiction: NonEmpty | None = Field(
        default=None, description="name of a contradiction between answers; each has one rule"
    )
    gap: GapKind | None = Field(default=None, description="what the check of a register finds of a measure or a phase")

    @model_validator(mode="after")
    def _exactly_one(self) -> Then:
        if len(self.model_fields_set) != 1:
            raise ValueError("'then' needs exactly one conclusion")
        return self

    @property
    def key(self) -> str:
        """The conclusion as one string, the same for every rule that gives it."""
        (name,) = self.model_fields_set
        value = getattr(self, name)
        parts = value.model_dump().values() if isinstance(value, Frozen) else (value,)
        return ":".join([name, *map(str, parts)])


class Rule(Frozen):
    """When a conclusion follows. ``id`` is ``stage/file/name``."""

    id: NonEmpty
    stage: Stage
    when: Condition
    then: Then
    basis: Basis
    citations: tuple[Citation, ...] = ()
    reads: LocalizedText = Field(description="the rule as one sentence")
    reason: LocalizedText | None = Field(default=None, description="why this weight or choice, where we judge")
    way_out: LocalizedText | None = Field(
        default=None, description="of a contradiction: what to check and which answer to correct"
    )


class FactDeclaration(Frozen):
    """A fact of a key factor: its name, whether the factor needs it, and why."""

    name: LocalizedText
    role: Literal["necessary", "supporting"]
    reason: LocalizedText


class RuleFile(Frozen):
    """One file of rules about one subject; the file's name is the subject's id.

    In stage ``phase`` the subject is a phase and ``facts`` declares the facts its key factor turns on; in stage
    ``measures`` it is a measure and ``serves`` names the facts (of the same type's factors) it works towards.
    """

    id: NonEmpty
    stage: Stage
    about: LocalizedText
    facts: dict[str, FactDeclaration] = Field(default_factory=dict)
    serves: tuple[FactorFact, ...] = ()
    rules: tuple[Rule, ...] = Field(min_length=1)


class Thresholds(Frozen):
    """The integers the type decision and its robustness turn on, each with its reason (``rules/thresholds.yaml``)."""

    type_support: int = Field(ge=1, description="least support at which a type is named")
    hybrid_viewpoints: int = Field(ge=1, le=3, description="viewpoints in which both types of a hybrid need support")
    margin: int = Field(ge=1, description="least lead of one type over the other")
    doubt_likely: int = Field(ge=2, description="one case in so many takes an answer given as likely to be open")
    doubt_unsure: int = Field(ge=2, description="the same of an answer given as unsure")
    reasons: dict[str, Statement]

    def doubt(self, confidence: Confidence) -> int | None:
        """In one case out of how many an answer of this confidence is taken to be open; None: in no case."""
        return {Confidence.LIKELY: self.doubt_likely, Confidence.UNSURE: self.doubt_unsure}.get(confidence)


class GapOption(Frozen):
    """One value of a fact of the gap check, in words."""

    id: NonEmpty
    label: LocalizedText


class GapFact(Frozen):
    """A fact that rules of the gap check read: about a generic measure, an existing one, two of them, or a phase.

    It is computed from the assessment, the register and the mapping. That something is not known is a value of its
    own, so that no rule mistakes it for no.
    """

    id: NonEmpty
    about: Literal["measure", "existing", "pair", "phase"]
    text: LocalizedText
    options: tuple[GapOption, ...] = Field(default=(), description="its values; none: a number")
    unit: LocalizedText | None = None

    def said(self, value: bool | float | str) -> LocalizedText:
        """A value in words."""
        found = next((option.label for option in self.options if option.id == value), None)
        if found is not None:
            return found
        unit = self.unit or LocalizedText.model_construct(ja="", en="")
        number = f"{float(value):g}" if not isinstance(value, str) else value
        return LocalizedText.model_construct(ja=f"{number}{unit.ja}", en=f"{number} {unit.en}".strip())


class GapWords(Frozen):
    """Words by which a register shows that an actor or a resource is there. That none occurs shows nothing."""

    shows: Actor | Resource
    words: tuple[NonEmpty, ...] = Field(min_length=1)
    reason: LocalizedText


class GapRowWords(Frozen):
    """Words by which a register shows a row of a further sheet, or an asset asked for by a question on location.

    ``a+b`` means that both occur. All of it is a judgement about how town halls word their registers.
    """

    about: NonEmpty = Field(description="id of a row of a sheet, or of a question")
    words: tuple[NonEmpty, ...] = Field(min_length=1)


class GapFacts(Frozen):
    """The shape of ``rules/gap_facts.yaml``."""

    facts: tuple[GapFact, ...] = Field(min_length=1)
    words: tuple[GapWords, ...] = ()
    rows: tuple[GapRowWords, ...] = ()
