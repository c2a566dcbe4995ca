"""A check with everything it was made of, and the one way in which every face makes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from engine.assess import assess
from engine.model.answers import Consultation
from engine.model.assessment import Assessment
from engine.model.book import Book
from engine.model.gaps import GapCheck
from engine.model.register import Confirmation, Mapping, Register
from engine.policy.gaps import check_gaps, fiscal_year_of
from engine.policy.mapping import mapped


@dataclass(frozen=True)
class Checked:
    """A consultation, what follows from it, a register, what its measures serve, and the check of it all."""

    consultation: Consultation
    assessment: Assessment
    register: Register
    mapping: Mapping
    check: GapCheck

    @cached_property
    def fiscal_year(self) -> int:
        """The fiscal year of the check: the register's, else that of the day of the assessment."""
        return self.register.fiscal_year or fiscal_year_of(self.assessment.as_of)

    @property
    def has_gaps(self) -> bool:
        """Whether something is missing now or is to be made up for."""
        return any(finding.kind in ("missing", "repair") for finding in self.check.findings)


def checked(
    book: Book,
    consultation: Consultation,
    register: Register,
    confirmations: Sequence[Confirmation] = (),
    *,
    grounds: bool = True,
) -> Checked:
    """The check of a register against what follows from a consultation. The same input gives the same check.

    Without ``grounds`` suggestions come without the words that led to them. The check itself is the same.
    """
    assessment = assess(book, consultation.answers, consultation.as_of)
    types = tuple(verdict.type for verdict in assessment.phases)
    mapping = mapped(book, register, types, confirmations, grounds=grounds)
    return Checked(consultation, assessment, register, mapping, check_gaps(book, assessment, register, mapping))
