"""The bit-parallel evaluator: one Python integer a proposition, one bit a scenario ("lane").

``&``, ``|`` and ``~`` on such integers evaluate every rule for all scenarios at once. Each condition gives a pair of
masks, the lanes where it is known to hold and those where it is known not to (strong Kleene logic). It walks the
condition trees themselves, not the alternatives that durable_rules is given, and so proves the other evaluator.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from engine.inference.facts import Domain, Facts, Scalar, presence_key
from engine.inference.network import Network
from engine.inference.trace import Support
from engine.model import rules as r
from engine.model.assessment import EvaluatorName
from engine.model.rules import Rule

Masks = tuple[int, int]
"""(lanes where it is known to hold, lanes where it is known not to)."""


@dataclass
class Lanes:
    """What is known in each of ``size`` scenarios: for each flat fact, the lanes of each of its values."""

    size: int
    facts: dict[str, dict[Scalar, int]] = field(default_factory=dict)

    @property
    def everywhere(self) -> int:
        """The mask of all lanes."""
        return (1 << self.size) - 1

    def mask(self, key: str, value: Scalar) -> int:
        """The lanes where the fact has this value. 1, 1.0 and True are told apart by the fact's domain, not here."""
        return self.facts.get(key, {}).get(value, 0)

    def known(self, key: str) -> int:
        """The lanes where the fact has any value."""
        known = 0
        for mask in self.facts.get(key, {}).values():
            known |= mask
        return known

    def set_everywhere(self, facts: Facts) -> None:
        """State facts that are the same in every lane."""
        for key, value in facts.items():
            self.facts[key] = {value: self.everywhere}

    def set_truth(self, key: str, masks: Masks) -> None:
        """State in which lanes a yes/no fact is true and false."""
        self.facts[key] = {True: masks[0], False: masks[1]}


class BitEvaluator:
    """Evaluates the rules of a network over lanes."""

    def __init__(self, network: Network) -> None:
        """Order the rules so that a finding is evaluated before the rules that read it."""
        self.network = network
        self.finding_order = finding_order(network.book.rules)

    def findings(self, lanes: Lanes, only: Collection[str] | None = None) -> dict[str, Masks]:
        """Evaluate the rules that give findings, and state the findings in ``lanes``.

        ``only``: the findings wanted, with all that these are found from; by default all there are.
        """
        masks: dict[str, Masks] = {}
        for name, rules in self.finding_order:
            if only is not None and name not in only:
                continue
            for rule in rules:
                masks[rule.id] = self.condition(rule.when, lanes)
            lanes.set_truth(f"finding/{name}", any_of([masks[rule.id] for rule in rules]))
        return masks

    def condition(self, c: r.Condition, lanes: Lanes) -> Masks:
        """Where a condition is known to hold, and where it is known not to."""
        match c:
            case r.Not():
                holds, fails = self.condition(c.not_, lanes)
                return fails, holds
            case r.All():
                return all_of([self.condition(part, lanes) for part in c.all])
            case r.AnyOf():
                return any_of([self.condition(part, lanes) for part in c.any])
            case r.Finding():
                return lanes.mask(f"finding/{c.finding}", True), lanes.mask(f"finding/{c.finding}", False)
            case r.Known() | r.Unknown():
                key = c.known if isinstance(c, r.Known) else c.unknown
                known = lanes.known(presence_key(key, self.network.domains[key]))
                pair = known, lanes.everywhere & ~known
                return pair if isinstance(c, r.Known) else pair[::-1]
            case r.AtLeast():
                return self._at_least(c, lanes)
            case r.Is():
                return self._among(c.fact, (c.value,), lanes)
            case r.In():
                return self._among(c.fact, c.values, lanes)
        raise TypeError(f"not a condition: {c!r}")

    def _among(self, key: str, wanted: tuple[Scalar, ...], lanes: Lanes) -> Masks:
        if self.network.domains[key].kind == "several":
            options = [f"{key}/{option}" for option in wanted]
            return any_of([(lanes.mask(o, True), lanes.mask(o, False)) for o in options])
        holds = 0
        for value in wanted:
            holds |= lanes.mask(key, value)
        return holds, lanes.known(key) & ~holds

    @staticmethod
    def _at_least(c: r.AtLeast, lanes: Lanes) -> Masks:
        holds = 0
        for value, mask in lanes.facts.get(c.fact, {}).items():
            if float(value) >= c.threshold:
                holds |= mask
        return holds, lanes.known(c.fact) & ~holds


