"""durable_rules driven the one safe way: its limits are refused by name, its sessions end, its silence is broken."""

import os
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.assess.engine import Engine
from engine.inference.branches import FactTest
from engine.inference.network import Network
from engine.inference.trace import Support
from engine.model.book import Book
from engine.model.problem import ShusekiError
from engine.model.rules import Stage
from tests.helpers import question, rule, small_book

pytest.importorskip("durable")

import durable_rules_engine

from engine.inference.durable import (
    MAX_PATTERNS,
    MAX_TESTS_PER_KEY,
    DurableEvaluator,
    bucket,
    check_limits,
    fnv1a,
    message,
    tagged,
)

PAIR = small_book(
    [question("a"), question("b")],
    [
        rule("first", {"fact": "a", "is": True}, {"finding": "x"}),
        rule("second", {"all": [{"finding": "x"}, {"fact": "b", "is": True}]}, {"finding": "y"}),
    ],
)


@pytest.fixture
def evaluator() -> Iterator[DurableEvaluator]:
    made = DurableEvaluator(Network(PAIR))
    yield made
    made.close()


def refused(book: Book) -> ShusekiError:
    with pytest.raises(ShusekiError) as caught:
        check_limits(Network(book))
    return caught.value


def named(book: Book) -> set[str]:
    """The rules that the refusal names, by their own names."""
    return {str(problem.where.entry).rsplit("/", 1)[1] for problem in refused(book).problems}


def all_of(names: list[str]) -> dict[str, Any]:
    return {"all": [{"fact": name, "is": True} for name in names]}


def asking(count: int) -> list[str]:
    return [f"q{n:03}" for n in range(count)]


def test_a_rule_with_sixteen_facts_is_accepted_and_fires() -> None:
    names = asking(MAX_PATTERNS)
    engine = Engine(small_book(map(question, names), [rule("wide", all_of(names), {"finding": "x"})]), use_durable=True)
    assert engine.evaluate(dict.fromkeys(names, True)).facts["finding/x"] is True
    assert engine.evaluate({**dict.fromkeys(names, True), names[7]: False}).facts["finding/x"] is False
    engine.close()


def test_a_rule_with_seventeen_facts_is_refused_by_name() -> None:
    names = asking(MAX_PATTERNS + 1)
    rules = [rule("narrow", all_of(names[:2]), {"finding": "x"}), rule("wide", all_of(names), {"finding": "y"})]
    book = small_book(map(question, names), rules)
    assert named(book) == {"wide"}
    assert "wide" in refused(book).problems[0].what.ja
    with pytest.raises(ShusekiError):
        DurableEvaluator(Network(book))


def sharing(count: int) -> Book:
    """So many rules that all test one fact alike."""
    names = asking(count)
    rules = [rule(f"r{n}", all_of(["shared", name]), {"finding": name}) for n, name in enumerate(names)]
    return small_book(map(question, ["shared", *names]), rules)


def test_255_rules_may_share_a_test_and_the_next_is_refused() -> None:
    check_limits(Network(sharing(255)))
    assert "r255" in named(sharing(256))


def thresholds(count: int) -> Book:
    """So many rules with a threshold each on one number; a finding needs both sides of each."""
    rules = [rule(f"r{n}", {"fact": "n", "at_least": n + 1}, {"finding": f"f{n}"}) for n in range(count)]
    return small_book([question("n", "number")], rules)


def test_64_different_tests_may_be_on_one_fact_and_the_next_is_refused() -> None:
    engine = Engine(thresholds(32), use_durable=True)
    assert sum(value is True for key, value in engine.evaluate({"n": 20.0}).facts.items() if key != "n") == 20
    engine.close()
    assert "r32" in named(thresholds(33))


def test_more_alternatives_than_the_engine_has_actions_are_refused() -> None:
    names = asking(64)
    pairs = [(a, b) for a in names for b in names if a < b]
    rules = [rule(f"r{n}", all_of(list(pair)), {"finding": f"f{n}"}) for n, pair in enumerate(pairs)]
    assert len(pairs) * 3 > 4_096
    assert len(refused(small_book(map(question, names), rules)).problems) > 0


