"""Finds last year's layout again in this year's file, where columns have moved and years in the headings changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.model.register import ColumnChoice, Layout
from engine.policy.register import budget_column, limits, titles
from engine.policy.register.columns import Placed
from engine.policy.register.grid import Sheet, text_of
from engine.policy.register.headings import LEVELS, neutral
from engine.policy.register.table import Header, header_at

_ENOUGH = 0.6
"""This share of the remembered headings must be there, the name's among them."""


@dataclass(frozen=True)
class Recall:
    """A remembered layout laid over a sheet."""

    header: Header
    places: tuple[Placed, ...]
    unit: int
    share: float


def recalled(
    sheet: Sheet, found: Header | None, remembered: Sequence[Layout], fiscal_year: int | None = None
) -> Recall | None:
    """The remembered layout that fits best; None where none fits. Of equals the first counts."""
    fits = [
        fit
        for layout in remembered
        for header in _headers(sheet, found, layout)
        if (fit := _fit(sheet, header, layout, fiscal_year))
    ]
    return max(fits, key=lambda fit: (fit.share, len(fit.places)), default=None)


def _headers(sheet: Sheet, found: Header | None, layout: Layout) -> Iterator[Header]:
    """Where the header may be: where one was found, else on any row that has the heading of the names."""
    if found is not None:
        yield found
    name = next((choice.heading for choice in layout.columns if choice.field == "name"), "")
    pieces = {piece for part in name.split(LEVELS) if (piece := neutral(part))}
    for row in sheet.numbers[: limits.HEADER_SEARCH_ROWS] if pieces else ():
        texts = (text_of(value) for value in sheet.rows[row].values())
        if any(len(text) <= limits.HEADING_CHARACTERS and neutral(text) in pieces for text in texts):
            yield header_at(sheet, row, layout.header_rows)


def _fit(sheet: Sheet, header: Header, layout: Layout, fiscal_year: int | None) -> Recall | None:
    by_heading: dict[str, list[int]] = {}
    for column, heading in header.columns.items():
        by_heading.setdefault(neutral(heading.text), []).append(column)
    wanted = [choice for choice in layout.columns if choice.heading]
    places: list[Placed] = []
    for choice in wanted:
        free = [c for c in by_heading.get(neutral(choice.heading), ()) if c not in {p.column for p in places}]
        if free:
            places.append(Placed(choice.field, _which(sheet, header, choice, free, fiscal_year), "remembered"))
    fields = {place.field for place in places}
    if not wanted or "name" not in fields or len(places) < len(wanted) * _ENOUGH:
        return None
    return Recall(header, tuple(places), layout.unit, len(places) / len(wanted))


def _which(sheet: Sheet, header: Header, choice: ColumnChoice, free: list[int], fiscal_year: int | None) -> int:
    """Of columns that differ by their year alone the budget is the latest one's; of others the first."""
    if choice.field != "budget":
        return free[0]
    year = fiscal_year or titles.year_of_title(sheet, header)
    return budget_column.best([(column, header.columns[column]) for column in free], year) or free[0]
