"""The firing of rules alone: all facts are given, and each engine says which alternatives of which rules they satisfy.

The rules are the book's, as the alternatives that durable_rules gets too: conjunctions of tests on flat facts, without
negation. What is left out for every engine: deriving findings, the verdicts on type and phase, and the trace in words.
"""

from typing import Protocol

from engine.inference.bits import OneLane
from engine.inference.branches import Branch
from engine.inference.facts import Facts
from engine.inference.network import Network
from engine.inference.trace import Support

Numbered = list[tuple[Support, Branch]]
"""Every alternative of every rule; peers know it by its place in the list."""


class Firing(Protocol):
    """An engine holding the rules of one book."""

    name: str

    def prepare(self, facts: Facts) -> object:
        """The facts in the shape the engine takes; not timed."""

    def fire(self, prepared: object) -> set[Support]:
        """What the facts satisfy; timed."""


def numbered(network: Network) -> Numbered:
    """All alternatives of a book, each with what it supports."""
    return [
        (Support(d.rule.id, d.holds, frozenset(test.key for test in branch)), branch)
        for d in network.derivations
        for branch in d.branches
    ]


class Durable:
    """durable_rules, as the product drives it: a fresh session for each evaluation."""

    name = "durable_rules"

    def __init__(self, network: Network) -> None:
        from engine.inference.durable import DurableEvaluator

        self.evaluator = DurableEvaluator(network)

    def prepare(self, facts: Facts) -> Facts:
        return facts

    def fire(self, prepared: Facts) -> set[Support]:
        with self.evaluator.session() as session:
            session.push(prepared)
            return set(session.supports)

    def __del__(self) -> None:
        """Each set of rules holds 4.5 MB in the engine until it is given back."""
        if hasattr(self, "evaluator"):
            self.evaluator.close()


class Own:
    """The product's own evaluator, which walks the condition trees."""

    name = "own evaluator"

    def __init__(self, network: Network) -> None:
        self.lane, self.rules = OneLane(network), network.book.rules

    def prepare(self, facts: Facts) -> Facts:
        return facts

    def fire(self, prepared: Facts) -> set[Support]:
        return set(self.lane.supports(prepared, self.rules))
