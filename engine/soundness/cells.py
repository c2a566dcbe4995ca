"""The table of coverage: each phase with its key factor, by actor and resource, has a measure or a reason for none."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from engine.book.ground import Found, unknown
from engine.book.problems import both
from engine.book.sources import EMPTY_CELLS
from engine.model.book import Book
from engine.model.knowledge import Actor, Resource
from engine.soundness.about import About
from engine.soundness.survey import Survey

Spot = tuple[str, Actor, Resource]


@dataclass(frozen=True)
class Cell:
    """One cell: the measures that cover it, or the name of the reason why it is empty."""

    phase: str
    actor: Actor
    resource: Resource
    measures: tuple[str, ...]
    reason: str | None


def covered(book: Book) -> dict[Spot, tuple[str, ...]]:
    """The measures in each cell that has any."""
    found: dict[Spot, tuple[str, ...]] = {}
    for measure in book.measures.values():
        for spot in ((p, a, r) for p in measure.phases for a in measure.actors for r in measure.resources):
            found[spot] = (*found.get(spot, ()), measure.id)
    return found


def table(book: Book, about: About) -> tuple[Cell, ...]:
    """Every cell, by type, phase, actor and resource. A phase has one key factor, so it stands for both."""
    there = covered(book)
    reasons = {(c.phase, c.actor, r): c.reason for c in about.cells.cells for r in c.resources}
    phases = sorted(book.phases.values(), key=lambda p: (p.type, p.order))
    spots = [(p.id, a, r) for p in phases for a in Actor for r in Resource]
    return tuple(Cell(*spot, there.get(spot, ()), reasons.get(spot)) for spot in spots)


def cells_explained(survey: Survey) -> Iterator[Found]:
    """Each cell is covered by a measure or stated to be empty, never both; each reason has its name and its use."""
    there = covered(survey.book)
    stated = Counter((c.phase, c.actor, r) for c in survey.about.cells.cells for r in c.resources)
    for cell in table(survey.book, survey.about):
        if not cell.measures and cell.reason is None and survey.book.measures:
            yield _unexplained(cell)
    for n, group in enumerate(survey.about.cells.cells):
        if group.phase not in survey.book.phases:
            yield unknown(survey.ground, "phases", group.phase, EMPTY_CELLS, ("cells", n, "phase"))
        for m, resource in enumerate(group.resources):
            spot = (group.phase, group.actor, resource)
            if spot in there or stated[spot] > 1:
                yield _not_empty(n, m, there.get(spot, ()))
    yield from _reasons(survey.about)


def _reasons(about: About) -> Iterator[Found]:
    used = {group.reason for group in about.cells.cells}
    for n, group in enumerate(about.cells.cells):
        if group.reason not in about.cells.reasons:
            yield _reason(("cells", n, "reason"), group.reason, "の文がありません", "is not worded")
    for name in about.cells.reasons:
        if name not in used:
            yield _reason(("reasons", name), name, "を使う欄がありません", "is not used")


def _reason(path: tuple[str | int, ...], name: str, ja: str, en: str) -> Found:
    return Found(
        code="cell_reason",
        file=EMPTY_CELLS,
        path=path,
        what=both(f"理由「{name}」{ja}。", f"The reason '{name}' {en}."),
        remedy=both("reasons と cells をそろえてください。", "Let 'reasons' and 'cells' agree."),
    )


def _unexplained(cell: Cell) -> Found:
    where = f"{cell.phase} / {cell.actor.value} / {cell.resource.value}"
    return Found(
        code="cell_unexplained",
        file=EMPTY_CELLS,
        path=("cells",),
        what=both(f"{where} に施策も空欄の理由もありません。", f"{where} has neither a measure nor a reason for none."),
        remedy=both("施策を加えるか、空欄の理由を書いてください。", "Add a measure, or say why there is none."),
    )


def _not_empty(n: int, m: int, measures: tuple[str, ...]) -> Found:
    what = (
        both(
            f"空欄とされていますが、{'、'.join(measures)} があります。",
            f"Stated to be empty, yet it has {', '.join(measures)}.",
        )
        if measures
        else both("同じ欄が二度書かれています。", "The same cell is stated twice.")
    )
    remedy = both("この資源を消してください。", "Take this resource out.")
    return Found("cell_not_empty", EMPTY_CELLS, ("cells", n, "resources", m), what, remedy)
