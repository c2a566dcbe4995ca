"""What the keepers of a book say of it: reviews, empty cells, findings they accept. Data, and no part of the book.

It lies beside knowledge and rules and is read by ``shuseki check`` alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pydantic import Field

from engine.book.schema import M, validate
from engine.book.sources import ACCEPTED, EMPTY_CELLS, REVIEWED, Sources
from engine.book.strict_yaml import parse
from engine.model.knowledge import Actor, Resource
from engine.model.problem import Problem, ShusekiError
from engine.model.text import Frozen, LocalizedText, NonEmpty


class EmptyCells(Frozen):
    """Cells of one phase and one actor that no measure covers, with the name of the reason."""

    phase: NonEmpty
    actor: Actor
    resources: tuple[Resource, ...] = Field(min_length=1)
    reason: NonEmpty


class CellFile(Frozen):
    """``knowledge/empty_cells.yaml``: the cells no measure covers, and the reasons by name."""

    reasons: dict[str, LocalizedText] = Field(default_factory=dict)
    cells: tuple[EmptyCells, ...] = ()


class Acceptance(Frozen):
    """A finding that stays deliberately: which check, where (``*`` stands for anything), and why."""

    code: NonEmpty
    file: NonEmpty = Field(description="as the finding names it, with * for any words")
    entry: NonEmpty | None = Field(default=None, description="likewise; any entry if left out")
    reason: LocalizedText


class AcceptedFile(Frozen):
    """``rules/accepted.yaml``."""

    accepted: tuple[Acceptance, ...] = ()


class ReviewedFile(Frozen):
    """``rules/reviewed.yaml``: when each file of rules was last gone through against the study."""

    reviewed: dict[str, date] = Field(default_factory=dict)


@dataclass(frozen=True)
class About:
    """Everything said of a book."""

    cells: CellFile = field(default_factory=CellFile)
    accepted: tuple[Acceptance, ...] = ()
    reviewed: Mapping[str, date] | None = None
    """None where reviews are not kept at all, as of a book that was put together in memory."""


def read_about(sources: Sources) -> tuple[About, list[Problem]]:
    """What is said of the book in these files, and what is wrong with the files; one that is missing says nothing."""
    problems: list[Problem] = []
    cells = _read(CellFile, EMPTY_CELLS, sources, problems) or CellFile()
    accepted = _read(AcceptedFile, ACCEPTED, sources, problems) or AcceptedFile()
    reviewed = _read(ReviewedFile, REVIEWED, sources, problems) or ReviewedFile()
    return About(cells, accepted.accepted, reviewed.reviewed), problems


def _read(model: type[M], name: str, sources: Sources, problems: list[Problem]) -> M | None:
    if name not in sources.files:
        return None
    try:
        return validate(model, parse(sources.files[name], name), name, problems)
    except ShusekiError as error:
        problems.extend(error.problems)
        return None
