"""The smallest words everything else is written in: text in two languages, basis, citation."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Lang = Literal["ja", "en"]
NonEmpty = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Frozen(BaseModel):
    """A value: immutable, and refusing fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class LocalizedText(Frozen):
    """One text in Japanese and English; neither may be missing or empty."""

    ja: NonEmpty
    en: NonEmpty

    def get(self, lang: Lang) -> str:
        """The text in ``lang``."""
        return self.ja if lang == "ja" else self.en


class Basis(StrEnum):
    """Whether the study says it, we inferred it from the study, or it is this tool's judgement."""

    STATED = "stated"
    INFERRED = "inferred"
    JUDGEMENT = "judgement"


class Citation(Frozen):
    """A place in the study: its section, and a few of its words by which the passage is found.

    ``locator_ja`` is verbatim from the study with white space removed, at most 25 characters.
    """

    section: Annotated[str, StringConstraints(pattern=r"^\d(-\d){0,2}$")]
    locator_ja: Annotated[str, StringConstraints(min_length=2, max_length=25, pattern=r"^\S+$")]
    basis: Basis = Basis.STATED


class Statement(Frozen):
    """One sentence of ours about the study, with where it stands and how firmly."""

    text: LocalizedText
    basis: Basis
    citations: tuple[Citation, ...] = ()
    note: LocalizedText | None = None
    hypothesis: bool = Field(default=False, description="marked as a hypothesis (仮説) or hedged by the study itself")


class Reading(Frozen):
    """One of several readings where the source contradicts itself."""

    text: LocalizedText
    citations: tuple[Citation, ...] = Field(min_length=1)


class Contradiction(Frozen):
    """A contradiction or typing error in the source, kept with every reading."""

    topic: LocalizedText
    readings: tuple[Reading, ...] = Field(min_length=2)
