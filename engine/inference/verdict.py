"""Turns evidence and facts into verdicts on type and phase.

The study gives three viewpoints and no procedure (2-1-3, 2-2-5), so this procedure is the tool's own judgement and is
said to be so wherever it is shown. ``bit_verdict`` computes the same for many scenarios; tests hold the two together.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from engine.model.assessment import Kind, Order, Status, ViewpointId
from engine.model.knowledge import TypeOrParent
from engine.model.rules import Evidence, Thresholds

TYPES: tuple[TypeOrParent, ...] = ("A", "A-1", "A-2", "B")
VIEWPOINTS: tuple[ViewpointId, ...] = ("VP1", "VP2", "VP3")
Points = dict[TypeOrParent, dict[str, int]]
Truth = bool | None


@dataclass(frozen=True, slots=True)
class TypeDecision:
    """The verdict on type without its reasons. ``types`` has the better supported first."""

    kind: Kind
    types: tuple[TypeOrParent, ...]
    margin: int | None

    @property
    def label(self) -> str:
        """The verdict in one word, e.g. ``A-2+B``."""
        return "+".join(sorted(self.types)) or self.kind


def points(evidence: Iterable[Evidence]) -> Points:
    """Support of each type by viewpoint: its strongest evidence for minus its strongest against, never a sum."""
    strongest: dict[tuple[str, str, str], int] = {}
    for e in evidence:
        key = (e.type, e.viewpoint, e.pull)
        strongest[key] = max(strongest.get(key, 0), e.weight)
    return {
        t: {v: strongest.get((t, v, "for"), 0) - strongest.get((t, v, "against"), 0) for v in VIEWPOINTS} for t in TYPES
    }


def decide_type(support: Points, limits: Thresholds, *, both_origins: bool, out_of_scope: bool) -> TypeDecision:
    """Type in two steps, A against B and then A-1 against A-2. ``both_origins``: the answerer says both carried it."""
    if out_of_scope:
        return TypeDecision("out_of_scope", (), None)
    winners, margin = _contest("A", "B", support, limits, both_origins)
    if "A" not in winners:
        return TypeDecision("single", ("B",), margin) if winners else TypeDecision("undetermined", (), margin)
    inner, inner_margin = _contest("A-1", "A-2", support, limits, False)
    named: tuple[TypeOrParent, ...] = inner or ("A",)
    if "B" in winners:
        return TypeDecision("hybrid", (*named, "B") if winners[0] == "A" else ("B", *named), margin)
    if len(named) > 1:
        return TypeDecision("hybrid", named, inner_margin)
    return TypeDecision("parent" if named == ("A",) else "single", named, inner_margin if inner else margin)


def _contest(
    a: TypeOrParent, b: TypeOrParent, support: Points, limits: Thresholds, declared_both: bool
) -> tuple[tuple[TypeOrParent, ...], int]:
    """Who of two types is named: both (the stronger first), one, or neither; and by how many points one leads."""
    totals = {t: sum(support[t].values()) for t in (a, b)}
    order: tuple[TypeOrParent, ...] = (a, b) if totals[a] >= totals[b] else (b, a)
    lead = totals[order[0]] - totals[order[1]]
    reach = {t: totals[t] >= limits.type_support for t in (a, b)}
    broad = all(sum(n > 0 for n in support[t].values()) >= limits.hybrid_viewpoints for t in (a, b))
    if all(reach.values()) and (broad or declared_both):
        return order, lead
    return ((order[0],) if reach[order[0]] and lead >= limits.margin else ()), lead


def factor_status(needs: Iterable[Truth]) -> Status:
    """Met if every necessary fact is a yes, not met if every one is a no, partly if they differ, else unknown."""
    found = set(needs)
    if {True, False} <= found:
        return "partly"
    if None in found:
        return "unknown"
    return "met" if found == {True} else "not_met"


@dataclass(frozen=True, slots=True)
class PhaseDecision:
    """Where work stands for one type, from the statuses of its three key factors."""

    low: Order
    high: Order
    established: tuple[Order, ...]
    complete: bool

    @property
    def ahead(self) -> tuple[Order, ...]:
        """Factors met although an earlier one is not yet: 先行, which is no error."""
        return tuple(n for n in self.established if not self.complete and n > self.low)


def decide_phase(statuses: Mapping[int, Status], blocked: Container[int] = ()) -> PhaseDecision:
    """``low``: the first factor not known to be met; ``high``: the first that cannot be met, unknown passing, else 3.

    ``blocked`` are factors with a necessary fact known to be missing: whatever the others turn out to be, not met.
    """
    orders: tuple[Order, ...] = (1, 2, 3)
    established = tuple(n for n in orders if statuses[n] == "met")
    low: Order = next((n for n in orders if statuses[n] != "met"), 3)
    high: Order = next((n for n in orders if statuses[n] in ("not_met", "partly") or n in blocked), 3)
    return PhaseDecision(low, high, established, len(established) == len(orders))
