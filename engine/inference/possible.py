"""What the unknowns leave open: every verdict that some completion of them reaches, and nothing that none reaches.

Types are enumerated exactly over the unknown questions that bear on them. Phases are enumerated fact by fact and then
combined as if the facts were independent, which can only add possibilities, never miss one. So dropping an answer
never removes anything from what is possible.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod
from typing import Literal

from engine.inference.bits import BitEvaluator, findings_read
from engine.inference.facts import Domain, Facts, flatten
from engine.inference.judged import Judged
from engine.inference.leaves import leaf_fact, leaf_holds, leaves
from engine.inference.network import Network
from engine.inference.spread import Spread
from engine.inference.verdict import factor_status
from engine.model import rules as r
from engine.model.answers import Value
from engine.model.assessment import Status
from engine.model.rules import Rule, Stage

MAX_LANES = 1 << 18
"""Beyond this many completions everything is taken to be possible instead of enumerating."""

_NAMED = ("A", "A-1", "A-2", "A-1+A-2")
_ALL_LABELS = (*_NAMED, *(f"{name}+B" for name in _NAMED), "B", "out_of_scope", "undetermined")

PossiblePhase = Literal["1", "2", "3", "complete"]


class Completions:
    """Enumerates completions of the unknowns for one set of answers."""

    def __init__(self, reading: "Reading", known: Mapping[str, Value]) -> None:
        """Keep the answers; nothing is computed yet."""
        self.network = reading.network
        self.reading = reading
        self.evaluator = reading.evaluator
        self.facts = flatten(known, {q: self.network.domains[q] for q in self.network.book.questions})
        self.known = known

    @cached_property
    def _over_types(self) -> tuple[Spread | None, dict[str, int]]:
        spread = self.spread(self.reading.of_type)
        return spread, Judged(self.evaluator, spread.lanes).labels if spread else dict.fromkeys(_ALL_LABELS, 1)

    def labels(self) -> tuple[str, ...]:
        """Every verdict label that some completion reaches, sorted."""
        return tuple(sorted(label for label, mask in self._over_types[1].items() if mask))

    def settling(self) -> tuple[str, ...]:
        """The unknown questions whose answer alone changes the verdict in some completion of the others."""
        spread, masks = self._over_types
        if spread is None:
            return ()
        return tuple(q for q in spread.ways if any(spread.depends(mask, q) for mask in masks.values()))

    def statuses(self, phase: str) -> frozenset[Status]:
        """Every status the key factor of a phase can take."""
        needs = [self.truths(key) for key in self.network.needs[phase]]
        return frozenset(factor_status(choice) for choice in product(*needs))

    def places(self, type_: str) -> tuple[PossiblePhase, ...]:
        """Every place where work can stand for a type."""
        phases = {p.order: p.id for p in self.network.book.phases.values() if p.type == type_}
        return possible_phases({order: self.statuses(phase) for order, phase in phases.items()})

    def truths(self, key: str) -> frozenset[bool]:
        """Which truth values a conclusion on answers and findings can take."""
        spread = self.spread(self.reading.of_conclusion(key))
        if spread is None:
            return frozenset({True, False})
        self.evaluator.findings(spread.lanes, self.reading.findings_of(key))
        holds = 0
        for rule in self.network.rules_for[key]:
            holds |= self.evaluator.condition(self.network.book.rule[rule].when, spread.lanes)[0]
        fails = spread.lanes.everywhere & ~holds
        return frozenset(truth for truth, mask in ((True, holds), (False, fails)) if mask)

    def spread(self, ways: Mapping[str, Sequence[Facts]]) -> Spread | None:
        """A lane for each completion in the given ways to answer; None when there are too many."""
        choices = {question: options for question, options in ways.items() if question not in self.known}
        if prod(len(options) for options in choices.values()) > MAX_LANES:
            return None
        return Spread(choices, self.facts)


def possible_phases(statuses: Mapping[int, frozenset[Status]]) -> tuple[PossiblePhase, ...]:
    """Where work can stand for a type, given what each factor can be: the first that is not met, or complete."""
    found: list[PossiblePhase] = []
    for order, name in ((1, "1"), (2, "2"), (3, "3")):
        if statuses[order] - {"met"}:
            found.append(name)  # type: ignore[arg-type]
        if "met" not in statuses[order]:
            return tuple(found)
    return (*found, "complete")


@dataclass(frozen=True, slots=True)
class Way:
    """A way to answer a question: one answer that stands for all of those that conditions cannot tell from it."""

    facts: Facts
    answers: tuple[Facts, ...]


@dataclass(frozen=True, slots=True)
class Distinctions:
    """What some conditions tell apart of one question: the leaves that read it, and a way for each pattern of them."""

    question: str
    leaves: tuple[r.Condition, ...]
    ways: Mapping[tuple[bool, ...], Way]


class Reading:
    """Which questions conditions read, through findings, and which answers they can tell apart."""

    def __init__(self, network: Network) -> None:
        """Index the rules that give each finding."""
        self.network = network
        self.evaluator = BitEvaluator(network)
        self._rules_of: dict[str, list[Rule]] = {}
        self._of_conclusion: dict[str, dict[str, list[Facts]]] = {}
        self._of_phases: dict[str, dict[str, list[Facts]]] = {}
        self._findings_of: dict[str, frozenset[str]] = {}
        self._distinctions: dict[tuple[str, tuple[int, ...]], Distinctions] = {}
        for rule in network.book.rules:
            if rule.then.finding is not None:
                self._rules_of.setdefault(rule.then.finding, []).append(rule)

    @cached_property
    def of_type(self) -> dict[str, list[Facts]]:
        """The ways to answer that the rules on type and scope can tell apart, by question."""
        rules = [r for r in self.network.book.rules if r.stage is Stage.TYPE or r.then.scope is not None]
        return self.ways([rule.when for rule in rules])

    def of_conclusion(self, key: str) -> dict[str, list[Facts]]:
        """The same for the rules that give one conclusion."""
        if key not in self._of_conclusion:
            rules = [self.network.book.rule[rule] for rule in self.network.rules_for[key]]
            self._of_conclusion[key] = self.ways([rule.when for rule in rules])
        return self._of_conclusion[key]

    def findings_of(self, key: str) -> frozenset[str]:
        """The findings that the rules of one conclusion read, and those that these are found from."""
        if key not in self._findings_of:
            waiting = [self.network.book.rule[rule].when for rule in self.network.rules_for[key]]
            found = set[str]()
            while waiting:
                for finding in set(findings_read(waiting.pop())) - found:
                    found.add(finding)
                    waiting += [rule.when for rule in self._rules_of.get(finding, [])]
            self._findings_of[key] = frozenset(found)
        return self._findings_of[key]

    def of_phases(self, type_: str) -> dict[str, list[Facts]]:
        """The same for the rules that tell where work stands for one type."""
        if type_ not in self._of_phases:
            phases = [p.id for p in self.network.book.phases.values() if p.type == type_]
            keys = [key for phase in phases for key in self.network.needs[phase]]
            rules = [self.network.book.rule[rule] for key in keys for rule in self.network.rules_for[key]]
            self._of_phases[type_] = self.ways([rule.when for rule in rules])
        return self._of_phases[type_]

    def ways(self, conditions: Iterable[r.Condition]) -> dict[str, list[Facts]]:
        """For each question that conditions read, the ways to answer it that they can tell apart."""
        read = self.leaves(conditions)
        return {question: self.choices(question, read[question]) for question in sorted(read)}

    def leaves(self, conditions: Iterable[r.Condition]) -> dict[str, set[r.Condition]]:
        """For each question read, the leaves that read it."""
        found: dict[str, set[r.Condition]] = {}
        waiting, seen = list(conditions), set[str]()
        while waiting:
            condition = waiting.pop()
            for leaf in leaves(condition):
                if (question := leaf_fact(leaf)) in self.network.book.questions:
                    found.setdefault(question, set()).add(leaf)
            for finding in set(findings_read(condition)) - seen:
                seen.add(finding)
                waiting += [rule.when for rule in self._rules_of.get(finding, [])]
        return found

    def choices(self, question: str, read: Iterable[r.Condition]) -> list[Facts]:
        """One answer for each way of answering that the leaves can tell from the others."""
        return [way.facts for way in self.told_apart(question, read)]

    def told_apart(self, question: str, read: Iterable[r.Condition]) -> tuple[Way, ...]:
        """The ways to answer a question that the leaves can tell from each other."""
        return tuple(self.distinctions(question, read).ways.values())

    def distinctions(self, question: str, read: Iterable[r.Condition]) -> Distinctions:
        """The same with the leaves: which of them hold of each way. Kept, as some have a thousand answers."""
        ordered = tuple(sorted(read, key=repr))
        key = question, tuple(map(id, ordered))
        if key not in self._distinctions:
            self._distinctions[key] = self._distinguished(question, ordered)
        return self._distinctions[key]

    def _distinguished(self, question: str, ordered: tuple[r.Condition, ...]) -> Distinctions:
        domain = self.network.domains[question]
        found: dict[tuple[bool, ...], list[Facts]] = {}
        for facts in _answers(question, domain, ordered):
            pattern = tuple(leaf_holds(leaf, facts, domain) for leaf in ordered)
            found.setdefault(pattern, []).append(facts)
        return Distinctions(
            question, ordered, {pattern: Way(alike[0], tuple(alike)) for pattern, alike in found.items()}
        )


def _answers(question: str, domain: Domain, read: Iterable[r.Condition]) -> Iterator[Facts]:
    """Every way to answer a question; of a number, one below all thresholds and each threshold itself."""
    if domain.kind == "several":
        keys = [f"{question}/{option}" for option in domain.options]
        for choice in product((True, False), repeat=len(keys)):
            yield dict(zip(keys, choice, strict=True))
    elif domain.kind == "number":
        thresholds = sorted({leaf.threshold for leaf in read if isinstance(leaf, r.AtLeast)})
        for number in (min(thresholds, default=0.0) - 1.0, *thresholds):
            yield {question: number}
    else:
        yield from ({question: value} for value in domain.values)
