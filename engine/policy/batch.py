"""Puts a check into one line, for a summary of many municipalities."""

from collections import Counter

from engine.model.answers import Cluster
from engine.model.book import Book
from engine.model.gap_batch import BatchLine, CoverageOf, DirectionOf, MissingMeasure
from engine.model.gap_comparison import PlaceOfType
from engine.model.gaps import GapFinding
from engine.policy.checked import Checked

MOST_MISSING = 3
"""Missing measures named in a line; what they are and why is told by the check itself."""
_ORDER = ("first", "next", "then", None)


def line_of(book: Book, one: Checked) -> BatchLine:
    """The check of one municipality in short."""
    check, verdict, cluster = one.check, one.assessment.type, one.consultation.cluster
    return BatchLine(
        name=cluster.name,
        area=cluster.area,
        industry=_industry(cluster),
        as_of=one.assessment.as_of,
        kind=verdict.kind,
        label=verdict.leading,
        types=check.types,
        places=tuple(
            PlaceOfType(type=phase.type, low=phase.low, high=phase.high, complete=phase.complete)
            for phase in one.assessment.phases
        ),
        settled=verdict.settled and all(phase.settled for phase in one.assessment.phases),
        fiscal_year=check.fiscal_year,
        measures=check.measures_total,
        confirmed=check.confirmed,
        suggested=check.suggested,
        open=check.open,
        unread=len(check.unread),
        findings=dict(Counter(finding.kind for finding in check.findings)),
        first_missing=_first_missing(book, check.findings),
        directions=tuple(
            DirectionOf(direction=d.direction, relevance=d.relevance, does=len(d.does), missing=len(d.missing))
            for d in check.directions
        ),
        coverage=tuple(CoverageOf(measure=c.measure, coverage=c.coverage, timing=c.timing) for c in check.covered),
        digest=check.digest,
    )


def _industry(cluster: Cluster) -> str:
    return cluster.industry or cluster.division or ""


def _first_missing(book: Book, findings: tuple[GapFinding, ...]) -> tuple[MissingMeasure, ...]:
    """What is to be begun first, of what is missing now and what is to be made up for, in the order of the check."""
    found = [finding for finding in findings if finding.kind in ("missing", "repair") and finding.measure is not None]
    found.sort(key=lambda finding: _ORDER.index(finding.priority))
    return tuple(
        MissingMeasure(measure=f.measure, title=book.measures[f.measure].title, tentative=f.tentative)
        for f in found[:MOST_MISSING]
        if f.measure is not None
    )
