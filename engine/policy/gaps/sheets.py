"""The further sheets of the study (location, HR, DX, land) laid over the register, by the words it uses.

Nobody confirms these: a row that no word shows is left as nothing seen, never as missing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from engine.inference.leaves import leaf_fact, leaves
from engine.model.assessment import LocationFit
from engine.model.gaps import SheetCheck, SheetLine, SheetName
from engine.model.rules import Stage
from engine.policy.gaps.laid_over import LaidOver
from engine.policy.gaps.register_view import RegisterView

Requirement = Literal["met", "not_met", "unknown", "not_asked"]
_KINDS: dict[SheetName, tuple[str, ...]] = {"hr": ("measure",), "dx": ("measure",), "land": ("use",)}
"""The rows of a sheet that a measure can serve; the others say how to read it."""


@dataclass(frozen=True)
class Sheets:
    """The sheets of one check."""

    over: LaidOver
    view: RegisterView

    def all(self) -> tuple[SheetCheck, ...]:
        """Location first, then the sheets of prefectural measures, then land."""
        sheets: dict[SheetName, list[SheetLine]] = {"location": list(self._location())}
        sheets |= {name: list(self._rows(name, kinds)) for name, kinds in _KINDS.items()}
        return tuple(SheetCheck.model_construct(sheet=name, lines=tuple(lines)) for name, lines in sheets.items())

    def _rows(self, sheet: SheetName, kinds: tuple[str, ...]) -> Iterator[SheetLine]:
        for row in sorted(self.over.book.sheets.values(), key=lambda row: row.order):
            if row.sheet == sheet and row.kind in kinds:
                yield self._line(row.id, (row.id,), prefectural=row.prefectural)

    def _location(self) -> Iterator[SheetLine]:
        """The requirements of the industries aimed at; of all seven where none is."""
        fits: Iterable[LocationFit] = self.over.assessment.location
        aimed = [fit for fit in fits if fit.targeted] or fits
        for fit in aimed:
            for check in fit.requirements:
                asked = self._asked.get(check.requirement, ())
                yield self._line(check.requirement, asked, requirement=check.status)

    @cached_property
    def _asked(self) -> dict[str, tuple[str, ...]]:
        """The questions that a requirement turns on."""
        found: dict[str, dict[str, None]] = {}
        for rule in self.over.book.of_stage(Stage.LOCATION):
            if rule.then.requirement is not None:
                questions = found.setdefault(rule.then.requirement.requirement, {})
                questions.update((leaf_fact(leaf), None) for leaf in leaves(rule.when))
        return {requirement: tuple(questions) for requirement, questions in found.items()}

    def _line(
        self, row: str, about: Iterable[str], *, prefectural: bool = False, requirement: Requirement | None = None
    ) -> SheetLine:
        said = {one: [word for name in about for word in rows.get(name, ())] for one, rows in self._said.items()}
        found = tuple(one for one, words in said.items() if words)
        return SheetLine.model_construct(
            row=row,
            existing=found,
            words=tuple(dict.fromkeys(word for words in said.values() for word in words)),
            coverage="suggested" if found else "nothing",
            prefectural=prefectural,
            requirement=requirement,
        )

    @cached_property
    def _said(self) -> dict[str, dict[str, list[str]]]:
        """The rows that each existing measure shows; what has ended shows none, and what shows none is left out."""
        running = (one for one in self.view.register.measures if not self.view.has_ended(one))
        return {one.id: rows for one in running if (rows := self.view.rows[one.id])}


def sheet_checks(over: LaidOver, view: RegisterView) -> tuple[SheetCheck, ...]:
    """Each further sheet with what in the register may serve its rows."""
    return Sheets(over, view).all()
