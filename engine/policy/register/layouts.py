"""Proposes how each sheet of a register is read: its header, its columns, its unit, how sure that is, and a preview."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from engine.interview.folding import fold
from engine.model.register import ColumnChoice, Layout, RegisterField
from engine.policy.register import titles, years
from engine.policy.register.beside import left_half
from engine.policy.register.columns import How, Placed, placed
from engine.policy.register.contents import samples
from engine.policy.register.grid import Opened, Sheet, text_of
from engine.policy.register.headings import neutral
from engine.policy.register.remembering import recalled
from engine.policy.register.table import Header, find_header, header_at, plain_header
from engine.policy.register.words import words

Sureness = Literal["remembered", "sure", "likely", "unsure"]
"""As last year · by telling headings · by few of them · names, or most columns, by contents alone."""
_PREVIEW_ROWS = 5
_SAMPLES = 3
_SAMPLE_ROWS = 12
_SAMPLE_CHARACTERS = 60
_COPY = 0.9
_FEWEST_FOR_COPY = 3
_OTHERS = 4
"""Kinds of headings of other sheets that a sheet without telling ones is held against."""


@dataclass(frozen=True)
class ColumnSeen:
    """A column as the mapping screen shows it: its heading, what it is read as and why, the first of its cells."""

    column: int
    heading: str
    field: RegisterField | None
    how: How | None
    samples: tuple[str, ...]


@dataclass(frozen=True)
class Proposal:
    """How one sheet would be read. ``chosen`` is False for hidden sheets, examples, copies and earlier years."""

    layout: Layout
    sureness: Sureness
    chosen: bool
    hidden: bool
    unit_said: bool
    fiscal_year: int | None
    columns: tuple[ColumnSeen, ...]
    preview: tuple[tuple[str, ...], ...]
    rows: int


def proposed(opened: Opened, remembered: Sequence[Layout] = (), fiscal_year: int | None = None) -> tuple[Proposal, ...]:
    """One proposal for every sheet that holds a table of measures; empty where none does.

    Args:
        opened: The file.
        remembered: Layouts of earlier files, corrected by a person perhaps.
        fiscal_year: The year whose budget is wanted where columns stand for several; None takes what the titles say.
    """
    asked = _Asked(opened, fiscal_year)
    first = {sheet.name: _of_sheet(asked, sheet, remembered) for sheet in opened.sheets}
    alike = list({_headed(one): one.layout for one in first.values() if one}.values())[:_OTHERS]
    found = [one for sheet in opened.sheets if (one := first[sheet.name] or _as_on_others(asked, sheet, alike))]
    return tuple(_without_copies(opened, _latest_year(opened, found)))


def proposed_at(opened: Opened, sheet: str, header: int, header_rows: int = 1) -> Proposal | None:
    """The proposal for a sheet whose header a person has pointed at; None where the sheet has no such rows."""
    found = opened.sheet(sheet)
    if found is None or not found.numbers or header < 1 or header > found.numbers[-1]:
        return None
    return _proposal(_Asked(opened), found, header_at(found, header, min(max(header_rows, 1), 6)))


def to_read(found: Sequence[Proposal]) -> list[Layout]:
    """The layouts that are read unless a person says otherwise: the chosen ones, else the first and those like it."""
    chosen = [proposal.layout for proposal in found if proposal.chosen]
    if chosen or not found:
        return chosen
    return [one.layout for one in found if not one.hidden and _headed(one) == _headed(found[0])] or [found[0].layout]


def _headed(proposal: Proposal) -> tuple[tuple[str, str], ...]:
    return tuple((choice.field, neutral(choice.heading)) for choice in proposal.layout.columns)


@dataclass(frozen=True)
class _Asked:
    """The file, and the year whose budget is wanted."""

    opened: Opened
    fiscal_year: int | None = None


def _of_sheet(asked: _Asked, sheet: Sheet, remembered: Sequence[Layout]) -> Proposal | None:
    header = find_header(sheet)
    if recall := recalled(sheet, header, remembered, asked.fiscal_year):
        return _proposal(asked, sheet, recall.header, recall.places, recall.unit)
    if header is None:
        return _by_contents_alone(asked, sheet)
    proposal = _proposal(asked, sheet, header)
    named = any(choice.field == "name" for choice in proposal.layout.columns)
    return proposal if named and proposal.rows else None


def _as_on_others(asked: _Asked, sheet: Sheet, others: Sequence[Layout]) -> Proposal | None:
    """A sheet whose own contents tell too little, but that has all the headings of another one of the same file."""
    recall = recalled(sheet, find_header(sheet), others, asked.fiscal_year)
    if recall is None or recall.share < 1:
        return None
    proposal = _proposal(asked, sheet, recall.header, recall.places, recall.unit)
    named = any(text_of(value) for value in samples(sheet, recall.header.data, recall.places[0].column))
    return replace(proposal, sureness="unsure", chosen=False) if named else None


def _by_contents_alone(asked: _Asked, sheet: Sheet) -> Proposal | None:
    """No heading is known: a table all the same if cells tell the names of measures and another field."""
    header = plain_header(sheet)
    proposal = _proposal(asked, sheet, header) if header else None
    if proposal is None or not any(choice.field == "name" for choice in proposal.layout.columns):
        return None
    return replace(proposal, sureness="unsure", chosen=False) if len(proposal.layout.columns) > 1 else None


def _proposal(
    asked: _Asked, sheet: Sheet, header: Header, recall: Sequence[Placed] = (), unit: int | None = None
) -> Proposal:
    opened = asked.opened
    year = asked.fiscal_year or titles.year_of_title(sheet, header) or titles.year_of_names(opened, sheet)
    plan = titles.is_plan(opened, sheet, header)
    places = list(recall) or placed(*left_half(sheet, header), year, plan)
    budget = next((place.column for place in places if place.field == "budget"), None)
    said = titles.unit_of(sheet, header, budget)
    layout = Layout.model_validate(
        {
            "sheet": sheet.name,
            "header": header.first,
            "header_rows": header.rows,
            "columns": tuple(_choice(header, place) for place in places),
            "unit": said or unit or 1,
        }
    )
    return Proposal(
        layout=layout,
        sureness="remembered" if recall else _sureness(places),
        chosen=not sheet.hidden and not _is_example(sheet.name),
        hidden=sheet.hidden,
        unit_said=budget is None or said is not None or _cells_say_unit(sheet, header, budget),
        fiscal_year=year,
        columns=_columns(sheet, header, places),
        preview=tuple(_preview(sheet, header)),
        rows=sum(1 for _ in sheet.from_row(header.data)),
    )


def _choice(header: Header, place: Placed) -> ColumnChoice:
    heading = header.columns.get(place.column)
    return ColumnChoice(field=place.field, column=place.column, heading=heading.text if heading else "")


def _sureness(places: Sequence[Placed]) -> Sureness:
    told = {place.field for place in places if place.how == "heading"}
    if "name" not in told:
        return "unsure"
    return "sure" if len(told) > 3 else "likely" if len(told) > 1 else "unsure"


def _cells_say_unit(sheet: Sheet, header: Header, column: int) -> bool:
    """Whether most cells have a unit of their own: 1,234千円."""
    values = [text_of(value) for value in samples(sheet, header.data, column)]
    return bool(values) and sum(text.rstrip().endswith("円") for text in values) * 2 > len(values)


def _is_example(name: str) -> bool:
    plain = fold(name)
    return any(fold(word) in plain for word in words().sheets.examples)


def _columns(sheet: Sheet, header: Header, places: Sequence[Placed]) -> tuple[ColumnSeen, ...]:
    by_column = {place.column: place for place in places}
    seen = []
    for column in sorted({*header.columns, *by_column}):
        place, heading = by_column.get(column), header.columns.get(column)
        held = tuple(
            text_of(value)[:_SAMPLE_CHARACTERS]
            for value in samples(sheet, header.data, column, _SAMPLE_ROWS)[:_SAMPLES]
        )
        text = heading.text if heading else ""
        seen.append(ColumnSeen(column, text, place.field if place else None, place.how if place else None, held))
    return tuple(seen)


def _preview(sheet: Sheet, header: Header) -> list[tuple[str, ...]]:
    rows = [row for _, row in zip(range(_PREVIEW_ROWS), sheet.from_row(header.data), strict=False)]
    columns = sorted(header.columns)
    return [tuple(text_of(sheet.at(row, column))[:_SAMPLE_CHARACTERS] for column in columns) for row in rows]


def _latest_year(opened: Opened, found: list[Proposal]) -> list[Proposal]:
    """Of sheets that tell different fiscal years (R7, R8) only the latest is chosen."""
    years = {
        proposal.layout.sheet: year
        for proposal in found
        if proposal.chosen and (year := _own_year(opened, proposal)) is not None
    }
    last = max(years.values(), default=None)
    return [
        replace(proposal, chosen=False) if years.get(proposal.layout.sheet, last) != last else proposal
        for proposal in found
    ]


def _own_year(opened: Opened, proposal: Proposal) -> int | None:
    sheet = opened.sheet(proposal.layout.sheet)
    if sheet is None:
        return None
    header = header_at(sheet, proposal.layout.header, proposal.layout.header_rows)
    return max(years.named(sheet.name), default=None) or titles.year_of_title(sheet, header)


def _without_copies(opened: Opened, found: list[Proposal]) -> list[Proposal]:
    """A sheet whose measures all stand on another one too (an extract beside the whole list) is not chosen."""
    names = [_names(opened, proposal) if proposal.chosen else frozenset[str]() for proposal in found]
    result = []
    for place, proposal in enumerate(found):
        own = names[place]
        copied = len(own) >= _FEWEST_FOR_COPY and any(
            len(own & other) >= len(own) * _COPY and (len(other), -at) > (len(own), -place)
            for at, other in enumerate(names)
            if at != place
        )
        result.append(replace(proposal, chosen=False) if copied else proposal)
    return result


def _names(opened: Opened, proposal: Proposal) -> frozenset[str]:
    sheet = opened.sheet(proposal.layout.sheet)
    column = next((choice.column for choice in proposal.layout.columns if choice.field == "name"), None)
    if sheet is None or column is None or len(opened.sheets) == 1:
        return frozenset()
    first = proposal.layout.header + proposal.layout.header_rows
    return frozenset(fold(text_of(sheet.own(row, column))[:100]) for row in sheet.from_row(first)) - {""}
