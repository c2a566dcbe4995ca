"""Says which column of a table holds which field: by its headings first, confirmed by what stands in it."""

from dataclasses import dataclass
from typing import Literal, get_args

from engine.interview.folding import fold
from engine.model.register import RegisterField
from engine.policy.register import budget_column
from engine.policy.register.contents import fits, guessed, is_money, is_year, looks_like_names, samples
from engine.policy.register.grid import Sheet, Value
from engine.policy.register.headings import Heading
from engine.policy.register.table import Header

How = Literal["heading", "contents", "remembered"]
FIELDS: tuple[RegisterField, ...] = get_args(RegisterField)
_SEVERAL: dict[RegisterField, int] = {
    "name": 2, "outline": 4, "department": 3, "actors": 3, "kpi": 4, "funding": 8, "scheme": 2, "resources": 2,
}  # fmt: skip
"""Fields that may stand in several columns. Of two columns of names the finer counts, the other where it is blank."""
_MONEY_SIGNS = ("額", "費", "円", "金", "budget", "cost", "amount")


@dataclass(frozen=True)
class Placed:
    """A field and the column that holds it."""

    field: RegisterField
    column: int
    how: How


def placed(sheet: Sheet, header: Header, fiscal_year: int | None, plan: bool = False) -> list[Placed]:
    """Which columns hold which fields, those of one field in the order in which they count.

    Args:
        sheet: The sheet.
        header: Its header.
        fiscal_year: The year whose budget is looked for; None where nothing says.
        plan: Whether a plan of several years stands there.
    """
    values = {column: samples(sheet, header.data, column) for column in header.columns}
    found = _by_heading(header, values, fiscal_year, plan)
    found += _last_years(header, values, {place.field for place in found})
    found += _by_contents(sheet, header, values, {place.field for place in found}, {place.column for place in found})
    if not any(place.field == "name" for place in found):
        found += _name_by_contents(header, values, {place.column for place in found})
    return sorted(found, key=lambda place: FIELDS.index(place.field))


def _by_heading(header: Header, values: dict[int, list[Value]], fiscal_year: int | None, plan: bool) -> list[Placed]:
    found: list[Placed] = []
    for field in FIELDS:
        fitting = [
            (column, heading)
            for column, heading in header.columns.items()
            if heading.meaning.field == field and not heading.meaning.ignored and fits(field, values[column])
        ]
        if field == "budget":
            column = budget_column.best(fitting or _years_alone(header, values), fiscal_year, plan)
            found += [Placed(field, column, "heading")] if column else []
            continue
        if field == "name":
            fitting = [pair for pair in fitting if values[pair[0]]] or fitting
        if field not in _SEVERAL or field == "name":
            fitting.sort(key=lambda pair: (-pair[1].meaning.strength, pair[1].meaning.rank if field == "name" else 0))
        found += [Placed(field, column, "heading") for column, _ in fitting[: _SEVERAL.get(field, 1)]]
    return found


def _years_alone(header: Header, values: dict[int, list[Value]]) -> list[tuple[int, Heading]]:
    """Columns headed 本年度 and 前年度 and nothing else: amounts, where no other column says budget."""
    years = [(column, heading) for column, heading in header.columns.items() if heading.meaning.is_year]
    return [pair for pair in years if len(values[pair[0]]) > 1 and _all_money(values[pair[0]])]


def _all_money(held: list[Value]) -> bool:
    return all(map(is_money, held)) and not all(map(is_year, held))


def _last_years(header: Header, values: dict[int, list[Value]], fields: set[RegisterField]) -> list[Placed]:
    """Beside first years a column headed "last year" that holds years is the end, not money of the year before."""
    if "start" not in fields or "end" in fields:
        return []
    years = (column for column, heading in header.columns.items() if heading.meaning.is_year)
    column = next((c for c in years if values[c] and all(map(is_year, values[c]))), None)
    return [Placed("end", column, "heading")] if column else []


def _by_contents(
    sheet: Sheet, header: Header, values: dict[int, list[Value]], fields: set[RegisterField], taken: set[int]
) -> list[Placed]:
    """Columns whose heading says nothing known, or that have none at all."""
    found: list[Placed] = []
    wanted = {field for field in FIELDS if field not in fields}
    if fields & {"start", "end"}:
        wanted.discard("period")
    for column in range(1, sheet.width + 1):
        heading = header.columns.get(column)
        if column in taken or (heading and (heading.meaning.ignored or heading.meaning.field)):
            continue
        held = values.get(column) or samples(sheet, header.data, column)
        field = guessed(held, wanted)
        if field is None and "budget" in wanted and heading and _may_be_budget(heading.text, held):
            field = "budget"
        if field:
            found.append(Placed(field, column, "contents"))
            wanted.discard(field)
    return found


def _may_be_budget(text: str, held: list[Value]) -> bool:
    plain = fold(text)
    return len(held) > 1 and any(sign in plain for sign in _MONEY_SIGNS) and all(map(is_money, held))


def _name_by_contents(header: Header, values: dict[int, list[Value]], taken: set[int]) -> list[Placed]:
    """No heading says 事業名: the first column that holds what can be names, and whose heading says nothing else."""
    free = (c for c, h in header.columns.items() if c not in taken and not h.meaning.known)
    column = next((c for c in free if looks_like_names(values[c])), None)
    return [Placed("name", column, "contents")] if column else []
