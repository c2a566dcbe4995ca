"""From answers to the assessment: a pure function of knowledge, answers and date."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from engine.assess.engine import Engine
from engine.model.answers import Answer
from engine.model.book import Book

if TYPE_CHECKING:
    from engine.model.assessment import Assessment

_engines: dict[str, Engine] = {}


def engine_for(book: Book) -> Engine:
    """The engine of a book, compiled at first use and kept for the process; one book at a time is kept."""
    if book.version not in _engines:
        for engine in _engines.values():
            engine.close()
        _engines.clear()
        _engines[book.version] = Engine(book)
    return _engines[book.version]


def assess(book: Book, answers: Mapping[str, Answer], as_of: date, *, engine: Engine | None = None) -> "Assessment":
    """Everything that follows from the answers. The same input gives the same assessment and the same digest.

    ``engine`` chooses the evaluator; by default durable_rules answers where it is installed. Answers to questions the
    book does not have are ignored.
    """
    # Late: who only asks what comes next needs none of what an assessment is made with.
    from engine.assess.assessing import assessed

    return assessed(engine or engine_for(book), answers, as_of)
