"""Pairs of rules: twice the same, one within the other, and two answers to one question."""

import pytest

from engine.model.book import Book
from engine.model.rules import Stage
from engine.soundness import cases
from engine.soundness.overlap import conflicting_rules, repeated_rules
from tests.engine.soundness.surveys import (
    ALSO,
    NO,
    SIZE,
    YES,
    aspired,
    book,
    caution,
    codes,
    evidence,
    finding,
    found,
    relevance,
)
from tests.helpers import rule

BOTH = {"all": [YES, ALSO]}
STATUS = {level: {"status": {"measure": "MS.B.env", "level": level}} for level in ("in_place", "partly")}


def test_a_rule_said_twice_is_redundant_and_the_later_one_is_told() -> None:
    of = book(finding("one", YES), finding("two", {"not": NO}))
    assert found(repeated_rules, of) == [("redundant_rule", "rules/findings/small.yaml", ("rules", 1))]


def test_a_rule_within_another_is_subsumed() -> None:
    of = book(finding("narrow", BOTH), finding("wide", YES))
    assert found(repeated_rules, of) == [("subsumed_rule", "rules/findings/small.yaml", ("rules", 0))]


def test_findings_are_looked_through() -> None:
    of = book(finding("one", YES, "g"), caution("direct", YES), caution("through", {"finding": "g"}))
    assert codes(repeated_rules, of) == ["redundant_rule"]


@pytest.mark.parametrize(("narrow", "wide", "expected"), [(1, 2, 1), (2, 2, 1), (3, 2, 0)])
def test_evidence_is_subsumed_only_by_evidence_of_no_less_weight(narrow: int, wide: int, expected: int) -> None:
    assert len(codes(repeated_rules, book(evidence("narrow", BOTH, narrow), evidence("wide", YES, wide)))) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (book(relevance("narrow", BOTH, "some"), relevance("wide", YES, "high")), ["subsumed_rule"]),
        (book(relevance("narrow", BOTH, "high"), relevance("wide", YES, "some")), []),
        (
            book(rule("n", BOTH, STATUS["partly"], Stage.MEASURES), rule("w", YES, STATUS["in_place"], Stage.MEASURES)),
            ["subsumed_rule"],
        ),
    ],
)
def test_what_is_outranked_wherever_it_holds_is_subsumed(of: Book, expected: list[str]) -> None:
    assert codes(repeated_rules, of) == expected


@pytest.mark.parametrize(
    "of",
    [
        book(finding("one", YES), finding("two", ALSO)),
        book(finding("one", YES, "f"), finding("two", YES, "g")),
        book(evidence("for", YES, 2), evidence("against", YES, 2, "against")),
        # Unknown is not no: where b is unknown only one of the two is known to hold.
        book(finding("one", YES), finding("two", {"any": [{"all": [YES, ALSO]}, {"not": {"any": [NO, ALSO]}}, ALSO]})),
    ],
)
def test_rules_that_each_say_something_are_left_alone(of: Book) -> None:
    assert codes(repeated_rules, of) == []


def test_two_aspirations_at_once_conflict() -> None:
    of = book(aspired("one", YES, "MDIR.1"), aspired("two", ALSO, "MDIR.2"))
    assert found(conflicting_rules, of) == [("conflicting_rules", "rules/renewal/small.yaml", ("rules", 1, "then"))]


@pytest.mark.parametrize(
    "of",
    [
        book(aspired("one", YES, "MDIR.1"), aspired("two", NO, "MDIR.2")),
        book(aspired("one", YES, "MDIR.1"), aspired("two", ALSO, "MDIR.1")),
        book(aspired("one", SIZE, "MDIR.1"), aspired("two", {"fact": "size", "is": "small"}, "MDIR.2")),
        # An order has been laid down for these.
        book(relevance("one", YES, "high"), relevance("two", ALSO, "some")),
        book(evidence("one", YES, 3), evidence("two", ALSO, 1)),
        book(evidence("for", YES, 3), evidence("against", YES, 3, "against")),
    ],
)
def test_what_excludes_or_outranks_each_other_does_not_conflict(of: Book) -> None:
    assert codes(conflicting_rules, of) == []


def test_what_cannot_be_enumerated_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "MOST", 5)
    assert codes(repeated_rules, book(finding("one", YES), finding("two", ALSO))) == ["too_many_cases"] * 2
    assert codes(conflicting_rules, book(aspired("one", YES, "MDIR.1"), aspired("two", ALSO, "MDIR.2"))) == [
        "too_many_cases"
    ]
