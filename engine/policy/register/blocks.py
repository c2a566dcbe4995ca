"""Splits a sheet where another table begins with headings of its own, as one department follows another."""

from collections.abc import Iterator
from dataclasses import replace

from engine.model.register import ColumnChoice, Layout
from engine.policy.register import titles
from engine.policy.register.amounts import unit_in
from engine.policy.register.beside import halves, left_half
from engine.policy.register.columns import placed
from engine.policy.register.grid import text_of
from engine.policy.register.rows import Frame, is_same_header
from engine.policy.register.table import header_from, is_other_header


def blocks(frame: Frame, fiscal_year: int | None = None) -> Iterator[Frame]:
    """The tables below the first header, each with its columns; the header once more begins no new one.

    Halves of a table, left and right, are tables of their own.
    """
    current = frame
    for row in frame.sheet.from_row(frame.header.data):
        if row < current.header.data or not is_other_header(frame.sheet, row):
            continue
        texts = {column: text_of(value) for column, value in frame.sheet.rows[row].items()}
        if not is_same_header(current, texts) and (found := _frame(frame, row, fiscal_year)):
            yield from halves(replace(current, until=found.header.first))
            current = found
    yield from halves(current)


def _frame(frame: Frame, row: int, fiscal_year: int | None) -> Frame | None:
    """The table that begins on a row; None where no column of it holds names."""
    header = header_from(frame.sheet, row)
    left, heads = left_half(frame.sheet, header)
    places = placed(left, heads, fiscal_year or titles.year_of_title(frame.sheet, frame.header))
    if not any(place.field == "name" for place in places):
        return None
    budget = next((header.columns.get(place.column) for place in places if place.field == "budget"), None)
    unit = (unit_in(budget.text) if budget else None) or frame.layout.unit
    columns = tuple(
        ColumnChoice(
            field=p.field, column=p.column, heading=header.columns[p.column].text if p.column in header.columns else ""
        )
        for p in places
    )
    layout = Layout(sheet=frame.layout.sheet, header=header.first, header_rows=header.rows, columns=columns, unit=unit)
    return Frame.of(frame.sheet, layout)
