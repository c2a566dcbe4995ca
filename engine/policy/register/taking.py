"""Takes a register in: every row becomes a measure or is told of; totals, headings and notes are neither."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from os import PathLike
from typing import Any

from engine.interview.folding import fold
from engine.model.problem import Place, Problem, ShusekiError
from engine.model.register import ExistingMeasure, Layout, Origin, Register, UnreadRow
from engine.policy.register import limits, notices, refusals, titles, troubles
from engine.policy.register.blocks import blocks
from engine.policy.register.budget_column import year_of
from engine.policy.register.departments import department_above, department_in, is_department
from engine.policy.register.forms import is_form
from engine.policy.register.grid import Opened, Sheet, text_of
from engine.policy.register.layouts import proposed, to_read
from engine.policy.register.lines import one_line
from engine.policy.register.measure_reading import Draft, Reader
from engine.policy.register.opening import open_register
from engine.policy.register.rows import Frame, kinds, numbering
from engine.policy.register.words import says_nothing

_SPARSE = 0.25
"""From this share of blank cells on, a department written once stands for the rows below it."""


@dataclass
class _Taking:
    """What has been taken in so far."""

    where: Place
    measures: list[ExistingMeasure] = field(default_factory=list)
    unread: list[UnreadRow] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    left: int = 0
    unlisted: int = 0


def read_register(
    path: str | PathLike[str], remembered: Sequence[Layout] = (), fiscal_year: int | None = None
) -> Register:
    """Open a register, read it as proposed, and take it in.

    Raises:
        ShusekiError: it cannot be opened, or no sheet of it holds a table of measures.
    """
    opened = open_register(path)
    return taken(opened, to_read(proposed(opened, remembered, fiscal_year)), fiscal_year)


def taken(opened: Opened, layouts: Sequence[Layout], fiscal_year: int | None = None) -> Register:
    """The register as the layouts say: what could be read, and each row or cell that could not, with the reason.

    Raises:
        ShusekiError: no layout has a column of names and a sheet to read.
    """
    taking = _Taking(Place(file=opened.name))
    frames = [frame for layout in layouts if (frame := _frame(opened, layout))]
    if not frames:
        # What was found wrong on the way may be the reason: a damaged sheet, a limit.
        raise ShusekiError(_no_table(opened, taking.where), *opened.notices)
    for frame in frames:
        _take_sheet(frame, len(frames) > 1, taking, fiscal_year)
    told = (
        *opened.notices,
        *_unit_told(frames, taking.where),
        *_limits_told(taking),
        *_left_out(opened, frames, taking.where),
    )
    return Register(
        name=opened.name,
        fiscal_year=fiscal_year or _fiscal_year(opened, frames),
        measures=tuple(taking.measures),
        unread=tuple(taking.unread[: limits.UNREAD_ROWS]),
        layouts=tuple(frame.layout for frame in frames),
        notices=told,
    )


def _no_table(opened: Opened, where: Place) -> Problem:
    forms = sum(map(is_form, opened.sheets))
    return refusals.only_forms(where, forms) if forms else refusals.no_table(where)


def _frame(opened: Opened, layout: Layout) -> Frame | None:
    sheet = opened.sheet(layout.sheet)
    if sheet is None and len(opened.sheets) == 1:
        sheet = opened.sheets[0]
    named = any(choice.field == "name" for choice in layout.columns)
    return Frame.of(sheet, layout) if sheet is not None and named else None


def _take_sheet(frame: Frame, several: bool, taking: _Taking, fiscal_year: int | None) -> None:
    for block in blocks(frame, fiscal_year):
        reader = Reader(block, taking.where)
        drafts = _drafts(block, reader, taking)
        _fill_departments(block, drafts, several)
        taking.measures += [_measure(block.sheet, draft, taking.ids) for draft in drafts]
        taking.unread += reader.unread
        taking.unlisted += reader.unlisted


def _drafts(frame: Frame, reader: Reader, taking: _Taking) -> list[Draft]:
    drafts: list[Draft] = []
    section = department_above(frame.sheet, frame.header)
    for row, kind in kinds(frame):
        if kind == "section":
            section = _section(frame, row, section)
        elif kind in ("measure", "continued", "unnamed") and len(taking.measures) + len(drafts) >= limits.MEASURES:
            taking.left += 1
        elif kind == "measure":
            if draft := reader.draft(row):
                draft.values["section"] = section
                drafts.append(draft)
        elif kind == "continued" and drafts:
            _go_on(frame, reader, drafts[-1], row)
        elif kind in ("continued", "unnamed"):
            reader.tell(row, troubles.no_name(reader.place(row)), taken=False)
    return drafts


def _go_on(frame: Frame, reader: Reader, draft: Draft, row: int) -> None:
    """A row under a merged name surely goes on with it; one that merely has no name is told of."""
    merge = frame.sheet.merge_at(row, frame.name_column())
    reader.go_on(draft, row)
    if merge is None:
        reader.tell(row, troubles.joined(reader.place(row), draft.name), taken=True)


def _section(frame: Frame, row: int, before: str) -> str:
    """The department of the rows below a heading; a numbered heading within a department leaves it as it is."""
    text = text_of(next(iter(frame.sheet.rows[row].values())))
    return department_in(text) or (before if numbering(text) else "")


def _fill_departments(frame: Frame, drafts: list[Draft], several: bool) -> None:
    """A department written once for the rows below it; else the one that a heading or the sheet's name tells."""
    blank = sum(not draft.values["department"] for draft in drafts)
    columns = frame.columns.get("department", ())
    fills = columns and blank < len(drafts) and blank >= len(drafts) * _SPARSE
    last = ""
    for draft in drafts:
        if draft.values["section"] and not columns:
            draft.values["department"] = draft.values["section"]
        elif fills:
            last = draft.values["department"] or last
            draft.values["department"] = last
        elif several and not columns and is_department(frame.sheet.name):
            draft.values["department"] = one_line(frame.sheet.name)


