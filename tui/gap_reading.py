"""How the sheets of a file are to be read, as a person corrects it step by step. Holds no widget."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from engine.model.register import ColumnChoice, Layout, RegisterField
from engine.policy.register import Opened, Proposal, proposed_at

UNITS = (1, 1_000, 10_000, 1_000_000)
"""Yen of one unit of the column of budgets."""
_GATHERED: frozenset[RegisterField] = frozenset(
    {"outline", "department", "actors", "resources", "kpi", "funding", "scheme"}
)
"""Fields that may stand in several columns; of the others the column chosen last counts alone."""
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class SheetReading:
    """One sheet: what was proposed (None: no table was seen), the layout as it stands, and whether it is read."""

    name: str
    proposal: Proposal | None = None
    layout: Layout | None = None
    read: bool = False

    @property
    def remembered(self) -> bool:
        """Whether it is read as an earlier file was."""
        return self.proposal is not None and self.proposal.sureness == "remembered"

    def fields(self, column: int) -> Iterator[RegisterField]:
        """What a column is read as."""
        return (one.field for one in (self.layout.columns if self.layout else ()) if one.column == column)

    def with_field(self, column: int, field: RegisterField | None) -> "SheetReading":
        """With another meaning of a column; None: it is not read."""
        if self.layout is None or self.proposal is None:
            return self
        kept = [c for c in self.layout.columns if c.column != column and (c.field != field or field in _GATHERED)]
        if field is not None:
            heading = next((seen.heading for seen in self.proposal.columns if seen.column == column), "")
            kept.append(ColumnChoice(field=field, column=column, heading=heading))
        return self._with(columns=tuple(kept))

    def with_unit(self, unit: int) -> "SheetReading":
        """With another unit of the budgets."""
        return self._with(unit=unit)

    def _with(self, **changed: object) -> "SheetReading":
        return replace(self, layout=self.layout.model_copy(update=changed)) if self.layout else self


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole file. ``year``: the fiscal year said by a person; None: as the file says."""

    opened: Opened
    sheets: tuple[SheetReading, ...]
    year: int | None = None

    @classmethod
    def of(cls, opened: Opened, proposals: tuple[Proposal, ...]) -> "Reading":
        """As it was proposed; sheets without a table stand too, to be read where a person sees one."""
        by_sheet = {one.layout.sheet: one for one in proposals}
        return cls(opened, tuple(_first(sheet.name, by_sheet.get(sheet.name)) for sheet in opened.sheets))

    @property
    def layouts(self) -> tuple[Layout, ...]:
        """Of the sheets that are read."""
        return tuple(one.layout for one in self.sheets if one.read and one.layout)

    @property
    def said_year(self) -> int | None:
        """The fiscal year that the sheets read say, the latest of them."""
        return max(
            (p.fiscal_year for one in self.sheets if one.read and (p := one.proposal) and p.fiscal_year), default=None
        )

    def changed(self, place: int, sheet: SheetReading) -> "Reading":
        """With one sheet read otherwise."""
        return replace(self, sheets=(*self.sheets[:place], sheet, *self.sheets[place + 1 :]))

    def headed(self, place: int, header: int, rows: int) -> "Reading":
        """With the header of a sheet on other rows: its columns are then proposed anew."""
        name = self.sheets[place].name
        found = proposed_at(self.opened, name, header, rows)
        return self if found is None else self.changed(place, SheetReading(name, found, found.layout, read=True))

    def toggled(self, place: int) -> "Reading":
        """With a sheet read or not; one in which no table was seen is read from its first row on."""
        one = self.sheets[place]
        if one.layout is not None:
            return self.changed(place, replace(one, read=not one.read))
        sheet = self.opened.sheets[place]
        return self.headed(place, sheet.numbers[0], 1) if sheet.numbers else self


def _first(name: str, proposal: Proposal | None) -> SheetReading:
    if proposal is None:
        return SheetReading(name)
    return SheetReading(name, proposal, proposal.layout, proposal.chosen)


def letters(column: int) -> str:
    """A column as spreadsheets name it: 1 is A, 28 is AB."""
    rest, last = divmod(column - 1, _LETTERS)
    return (letters(rest) if rest else "") + chr(ord("A") + last)