def test_more_facts_in_a_bucket_than_the_engine_stands_are_refused() -> None:
    names = [name for name in (f"k{n}" for n in range(40_000)) if bucket(name) == bucket("k0")][: MAX_TESTS_PER_KEY + 1]
    assert len(names) == MAX_TESTS_PER_KEY + 1
    then = {"caution": "c"}
    rules = [rule(f"r{n}", {"fact": q, "is": True}, then, Stage.CAUTIONS) for n, q in enumerate(names)]
    assert "r511" in named(small_book(map(question, names), rules))
    check_limits(Network(small_book(map(question, names[:-1]), rules[:-1])))


def test_two_facts_with_the_same_hash_are_refused() -> None:
    pair = ("costarring", "liquid")
    assert fnv1a(pair[0]) == fnv1a(pair[1])
    rules = [rule(f"on_{name}", {"fact": name, "is": True}, {"finding": f"f_{name}"}) for name in pair]
    book = small_book(map(question, pair), rules)
    assert named(book) == {"on_liquid"}
    assert "costarring" in refused(book).problems[0].what.en


@pytest.mark.parametrize("threshold", [2.0**53 + 2, 1e300, 1e-9, 1e-4, float("inf"), float("nan")])
def test_a_number_the_engine_cannot_hold_is_refused(threshold: float) -> None:
    book = small_book([question("n", "number")], [rule("big", {"fact": "n", "at_least": threshold}, {"finding": "x"})])
    assert named(book) == {"big"}


def test_a_string_too_long_for_the_engine_is_refused() -> None:
    book = small_book(
        [question("c", "choice", ["short", "x" * 4_001])],
        [rule("long", {"fact": "c", "is": "x" * 4_001}, {"finding": "x"})],
    )
    assert named(book) == {"long"}


def test_values_of_different_types_never_stand_under_the_same_property() -> None:
    assert len({tagged(True), tagged(1), tagged("1"), tagged("T"), tagged("True")}) == 5
    assert tagged(7) == tagged(7.0)
    assert str(tagged(-0.0)[1]) == "0.0"


NUMBERS = [0.0, 1e-300, 3e-05, 0.0001, 0.00019, 0.0002, 1.0, 2.0**53, 2.0**53 + 2, 1e16, 1e300]


@given(st.floats(allow_nan=False, allow_infinity=False) | st.sampled_from(NUMBERS), st.floats() | st.integers(-9, 9))
def test_a_number_the_engine_cannot_read_is_judged_as_if_it_could(number: float, bound: float) -> None:
    try:
        tagged(bound)
    except ValueError:
        return  # No book with this threshold is taken.
    told = message("n", number, "s")["n"]
    assert isinstance(told, float)
    assert "e" not in repr(told)
    for test in (FactTest("n", low=bound), FactTest("n", high=bound), FactTest("n", (bound,))):
        assert test.passes({"n": told}) == test.passes({"n": number})


@pytest.mark.parametrize("number", [*NUMBERS, *(-number for number in NUMBERS)])
def test_no_number_however_small_or_large_stops_the_engine(number: float) -> None:
    bounds = {"zero": 0, "one": 1, "minus": -1}
    rules = [rule(name, {"fact": "n", "at_least": low}, {"finding": name}) for name, low in bounds.items()]
    with (
        closing(DurableEvaluator(Network(small_book([question("n", "number")], rules)))) as made,
        made.session() as run,
    ):
        held = {support.rule.rsplit("/", 1)[1] for support in run.push({"n": number}) if support.holds}
    assert held == {name for name, low in bounds.items() if number >= low}


def test_the_shipped_book_is_within_the_limits(book: Book) -> None:
    check_limits(Network(book))


