"""What stands beside the reasoning and is read only when asked for: glossary, logic models, study sections, names.

No rule turns on any of it, so the kept book carries it packed, and it costs a start nothing.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from engine.model.knowledge import Item
from engine.model.text import Basis, Citation, Frozen, LocalizedText, NonEmpty

Texts = Annotated[tuple[LocalizedText, ...], Field(min_length=1)]


class Term(Item):
    """A word of the study or of this tool, explained; ``title`` is the word, ``summary`` what it means.

    A word of the study cites where it stands. A word of this tool's own has no citation, and its basis is judgement.
    """

    reading: Annotated[str, StringConstraints(pattern=r"^[ぁ-ゖー・]+$")] = Field(description="in hiragana")
    also: tuple[NonEmpty, ...] = Field(default=(), description="other wordings and abbreviations, in either language")
    citations: tuple[Citation, ...] = ()

    @property
    def of_tool(self) -> bool:
        """Whether it is a word of this tool's own, which the study does not use or not in this sense."""
        return not self.citations

    @property
    def wordings(self) -> tuple[str, ...]:
        """Everything that it is called in a text, in both languages."""
        return (self.title.ja, self.title.en, *self.also)

    @model_validator(mode="after")
    def _cited_or_ours(self) -> "Term":
        if not self.citations and self.basis is not Basis.JUDGEMENT:
            raise ValueError("a term without a citation is this tool's own, and its basis is judgement")
        return self


class StudySection(Item):
    """A section of the study; ``title`` is the study's own, ``summary`` our account of what stands there."""

    order: int = Field(ge=1, description="place among the sections, from the front")


class OutcomeStage(StrEnum):
    """What an indicator measures: what was done, or what came of it soon or late."""

    OUTPUT = "output"
    SHORT_TERM = "short_term"
    MID_LONG_TERM = "mid_long_term"


class OutcomeIndicator(Frozen):
    """A draft of an indicator (指標): what is measured in which unit, and where the figure can be had."""

    name: LocalizedText
    unit: LocalizedText
    source: LocalizedText
    stage: OutcomeStage


class LogicModel(Frozen):
    """A draft of the logic model (ロジックモデル) of one generic measure; ``id`` is the measure's.

    It is this tool's judgement throughout, for people to decide on; it promises no effect.
    """

    id: NonEmpty
    basis: Literal[Basis.JUDGEMENT]
    inputs: Texts
    activities: Texts
    outputs: Texts
    short_term: Texts
    mid_long_term: Texts
    indicators: tuple[OutcomeIndicator, ...] = Field(min_length=1)

    def indicators_of(self, stage: OutcomeStage) -> tuple[OutcomeIndicator, ...]:
        """The indicators of one stage, in order."""
        return tuple(indicator for indicator in self.indicators if indicator.stage is stage)


class UsualNames(Frozen):
    """How municipalities usually call measures of one sort, and which generic measures such a measure serves.

    This tool's judgement throughout. One that serves none stands for contrast: ordinary work of a town hall that shares
    words with industrial policy. ``weak`` words do not tell what a measure is for.
    """

    id: NonEmpty
    title: LocalizedText
    basis: Literal[Basis.JUDGEMENT]
    reason: LocalizedText
    measures: tuple[NonEmpty, ...] = Field(default=(), description="generic measures that such a measure serves")
    also: tuple[NonEmpty, ...] = Field(default=(), description="those it serves less directly")
    weak: bool = Field(default=False, description="no names, but words to leave out before comparing")
    departments: tuple[NonEmpty, ...] = Field(default=(), description="words in the names of departments that do it")
    fields: tuple[NonEmpty, ...] = Field(default=(), description="words in a measure's name that tell it is such work")
    but_not: tuple[NonEmpty, ...] = Field(default=(), description="longer words in which a word of the field is none")
    ja: Annotated[tuple[NonEmpty, ...], Field(min_length=1)]
    en: Annotated[tuple[NonEmpty, ...], Field(min_length=1)]

    @property
    def for_contrast(self) -> bool:
        """Whether a measure so called serves no generic measure."""
        return not (self.measures or self.also or self.weak)

    @model_validator(mode="after")
    def _fits(self) -> "UsualNames":
        if self.weak and (self.measures or self.also):
            raise ValueError("weak words serve no measure")
        if (self.departments or self.fields or self.but_not) and not self.for_contrast:
            raise ValueError("departments and fields only speak against, so they belong to what serves no measure")
        if set(self.measures) & set(self.also):
            raise ValueError("a measure is served directly or less directly, not both")
        return self


class Appendix(Frozen):
    """All of it, each item by its id."""

    glossary: dict[str, Term] = Field(default_factory=dict)
    logic_models: dict[str, LogicModel] = Field(default_factory=dict)
    study_sections: dict[str, StudySection] = Field(default_factory=dict)
    usual_names: dict[str, UsualNames] = Field(default_factory=dict)

    def packed(self) -> str:
        """As JSON text, from which an equal one can be read."""
        return self.model_dump_json(by_alias=True, exclude_unset=True)
