"""Loads the book: from the cache if its files are as they were, else by reading and checking everything."""

import hashlib
from pathlib import Path
from typing import Literal

from engine.book import cache as kept
from engine.book.sources import Roots, Sources, collect
from engine.model.book import Book
from engine.model.problem import ShusekiError


def load(
    knowledge: Path | None = None, rules: Path | None = None, *, cache: Path | Literal["default"] | None = "default"
) -> Book:
    """The verified book.

    Args:
        knowledge: The folder of knowledge; the one shipped with the program if not given.
        rules: The folder of rules; likewise.
        cache: The folder where the verified book is kept as JSON; None reads and checks the files every time.

    Raises:
        ShusekiError: With every error found in the files, not only the first.
    """
    sources = collect(Roots.of(knowledge, rules))
    folder = kept.default_folder() if cache == "default" else cache
    if folder is None or sources.problems:
        return build(sources)
    key = kept.key_of(sources)
    book = kept.fetch(folder, key)
    if book is None:
        book = build(sources)
        kept.keep(folder, key, book)
    return book


def build(sources: Sources) -> Book:
    """Read and check everything."""
    # Only here: reading YAML and checking take longer to import than a kept book takes to load.
    from engine.book.verify import examined
    from engine.model.problem import Severity

    book, problems = examined(sources)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise ShusekiError(*errors)
    return book.model_copy(update={"version": version_of(book)})


def version_of(book: Book) -> str:
    """A digest of what the book says: not of comments, line ends or the place of a field, so the same everywhere."""
    return hashlib.sha256(kept.to_json(book.model_copy(update={"version": ""}))).hexdigest()[:12]
