"""A rule broken anywhere is noticed. Sixty mutants here; all of them in ``make mutation``."""

import pytest

from tests.helpers import shipped_book
from tests.mutation.judges import Judges
from tests.mutation.mutants import mutants
from tests.mutation.run import equivalent, judge, share_caught, spaced, survivors

KINDS = {"drop", "negate", "value", "threshold", "all<->any", "conclusion", "remove"}


def test_every_rule_is_broken_in_each_way_that_applies_and_names_are_unique() -> None:
    every = list(mutants(shipped_book()))
    assert {m.kind for m in every} == KINDS
    assert {m.subject for m in every if m.rule is not None} == set(shipped_book().rule)
    assert len({m.name for m in every}) == len(every)


def test_a_mutant_differs_from_the_book_in_its_rule_alone() -> None:
    book = shipped_book()
    for mutant in (m for n, m in enumerate(mutants(book)) if n % 250 == 0):
        others = {r.id: r for r in mutant.book.rules if r.id != mutant.subject}
        assert others == {r.id: r for r in book.rules if r.id != mutant.subject}
        assert mutant.book.rule.get(mutant.subject) == mutant.made
        assert (mutant.book.thresholds != book.thresholds) is (mutant.rule is None)


def test_what_is_argued_to_be_equivalent_is_a_mutant_of_this_book() -> None:
    assert set(equivalent()) <= {m.name for m in mutants(shipped_book())}


@pytest.mark.slow
def test_what_is_argued_to_be_equivalent_is_indeed_noticed_by_nothing() -> None:
    judges = Judges(shipped_book())
    argued = [m for m in mutants(shipped_book()) if m.name in equivalent()]
    assert [m.name for m in argued if judges.first(m) is not None] == []


@pytest.mark.slow
def test_the_unbroken_book_is_noticed_by_nothing() -> None:
    judges = Judges(shipped_book())
    unbroken = next(m for m in mutants(shipped_book()) if m.kind == "remove")
    same = type(unbroken)(unbroken.base, unbroken.subject, "none", "nothing changed", unbroken.rule, unbroken.rule)
    assert judges.first(same) is None


@pytest.mark.slow
def test_sixty_mutants_over_the_whole_book_are_caught() -> None:
    judged = [judge(n) for n in spaced(shipped_book(), 60)]
    assert share_caught(judged) >= 0.95, [one.name for one in survivors(judged)]
