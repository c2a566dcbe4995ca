"""Every case that some conditions can tell apart, as lanes: the ground on which conditions are compared exactly.

A case answers each question the conditions read, through findings, in one of the ways they can tell apart, or leaves it
unanswered. Verdicts on type and phase are taken as free, save for what holds among themselves: so what is called
impossible here is impossible, while of conditions on verdicts *and* answers something impossible may be missed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import prod

from engine.inference.bits import BitEvaluator, Masks
from engine.inference.evaluate import TYPE_CODES, shown_types
from engine.inference.facts import Facts, presence_key
from engine.inference.leaves import leaf_fact, leaves
from engine.inference.network import Network
from engine.inference.possible import Reading
from engine.inference.spread import Spread
from engine.inference.verdict import TypeDecision, decide_phase
from engine.model import rules as r
from engine.model.assessment import Kind, Status
from engine.model.book import COMPUTED_FACTS, Book
from engine.model.knowledge import TypeCode, TypeOrParent

MOST = 1 << 20
"""More cases than this are not enumerated; what was left out is then said."""

VERDICTS = "verdicts"
"""Where a spread keeps the verdicts; no question has this name, as it is no fact a rule can read."""

_NAMED: tuple[tuple[TypeOrParent, ...], ...] = (("A",), ("A-1",), ("A-2",), ("A-1", "A-2"))
_STATUSES: tuple[Status, ...] = ("met", "partly", "not_met", "unknown")


class TooManyError(Exception):
    """There are more cases than can be enumerated."""


@dataclass(frozen=True)
class Cases:
    """Some cases, and which of them can come about: nobody answers a question that is known not to apply."""

    spread: Spread
    evaluator: BitEvaluator
    possible: int

    def masks(self, condition: r.Condition) -> Masks:
        """The possible cases in which a condition is known to hold, and in which it is known not to."""
        holds, fails = self.evaluator.condition(condition, self.spread.lanes)
        return holds & self.possible, fails & self.possible

    def holds(self, condition: r.Condition) -> int:
        """The possible cases in which a condition is known to hold."""
        return self.masks(condition)[0]


class Room:
    """Makes cases for the conditions of one book."""

    def __init__(self, book: Book) -> None:
        """Nothing is enumerated yet."""
        self.book = book
        self.network = Network(book)
        self.reading = Reading(self.network)
        self._known_ways: dict[tuple[str, frozenset[r.Condition]], Sequence[Facts]] = {}

    def cases(self, conditions: Sequence[r.Condition], *, as_asked: bool = True) -> Cases:
        """The cases that these conditions tell apart.

        Args:
            conditions: What will be compared.
            as_asked: Leave out the cases in which a question is answered that is known not to apply. Not for rules on
                contradictions, which look for just that.

        Raises:
            TooManyError: If there are more than can be enumerated.
        """
        gates = self._gates(conditions) if as_asked else {}
        read = self.reading.leaves([*conditions, *gates.values()])
        ways: dict[str, Sequence[Facts]] = {q: [*self._ways(q, frozenset(read[q])), {}] for q in sorted(read)}
        on_verdicts = frozenset(_keys_of_verdicts(conditions))
        if on_verdicts:
            ways[VERDICTS] = verdicts(on_verdicts)
        if prod(len(options) for options in ways.values()) > MOST:
            raise TooManyError
        spread = Spread(ways, {})
        self.reading.evaluator.findings(spread.lanes)
        return Cases(spread, self.reading.evaluator, self._possible(spread, gates))

    def _gates(self, conditions: Sequence[r.Condition]) -> dict[str, r.Condition]:
        """When the questions apply that the conditions read, and those that these conditions read in turn."""
        gates: dict[str, r.Condition] = {}
        waiting = list(conditions)
        while waiting:
            read = self.reading.leaves(waiting)
            waiting = []
            for question in sorted(set(read) - set(gates)):
                gate = self.book.questions[question].applies_when
                if gate is not None:
                    gates[question] = gate
                    waiting.append(gate)
        return gates

    def _possible(self, spread: Spread, gates: Mapping[str, r.Condition]) -> int:
        possible = spread.lanes.everywhere
        for question, gate in gates.items():
            answered = spread.lanes.known(presence_key(question, self.network.domains[question]))
            possible &= ~(answered & self.reading.evaluator.condition(gate, spread.lanes)[1])
        return possible

    def _ways(self, question: str, read: frozenset[r.Condition]) -> Sequence[Facts]:
        key = (question, read)
        if key not in self._known_ways:
            self._known_ways[key] = self.reading.choices(question, read)
        return self._known_ways[key]


def _keys_of_verdicts(conditions: Iterable[r.Condition]) -> Iterable[str]:
    """The flat facts about verdicts that conditions read."""
    for leaf in (leaf for condition in conditions for leaf in leaves(condition)):
        fact = leaf_fact(leaf)
        if fact in COMPUTED_FACTS:
            several = fact != "type_kind"
            yield f"{fact}/{COMPUTED_FACTS[fact][0]}" if several else fact
            values = (leaf.value,) if isinstance(leaf, r.Is) else leaf.values if isinstance(leaf, r.In) else ()
            yield from (f"{fact}/{value}" for value in values if several)


@cache
def verdicts(read: frozenset[str]) -> Sequence[Facts]:
    """What the verdicts can say together of the given flat facts: kind and types, and the phases of each type."""
    found: dict[tuple[tuple[str, object], ...], Facts] = {}
    for decision in _decisions():
        head: Facts = {"type_kind": decision.kind}
        head |= {f"leading_type/{t}": t in decision.types for t in COMPUTED_FACTS["leading_type"]}
        shown = shown_types(decision)
        for phases in product(*(_phases(t, t in shown, read) for t in TYPE_CODES)):
            facts = {k: v for part in (head, *phases) for k, v in part.items() if k in read}
            found[tuple(sorted(facts.items()))] = facts
    return list(found.values())


def _decisions() -> list[TypeDecision]:
    """Every verdict on type there can be."""
    none: tuple[Kind, ...] = ("out_of_scope", "undetermined")
    decisions = [TypeDecision(kind, (), None) for kind in none]
    for types in (*_NAMED, *((*named, "B") for named in _NAMED), ("B",)):
        kind: Kind = "hybrid" if len(types) > 1 else "parent" if types == ("A",) else "single"
        decisions.append(TypeDecision(kind, tuple(types), None))
    return decisions


@cache
def _phases(type_: TypeCode, shown: bool, read: frozenset[str]) -> Sequence[Facts]:
    """What can be said of the phases of one type: where work stands if it is shown, and which factors are met."""
    found: dict[tuple[tuple[str, object], ...], Facts] = {}
    for statuses in product(_STATUSES, repeat=3):
        unknown = [n for n in (1, 2, 3) if statuses[n - 1] == "unknown"]
        for blocked in product((False, True), repeat=len(unknown)):
            stopped = {n for n, one in zip(unknown, blocked, strict=True) if one}
            decision = decide_phase(dict(enumerate(statuses, 1)), stopped)
            working = set(range(decision.low, decision.high + 1)) - set(decision.established) if shown else set()
            facts: Facts = {f"working_phase/PH.{type_}.{n}": n in working for n in (1, 2, 3)}
            facts |= {f"factor_met/PH.{type_}.{n}": s == "met" for n, s in enumerate(statuses, 1) if s != "unknown"}
            kept = {k: v for k, v in facts.items() if k in read}
            found[tuple(sorted(kept.items()))] = kept
    return list(found.values())
