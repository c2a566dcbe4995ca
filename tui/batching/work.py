"""What a worker process does: it reads the book once, then checks one municipality after another."""

import gc
import os
import signal
from functools import lru_cache

from engine.model.book import Book
from engine.model.gap_batch import BatchResult
from engine.model.problem import Problem, ShusekiError
from engine.model.register import Confirmation
from tui.batching.folder import Job
from tui.words import problems

_books: list[Book] = []


def start() -> None:
    """Make this process ready. Ctrl+C is the parent's to act on; workers end when they are told to."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    book()
    # The book and the compiled rules stay: what looks for garbage need not walk through them again and again. A check
    # makes thousands of small things and drops them at its end, so looking more seldom finds as much.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 10, 10)


def book() -> Book:
    """The verified book, read at first use."""
    if not _books:
        from engine.assess import engine_for
        from engine.book import load
        from engine.policy.gaps.judging import judge_for
        from engine.policy.mapping import index_for

        found = load()
        engine_for(found)
        judge_for(found)
        index_for(found)
        _books.append(found)
    return _books[0]


def checked_in_short(job: Job) -> BatchResult:
    """One municipality, or the Problems that stand against it. Nothing it holds raises an error here."""
    name = os.path.basename(job.register)
    try:
        return _checked(job, name)
    except ShusekiError as error:
        return BatchResult(entry=job.entry, register_file=name, problems=error.problems)
    except Exception as error:
        return BatchResult(entry=job.entry, register_file=name, problems=(problems.unforeseen(error),))


def _checked(job: Job, name: str) -> BatchResult:
    from engine.policy.batch import line_of
    from engine.policy.checked import checked
    from engine.policy.register import read_register
    from engine.store.answer_file import read_file

    consultation, warnings = read_file(job.answers, book())
    said: list[Confirmation] = []
    told: list[Problem] = [*warnings]
    for path in job.mappings:
        confirmations, more = _mapping(path)
        said += confirmations
        told += more
    register = read_register(job.register)
    line = line_of(book(), checked(book(), consultation, register, said, grounds=False))
    return BatchResult(entry=job.entry, register_file=name, line=line, problems=(*told, *register.notices))


def forget_mappings() -> None:
    """Read mapping files anew: since the last batch in this process they may have been corrected."""
    _mapping.cache_clear()


@lru_cache(maxsize=4)
def _mapping(path: str) -> tuple[tuple[Confirmation, ...], tuple[Problem, ...]]:
    """A mapping file; the one for all is read once a process."""
    from engine.store.mapping_file import read_mapping

    return read_mapping(path, book())
