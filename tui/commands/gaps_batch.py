"""``gaps --batch``: a folder of consultations with their registers, over processes, into one summary."""

import gc
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from engine.model.problem import Problem, ShusekiError
from engine.model.text import Lang
from tui.commands import shared
from tui.words import gaps_batch as words
from tui.words import problems
from tui.words import reports as report_words

if TYPE_CHECKING:
    from engine.model.book import Book
    from engine.model.gap_batch import BatchResult

FORMATS = ("xlsx", "json")
_INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Batch:
    """What was asked for."""

    folder: str
    output: str | None
    form: str | None
    mapping: str | None
    jobs: int | None
    force: bool


class Sink(Protocol):
    """Takes the results one by one, and gives the whole at the end."""

    def add(self, result: "BatchResult") -> None:
        """The next municipality."""

    def note(self, problem: Problem) -> None:
        """A Problem of the whole batch."""

    def finished(self, as_of: date) -> bytes:
        """The summary as a file."""


def refuse_others(given: Mapping[str, object]) -> None:
    """Stop where something was given that is about one register alone."""
    for option, value in given.items():
        if value:
            raise ShusekiError(words.not_of_batch(option))


def run(batch: Batch, lang: Lang) -> int:
    """Check all of it; 0 without gaps, 1 with gaps or files that could not be checked, 130 after Ctrl+C."""
    form = _form(batch)
    shared.refuse_existing(batch.output, batch.force)
    from tui.batching.folder import jobs
    from tui.batching.pool import Stop, results, workers
    from tui.batching.progress import Progress

    entries = jobs(batch.folder, batch.mapping)
    if not entries:
        raise ShusekiError(words.nothing_to_check(batch.folder))
    book = shared.load_book()
    _read_shared(book, batch, lang)
    # Thousands of results go through this process: what they leave behind is to be cleared away.
    gc.enable()
    sink, tally, stop = _sink(form, book, lang), Tally(), Stop()
    progress = Progress(len(entries), lang)
    with stop.listening():
        for result in results(entries, workers(batch.jobs, len(entries)), stop):
            sink.add(result)
            progress.done(tally.count(result))
    progress.end()
    if tally.done < len(entries):
        stopped = words.stopped(tally.done, len(entries))
        sink.note(stopped)
        shared.tell((stopped,), lang)
    _give(sink.finished(tally.last or date(1970, 1, 1)), form, batch)
    print(words.summary(tally.checked, tally.with_gaps, tally.failed, lang), file=sys.stderr)
    if tally.done < len(entries):
        return _INTERRUPTED
    return int(bool(tally.with_gaps or tally.failed))


@dataclass
class Tally:
    """How many there were of what."""

    done: int = 0
    failed: int = 0
    with_gaps: int = 0
    last: date | None = None

    @property
    def checked(self) -> int:
        """How many have a line."""
        return self.done - self.failed

    def count(self, result: "BatchResult") -> int:
        """Take one in; how many there were by now."""
        self.done += 1
        self.failed += result.failed
        self.with_gaps += result.has_gaps
        if result.line is not None:
            self.last = max(self.last or result.line.as_of, result.line.as_of)
        return self.done


def _form(batch: Batch) -> str:
    """The format: the one named, else that of the file's name."""
    suffix = os.path.splitext(batch.output or "")[1].lower().lstrip(".")
    form = batch.form or (suffix if suffix in FORMATS else None)
    if form is None and batch.output is None:
        raise ShusekiError(words.needs_output())
    if form not in FORMATS:
        raise ShusekiError(problems.bad_value("--format", form or suffix, FORMATS))
    if batch.output is not None and (suffix == "xlsx") != (form == "xlsx"):
        raise ShusekiError(report_words.wrong_suffix(form, batch.output, f".{form}"))
    if form == "xlsx" and batch.output is None and sys.stdout.isatty():
        raise ShusekiError(report_words.no_terminal_for(form))
    return form


def _read_shared(book: "Book", batch: Batch, lang: Lang) -> None:
    """Look at the mapping files for all before any work: what is wrong in them would be wrong for each."""
    from engine.store.mapping_file import read_mapping
    from tui.batching.folder import shared_mapping

    for path in (shared_mapping(batch.folder), batch.mapping):
        if path is not None:
            shared.tell(read_mapping(path, book)[1], lang)


def _sink(form: str, book: "Book", lang: Lang) -> Sink:
    if form == "json":
        from tui.batching.json_sink import JsonSink

        return JsonSink(book)
    from engine.report.gaps.batch import SummaryWorkbook

    return SummaryWorkbook(book, lang)


def _give(data: bytes, form: str, batch: Batch) -> None:
    if batch.output is not None:
        from engine.store.atomic import write_atomically

        write_atomically(Path(batch.output), data, overwrite=batch.force)
    elif form == "json":
        shared.give(data.decode())
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
