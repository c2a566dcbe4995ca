"""Drives durable_rules, and is the one module that imports it.

Only what was found safe is used: no negation, timers, arithmetic or cross-fact comparison in the engine; a fresh
session for each evaluation, opened by a fact that always fires; facts are asserted between runs of the agenda, never
within an action. The limits of the engine are checked here when a book is compiled, so that a rule that breaks one is
named.
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import count
from typing import Any

import durable_rules_engine
from durable import engine

from engine.inference.branches import Branch, FactTest
from engine.inference.facts import Facts, Scalar
from engine.inference.network import Network
from engine.inference.trace import Support
from engine.model.assessment import EvaluatorName
from engine.model.problem import Problem, ShusekiError
from engine.model.text import LocalizedText

MAX_PATTERNS = 16
MAX_RULES_SHARING = 255
MAX_TESTS_MATCHING = 64
MAX_TESTS_PER_KEY = 511
MAX_ACTIONS = 4_096
MAX_STRING_BYTES = 4_000
MAX_NUMBER = 2**53
MIN_NUMBER = 1e-4
"""A number nearer to 0 is written with an exponent, which the engine does not read; a threshold must be larger."""
_BUCKETS = 61
_BOOT = "$boot"
_NOT_HANDLED = 1
_serial = count()


class _QuietHost(engine.Host):  # type: ignore[misc]
    """A host without the dispatcher and timer threads: everything runs in the caller's thread."""

    def _run(self) -> None:
        """Start nothing."""


class DurableEvaluator:
    """The rules of one book, compiled; evaluations are independent of one another. Not for several threads at once."""

    name: EvaluatorName = "durable_rules"

    def __init__(self, network: Network) -> None:
        """Compile the network. Raises ShusekiError naming the rule that breaks a limit of the engine."""
        check_limits(network)
        self.network = network
        self.support_of = {name: support for name, _, support in _alternatives(network)}
        self._sessions = count()
        self._name = f"shuseki{next(_serial)}"
        self._host = _QuietHost({self._name: _definition(network)})
        self.closed = False
        self.handle: int = self._host.get_ruleset(self._name)._handle

    def session(self) -> "Session":
        """A fresh session, to be used as a context."""
        return Session(self, f"s{next(self._sessions)}")

    def close(self) -> None:
        """Give the compiled rules back, once; without it 4.5 MB stay for each book."""
        if not self.closed:
            self.closed = True
            durable_rules_engine.delete_ruleset(self.handle)


class Session:
    """One evaluation: assert facts in steps, read the supports, leave nothing behind.

    The agenda is run here, by the same calls in the same order as the stock loop, which spends most of its time on
    turning state and message into objects that nothing here needs: the name of the alternative that fired says all.
    """

    def __init__(self, owner: DurableEvaluator, sid: str) -> None:
        """Name it; it is opened as a context."""
        self._owner = owner
        self._sid = sid
        self.supports: list[Support] = []

    def push(self, facts: Facts) -> list[Support]:
        """Assert the facts that some rule reads, and give the supports that this fired."""
        batch = [message(k, v, self._sid) for k, v in sorted(facts.items()) if k in self._owner.network.tested]
        return self._assert(batch) if batch else []

    def _assert(self, batch: list[dict[str, Scalar]]) -> list[Support]:
        code, state = durable_rules_engine.assert_facts(self._owner.handle, json.dumps(batch, ensure_ascii=False))
        if code > _NOT_HANDLED:
            raise RuntimeError(f"the rules engine returned {code} for {batch!r}")
        fired = [self._owner.support_of[name] for name in self._run_agenda(state) if name != _BOOT]
        self.supports += fired
        return fired

    def _run_agenda(self, state: int) -> Iterator[str]:
        """The names of the alternatives that fire, until the agenda is empty."""
        handle = self._owner.handle
        started = durable_rules_engine.start_action_for_state(handle, state)
        context, action = (started[0], started[1]) if started else ("", "")
        while action:
            yield _name_in(action)
            durable_rules_engine.update_state(handle, context)
            action = durable_rules_engine.complete_and_start_action(handle, state)

    def __enter__(self) -> "Session":
        # A fact that fires comes first: deleting a session where nothing fired crashes the engine.
        self._assert([{"id": _BOOT, "sid": self._sid, "k": _BOOT}])
        return self

    def __exit__(self, *_: object) -> None:
        durable_rules_engine.delete_state(self._owner.handle, self._sid)


def _alternatives(network: Network) -> Iterator[tuple[str, Branch, Support]]:
    """Every alternative of every rule, with the name it has in the engine and the support its firing means."""
    for derivation in network.derivations:
        for n, branch in enumerate(derivation.branches):
            name = f"{derivation.rule.id}#{n}{'' if derivation.holds else '!'}"
            yield name, branch, Support(derivation.rule.id, derivation.holds, frozenset(test.key for test in branch))


def _definition(network: Network) -> dict[str, Any]:
    """The rules as the engine gets them. Actions stay empty: firings are read off the agenda."""
    rules: dict[str, Any] = {_BOOT: {"all": [{"c0": {"k": _BOOT}}], "run": _nothing}}
    for name, branch, _ in _alternatives(network):
        rules[name] = {"all": [{f"c{i}": pattern(test)} for i, test in enumerate(branch)], "run": _nothing}
    return rules


def _nothing(_: object) -> None:
    """Do nothing."""


def _name_in(action: str) -> str:
    """The name of the alternative in an action of the form ``{"name":{...}}``; names hold no quotation marks."""
    return action[2 : action.index('"', 2)]


