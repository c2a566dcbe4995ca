"""Answers about one cluster: what a consultation stores, and nothing else is stored."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator

from engine.model.text import Frozen, NonEmpty

Value = bool | float | str | tuple[str, ...]
"""yes/no, number, one option, or the options chosen (sorted; empty = none of them)."""


class Unknown(StrEnum):
    """The answer 'don't know'. It is an answer, and never counts as no."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN


class Confidence(StrEnum):
    """How sure the answerer is. Never changes a verdict, only its robustness."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


class Answer(Frozen):
    """One answer to one question."""

    question: NonEmpty
    value: Value | Unknown
    confidence: Confidence = Confidence.SURE
    note: str = ""
    source: str = ""
    participant: str = ""
    at: datetime | None = None

    @field_validator("value", mode="after")
    @classmethod
    def _keep_unknown(cls, value: Value | Unknown) -> Value | Unknown:
        """JSON has only the word; without this it would come back as an option named 'unknown'."""
        return UNKNOWN if value == UNKNOWN.value else value

    @property
    def known(self) -> bool:
        """Whether it says anything but 'don't know'."""
        return self.value is not UNKNOWN


class AnswerState(StrEnum):
    """Where a question stands; 'not applicable' follows from ``applies_when`` and is never stored."""

    NOT_ASKED = "not_asked"
    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"
    VALUE = "value"


AreaCode = Annotated[str, StringConstraints(pattern=r"^\d{6}$")]


class Cluster(Frozen):
    """One industry in one region."""

    name: NonEmpty
    name_en: str = ""
    area: tuple[AreaCode, ...] = ()
    level: Literal["city", "region", "prefecture"] | None = None
    industry: str = ""
    industry_en: str = ""
    division: Annotated[str, StringConstraints(pattern=r"^\d{2}$")] | None = Field(
        default=None, description="産業中分類 (Japan Standard Industrial Classification), two digits"
    )


class Consultation(Frozen):
    """The cluster, the day as of which it is judged, and the answers (at most one a question).

    ``scenario`` names what is supposed where it is one of several for the same cluster; empty otherwise.
    """

    cluster: Cluster
    as_of: date
    scenario: str = ""
    answers: dict[str, Answer] = Field(default_factory=dict)

    def known(self) -> dict[str, Value]:
        """The values that were given, without the 'don't know'."""
        return {key: a.value for key, a in self.answers.items() if not isinstance(a.value, Unknown)}
