"""Which conclusions exclude or outrank each other: the one table on which conflicts and subsumption turn."""

from collections.abc import Callable
from dataclasses import dataclass

from engine.book.problems import both
from engine.model.rules import Then
from engine.model.text import LocalizedText


@dataclass(frozen=True)
class Place:
    """Where a conclusion counts. ``rank`` says which of several counts; None where no order has been laid down."""

    slot: str
    value: str
    rank: int | None


@dataclass(frozen=True)
class Sort:
    """A sort of conclusion of which one value counts at a time: how it is placed, and why."""

    place: Callable[[Then], Place | None]
    ordered: bool
    reason: LocalizedText


def _evidence(then: Then) -> Place | None:
    e = then.evidence
    return Place(f"evidence:{e.type}:{e.viewpoint}:{e.pull}", str(e.weight), e.weight) if e else None


def _direction(then: Then) -> Place | None:
    d = then.direction
    return Place(f"direction:{d.direction}", d.relevance, ("some", "high").index(d.relevance)) if d else None


def _status(then: Then) -> Place | None:
    s = then.status
    return Place(f"status:{s.measure}", s.level, ("partly", "in_place").index(s.level)) if s else None


def _scope(then: Then) -> Place | None:
    order = ("no_main_industry", "outside_study")
    return Place("scope", then.scope, order.index(then.scope)) if then.scope else None


def _aspired(then: Then) -> Place | None:
    return Place("aspired_direction", then.aspired_direction, None) if then.aspired_direction else None


SINGLE: dict[str, Sort] = {
    "evidence": Sort(
        _evidence,
        True,
        both(
            "同じ型・視点・向きの根拠は、重みの最も大きいものだけが数えられる。賛否の根拠が並ぶのは矛盾ではない。",
            "Of evidence for one type, viewpoint and pull only the weightiest counts. For and against is no conflict.",
        ),
    ),
    "direction": Sort(
        _direction,
        True,
        both("関わりが「大きい」とされれば「ある程度」に優先する。", "High relevance goes before some."),
    ),
    "status": Sort(
        _status,
        True,
        both("実施済みは一部実施を含む。", "A measure that is in place is at least partly in place."),
    ),
    "scope": Sort(
        _scope,
        True,
        both(
            "対象外の産業であれば、主力産業の有無を問うまでもない。",
            "Of an industry outside the study it need not be asked whether it is a main one.",
        ),
    ),
    "aspired_direction": Sort(
        _aspired,
        False,
        both("志向は一つだけ選ばれる。優先順位はない。", "One aspiration is chosen; no order is laid down."),
    ),
}
"""Conclusions of one value at a time. All others stand side by side, and are equal or nothing to each other."""


def place(then: Then) -> Place:
    """Where a conclusion counts; one that is in no table has a slot of its own."""
    (name,) = then.model_fields_set
    found = SINGLE[name].place(then) if name in SINGLE else None
    return found or Place(then.key, "", 0)