def deleted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sessions deleted from now on."""
    gone: list[str] = []
    delete = durable_rules_engine.delete_state

    def recorded(handle: int, sid: str) -> None:
        gone.append(sid)
        delete(handle, sid)

    monkeypatch.setattr(durable_rules_engine, "delete_state", recorded)
    return gone


def test_every_support_is_told_and_the_session_is_deleted(
    evaluator: DurableEvaluator, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = deleted(monkeypatch)
    with evaluator.session() as session:
        session.push({"a": True, "b": False})
        assert Support("findings/small/first", True, frozenset({"a"})) in session.supports
        assert Support("findings/small/second", False, frozenset({"b"})) in session.supports
    assert len(gone) == 1


def test_facts_pushed_in_steps_complete_a_rule_of_two_facts(evaluator: DurableEvaluator) -> None:
    with evaluator.session() as session:
        assert session.push({"b": True}) == []
        fired = session.push({"finding/x": True})
    assert fired == [Support("findings/small/second", True, frozenset({"b", "finding/x"}))]


def test_sessions_side_by_side_do_not_see_each_other(evaluator: DurableEvaluator) -> None:
    with evaluator.session() as one, evaluator.session() as other:
        one.push({"b": True})
        assert other.push({"finding/x": True}) == []
        assert one.push({"finding/x": True}) != []


def push_disturbed(evaluator: DurableEvaluator, monkeypatch: pytest.MonkeyPatch, call: str, fake: Any) -> None:
    """Open a session soundly, then let one call of the engine go wrong."""
    with evaluator.session() as session:
        monkeypatch.setattr(durable_rules_engine, call, fake)
        session.push({"a": True})


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_an_error_during_an_evaluation_comes_out_and_its_session_is_deleted(
    evaluator: DurableEvaluator, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    gone = deleted(monkeypatch)

    def interrupted(handle: int, state: int) -> None:
        raise error

    with pytest.raises(error):
        push_disturbed(evaluator, monkeypatch, "start_action_for_state", interrupted)
    assert len(gone) == 1


def test_a_code_of_failure_from_the_engine_is_raised_and_the_session_is_deleted(
    evaluator: DurableEvaluator, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = deleted(monkeypatch)
    with pytest.raises(RuntimeError, match="212"):
        push_disturbed(evaluator, monkeypatch, "assert_facts", lambda handle, facts: (212, 0))
    assert len(gone) == 1


def test_an_evaluation_after_a_failed_one_is_sound(
    evaluator: DurableEvaluator, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as disturbed, pytest.raises(RuntimeError):
        push_disturbed(evaluator, disturbed, "assert_facts", lambda handle, facts: (212, 0))
    with evaluator.session() as session:
        assert session.push({"a": True}) == [Support("findings/small/first", True, frozenset({"a"}))]


def test_a_session_in_which_nothing_fired_is_deleted_without_a_crash(evaluator: DurableEvaluator) -> None:
    for _ in range(3):
        with evaluator.session() as session:
            session.push({})


def test_a_fact_no_rule_reads_is_not_asserted(evaluator: DurableEvaluator) -> None:
    with evaluator.session() as session:
        assert session.push({"nobody/asks": True}) == []
        assert session.supports == []


def test_the_host_starts_no_threads() -> None:
    import threading

    before = threading.active_count()
    made = DurableEvaluator(Network(PAIR))
    assert threading.active_count() == before
    made.close()


def test_more_evaluations_than_the_engine_has_sessions_leave_none_behind() -> None:
    engine = Engine(PAIR, use_durable=True)
    for _ in range(1_100):
        assert engine.evaluate({"a": True, "b": True}).facts["finding/y"] is True
    engine.close()


def resident() -> int:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="memory is read from /proc")
def test_memory_does_not_grow_with_evaluations(book: Book) -> None:
    engine = Engine(book, use_durable=True)
    known = [example.known() for example in book.examples.values()]
    for n in range(60):
        engine.evaluate(known[n % len(known)])
    before = resident()
    for n in range(500):
        engine.evaluate(known[n % len(known)])
    assert resident() - before < 8 * 2**20
    engine.close()


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="memory is read from /proc")
def test_a_closed_engine_gives_its_rules_back(book: Book) -> None:
    def compiled() -> None:
        engine = Engine(book, use_durable=True)
        engine.evaluate({"manufacturing": True})
        engine.close()

    for _ in range(4):
        compiled()
    before = resident()
    for _ in range(12):
        compiled()
    assert resident() - before < 24 * 2**20
