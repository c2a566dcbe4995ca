"""One evaluation: answers in, conclusions and trace out, by either evaluator.

First the answers and findings are derived from; the verdicts on type and phase follow; these are stated as facts
together with the absences, and the remaining rules see them. Nothing is ever retracted within an evaluation.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from engine.inference import verdict
from engine.inference.bits import OneLane
from engine.inference.facts import Facts, absences, flatten
from engine.inference.network import Network
from engine.inference.trace import Support, firings
from engine.inference.verdict import PhaseDecision, Points, Truth, TypeDecision
from engine.model.answers import Value
from engine.model.assessment import EvaluatorName, Firing, Status
from engine.model.book import COMPUTED_FACTS, Book
from engine.model.knowledge import TypeCode

if TYPE_CHECKING:
    from engine.inference.durable import DurableEvaluator

TYPE_CODES: tuple[TypeCode, ...] = ("A-1", "A-2", "B")


@dataclass(frozen=True)
class Conclusions:
    """What a set of supports concludes: which conclusions are known to follow, and which are known not to."""

    network: Network
    held: frozenset[str]
    refuted: frozenset[str]

    def truth(self, key: str) -> Truth:
        """True if some rule gives the conclusion, False if every rule for it is known not to hold, else None."""
        rules = self.network.rules_for.get(key, ())
        if any(rule in self.held for rule in rules):
            return True
        return False if rules and all(rule in self.refuted for rule in rules) else None


@dataclass(frozen=True)
class Outcome:
    """The result of one evaluation."""

    network: Network
    evaluator: EvaluatorName
    facts: Facts
    supports: tuple[Support, ...]
    points: Points
    type: TypeDecision
    phases: Mapping[TypeCode, PhaseDecision]
    statuses: Mapping[str, Status]
    conclusions: Conclusions

    @cached_property
    def trace(self) -> tuple[Firing, ...]:
        """Every firing, in the order of the book."""
        return firings(self.network, self.supports, self.facts)

    @cached_property
    def stated(self) -> frozenset[str]:
        """The questions and verdicts of which facts are stated."""
        return frozenset(fact.split("/")[0] for fact in self.facts)

    @cached_property
    def fired(self) -> Mapping[tuple[str, bool], list[Firing]]:
        """The firings of each rule, in either polarity."""
        found: dict[tuple[str, bool], list[Firing]] = defaultdict(list)
        for firing in self.trace:
            found[firing.rule, firing.holds].append(firing)
        return found

    def reasons(self, key: str, *, holds: bool = True) -> list[Firing]:
        """The firings behind a conclusion, or behind its being known not to follow."""
        return [f for rule in self.network.rules_for.get(key, ()) for f in self.fired.get((rule, holds), [])]


def evaluate(network: Network, known: Mapping[str, Value], durable: "DurableEvaluator | None" = None) -> Outcome:
    """Evaluate with durable_rules where it is given, else with our own evaluator; the results are the same."""
    answers = flatten(known, {q: network.domains[q] for q in network.book.questions})
    if durable is not None:
        return _by_durable(network, answers, durable)
    return _by_bits(network, answers)


def _by_bits(network: Network, answers: Facts) -> Outcome:
    lane = OneLane(network)
    facts = {**answers, **lane.findings(answers)}
    early = _conclusions(network, lane.supports(facts, network.book.rules))
    decided = _decide(network, early)
    facts |= _verdict_facts(decided) | absences(facts, network.domains, network.book.questions)
    supports = tuple(lane.supports(facts, network.book.rules))
    return _outcome(network, lane.name, facts, supports, decided)


def _by_durable(network: Network, answers: Facts, durable: "DurableEvaluator") -> Outcome:
    facts = dict(answers)
    with durable.session() as session:
        session.push(answers)
        while new := _new_findings(network, session.supports, facts):
            facts |= new
            session.push(new)
        decided = _decide(network, _conclusions(network, session.supports))
        later = _verdict_facts(decided) | absences(facts, network.domains, network.book.questions)
        facts |= later
        session.push(later)
        return _outcome(network, durable.name, facts, tuple(session.supports), decided)


def _new_findings(network: Network, supports: list[Support], facts: Facts) -> Facts:
    """Findings that the supports decide, one way or the other, and that are not stated yet."""
    concluded = _conclusions(network, supports)
    truths = {f"finding/{name}": concluded.truth(f"finding:{name}") for name in network.findings}
    return {key: truth for key, truth in truths.items() if truth is not None and key not in facts}


def _conclusions(network: Network, supports: list[Support] | tuple[Support, ...]) -> Conclusions:
    held = frozenset(s.rule for s in supports if s.holds)
    return Conclusions(network, held, frozenset(s.rule for s in supports if not s.holds))


@dataclass(frozen=True)
class _Decided:
    points: Points
    type: TypeDecision
    statuses: dict[str, Status]
    phases: dict[TypeCode, PhaseDecision]


def _decide(network: Network, early: Conclusions) -> _Decided:
    book = network.book
    evidence = [r.then.evidence for r in book.rules if r.then.evidence is not None and r.id in early.held]
    support = verdict.points(evidence)
    scopes = [key for key in network.rules_for if key.startswith("scope:")]
    kind = verdict.decide_type(
        support,
        book.thresholds,
        both_origins=early.truth("hybrid:both_origins") is True,
        out_of_scope=any(early.truth(key) for key in scopes),
    )
    needs = {p: _needs(network, p, early) for p in book.phases}
    statuses = {p: verdict.factor_status(needs[p]) for p in book.phases}
    phases = {t: _phase(book, t, statuses, needs) for t in TYPE_CODES}
    return _Decided(support, kind, statuses, phases)


def _phase(book: Book, type_: TypeCode, statuses: dict[str, Status], needs: dict[str, list[Truth]]) -> PhaseDecision:
    phases = [p for p in book.phases.values() if p.type == type_]
    blocked = {p.order for p in phases if False in needs[p.id]}
    return verdict.decide_phase({p.order: statuses[p.id] for p in phases}, blocked)


def _needs(network: Network, phase: str, early: Conclusions) -> list[Truth]:
    return [early.truth(key) for key in network.needs[phase]]


def shown_types(decision: TypeDecision) -> tuple[TypeCode, ...]:
    """The types whose phases a verdict shows: those named, and for the parent A both A-1 and A-2."""
    shown: list[TypeCode] = []
    for t in decision.types:
        shown += ["A-1", "A-2"] if t == "A" else [t]
    return tuple(shown)


def _verdict_facts(decided: _Decided) -> Facts:
    types = set(decided.type.types)
    working = {
        f"PH.{t}.{n}"
        for t in shown_types(decided.type)
        for n in range(decided.phases[t].low, decided.phases[t].high + 1)
        if n not in decided.phases[t].established
    }
    facts: Facts = {"type_kind": decided.type.kind}
    facts |= {f"leading_type/{t}": t in types for t in COMPUTED_FACTS["leading_type"]}
    facts |= {f"working_phase/{p}": p in working for p in COMPUTED_FACTS["working_phase"]}
    facts |= {f"factor_met/{p}": s == "met" for p, s in decided.statuses.items() if s != "unknown"}
    return facts


def _outcome(
    network: Network, evaluator: EvaluatorName, facts: Facts, supports: tuple[Support, ...], decided: _Decided
) -> Outcome:
    return Outcome(
        network,
        evaluator,
        facts,
        supports,
        decided.points,
        decided.type,
        decided.phases,
        decided.statuses,
        _conclusions(network, supports),
    )


def network_of(book: Book) -> Network:
    """The network of a book. Compiling takes some milliseconds; keep it as long as the book."""
    return Network(book)
