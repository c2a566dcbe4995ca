"""What a sheet of a workbook is, told without the library that writes it: columns, rows, and how they are to look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

Cell = str | float | date | None
"""Text, a number, a day, or nothing."""

TICK = "○"
"""Stands in a column for what applies."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its heading; ``most`` is the widest it may be, in terminal cells of text."""

    heading: str
    most: int = 40


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under headings, to be sorted and filtered.

    ``notes`` stand between the title and the headings. ``strong``: the rows set in bold, by number from 0; what is to
    be seen first is told by a word of its own as well.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    strong: frozenset[int] = frozenset()


def ticked(present: bool) -> str:
    """A mark in a column that is there or not."""
    return TICK if present else ""


def joined(parts: Sequence[str]) -> str:
    """Several statements in one cell, one a line."""
    return "\n".join(part for part in parts if part)
