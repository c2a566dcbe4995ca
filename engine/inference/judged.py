"""The whole rule book over many scenarios: findings, evidence, type, phase and all that follows, as masks of lanes.

It decides lane by lane what ``evaluate`` decides for one set of answers; tests hold the two together.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property, reduce
from operator import and_, or_

from engine.inference.bit_verdict import label_masks
from engine.inference.bits import BitEvaluator, Lanes, Masks, any_of
from engine.inference.evaluate import TYPE_CODES
from engine.inference.facts import Scalar, presence_key
from engine.model.assessment import Order, Status
from engine.model.book import COMPUTED_FACTS
from engine.model.knowledge import TypeCode

ORDERS: tuple[Order, ...] = (1, 2, 3)
_NOTHING: Masks = (0, 0)


class Standing:
    """Where work stands for one type: for each phase the lanes in which it is the lowest, the highest, established."""

    def __init__(
        self, statuses: Mapping[Order, dict[Status, int]], blocked: Mapping[Order, int], everywhere: int
    ) -> None:
        """``statuses``: of the three key factors. ``blocked``: where a necessary fact is known to be missing."""
        met = {n: statuses[n]["met"] for n in ORDERS}
        stops = {n: statuses[n]["not_met"] | statuses[n]["partly"] | blocked[n] for n in ORDERS}
        self.low = _first({n: everywhere & ~met[n] for n in ORDERS}, everywhere)
        self.high = _first(stops, everywhere)
        self.established = met
        self.complete = reduce(and_, met.values())

    @cached_property
    def reached(self) -> dict[Order, int]:
        """For each phase the lanes in which it lies no higher than the highest where work may stand."""
        return {n: union(self.high[m] for m in ORDERS if m >= n) for n in ORDERS}

    @cached_property
    def working(self) -> dict[Order, int]:
        """For each phase the lanes in which work may stand there: from the lowest to the highest, not established."""
        return {n: self.between[n] & ~self.established[n] for n in ORDERS}

    @cached_property
    def between(self) -> dict[Order, int]:
        """For each phase the lanes in which it lies between the lowest and the highest."""
        return {n: self.reached[n] & union(self.low[m] for m in ORDERS if m <= n) for n in ORDERS}

    @cached_property
    def places(self) -> dict[str, int]:
        """The lanes of each range in which work stands, e.g. ``1``, ``1-3``, ``complete``."""
        found = {"complete": self.complete}
        for low in ORDERS:
            for high in ORDERS:
                name = f"{low}" if low == high else f"{low}-{high}"
                found[name] = self.low[low] & self.high[high] & ~self.complete
        return {name: mask for name, mask in found.items() if mask}


class Judged:
    """What the rules conclude in each lane. Nothing is worked out before it is asked for."""

    def __init__(self, evaluator: BitEvaluator, lanes: Lanes) -> None:
        """``lanes`` need the answers only; findings and verdicts are stated in them here."""
        self.network = evaluator.network
        self.evaluator = evaluator
        self.lanes = lanes
        self._rules: dict[str, Masks] = {}
        self._rules.update(evaluator.findings(lanes))

    @property
    def everywhere(self) -> int:
        """All lanes."""
        return self.lanes.everywhere

    def rule(self, rule: str) -> Masks:
        """Where a rule is known to hold, and where it is known not to."""
        if rule not in self._rules:
            if rule in self.network.of_verdicts:
                self._verdicts_stated  # noqa: B018  # a cached property: the first rule that needs it states the facts
            self._rules[rule] = self.evaluator.condition(self.network.book.rule[rule].when, self.lanes)
        return self._rules[rule]

    def truth(self, conclusion: str) -> Masks:
        """Where a conclusion is known to follow, and where it is known not to."""
        rules = self.network.rules_for.get(conclusion, ())
        return any_of([self.rule(rule) for rule in rules]) if rules else _NOTHING

    @cached_property
    def labels(self) -> dict[str, int]:
        """The lanes of each verdict label on type that occurs."""
        found = label_masks(self.network.book, lambda rule: self.rule(rule)[0], self.everywhere)
        return {label: mask for label, mask in found.items() if mask}

    def names(self, type_: str) -> int:
        """The lanes whose verdict names a type (``A`` where A-1 or A-2 is open)."""
        return union(mask for label, mask in self.labels.items() if type_ in label.split("+"))

    def shows(self, type_: TypeCode) -> int:
        """The lanes whose verdict shows the phases of a type: it is named, or A is and it is one of A's."""
        return self.names(type_) | (self.names("A") if type_ != "B" else 0)

    @cached_property
    def statuses(self) -> dict[str, dict[Status, int]]:
        """For each phase the lanes of each status of its key factor."""
        return {phase: self._status(phase) for phase in self.network.book.phases}

    def _status(self, phase: str) -> dict[Status, int]:
        needs = [self.truth(key) for key in self.network.needs[phase]]
        some, lacks = union(holds for holds, _ in needs), union(fails for _, fails in needs)
        known = reduce(and_, (holds | fails for holds, fails in needs), self.everywhere)
        partly = some & lacks
        return {
            "met": known & some & ~lacks,
            "partly": partly,
            "not_met": known & ~some,
            "unknown": self.everywhere & ~known & ~partly,
        }

    @cached_property
    def standings(self) -> dict[TypeCode, Standing]:
        """Where work stands for each type."""
        return {type_: self._standing(type_) for type_ in TYPE_CODES}

    def _standing(self, type_: TypeCode) -> Standing:
        phases = {p.order: p.id for p in self.network.book.phases.values() if p.type == type_}
        blocked = {n: union(self.truth(key)[1] for key in self.network.needs[phase]) for n, phase in phases.items()}
        return Standing({n: self.statuses[phase] for n, phase in phases.items()}, blocked, self.everywhere)

    @cached_property
    def _verdicts_stated(self) -> None:
        """States the verdicts and the absences as facts, for the rules that read them."""
        kinds: dict[Scalar, int] = dict.fromkeys(COMPUTED_FACTS["type_kind"], 0)
        for label, mask in self.labels.items():
            kinds[kind_of(label)] |= mask
        self.lanes.facts["type_kind"] = kinds
        for type_ in COMPUTED_FACTS["leading_type"]:
            self._state(f"leading_type/{type_}", self.names(type_))
        for phase in self.network.book.phases.values():
            working = self.standings[phase.type].working[phase.order] & self.shows(phase.type)
            self._state(f"working_phase/{phase.id}", working)
            met, unknown = self.statuses[phase.id]["met"], self.statuses[phase.id]["unknown"]
            self.lanes.set_truth(f"factor_met/{phase.id}", (met, self.everywhere & ~met & ~unknown))
        for question in self.network.book.questions:
            known = self.lanes.known(presence_key(question, self.network.domains[question]))
            self.lanes.facts[f"absent/{question}"] = {True: self.everywhere & ~known}

    def _state(self, key: str, mask: int) -> None:
        self.lanes.set_truth(key, (mask, self.everywhere & ~mask))


