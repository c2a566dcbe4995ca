"""Compares two gap checks: over the years of one cluster, or across clusters."""

from collections.abc import Iterator

from engine.model.gap_comparison import CoverageBeside, GapComparison, GapSide, PlaceOfType, Relation
from engine.policy.checked import Checked
from engine.policy.comparing_entries import Pairs, has_ended
from engine.policy.comparing_findings import Beside, Seen


def compare_checks(before: Checked, after: Checked, *, relation: Relation = "years") -> GapComparison:
    """Two checks side by side.

    Args:
        before: the earlier one, or that of one cluster.
        after: the later one, or that of the other cluster.
        relation: whether both are of one cluster. Then departments count, and renamed measures are found again.
    """
    pairs = Pairs(before, after, relation)
    beside = Beside(pairs)
    first, second = _side(before), _side(after)
    return GapComparison(
        knowledge_version=after.check.knowledge_version,
        relation=relation,
        same=first.digest == second.digest,
        before=first,
        after=second,
        verdict_changed=first.places != second.places or first.label != second.label,
        entries=pairs.changes,
        entries_alike=len(pairs.indexes) - sum(1 for one in pairs.changes if one.before and one.after),
        closed=beside.closed(),
        new=beside.new(),
        remaining=beside.remaining(),
        coverage=tuple(_coverage(Seen(before, {}), Seen(after, {}))),
    )


def _side(one: Checked) -> GapSide:
    check, verdict, register = one.check, one.assessment.type, one.register
    running = [existing for existing in register.measures if not has_ended(one, existing)]
    budgets = [existing.budget for existing in running if existing.budget is not None]
    return GapSide(
        cluster=one.consultation.cluster,
        scenario=one.consultation.scenario,
        as_of=one.assessment.as_of,
        digest=check.digest,
        kind=verdict.kind,
        label=verdict.leading,
        settled=verdict.settled and all(phase.settled for phase in one.assessment.phases),
        types=check.types,
        places=tuple(
            PlaceOfType(type=phase.type, low=phase.low, high=phase.high, complete=phase.complete)
            for phase in one.assessment.phases
        ),
        register_name=register.name,
        fiscal_year=register.fiscal_year,
        measures=check.measures_total,
        running=len(running),
        confirmed=check.confirmed,
        suggested=check.suggested,
        open=check.open,
        budget=sum(budgets) if budgets else None,
        budgeted=len(budgets),
        unread=len(register.unread),
    )


def _coverage(before: Seen, after: Seen) -> Iterator[CoverageBeside]:
    """Every generic measure of either side, in the order of the second and then of the first."""
    for measure in dict.fromkeys((*after.covered, *before.covered)):
        one, other = before.covered.get(measure), after.covered.get(measure)
        either = one or other
        if either is not None:
            yield CoverageBeside(
                measure=measure,
                type=either.type,
                before=one.coverage if one else None,
                after=other.coverage if other else None,
                timing_before=one.timing if one else None,
                timing_after=other.timing if other else None,
                existing_before=_names(before.checked, one.existing if one else ()),
                existing_after=_names(after.checked, other.existing if other else ()),
            )


def _names(of: Checked, existing: tuple[str, ...]) -> tuple[str, ...]:
    by_id = {one.id: one.name for one in of.register.measures}
    return tuple(by_id[one] for one in existing)
