"""The summary of a batch as JSON, written as the results come."""

import io
from datetime import date

from engine.model.book import Book
from engine.model.gap_batch import BatchResult
from engine.model.problem import Problem


class JsonSink:
    """One object: the version of the knowledge, the results in their order, Problems of the whole batch."""

    def __init__(self, book: Book) -> None:
        """Begin it."""
        self._made = io.BytesIO()
        self._made.write(b'{"knowledge_version": "%s", "results": [' % book.version.encode())
        self._before = b"\n"
        self._notes: list[str] = []

    def add(self, result: BatchResult) -> None:
        """The next result."""
        self._made.write(self._before + result.model_dump_json(by_alias=True).encode())
        self._before = b",\n"

    def note(self, problem: Problem) -> None:
        """A Problem of the whole batch."""
        self._notes.append(problem.model_dump_json())

    def finished(self, as_of: date) -> bytes:
        """The whole; a day of making has no place in it."""
        self._made.write(b'\n], "problems": [%s]}\n' % ",".join(self._notes).encode())
        return self._made.getvalue()
