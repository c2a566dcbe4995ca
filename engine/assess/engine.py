"""Holds a book ready for evaluation: by durable_rules where it can be had, else by the product's own evaluator."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from engine.inference.bits import OneLane, satisfied
from engine.inference.evaluate import Outcome, evaluate
from engine.inference.facts import Facts
from engine.inference.network import Network
from engine.inference.possible import Distinctions, Reading
from engine.inference.scenery import Scenery
from engine.inference.trace import firings
from engine.model.answers import Value
from engine.model.assessment import Firing
from engine.model.book import Book
from engine.model.questions import Question
from engine.model.rules import Condition, Stage, Then

if TYPE_CHECKING:
    from engine.inference.durable import DurableEvaluator


def durable_available() -> bool:
    """Whether durable_rules is installed and works on this machine."""
    try:
        import engine.inference.durable  # noqa: F401
    except ImportError:
        return False
    return True


_COMPARED = frozenset({Stage.TYPE, Stage.PHASE, Stage.RENEWAL})


class Engine:
    """One book, compiled once. Evaluations are serialised: the rules engine must not be used by several threads."""

    def __init__(self, book: Book, *, use_durable: bool | None = None) -> None:
        """``use_durable=False`` asks for the product's own evaluator; by default durable_rules is used if installed."""
        self.book = book
        self.network = Network(book)
        self.reading = Reading(self.network)
        self._use_durable = use_durable
        self._lock = threading.Lock()

    @cached_property
    def durable(self) -> DurableEvaluator | None:
        """The rules compiled by durable_rules, or None."""
        # Asked only now: looking takes time, and not all that is worked out with an engine evaluates rules.
        if not (durable_available() if self._use_durable is None else self._use_durable):
            return None
        from engine.inference.durable import DurableEvaluator

        return DurableEvaluator(self.network)

    @cached_property
    def scenery(self) -> Scenery:
        """What scenarios are made with; what is drawn for a question is kept."""
        return Scenery(self.network, self.reading)

    def close(self) -> None:
        """Give the compiled rules back. A later evaluation compiles them anew."""
        compiled = self.__dict__.pop("durable", None)
        if compiled is not None:
            compiled.close()

    def evaluate(self, known: Mapping[str, Value]) -> Outcome:
        """All conclusions from the given values, with the trace."""
        with self._lock:
            return evaluate(self.network, known, self.durable)

    def firings_on(self, facts: Facts) -> tuple[Firing, ...]:
        """What fires on facts stated as they are: no finding is derived first, and no verdict is made of them."""
        with self._lock:
            if self.durable is None:
                return firings(self.network, OneLane(self.network).supports(facts, self.book.rules), facts)
            with self.durable.session() as session:
                session.push(facts)
                return firings(self.network, session.supports, facts)

    def known_not_to_hold(self, condition: Condition, facts: Facts) -> bool:
        """Whether a condition on answers is known not to hold."""
        return bool(satisfied(condition, facts, self.network.domains, False))

    @cached_property
    def example_values(self) -> Mapping[str, Mapping[str, Value]]:
        """The values each example gives."""
        return {name: example.known() for name, example in self.book.examples.items()}

    @cached_property
    def compared_questions(self) -> tuple[Question, ...]:
        """The questions by which clusters are compared: those that rules on type, phase and renewal read."""
        conditions = [rule.when for rule in self.book.rules if rule.stage in _COMPARED]
        read = self.reading.leaves(conditions)
        return tuple(question for question in self.book.ordered_questions if question.id in read)

    @cached_property
    def told_about(self) -> Mapping[str, Mapping[str, Distinctions]]:
        """What is told apart of each question that the rules on type read, or with them those on phase, on measures.

        The keys are ``type``, ``phase`` (type as well) and ``measures`` (both as well).
        """
        rules = {
            "type": [rule for rule in self.book.rules if rule.stage is Stage.TYPE or rule.then.scope],
            "phase": [rule for rule in self.book.rules if rule.then.necessary],
            "measures": [rule for rule in self.book.rules if rule.then.status],
        }
        found, read = {}, list[Condition]()
        for about, of in rules.items():
            read += [rule.when for rule in of]
            leaves = self.reading.leaves(read)
            found[about] = {question: self.reading.distinctions(question, leaves[question]) for question in leaves}
        return found

    @cached_property
    def bears_on(self) -> Mapping[str, tuple[str, ...]]:
        """For each question what it bears on: ``type``, ``renewal``, or a phase, measure, direction or industry."""
        found: dict[str, dict[str, None]] = {}
        for rule in self.book.rules:
            if target := _target(rule.then):
                for question in self.reading.leaves([rule.when]):
                    found.setdefault(question, {})[target] = None
        return {question: tuple(targets) for question, targets in found.items()}


def _target(then: Then) -> str:
    if then.evidence or then.scope or then.hybrid:
        return "type"
    if then.renewal_risk or then.renewal_direction:
        return "renewal"
    if factor := then.necessary or then.supporting:
        return factor.factor
    if then.status:
        return then.status.measure
    if then.direction:
        return then.direction.direction
    return then.requirement.industry if then.requirement else ""
