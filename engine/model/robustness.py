"""How sure the conclusions are: the share of cases (場合の割合) in which they hold, and the unknowns that matter."""

from typing import Literal

from pydantic import Field

from engine.model.knowledge import TypeCode
from engine.model.text import Frozen, LocalizedText

Extent = Literal["proved", "sampled", "some"]
"""Recommended in every case, proved; in every case of the sample; in some cases only."""

UnknownState = Literal["not_asked", "dont_know", "doubted"]


class LabelShare(Frozen):
    """The share of cases with one verdict on type."""

    label: str
    share: float


class PlaceShare(Frozen):
    """The share of cases in which work stands at one place: ``1``, ``2``, ``3`` or ``complete``."""

    place: str
    share: float


class PhaseShares(Frozen):
    """Where work stands for one type of the verdict, over all cases, whatever their type."""

    type: TypeCode
    places: tuple[PlaceShare, ...] = Field(description="the most frequent first")


class MeasureShare(Frozen):
    """The share of cases in which a measure is recommended."""

    measure: str
    share: float
    extent: Extent


class Commonest(Frozen):
    """The verdict that comes most often: its type, and where work stands for the types it shows.

    ``places`` is empty where the question is one about the type.
    """

    label: str
    places: dict[TypeCode, str]
    share: float


class IfAnswered(Frozen):
    """What comes of the cases in which a question is answered one way."""

    answer: LocalizedText
    cases: float = Field(description="share of cases with this answer among all")
    share: float = Field(description="of the present verdict on type and phase among them")
    commonest: Commonest = Field(description="among them")


class OpenPoint(Frozen):
    """An unknown that matters: how much knowing it would tell, in bits, and what each answer would do."""

    question: str
    state: UnknownState
    type_bits: float
    phase_bits: float
    answers: tuple[IfAnswered, ...]


class Sureness(Frozen):
    """How far the verdict holds over the scenarios that the answers leave open.

    Shares run from 0 to 1. ``error`` is the largest half-width of a 95 % interval around them, 0 where every scenario
    was looked at. They are shares of cases, and no statement about how likely a case is.
    """

    scenarios: int = Field(description="looked at, the contradictory ones left out")
    exact: bool = Field(description="whether these are all there are")
    error: float
    open_questions: int = Field(description="questions that rules read and that are unanswered or in doubt")
    doubted: int = Field(description="answers given with less than full confidence")
    leading: str
    type_holds: float = Field(description="share with the leading label; of the parent A also with A-1 or A-2")
    both_hold: float = Field(description="share in which type and phases are both as in the verdict, ranges included")
    places_open: bool = Field(description="whether the verdict leaves open where work stands for some type")
    types: tuple[LabelShare, ...] = Field(description="the most frequent first")
    phases: tuple[PhaseShares, ...]


class Robustness(Sureness):
    """The same with what is safe whatever turns out, and what would have to be found out."""

    unseen: tuple[str, ...] = Field(description="verdicts on type that are possible but came in no case looked at")
    measures: tuple[MeasureShare, ...] = Field(description="all recommended in some case, the most frequent first")
    matters: tuple[OpenPoint, ...] = Field(description="the unknowns that tell most about type and phase, in order")