def _measure(sheet: Sheet, draft: Draft, ids: dict[str, int]) -> ExistingMeasure:
    values: dict[str, Any] = {name: value for name, value in draft.values.items() if name != "section"}
    identity = _id(draft.name, values["department"], ids)
    origin = Origin(sheet=sheet.name, row=draft.row)
    return ExistingMeasure(id=identity, name=draft.name, origin=origin, **values)


def _id(name: str, department: str, ids: dict[str, int]) -> str:
    """Stable while name and department stay; of the same ones in one register the later have a number."""
    digest = hashlib.sha256(f"{fold(name)}\n{fold(department)}".encode()).hexdigest()[:10]
    ids[digest] = ids.get(digest, 0) + 1
    return f"e{digest}" if ids[digest] == 1 else f"e{digest}-{ids[digest]}"


def _fiscal_year(opened: Opened, frames: Sequence[Frame]) -> int | None:
    """By a title, else by the heading of the budget, else by the name of sheet or file; the latest of several."""
    for year in (_looked_back_on, _title_year, _budget_year):
        if found := [told for frame in frames if (told := year(frame))]:
            return max(found)
    return max((told for frame in frames if (told := titles.year_of_names(opened, frame.sheet))), default=None)


def _looked_back_on(frame: Frame) -> int | None:
    """The year of the budgets below a title that evaluates or settles them a year or two later."""
    return _budget_year(frame) if titles.looks_back(frame.sheet, frame.header) else None


def _title_year(frame: Frame) -> int | None:
    return titles.year_of_title(frame.sheet, frame.header)


def _budget_year(frame: Frame) -> int | None:
    columns = (frame.header.columns.get(column) for column in frame.columns.get("budget", ()))
    return max((year for heading in columns if heading and (year := year_of(heading))), default=None)


def _unit_unsaid(frame: Frame) -> bool:
    """Whether the budget was read as yen though nothing says so."""
    column = next(iter(frame.columns.get("budget", ())), None)
    if column is None or frame.layout.unit != 1 or titles.unit_of(frame.sheet, frame.header, column):
        return False
    values = (text_of(frame.sheet.own(row, column)) for row in frame.sheet.from_row(frame.header.data))
    return any(not says_nothing(text) and not text.rstrip().endswith("円") for text in values)


def _unit_told(frames: Sequence[Frame], where: Place) -> Iterable[Problem]:
    if unsaid := list(dict.fromkeys(frame.sheet.name for frame in frames if _unit_unsaid(frame))):
        yield notices.unit_not_said(where, unsaid)


def _limits_told(taking: _Taking) -> Iterable[Problem]:
    if taking.left:
        yield notices.measures_left(taking.where, taking.left)
    unlisted = taking.unlisted + max(0, len(taking.unread) - limits.UNREAD_ROWS)
    if unlisted:
        yield notices.unread_left(taking.where, unlisted)


def _left_out(opened: Opened, frames: Sequence[Frame], where: Place) -> Iterable[Problem]:
    """Sheets with something in them that no layout reads."""
    read = {frame.sheet.name for frame in frames}
    names = [sheet.name for sheet in opened.sheets if sheet.rows and sheet.name not in read]
    if names:
        yield notices.sheets_not_read(where, names)
