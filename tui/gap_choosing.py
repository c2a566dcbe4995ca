"""Which existing measures of a register are listed: by how firmly it is said what they serve, department, and text."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.model.register import ExistingMeasure, Link
from tui.gap_sitting import GapSitting
from tui.searching import finds

WHICH = ("all", "unconfirmed", "none", "kept", "confirmed")
"""All; confirmed by nobody; serving nothing, by what is known; taken over from an earlier year; confirmed."""


@dataclass(frozen=True, slots=True)
class Choosing:
    """``department``: None for all; '' for those that name none."""

    which: str = "all"
    department: str | None = None
    text: str = ""

    def chosen(self, gaps: GapSitting) -> Iterator[tuple[ExistingMeasure, Link]]:
        """Those to be listed with their links, in the register's order."""
        for one in gaps.register.measures:
            link = gaps.mapping.of(one.id)
            if self._standing(link) and self.department in (None, one.department) and self._found(one):
                yield one, link

    def _standing(self, link: Link) -> bool:
        match self.which:
            case "unconfirmed":
                return link.standing != "confirmed"
            case "none":
                return not link.generic
            case "kept":
                return link.kept
            case "confirmed":
                return link.standing == "confirmed"
        return True

    def _found(self, one: ExistingMeasure) -> bool:
        return not self.text.strip() or finds(self.text, one.name, one.outline, one.department, one.kpi)


def departments(gaps: GapSitting) -> dict[str, int]:
    """The departments in the register's order, each with how many measures it has."""
    found: dict[str, int] = {}
    for one in gaps.register.measures:
        found[one.department] = found.get(one.department, 0) + 1
    return found
