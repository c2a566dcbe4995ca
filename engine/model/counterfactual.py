"""What would change a verdict: the smallest sets of changed answers that lead to another one (反実仮想)."""

from typing import Literal

from pydantic import Field, field_validator

from engine.model.answers import UNKNOWN, Unknown, Value
from engine.model.text import Frozen

Nature = Literal["learn", "achieve", "change", "correct", "lose"]
"""How an answer comes to be another: something unknown is found out; what was not there comes about; it becomes
another of several kinds; the answer turns out mistaken; what was there is lost. In the order in which they are told."""

MOST_CHANGES = 3
"""Sets of up to so many changes are looked at, every one of them."""


class Change(Frozen):
    """One question whose answer becomes another."""

    question: str
    before: Value | Unknown
    after: Value
    nature: Nature
    example: bool = Field(default=False, description="``after`` stands for several answers that lead to the same")

    @field_validator("before", mode="after")
    @classmethod
    def _keep_unknown(cls, value: Value | Unknown) -> Value | Unknown:
        """JSON has only the word; without this it would come back as an option named 'unknown'."""
        return UNKNOWN if value == UNKNOWN.value else value


class Shift(Frozen):
    """What becomes what.

    ``about`` is ``type`` (``before`` and ``after`` are verdict labels), a type (where its work stands: ``2``, ``1-3``,
    ``complete``) or a measure (``recommended``, ``not_recommended``).
    """

    about: str
    before: str
    after: str


class Counterfactual(Frozen):
    """Changes that together lead to another verdict, none of which can be left out."""

    changes: tuple[Change, ...] = Field(min_length=1, max_length=MOST_CHANGES)
    outcome: Shift


class Counterfactuals(Frozen):
    """Everything found for one target, and how much was looked at to find it."""

    target: str = Field(description="``type``, a type (where its work stands), or a measure")
    towards: str | None = Field(description="the outcome asked for; None: any other than the present one")
    present: str = Field(description="how the target stands now, in the words of ``Shift``")
    reached: bool = Field(description="whether the present outcome is already the one asked for")
    size_searched: int = Field(description="every set of at most so many changes was looked at")
    exact: bool = Field(description=f"whether that is {MOST_CHANGES}, the most there is to be")
    candidates: int = Field(description="questions whose answer could honestly change or be learned")
    sets: int = Field(description="how many sets of changes were looked at")
    found: tuple[Counterfactual, ...] = Field(description="the smallest first; every one of them")
    premises: tuple[Counterfactual, ...] = Field(
        description="where nothing was found: the fewest changes to each end that need a sure answer mistaken"
    )
    none_up_to: int | None = Field(description="where nothing was found: the size up to which that is proved")
