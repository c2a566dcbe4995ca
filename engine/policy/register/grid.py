"""What a file holds before anybody knows what it means: sheets of cells, by row and column from 1."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from engine.model.problem import Problem
from engine.policy.register import limits

Kind = Literal["xlsx", "csv"]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell that holds something whose value the file does not tell: a formula never computed, or an error."""

    reason: Literal["formula", "error"]
    text: str


Value = str | int | float | date | Unreadable
Rows = dict[int, dict[int, Value]]


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells shown as one; the value stands in the first."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One sheet: only cells with something in them are kept. A CSV file is one sheet without a name."""

    name: str
    rows: Rows
    hidden: bool = False
    merges: tuple[Merge, ...] = ()

    @cached_property
    def numbers(self) -> list[int]:
        """Numbers of the rows that hold something, in order."""
        return sorted(self.rows)

    @cached_property
    def width(self) -> int:
        """The last column that holds something."""
        return max((max(cells) for cells in self.rows.values() if cells), default=0)

    @cached_property
    def _anchors(self) -> dict[tuple[int, int], Merge]:
        """Every cell under a merged one within the rows and columns in use; of overlapping ones the first counts."""
        found: dict[tuple[int, int], Merge] = {}
        last = self.numbers[-1] if self.numbers else 0
        left = limits.MERGED_CELLS
        for merge in self.merges:
            right, bottom = min(merge.right, self.width), min(merge.bottom, last)
            size = max(0, right - merge.left + 1) * max(0, bottom - merge.top + 1)
            if size > left:
                continue
            left -= size
            for row in range(merge.top, bottom + 1):
                for column in range(merge.left, right + 1):
                    found.setdefault((row, column), merge)
        return found

    def merge_at(self, row: int, column: int) -> Merge | None:
        """The merged cell that covers a place."""
        return self._anchors.get((row, column)) if self.merges else None

    def own(self, row: int, column: int) -> Value | None:
        """What stands in a cell itself."""
        cells = self.rows.get(row)
        return cells.get(column) if cells else None

    def at(self, row: int, column: int) -> Value | None:
        """What is seen at a place: of a merged cell, what stands in its first."""
        value = self.own(row, column)
        if value is None and (merge := self.merge_at(row, column)):
            return self.own(merge.top, merge.left)
        return value

    def from_row(self, row: int) -> Iterator[int]:
        """Numbers of the rows with something in them, from ``row`` on."""
        yield from self.numbers[bisect_left(self.numbers, row) :]


@dataclass(frozen=True)
class Opened:
    """A file whose cells have been read. ``notices`` say what the reader should know: encoding, what was left out."""

    name: str
    kind: Kind
    sheets: tuple[Sheet, ...]
    notices: tuple[Problem, ...] = ()
    encoding: str = field(default="", metadata={"doc": "of a CSV file: utf-8, utf-16, cp932"})

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of that name."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)


def text_of(value: Value | None) -> str:
    """A cell as it reads: numbers without a superfluous fraction, dates as 2026-04-01."""
    match value:
        case None:
            return ""
        case str():
            return value.strip()
        case Unreadable():
            return value.text
        case float():
            return f"{value:.10g}" if abs(value) < 1e10 else f"{value:.0f}"
        case _:
            return str(value)
