"""What is suggested for registers as town halls have them, and for the study's own concrete measures."""

from pathlib import Path

import pytest

from engine.model.book import Book
from engine.policy.mapping import Index
from tests.bench.mapping import REGISTERS, expected, leave_one_out, of_register

FILES = sorted(REGISTERS.glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_register_names_only_what_the_book_has(book: Book, path: Path) -> None:
    for row in expected(path):
        assert row.right | row.may <= book.measures.keys()
        assert not row.right & row.may


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_suggestions_for_a_register(index: Index, path: Path) -> None:
    found = of_register(index, expected(path))
    assert found.right.first >= 0.8 * found.right.asked
    assert found.right.three >= 0.9 * found.right.asked
    assert found.alone >= 0.95
    assert found.precision >= 0.85


@pytest.mark.slow
def test_the_study_s_concrete_measures_find_what_they_exemplify(book: Book) -> None:
    found = leave_one_out(book)
    assert found["all"].asked == sum(bool(one.exemplifies) for one in book.concrete_measures.values())
    assert found["all"].first >= 0.65 * found["all"].asked
    assert found["all"].three >= 0.85 * found["all"].asked
