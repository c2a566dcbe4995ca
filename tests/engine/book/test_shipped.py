"""The shipped book: loads without a problem, names what the study has, and cites nothing that was not proved."""

import pytest

from engine.book import load
from engine.book.verify import CHECKS, check
from engine.model.book import Book


@pytest.fixture(scope="module")
def book() -> Book:
    return load(cache=None)


def test_there_is_nothing_to_say_about_it(book: Book) -> None:
    assert [problem.tell("en") for problem in check(book)] == []


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        ("types", 4), ("viewpoints", 3), ("phases", 9), ("macro_phases", 2), ("measures", 31),
        ("concrete_measures", 59), ("cases", 27), ("examples", 20), ("pitfalls", 14), ("renewal_directions", 3),
        ("important_things", 3), ("national_directions", 5), ("industries", 7), ("orientations", 8),
        ("logic_models", 31), ("study_sections", 17),
    ],
)  # fmt: skip
def test_it_has_what_the_study_has(book: Book, kind: str, count: int) -> None:
    assert len(getattr(book, kind)) == count


def test_every_check_finds_nothing_in_it(book: Book) -> None:
    from engine.book.ground import Ground

    assert {check.__name__: list(check(Ground(book))) for check in CHECKS} == {check.__name__: [] for check in CHECKS}