def message(key: str, value: Scalar, sid: str) -> dict[str, Scalar]:
    """A fact as the engine gets it; the value stands under a property named for its type."""
    tag, safe = tagged(value) if isinstance(value, bool | str) else ("n", readable(value))
    return {"id": key, "sid": sid, "g": bucket(key), "k": key, tag: safe}


def pattern(test: FactTest) -> dict[str, Any]:
    """A test as one pattern of the engine: bucket, key, then the value."""
    return {"$and": [{"g": bucket(test.key)}, {"k": test.key}, *_value_patterns(test)]}


def _value_patterns(test: FactTest) -> list[dict[str, Any]]:
    if test.values:
        equal = [dict([tagged(value)]) for value in test.values]
        return equal if len(equal) == 1 else [{"$or": equal}]
    bounds = [("$gte", test.low), ("$lt", test.high)]
    return [{operator: {"n": tagged(bound)[1]}} for operator, bound in bounds if bound is not None]


def tagged(value: Scalar) -> tuple[str, Scalar]:
    """The value under its type's property, so that 7, "7" and True never compare equal. Raises ValueError if unsafe."""
    if isinstance(value, bool):
        return "b", "T" if value else "F"
    if isinstance(value, str):
        if len(value.encode()) > MAX_STRING_BYTES or "\0" in value:
            raise ValueError("the string is too long for the rules engine")
        return "s", value
    number = float(value)
    if number != 0 and not MIN_NUMBER < abs(number) <= MAX_NUMBER:
        raise ValueError(f"the number {value!r} is out of the range of the rules engine")
    return "n", number + 0.0


def readable(number: float) -> float:
    """The number; one that is too small or too large for the engine becomes the first beyond every threshold."""
    if number == 0 or MIN_NUMBER < abs(number) <= MAX_NUMBER:
        return number + 0.0
    return math.copysign(MIN_NUMBER if abs(number) < 1 else MAX_NUMBER + 2, number)


@lru_cache(maxsize=4096)
def bucket(key: str) -> str:
    """A coarse property tested before the key; beyond 511 distinct tests under one key property the engine hangs."""
    return f"g{fnv1a(key) % _BUCKETS}"


def fnv1a(text: str) -> int:
    """The engine's 32-bit identity hash (FNV-1a over signed bytes)."""
    value = 2166136261
    for byte in text.encode():
        value = ((value ^ (byte if byte < 128 else byte - 256)) & 0xFFFFFFFF) * 16777619 & 0xFFFFFFFF
    return value


def check_limits(network: Network) -> None:
    """Refuse a book that the engine cannot hold, naming the rule; beyond these limits it fails silently or hangs."""
    branches = [(d.rule.id, branch) for d in network.derivations for branch in d.branches]
    _refuse(
        (rule, f"{len(branch)} facts in one alternative, at most {MAX_PATTERNS}")
        for rule, branch in branches
        if len(branch) > MAX_PATTERNS
    )
    sharing = Counter(test for _, branch in branches for test in branch)
    tests_of: dict[str, set[FactTest]] = defaultdict(set)
    for test in sharing:
        tests_of[test.key].add(test)
    _refuse(
        (rule, f"more than {MAX_RULES_SHARING} alternatives test {test.key} in the same way")
        for rule, branch in branches
        for test in branch
        if sharing[test] > MAX_RULES_SHARING
    )
    _refuse(
        (rule, f"more than {MAX_TESTS_MATCHING} different tests on {test.key}")
        for rule, branch in branches
        for test in branch
        if len(tests_of[test.key]) > MAX_TESTS_MATCHING
    )
    _check_whole_book(branches, tests_of)
    _check_values(branches)


def _check_whole_book(branches: list[tuple[str, Branch]], tests_of: dict[str, set[FactTest]]) -> None:
    if len(branches) >= MAX_ACTIONS:
        _refuse([(branches[MAX_ACTIONS - 1][0], f"more than {MAX_ACTIONS} alternatives in the book")])
    per_bucket = Counter(bucket(key) for key in tests_of)
    _refuse(
        (rule, f"more than {MAX_TESTS_PER_KEY} facts share the bucket of {test.key}")
        for rule, branch in branches
        for test in branch
        if per_bucket[bucket(test.key)] > MAX_TESTS_PER_KEY
    )
    seen: dict[int, str] = {}
    for rule, branch in branches:
        for test in branch:
            if seen.setdefault(fnv1a(test.key), test.key) != test.key:
                _refuse([(rule, f"{test.key} and {seen[fnv1a(test.key)]} have the same hash: rename one")])


def _check_values(branches: list[tuple[str, Branch]]) -> None:
    safe: set[FactTest] = set()
    for rule, branch in branches:
        for test in set(branch) - safe:
            try:
                pattern(test)
            except ValueError as error:
                _refuse([(rule, str(error))])
            safe.add(test)


def _refuse(breaches: Iterable[tuple[str, str]]) -> None:
    problems = [_limit_problem(rule, breach) for rule, breach in dict.fromkeys(breaches)]
    if problems:
        raise ShusekiError(*problems)


def _limit_problem(rule: str, breach: str) -> Problem:
    return Problem(
        code="engine_limit",
        where={"file": f"rules/{rule.rsplit('/', 1)[0]}.yaml", "entry": rule},  # type: ignore[arg-type]
        what=LocalizedText(
            ja=f"規則「{rule}」は推論エンジンの上限を超えています（{breach}）。",
            en=f"Rule '{rule}' is beyond a limit of the rules engine: {breach}.",
        ),
        remedy=LocalizedText(
            ja="所見（finding）を間に置いて規則を分けてください。",
            en="Split the rule by putting a finding in between.",
        ),
    )
