"""Verifies a book: an open list of checks, each a function from the ground they share to what it found."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from engine.book import appendix, citations, conclusions, conditions, examples, findings, languages, references
from engine.book.draft import draft
from engine.book.gap_book import gap_facts_named_once, gap_rows_exist, gap_rules_fit
from engine.book.ground import Found, Ground
from engine.book.schema import entry
from engine.book.sources import Roots, Sources, collect
from engine.book.strict_yaml import line_of, parse
from engine.model.book import Book
from engine.model.problem import Place, Problem, ShusekiError

Check = Callable[[Ground], Iterator[Found]]

CHECKS: tuple[Check, ...] = (
    references.needed_items,
    references.references,
    references.loose_references,
    references.belonging,
    references.unique_names,
    references.question_shape,
    examples.examples_fit,
    conditions.facts_exist,
    conditions.values_fit,
    conditions.absence_is_no_evidence,
    conditions.questions_apply,
    conclusions.stages_conclude,
    conclusions.conclusions_exist,
    conclusions.factors_declared,
    conclusions.subjects,
    conclusions.contradictions_told,
    findings.findings_given,
    findings.findings_in_circles,
    conclusions.thresholds_reasoned,
    appendix.logic_models_complete,
    appendix.cited_sections,
    appendix.sections_in_order,
    appendix.wordings_claimed_once,
    appendix.names_once,
    appendix.names_in_language,
    gap_rules_fit,
    gap_facts_named_once,
    gap_rows_exist,
    languages.languages,
)


def examined(sources: Sources) -> tuple[Book, list[Problem]]:
    """Read everything and run every check.

    Returns:
        The book, whole only if no problem is an error, and all problems in order of file and line.
    """
    read = draft(sources)
    book = read.book()
    found = run(Ground(book, frozenset(read.unread)))
    return book, in_order([*read.problems, *told(found, sources.files)])


def check(book: Book, knowledge: Path | None = None, rules: Path | None = None) -> tuple[Problem, ...]:
    """Everything there is to say about a book that has been loaded, warnings and its lock of citations included.

    Args:
        book: The book.
        knowledge: The folder it was read from, where lines are looked up; the one shipped if not given.
        rules: Likewise.
    """
    roots = Roots.of(knowledge, rules)
    found = [*run(Ground(book)), *citations.check(book, roots.knowledge)]
    return tuple(in_order(told(found, collect(roots).files)))


def run(ground: Ground) -> Iterator[Found]:
    """What every check finds."""
    return (found for one in CHECKS for found in one(ground))


def told(found: Iterable[Found], files: dict[str, bytes]) -> list[Problem]:
    """What was found as problems, each with its line."""
    parsed: dict[str, object] = {}
    return [_told(one, files, parsed) for one in found]


def _told(found: Found, files: dict[str, bytes], parsed: dict[str, object]) -> Problem:
    if found.file not in parsed:
        parsed[found.file] = _parsed(found.file, files)
    place = Place(file=found.file, line=line_of(parsed[found.file], found.path), entry=entry(found.path))
    return Problem(
        code=found.code, where=place, what=found.what, why=found.why, remedy=found.remedy, severity=found.severity
    )


def _parsed(name: str, files: dict[str, bytes]) -> object:
    """The data of a file for its lines' sake; a file that is gone or broken by now has none."""
    try:
        return parse(files[name], name) if name in files else None
    except ShusekiError:
        return None


def in_order(problems: list[Problem]) -> list[Problem]:
    """Problems by file, line and entry."""
    return sorted(problems, key=lambda p: (p.where.file or "", p.where.line or 0, p.where.entry or "", p.code))
