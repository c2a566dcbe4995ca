"""One register of existing measures laid over one consultation: what each serves, what is missing. Holds no widget."""

from collections.abc import Mapping as Map
from dataclasses import dataclass

from engine.model.gaps import GapCheck
from engine.model.knowledge import TypeCode
from engine.model.register import Confirmation, ExistingMeasure, Link, Mapping, Register, Suggestion
from engine.policy.checked import Checked
from engine.policy.gaps import check_gaps
from engine.policy.mapping import index_for, mapped, suggest
from tui.session import Found, Sitting

ALL_TYPES: tuple[TypeCode, ...] = ("A-1", "A-2", "B")
"""What a word of a person is about where no type is judged yet."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What follows from the answers and from what people said, at one moment."""

    revision: int
    found: Found
    mapping: Mapping
    check: GapCheck

    def whole(self, gaps: "GapSitting") -> Checked:
        """The check with all that it was made of."""
        return Checked(gaps.sitting.consultation, self.found.assessment, gaps.register, self.mapping, self.check)


class GapSitting:
    """``revision`` counts what was said here, so that stale checks can be told; ``mapping`` is ahead of the check."""

    def __init__(self, sitting: Sitting, id: str, register: Register) -> None:
        self.sitting = sitting
        self.id = id
        self.register = register
        self.revision = 0
        self.laid: Laid | None = None
        self.mapping = Mapping()
        self.measures: dict[str, ExistingMeasure] = {one.id: one for one in register.measures}

    @property
    def check(self) -> GapCheck | None:
        """The last check that was taken over."""
        return self.laid.check if self.laid else None

    @property
    def current(self) -> bool:
        """Whether the check is that of answers and words as they stand here."""
        laid = self.laid
        return laid is not None and laid.revision == self.revision and laid.found.revision == self.sitting.revision

    @property
    def types(self) -> tuple[TypeCode, ...]:
        """The types whose measures are looked at."""
        return (self.check.types if self.check else ()) or ALL_TYPES

    def compute(self) -> Laid:
        """The check as answers and words stand now, those of other windows too. Safe in another thread.

        Raises:
            ShusekiError: the answers cannot be assessed, or the store cannot be read.
        """
        revision, sitting = self.revision, self.sitting
        found = sitting.found if sitting.found and sitting.current else sitting.compute()
        said = sitting.session.store.registers.confirmations(sitting.id)
        types = tuple(verdict.type for verdict in found.assessment.phases)
        mapping = mapped(sitting.book, self.register, types, said)
        return Laid(revision, found, mapping, check_gaps(sitting.book, found.assessment, self.register, mapping))

    def take(self, laid: Laid) -> bool:
        """Takes a check over, unless it is stale."""
        if laid.revision == self.revision and self.sitting.take(laid.found):
            self.laid, self.mapping = laid, laid.mapping
        return self.current

    def suggestions(self, existing: str) -> tuple[Suggestion, ...]:
        """What an existing measure may serve, also where people have said what it serves."""
        one = self.measures[existing]
        return suggest(index_for(self.sitting.book), (one,), self.types)[existing]

    def as_file_says(self, existing: str) -> bool:
        """Whether what a measure serves is what the register itself says, in a column of its own."""
        told, link = self.measures[existing].generic, self.mapping.of(existing)
        known = self.sitting.book.measures
        return told is not None and link.standing == "confirmed" and {*link.generic} == {*known} & {*told}

    def confirm(self, serves: Map[str, tuple[str, ...]]) -> None:
        """Keeps what existing measures (by id) serve: on disk when this returns, and shown at once.

        Raises:
            ShusekiError: it could not be kept.
        """
        said = [self._said(self.measures[id], generic) for id, generic in serves.items()]
        self.sitting.session.store.registers.confirm(self.sitting.id, *said)
        self.mapping = Mapping(
            links=tuple(
                _confirmed(link, serves[link.existing]) if link.existing in serves else link
                for link in self.mapping.links
            )
        )
        self.revision += 1

    def _said(self, one: ExistingMeasure, generic: tuple[str, ...]) -> Confirmation:
        return Confirmation(
            name=one.name,
            department=one.department,
            generic=generic,
            types=self.types,
            fiscal_year=self.register.fiscal_year,
        )

    def undo(self) -> tuple[Confirmation, ...] | None:
        """Takes back what was said last about this area, and tells it; None: there is nothing. Errors as above."""
        return self._took_back(self.sitting.session.store.registers.undo_confirmation(self.sitting.id))

    def redo(self) -> tuple[Confirmation, ...] | None:
        """Brings back what the last undo took, and tells it; None: there is nothing. Errors as above."""
        return self._took_back(self.sitting.session.store.registers.redo_confirmation(self.sitting.id))

    def _took_back(self, said: tuple[Confirmation, ...] | None) -> tuple[Confirmation, ...] | None:
        self.revision += said is not None
        return said


def _confirmed(link: Link, generic: tuple[str, ...]) -> Link:
    return link.model_copy(update={"generic": generic, "standing": "confirmed", "kept": False})
