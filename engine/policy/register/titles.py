"""What stands around a table: its fiscal year and its unit, told in notes, headings and the names of sheet and file."""

from collections.abc import Iterator
from pathlib import PurePath

from engine.policy.register.amounts import Unit, unit_in
from engine.policy.register.grid import Opened, Sheet, text_of
from engine.policy.register.table import Header
from engine.policy.register.words import words
from engine.policy.register.years import named

_NOTE_ROWS = 12
_NOTE_CHARACTERS = 200


def notes_above(sheet: Sheet, header: Header) -> Iterator[str]:
    """The texts above a table."""
    above = [row for row in sheet.numbers if row < header.first]
    for row in above[-_NOTE_ROWS:]:
        yield from (text_of(value)[:_NOTE_CHARACTERS] for value in sheet.rows[row].values())


def notes_below(sheet: Sheet, header: Header) -> Iterator[str]:
    """The texts of the last rows, where a note may stand."""
    for row in sheet.numbers[-3:]:
        if row >= header.data and len(sheet.rows[row]) <= 2:
            yield from (text_of(value)[:_NOTE_CHARACTERS] for value in sheet.rows[row].values())


def year_of_title(sheet: Sheet, header: Header) -> int | None:
    """The fiscal year that a title above the table names; the latest of several."""
    return max((year for note in notes_above(sheet, header) for year in named(note)), default=None)


def looks_back(sheet: Sheet, header: Header) -> bool:
    """Whether a title with a year is one of an evaluation or settlement: the budgets below are of an earlier one."""
    told = words().titles.looks_back
    return any(named(note) and any(word in note.casefold() for word in told) for note in notes_above(sheet, header))


def is_plan(opened: Opened, sheet: Sheet, header: Header) -> bool:
    """Whether a title, or the name of sheet or file, says that a plan stands here."""
    texts = (*notes_above(sheet, header), sheet.name, PurePath(opened.name).stem)
    return any(word in text.casefold() for text in texts for word in words().budget_columns.plans)


def year_of_names(opened: Opened, sheet: Sheet) -> int | None:
    """The fiscal year that the name of the sheet, else of the file, tells."""
    for name in (sheet.name, PurePath(opened.name).stem.replace("_", " ")):
        if years := named(name):
            return max(years)
    return None


def unit_of(sheet: Sheet, header: Header, column: int | None) -> Unit | None:
    """The unit of the column of the budget: by its heading, a note above, another heading, a note below, its cells."""
    if column is None:
        return None
    own = header.columns.get(column)
    if own and (unit := unit_in(own.text)):
        return unit
    others = (heading.text for heading in header.columns.values() if heading.meaning.field in ("budget", "funding"))
    for text in (*notes_above(sheet, header), *others, *notes_below(sheet, header)):
        if _tells_unit(text) and (unit := unit_in(text)):
            return unit
    return None


def _tells_unit(text: str) -> bool:
    """A note on the unit is short or says so; 円 in a sentence says nothing of the table."""
    plain = text.rstrip(" )）。.").lower()
    return "単位" in text or "unit" in plain or len(text) <= 12 or plain.endswith(("円", "yen"))