def kind_of(label: str) -> str:
    """The kind of verdict a label stands for."""
    if label in ("undetermined", "out_of_scope"):
        return label
    if "+" in label:
        return "hybrid"
    return "parent" if label == "A" else "single"


def types_of(label: str) -> tuple[TypeCode, ...]:
    """The types whose phases a verdict label shows: those it names, and for the parent A both A-1 and A-2."""
    named = set(label.split("+"))
    return tuple(t for t in TYPE_CODES if t in named or (t != "B" and "A" in named))


def refines(label: str, verdict: str) -> bool:
    """Whether a label says what a verdict says, or the same with A told apart into A-1 and A-2."""
    found, wanted = set(label.split("+")), set(verdict.split("+"))
    if "A" in wanted and found & {"A-1", "A-2"}:
        found = found - {"A-1", "A-2"} | {"A"}
    return found == wanted


def union(masks: Iterable[int]) -> int:
    """The lanes in any of the masks."""
    return reduce(or_, masks, 0)


def _first(tests: Mapping[Order, int], everywhere: int) -> dict[Order, int]:
    """For each number the lanes in which it is the first to pass; the last one's where none does."""
    left = everywhere
    found: dict[Order, int] = {}
    for n, passing in tests.items():
        found[n] = left & passing
        left &= ~passing
    found[max(found)] |= left
    return found
