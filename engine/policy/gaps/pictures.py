"""What the pictures of the check show: heat maps of phase and actor by resource, and coverage by key factor."""

from collections.abc import Callable, Iterable

from engine.model.gaps import FactorCoverage, HeatCell, HeatMap
from engine.model.knowledge import Actor, Measure, Resource
from engine.policy.gaps.laid_over import LaidOver
from engine.policy.gaps.register_view import RegisterView

DUE = ("repair", "now", "prepare")
"""When a measure counts as needed in the map of actors; what lies further ahead would bury what is due."""


def heat_maps(over: LaidOver, view: RegisterView) -> tuple[HeatMap, ...]:
    """Phases by resources, with every measure still to do or there; actors by resources, with those due by now."""
    return (_phases(over, view), _actors(over, view)) if over.types else ()


def _phases(over: LaidOver, view: RegisterView) -> HeatMap:
    wanted = [m for m in over.measures if m.id in over.advice or view.running(m.id)]
    rows = tuple(phase for type_ in over.types for phase in over.book.phases if over.book.phases[phase].type == type_)

    def needed(row: str, column: str) -> list[Measure]:
        return [m for m in wanted if row in m.phases and column in m.resources]

    def shows(measure: Measure, _: str, column: str) -> bool:
        return column not in view.lacking_resources(measure).known

    columns = tuple(resource.value for resource in Resource)
    return HeatMap.model_construct(
        kind="phase_resource", rows=rows, columns=columns, cells=_cells(view, rows, columns, needed, shows)
    )


def _actors(over: LaidOver, view: RegisterView) -> HeatMap:
    due = [m for m in over.measures if (advised := over.advice.get(m.id)) and advised.timing in DUE]

    def needed(row: str, column: str) -> list[Measure]:
        return [m for m in due if row in m.actors and column in m.resources]

    def shows(measure: Measure, row: str, column: str) -> bool:
        return row not in view.lacking_actors(measure).known and column not in view.lacking_resources(measure).known

    rows, columns = tuple(actor.value for actor in Actor), tuple(resource.value for resource in Resource)
    return HeatMap.model_construct(
        kind="actor_resource", rows=rows, columns=columns, cells=_cells(view, rows, columns, needed, shows)
    )


def _cells(
    view: RegisterView,
    rows: Iterable[str],
    columns: tuple[str, ...],
    needed: Callable[[str, str], list[Measure]],
    shows: Callable[[Measure, str, str], bool],
) -> tuple[HeatCell, ...]:
    return tuple(_cell(view, row, column, needed(row, column), shows) for row in rows for column in columns)


def _cell(
    view: RegisterView, row: str, column: str, needed: list[Measure], shows: Callable[[Measure, str, str], bool]
) -> HeatCell:
    found: dict[str, list[str]] = {"there": [], "suggested": [], "missing": []}
    for measure in needed:
        coverage = view.coverage(measure.id)
        there = coverage in found and shows(measure, row, column)
        found[coverage if there else "missing"].append(measure.id)
    return HeatCell.model_construct(
        row=row,
        column=column,
        needed=tuple(m.id for m in needed),
        there=tuple(found["there"]),
        suggested=tuple(found["suggested"]),
        missing=tuple(found["missing"]),
    )


def factor_coverage(over: LaidOver, view: RegisterView) -> tuple[FactorCoverage, ...]:
    """For each key factor of the types in question, what of the measures that work on it is there."""
    return tuple(_factor(over, view, phase, measures) for phase, measures in over.working_on.items())


def _factor(over: LaidOver, view: RegisterView, phase: str, measures: tuple[str, ...]) -> FactorCoverage:
    coverage = {one: view.coverage(one) for one in measures}
    return FactorCoverage.model_construct(
        phase=phase,
        status=over.factors[phase].status,
        measures=measures,
        there=tuple(one for one, found in coverage.items() if found == "there"),
        suggested=tuple(one for one, found in coverage.items() if found == "suggested"),
        missing=tuple(one for one, found in coverage.items() if found in ("ended", "nothing")),
    )
