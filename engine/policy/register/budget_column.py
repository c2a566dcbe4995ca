"""Chooses the year's budget among several columns of money: never the change, never last year's."""

from collections.abc import Sequence

from engine.interview.folding import fold
from engine.policy.register.headings import Heading, neutral
from engine.policy.register.words import words
from engine.policy.register.years import named

_YEARS_OF_A_PLAN = 3


def best(candidates: Sequence[tuple[int, Heading]], fiscal_year: int | None, plan: bool = False) -> int | None:
    """The column of the year's budget.

    Args:
        candidates: Columns of money with their headings.
        fiscal_year: What the title says, if it says one, or the year asked for.
        plan: Whether the title speaks of a plan.
    """
    if not candidates:
        return None
    headings = [heading for _, heading in candidates]
    all_plans = all(_has(heading, words().budget_columns.plans) for heading in headings)
    all_plans = all_plans or (plan and _years_ahead(headings))
    return max(candidates, key=lambda pair: _score(pair, fiscal_year, all_plans))[0]


def year_of(heading: Heading) -> int | None:
    """The fiscal year that a heading names; the latest of several."""
    return max(named(heading.text), default=None)


def _score(candidate: tuple[int, Heading], fiscal_year: int | None, all_plans: bool) -> tuple[int, ...]:
    column, heading = candidate
    columns = words().budget_columns
    year = year_of(heading)
    other = _has(heading, columns.previous) or _has(heading, columns.next)
    current = _has(heading, columns.current) or (fiscal_year is not None and year == fiscal_year)
    # Of plans for several years the first is the nearest to what is done now; of budgets and accounts the last.
    recency = (-(year or 9_999) if all_plans else (year or 0)) if not other else 0
    plan = _has(heading, columns.plans) and not all_plans
    return (current and not other, not other, not plan, recency, -_kind(heading), heading.meaning.strength, -column)


def _years_ahead(headings: Sequence[Heading]) -> bool:
    """Whether years of one kind stand side by side, three at least, as a plan of years has them (R7, R8, R9)."""
    dated = [(neutral(heading.text), year) for heading in headings if (year := year_of(heading))]
    years = sorted({year for _, year in dated})
    alike = len({kind for kind, _ in dated}) == 1
    return alike and len(years) >= _YEARS_OF_A_PLAN and years[-1] - years[0] == len(years) - 1


def _kind(heading: Heading) -> int:
    text = fold(heading.text)
    kinds = words().budget_columns.kinds
    return next((rank for rank, word in enumerate(kinds) if fold(word) in text), len(kinds))


def _has(heading: Heading, group: Sequence[str]) -> bool:
    text = fold(heading.text)
    return any(fold(word) in text for word in group)
