"""The index of the shipped book, and existing measures in short form."""

import pytest

from engine.model.book import Book
from engine.policy.mapping import Index, index_for


@pytest.fixture(scope="session")
def index(book: Book) -> Index:
    return index_for(book)
