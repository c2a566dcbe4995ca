"""Runs every check there is on a book, and parts what its keepers accept from what is open."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.book import verify as at_load
from engine.book.gap_book import gap_book
from engine.book.ground import Found, Ground
from engine.book.problems import both
from engine.book.schema import entry
from engine.book.sources import ACCEPTED, Roots, collect
from engine.model.book import Book
from engine.model.problem import Problem
from engine.model.text import LocalizedText
from engine.soundness import cells, meaning, overlap, reach, reviews, usage
from engine.soundness.about import About, Acceptance, read_about
from engine.soundness.survey import Survey

CHECKS: tuple[Callable[[Survey], Iterator[Found]], ...] = (
    overlap.repeated_rules,
    overlap.conflicting_rules,
    meaning.conditions_matter,
    usage.questions_read,
    usage.options_read,
    usage.findings_used,
    usage.computed_facts_read,
    reach.types_reached,
    reach.phases_left,
    reach.conclusions_reached,
    reach.requirements_reached,
    reach.measures_recommended,
    cells.cells_explained,
    reviews.judgements_reasoned,
    reviews.files_reviewed,
)
GAP_CHECKS: tuple[Callable[[Survey], Iterator[Found]], ...] = (
    overlap.repeated_rules,
    overlap.conflicting_rules,
    meaning.conditions_matter,
    reviews.judgements_reasoned,
)
"""Those that the rules of the gap check have to pass too; the others are about questions and verdicts."""


@dataclass(frozen=True)
class Checked:
    """What was found: what is open, and what is accepted with the reason; each in order of file and line."""

    open: tuple[Problem, ...]
    accepted: tuple[tuple[Problem, LocalizedText], ...]


def check(book: Book, knowledge: Path | None = None, rules: Path | None = None) -> Checked:
    """Everything there is to say about a book that has been loaded, what is checked at load included.

    Args:
        book: The book.
        knowledge: The folder it was read from, where lines are looked up; the one shipped if not given.
        rules: Likewise.
    """
    sources = collect(Roots.of(knowledge, rules))
    about, faults = read_about(sources)
    opened, accepted = parted(examined(book, about), about.accepted)
    problems = [*at_load.check(book, knowledge, rules), *faults, *at_load.told(opened, sources.files)]
    reasons = dict(
        zip(at_load.told((f for f, _ in accepted), sources.files), (a.reason for _, a in accepted), strict=True)
    )
    return Checked(tuple(at_load.in_order(problems)), tuple((p, reasons[p]) for p in at_load.in_order(list(reasons))))


def examined(book: Book, about: About | None = None) -> list[Found]:
    """What the checks of this package find in a book."""
    survey = Survey(Ground(book), about or About())
    gaps = Survey(Ground(gap_book(book)))
    return [
        *(found for one in CHECKS for found in one(survey)),
        *(found for one in GAP_CHECKS for found in one(gaps)),
    ]


def parted(
    found: Iterable[Found], acceptances: tuple[Acceptance, ...]
) -> tuple[list[Found], list[tuple[Found, Acceptance]]]:
    """What is open and what is accepted. An acceptance of something that is not found any more is itself open."""
    opened: list[Found] = []
    accepted: list[tuple[Found, Acceptance]] = []
    for one in found:
        match = next((a for a in acceptances if _fits(a, one)), None)
        if match is None:
            opened.append(one)
        else:
            accepted.append((one, match))
    used = {id(acceptance) for _, acceptance in accepted}
    return [*opened, *(_stale(n) for n, a in enumerate(acceptances) if id(a) not in used)], accepted


def _fits(acceptance: Acceptance, found: Found) -> bool:
    return (
        acceptance.code == found.code
        and _like(acceptance.file, found.file)
        and (acceptance.entry is None or _like(acceptance.entry, entry(found.path) or ""))
    )


def _like(pattern: str, text: str) -> bool:
    """Whether a text is as the pattern says, where * stands for anything."""
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), text) is not None


def _stale(n: int) -> Found:
    return Found(
        code="accepted_in_vain",
        file=ACCEPTED,
        path=("accepted", n),
        what=both("認めた指摘は、もう出ていません。", "What is accepted here is no longer found."),
        remedy=both("この項目を消してください。", "Remove this entry."),
    )
