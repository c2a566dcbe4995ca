"""A register of existing measures (事業一覧) as a municipality keeps it, and which generic measures each one serves."""

from functools import cached_property
from typing import Literal

from pydantic import Field

from engine.model.knowledge import Actor, Resource, TypeCode
from engine.model.problem import Problem
from engine.model.text import Frozen, NonEmpty

Funding = Literal["own", "prefecture", "state", "other"]
"""Whose money: one's own (一般財源), the prefecture's, the state's, another's."""
Progress = Literal["planned", "running", "ended"]
Standing = Literal["confirmed", "suggested", "open"]
"""A person said so; this program suggests it; nobody said and nothing was near enough."""

RegisterField = Literal[
    "name", "outline", "department", "budget", "start", "end", "period", "actors", "resources", "kpi", "funding",
    "scheme", "progress", "generic",
]  # fmt: skip
"""What a column of a register can hold; ``period`` holds start and end in one cell, ``generic`` ids of measures."""


class Origin(Frozen):
    """Where in the file an existing measure stands: the sheet ('' in a CSV file) and its first row, from 1."""

    sheet: str = ""
    row: int = Field(ge=1)


class ExistingMeasure(Frozen):
    """One existing measure (事業). None is 'not known', never 'no'."""

    id: NonEmpty = Field(description="within its register, stable while its name and department stay")
    name: NonEmpty
    outline: str = ""
    department: str = ""
    budget: int | None = Field(default=None, description="yen of the register's fiscal year")
    start: int | None = Field(default=None, description="first fiscal year, western")
    end: int | None = Field(default=None, description="last fiscal year, western")
    actors: tuple[Actor, ...] | None = Field(default=None, description="whom it addresses or works with, as read")
    actors_text: str = Field(default="", description="the cell as written")
    resources: tuple[Resource, ...] | None = Field(default=None, description="as the register itself says")
    kpi: str = ""
    funding: tuple[Funding, ...] | None = None
    scheme: str = Field(default="", description="name of the prefecture's or state's scheme, as written")
    progress: Progress | None = None
    generic: tuple[str, ...] | None = Field(default=None, description="generic measures the register itself names")
    origin: Origin | None = None

    @property
    def words(self) -> str:
        """What it says of itself, for looking up what it serves."""
        return " ".join(part for part in (self.name, self.outline, self.kpi) if part)


class UnreadRow(Frozen):
    """A row that could not be taken in, or only in part, and why."""

    origin: Origin
    text: str = Field(description="what stands in it, shortened")
    problem: Problem
    taken: bool = Field(default=False, description="True: taken in without the cell in question")


class ColumnChoice(Frozen):
    """Which column holds which field; ``column`` counts from 1, ``heading`` is what the header says."""

    field: RegisterField
    column: int = Field(ge=1)
    heading: str = ""


class Layout(Frozen):
    """How one sheet of a register is read. The headings are its mark: next year's file has the same."""

    sheet: str = ""
    header: int = Field(ge=1, description="first row of the header")
    header_rows: int = Field(default=1, ge=1, le=6)
    columns: tuple[ColumnChoice, ...]
    unit: Literal[1, 1_000, 10_000, 1_000_000] = Field(default=1, description="yen of one unit of the budget column")


class Register(Frozen):
    """The existing measures of one file."""

    name: str = Field(description="of the file, without its folder")
    fiscal_year: int | None = Field(default=None, description="western; None where the file does not say")
    measures: tuple[ExistingMeasure, ...] = ()
    unread: tuple[UnreadRow, ...] = ()
    layouts: tuple[Layout, ...] = ()
    notices: tuple[Problem, ...] = Field(
        default=(), description="of the whole file: its encoding, its unit, sheets left out, where reading stopped"
    )


class Suggestion(Frozen):
    """A generic measure that an existing one may serve, and the words that led to it."""

    measure: str
    score: float = Field(ge=0, le=1)
    words: tuple[str, ...] = Field(default=(), description="of the existing measure's own text, the telling ones first")
    concrete: tuple[str, ...] = Field(default=(), description="concrete measures of the study it is like")


class Link(Frozen):
    """What one existing measure serves. Confirmed and without a generic measure: a person said it serves none."""

    existing: str
    generic: tuple[str, ...] = ()
    standing: Standing = "open"
    suggestions: tuple[Suggestion, ...] = ()
    kept: bool = Field(default=False, description="confirmed for an earlier register and taken over")


class Confirmation(Frozen):
    """What a person said an existing measure serves. Kept by name and department, so that it holds next year too."""

    name: NonEmpty
    department: str = ""
    generic: tuple[str, ...] = Field(default=(), description="generic measures it serves; none: it serves none")
    types: tuple[TypeCode, ...] = Field(
        min_length=1, description="types whose measures were looked at; of other types it says nothing"
    )
    fiscal_year: int | None = Field(default=None, description="of the register it was said of; western")


class Mapping(Frozen):
    """The links of one register, in its order."""

    links: tuple[Link, ...] = ()

    @cached_property
    def by_existing(self) -> dict[str, Link]:
        """The links by existing measure."""
        return {link.existing: link for link in self.links}

    def of(self, existing: str) -> Link:
        """The link of one existing measure; an open one where there is none."""
        return self.by_existing.get(existing) or Link(existing=existing)
