"""The shipped book, engines by each evaluator, and a hypothesis profile that gives the same examples every time."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from engine.assess.engine import Engine
from engine.model.book import Book
from tests.helpers import shipped_book

settings.register_profile(
    "deterministic",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
settings.load_profile("deterministic")


@pytest.fixture(scope="session")
def book() -> Book:
    return shipped_book()


@pytest.fixture(scope="session")
def bits_engine(book: Book) -> Iterator[Engine]:
    engine = Engine(book, use_durable=False)
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def durable_engine(book: Book) -> Iterator[Engine]:
    pytest.importorskip("durable")
    engine = Engine(book, use_durable=True)
    yield engine
    engine.close()
