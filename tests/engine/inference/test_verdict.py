"""From points to a type and from facts to a phase: the tool's own procedure, step by step."""

import pytest

from engine.inference.possible import possible_phases
from engine.inference.verdict import Points, decide_phase, decide_type, factor_status, points
from engine.model.rules import Evidence, Thresholds

LIMITS = Thresholds.model_construct(
    type_support=2, hybrid_viewpoints=2, margin=1, doubt_likely=4, doubt_unsure=2, reasons={}
)


def supports(**of: tuple[int, int, int]) -> Points:
    """Support by viewpoint: ``A=(3, 0, 2)``; ``A_1`` stands for A-1."""
    given = {name.replace("_", "-"): dict(zip(("VP1", "VP2", "VP3"), n, strict=True)) for name, n in of.items()}
    nothing = {"VP1": 0, "VP2": 0, "VP3": 0}
    return {t: given.get(t, nothing) for t in ("A", "A-1", "A-2", "B")}  # type: ignore[misc]


def decided(both: bool = False, out: bool = False, **of: tuple[int, int, int]) -> tuple[str, str, int | None]:
    decision = decide_type(supports(**of), LIMITS, both_origins=both, out_of_scope=out)
    return decision.kind, decision.label, decision.margin


def evidence(pull: str, weight: int, viewpoint: str = "VP1", type_: str = "B") -> Evidence:
    return Evidence(type=type_, viewpoint=viewpoint, pull=pull, weight=weight)  # type: ignore[arg-type]


def test_within_a_viewpoint_the_strongest_counts_and_correlated_facts_are_not_summed() -> None:
    given = [evidence("for", 2), evidence("for", 3), evidence("for", 1), evidence("against", 1)]
    assert points(given)["B"] == {"VP1": 2, "VP2": 0, "VP3": 0}


def test_evidence_against_alone_is_below_nothing() -> None:
    assert points([evidence("against", 3, "VP3")])["B"]["VP3"] == -3


def test_below_the_threshold_no_type_is_named() -> None:
    assert decided(A=(1, 0, 0)) == ("undetermined", "undetermined", 1)


def test_at_the_threshold_the_type_is_named() -> None:
    assert decided(B=(2, 0, 0)) == ("single", "B", 2)


def test_two_weak_viewpoints_reach_the_threshold() -> None:
    assert decided(B=(1, 1, 0))[:2] == ("single", "B")


def test_a_tie_names_neither() -> None:
    assert decided(A=(2, 0, 0), B=(2, 0, 0)) == ("undetermined", "undetermined", 0)


def test_a_without_either_of_its_kinds_is_the_parent() -> None:
    assert decided(A=(3, 0, 0)) == ("parent", "A", 3)


def test_a_with_its_two_kinds_tied_is_the_parent() -> None:
    assert decided(A=(3, 0, 0), A_1=(0, 2, 0), A_2=(0, 2, 0))[:2] == ("parent", "A")


def test_a_with_one_kind_ahead_is_that_kind() -> None:
    assert decided(A=(3, 0, 0), A_1=(0, 3, 0), A_2=(0, 1, 0)) == ("single", "A-1", 2)


def test_both_in_two_viewpoints_are_a_hybrid_with_the_stronger_first() -> None:
    decision = decide_type(
        supports(A=(0, 2, 1), B=(0, 2, 2), A_2=(0, 3, 0)), LIMITS, both_origins=False, out_of_scope=False
    )
    assert (decision.kind, decision.types, decision.label) == ("hybrid", ("B", "A-2"), "A-2+B")


def test_both_in_only_one_viewpoint_are_no_hybrid_unless_the_answer_says_both() -> None:
    assert decided(A=(2, 0, 0), B=(2, 0, 0), both=False)[0] == "undetermined"
    assert decided(A=(2, 0, 0), B=(2, 0, 0), both=True)[:2] == ("hybrid", "A+B")


def test_saying_both_does_not_make_a_hybrid_of_a_type_without_support() -> None:
    assert decided(A=(2, 0, 0), B=(1, 0, 0), both=True)[:2] == ("parent", "A")


def test_a_1_and_a_2_can_be_a_hybrid_of_their_own() -> None:
    assert decided(A=(3, 0, 0), A_1=(0, 2, 1), A_2=(0, 1, 1))[:2] == ("hybrid", "A-1+A-2")


def test_outside_the_study_no_type_is_forced_however_strong_the_support() -> None:
    assert decided(out=True, A=(3, 3, 3), B=(3, 3, 3)) == ("out_of_scope", "out_of_scope", None)


@pytest.mark.parametrize(
    ("needs", "status"),
    [
        ([True, True], "met"),
        ([False, False], "not_met"),
        ([True, False], "partly"),
        ([True, False, None], "partly"),
        ([True, None], "unknown"),
        ([None, None], "unknown"),
    ],
)
def test_a_factor_stands_by_its_necessary_facts(needs: list[bool | None], status: str) -> None:
    assert factor_status(needs) == status


@pytest.mark.parametrize(
    ("statuses", "low", "high", "established", "ahead", "complete"),
    [
        (("not_met", "not_met", "not_met"), 1, 1, (), (), False),
        (("met", "partly", "not_met"), 2, 2, (1,), (), False),
        (("met", "met", "not_met"), 3, 3, (1, 2), (), False),
        (("met", "met", "met"), 3, 3, (1, 2, 3), (), True),
        (("not_met", "met", "met"), 1, 1, (2, 3), (2, 3), False),
        (("met", "not_met", "met"), 2, 2, (1, 3), (3,), False),
        (("unknown", "not_met", "not_met"), 1, 2, (), (), False),
        (("unknown", "unknown", "unknown"), 1, 3, (), (), False),
        (("met", "unknown", "met"), 2, 3, (1, 3), (3,), False),
    ],
)
def test_where_work_stands(
    statuses: tuple[str, ...],
    low: int,
    high: int,
    established: tuple[int, ...],
    ahead: tuple[int, ...],
    complete: bool,
) -> None:
    decision = decide_phase(dict(zip((1, 2, 3), statuses, strict=True)))  # type: ignore[arg-type]
    assert (decision.low, decision.high) == (low, high)
    assert (decision.established, decision.ahead, decision.complete) == (established, ahead, complete)


@pytest.mark.parametrize(
    ("first", "second", "third", "possible"),
    [
        ("met", "met", "met", ("complete",)),
        ("not_met", "met", "met", ("1",)),
        ("met", "partly", "met", ("2",)),
        ("met partly", "met", "met", ("1", "complete")),
        ("met not_met", "met not_met", "met not_met", ("1", "2", "3", "complete")),
        ("met not_met", "partly", "met", ("1", "2")),
    ],
)
def test_possible_phases_are_the_first_factors_that_can_be_unmet(
    first: str, second: str, third: str, possible: tuple[str, ...]
) -> None:
    given = {n: frozenset(words.split()) for n, words in ((1, first), (2, second), (3, third))}
    assert possible_phases(given) == possible  # type: ignore[arg-type]
