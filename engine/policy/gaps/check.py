"""The gap check: a pure function of knowledge, assessment, register and mapping."""

import hashlib
from datetime import date

from engine.assess.words import join, named
from engine.model.assessment import Assessment
from engine.model.book import Book
from engine.model.gaps import GapCheck, GapFinding
from engine.model.register import Mapping, Register
from engine.model.text import LocalizedText
from engine.policy.gaps import words
from engine.policy.gaps.finding import Findings
from engine.policy.gaps.judging import Judge, judge_for
from engine.policy.gaps.laid_over import LaidOver
from engine.policy.gaps.national import direction_checks
from engine.policy.gaps.pictures import factor_coverage, heat_maps
from engine.policy.gaps.register_view import RegisterView
from engine.policy.gaps.sheets import sheet_checks
from engine.policy.gaps.shown import shown_in

FIRST_MONTH = 4
"""Fiscal years begin in April."""


def check_gaps(
    book: Book, assessment: Assessment, register: Register, mapping: Mapping, *, judge: Judge | None = None
) -> GapCheck:
    """Everything that follows from laying a register over an assessment. The same input gives the same check.

    Args:
        book: the knowledge.
        assessment: of the cluster that the register is laid over.
        register: the existing measures.
        mapping: which generic measures each serves, confirmed or suggested.
        judge: chooses the evaluator; by default durable_rules where it is installed.
    """
    over, view = LaidOver(book, assessment), _view(book, assessment, register, mapping)
    found = Findings(judge or judge_for(book), over, view)
    findings = found.all()
    standing = [mapping.of(one.id).standing for one in register.measures]
    return GapCheck.model_construct(
        digest=_digest(assessment, register, mapping),
        knowledge_version=book.version,
        assessment=assessment.digest,
        register_name=register.name,
        fiscal_year=register.fiscal_year,
        types=over.types,
        first_line=_first_line(over, register, findings),
        measures_total=len(register.measures),
        confirmed=standing.count("confirmed"),
        suggested=standing.count("suggested"),
        open=standing.count("open"),
        findings=findings,
        covered=found.covered(),
        factors=factor_coverage(over, view),
        heat_maps=heat_maps(over, view),
        directions=direction_checks(over, view),
        sheets=sheet_checks(over, view),
        unread=register.unread,
    )


def _view(book: Book, assessment: Assessment, register: Register, mapping: Mapping) -> RegisterView:
    year = register.fiscal_year or fiscal_year_of(assessment.as_of)
    return RegisterView(register, mapping, year, shown_in(book))


def fiscal_year_of(day: date) -> int:
    """The fiscal year of a day, named by the year of its April."""
    return day.year - (day.month < FIRST_MONTH)


def _first_line(over: LaidOver, register: Register, findings: tuple[GapFinding, ...]) -> LocalizedText:
    if not register.measures:
        return words.NO_MEASURES
    if not over.types:
        return words.NO_TYPE
    kinds = [finding.kind for finding in findings]
    types = join([named(one, over.book.types[one].title) for one in over.types], ja="、", en=" and ")
    total, counts = len(register.measures), (kinds.count(kind) for kind in ("missing", "repair", "unconfirmed"))
    return words.first_line(total, *counts, types=types)


def _digest(assessment: Assessment, register: Register, mapping: Mapping) -> str:
    """Of what the check turns on: the assessment, what the register says, what is served and who said so."""
    whole = hashlib.sha256(assessment.digest.encode())
    for one in register.measures:
        link = mapping.of(one.id)
        said = one.model_dump_json(exclude={"origin", "budget"})
        whole.update("\x1f".join((said, link.standing, *link.generic)).encode() + b"\x1e")
    whole.update(f"{register.fiscal_year}/{len(register.unread)}".encode())
    return whole.hexdigest()[:16]
