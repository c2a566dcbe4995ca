"""Questions of the interview: the shape of ``knowledge/questions/*.yaml`` and ``knowledge/sections.yaml``."""

from typing import Literal

from pydantic import Field, model_validator

from engine.model.knowledge import TypeCode
from engine.model.rules import Condition
from engine.model.text import Basis, Citation, Frozen, LocalizedText, NonEmpty

Kind = Literal["yes_no", "choice", "several", "number"]


class Section(Frozen):
    """A section of the interview, in order."""

    id: NonEmpty
    title: LocalizedText
    intro: LocalizedText


class Option(Frozen):
    """One option of a choice or of a question with several answers."""

    id: NonEmpty
    label: LocalizedText


class QuestionExample(Frozen):
    """What one of the study's cases would answer here, and where that stands."""

    text: LocalizedText
    case: NonEmpty
    citations: tuple[Citation, ...] = Field(min_length=1)


class Question(Frozen):
    """One thing asked, in the positive sense (yes = it is there)."""

    id: NonEmpty
    section: NonEmpty
    order: int = Field(description="place within its section")
    kind: Kind
    text: LocalizedText
    help: LocalizedText = Field(description="what counts as yes, and what does not")
    why: LocalizedText = Field(description="why it is asked: what the answer decides")
    example: QuestionExample | None = None
    options: tuple[Option, ...] = ()
    unit: LocalizedText | None = None
    minimum: float | None = None
    maximum: float | None = None
    applies_when: Condition | None = Field(default=None, description="asked only unless this is known not to hold")
    given: bool = Field(
        default=False,
        description="a fact of history, nature or structure that no policy changes within a plan's horizon;"
        " it can only be found out or corrected",
    )
    relevant_to: tuple[TypeCode, ...] = Field(
        default=(), description="asked while one of these types is possible; empty: always"
    )
    basis: Basis
    citations: tuple[Citation, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _options_fit_kind(self) -> "Question":
        if (self.kind in ("choice", "several")) != bool(self.options):
            raise ValueError(f"kind {self.kind}: options are for 'choice' and 'several' only, and needed there")
        return self