def all_of(pairs: list[Masks]) -> Masks:
    """Kleene's and: holds where all hold, fails where any fails."""
    holds, fails = pairs[0]
    for h, f in pairs[1:]:
        holds &= h
        fails |= f
    return holds, fails


def any_of(pairs: list[Masks]) -> Masks:
    """Kleene's or: holds where any holds, fails where all fail."""
    fails, holds = all_of([(f, h) for h, f in pairs])
    return holds, fails


def finding_order(rules: tuple[Rule, ...]) -> list[tuple[str, list[Rule]]]:
    """Findings with their rules, each after the findings it reads. The book is known to have no cycle."""
    by_name: dict[str, list[Rule]] = {}
    for rule in rules:
        if rule.then.finding is not None:
            by_name.setdefault(rule.then.finding, []).append(rule)
    ordered: dict[str, list[Rule]] = {}

    def place(name: str) -> None:
        if name not in ordered and name in by_name:
            for rule in by_name[name]:
                for read in findings_read(rule.when):
                    place(read)
            ordered[name] = by_name[name]

    for name in by_name:
        place(name)
    return list(ordered.items())


def findings_read(c: r.Condition) -> Iterator[str]:
    """Names of the findings a condition reads."""
    match c:
        case r.Finding():
            yield c.finding
        case r.Not():
            yield from findings_read(c.not_)
        case r.All() | r.AnyOf():
            for part in c.all if isinstance(c, r.All) else c.any:
                yield from findings_read(part)


class OneLane:
    """The second evaluator: one scenario, with the trace. Gives the supports that durable_rules must give as well."""

    name: EvaluatorName = "bits"

    def __init__(self, network: Network) -> None:
        """Share the conditions' evaluation with the evaluator of many lanes."""
        self.network = network
        self.many = BitEvaluator(network)

    def supports(self, facts: Facts, rules: tuple[Rule, ...]) -> list[Support]:
        """Every support of the given rules on these facts (findings included), in either polarity where derived."""
        derived = {(d.rule.id, d.holds) for d in self.network.derivations}
        return [
            Support(rule.id, holds, keys)
            for rule in rules
            for holds in (True, False)
            if (rule.id, holds) in derived
            for keys in set(satisfied(rule.when, facts, self.network.domains, holds))
        ]

    def findings(self, facts: Facts) -> Facts:
        """The findings that are known to hold or not on these facts."""
        lanes = Lanes(1)
        lanes.set_everywhere(facts)
        self.many.findings(lanes)
        names = (f"finding/{name}" for name, _ in self.many.finding_order)
        return {n: bool(lanes.mask(n, True)) for n in names if lanes.known(n)}


def satisfied(c: r.Condition, facts: Facts, of: Mapping[str, Domain], holds: bool) -> list[frozenset[str]]:
    """The sets of facts that make a condition known to hold (or not); empty where it is not known to."""
    match c:
        case r.Not():
            return satisfied(c.not_, facts, of, not holds)
        case r.All() | r.AnyOf():
            parts = [satisfied(part, facts, of, holds) for part in (c.all if isinstance(c, r.All) else c.any)]
            if isinstance(c, r.All) is holds:
                return [frozenset().union(*choice) for choice in product(*parts)]
            return [keys for part in parts for keys in part]
        case r.Finding():
            key = f"finding/{c.finding}"
            return [frozenset({key})] if facts.get(key) is holds else []
        case r.Known() | r.Unknown():
            return _presence(c, facts, of, holds)
        case r.Is() | r.In():
            return _values(c.fact, (c.value,) if isinstance(c, r.Is) else c.values, facts, of, holds)
        case r.AtLeast():
            passes = c.fact in facts and (float(facts[c.fact]) >= c.threshold) is holds
            return [frozenset({c.fact})] if passes else []
    raise TypeError(f"not a condition: {c!r}")


def _presence(c: r.Known | r.Unknown, facts: Facts, of: Mapping[str, Domain], holds: bool) -> list[frozenset[str]]:
    name, wants = (c.known, holds) if isinstance(c, r.Known) else (c.unknown, not holds)
    key = presence_key(name, of[name]) if wants else f"absent/{name}"
    return [frozenset({key})] if key in facts else []


def _values(
    key: str, wanted: tuple[Scalar, ...], facts: Facts, of: Mapping[str, Domain], holds: bool
) -> list[frozenset[str]]:
    if of[key].kind != "several":
        return [frozenset({key})] if key in facts and (facts[key] in wanted) is holds else []
    options = [f"{key}/{option}" for option in wanted]
    if holds:
        return [frozenset({o}) for o in options if facts.get(o) is True]
    return [frozenset(options)] if all(facts.get(o) is False for o in options) else []
