"""The sheets on the national directions and on the further sheets of the study, policy history among them."""

from collections.abc import Iterator

from engine.model.gaps import DirectionCheck, SheetCheck
from engine.model.knowledge import SheetRow
from engine.model.text import Basis, Statement
from engine.report import words
from engine.report.blocks import Source
from engine.report.gaps.further import location_row, nearest, sheet_note
from engine.report.gaps.phrases import GapPhrases
from engine.report.gaps.sheets import Row, columns
from engine.report.gaps.workbook_words import word
from engine.report.phrases import source
from engine.report.xlsx_sheet import Sheet, joined


def directions(say: GapPhrases) -> Sheet:
    """The five directions: what the register does, what is missing, homework, what to ask, schemes."""
    head = columns(
        say, ("number", 6), ("direction", 30), ("relevance", 18), ("kind", 20), ("content", 76), ("basis", 11),
        ("sections", 10),
    )  # fmt: skip
    rows = tuple(row for one in say.check.directions for row in _direction(say, one))
    return Sheet(word("s_directions", say.lang), say.word("directions"), head, rows, (say.gap("directions_note"),))


def _direction(say: GapPhrases, one: DirectionCheck) -> Iterator[Row]:
    item = say.book.national_directions[one.direction]
    title = say.say(item.title) + say.bracket(say.word("hypothesis"))
    about = (item.order, title, say.say(words.RELEVANCE[one.relevance]))
    ground = _ground(say, Source(item.served_by.basis) if item.served_by else None)
    yield (*about, say.gap("does"), joined([say.existing(x) for x in one.does]) or say.gap("does_none"), *ground)
    yield (*about, say.gap("missing_home"), joined(say.missing_at_home(one)), *ground)
    for because in one.because:
        text = say.say(because.text) + ("" if because.holds else say.bracket(say.word("refuted")))
        yield (*about, say.word("why"), text, *_ground(say, source(because.basis, because.citations)))
    for name, told, stated in (("homework", one.homework, item.homework), ("ask_state", one.ask_state, item.ask_state)):
        for statement in stated:
            if statement.text in told:
                yield (*about, say.word(name), *_stated(say, statement))
    for scheme in one.schemes:
        text = say.say(scheme.name) + say.bracket(say.word("as_of_scheme"))
        yield (*about, say.word("scheme"), text, *_ground(say, source(Basis.STATED, scheme.citations)))


def _stated(say: GapPhrases, statement: Statement) -> Row:
    told = say.statement(statement)
    return (told.text, *_ground(say, told.source))


def _ground(say: GapPhrases, ground: Source | None) -> tuple[str, str]:
    """Basis and sections."""
    if ground is None:
        return "", ""
    return say.say(words.BASIS[ground.basis]) if ground.basis else "", say.list(ground.sections)


def further(say: GapPhrases, sheet: SheetCheck) -> Sheet:
    """A further sheet, with what in the register may serve its rows."""
    notes = (sheet_note(say, sheet), say.gap("sheets_note"))
    name, title = word(f"s_{sheet.sheet}", say.lang), say.gap(f"sheet_{sheet.sheet}")
    if sheet.sheet == "location":
        head = columns(say, ("industry", 18), ("requirement", 70), ("answers_say", 14), ("nearest", 60))
        return Sheet(name, title, head, tuple(location_row(say, one) for one in sheet.lines), notes)
    head = columns(
        say,
        ("row", 36),
        ("content", 60),
        ("for_whom", 24),
        ("power", 10),
        ("nearest", 60),
        ("basis", 9),
        ("sections", 9),
    )
    return Sheet(name, title, head, tuple(_rows(say, sheet)), notes)


def _rows(say: GapPhrases, sheet: SheetCheck) -> Iterator[Row]:
    """The rows that measures can serve; of land what the study found as well."""
    if sheet.sheet == "land":
        found = (row for row in say.book.sheets.values() if row.sheet == "land" and row.kind == "finding")
        for row in sorted(found, key=lambda row: row.order):
            yield _row(say, row, "", "")
    for line in sheet.lines:
        item = say.book.sheets.get(line.row)
        if item is not None:
            yield _row(say, item, say.gap("prefectural") if line.prefectural else "", nearest(say, line))


def _row(say: GapPhrases, row: SheetRow, power: str, near: str) -> Row:
    targets = (say.book.sheets.get(target) for target in row.targets)
    whom = say.list(say.say(target.title) for target in targets if target is not None)
    ground = _ground(say, source(row.basis, row.citations))
    return (say.say(row.title), say.say(row.summary), whom, power, near, *ground)


def history(say: GapPhrases) -> Sheet:
    """The history of policy as the study tells it, for reference: what went before today's schemes."""
    head = columns(say, ("year", 8), ("row", 40), ("content", 80), ("basis", 9), ("sections", 9))
    rows = [row for row in say.book.sheets.values() if row.sheet == "policy_history" and row.kind not in _FRAME]
    told = tuple(_told(say, row) for row in sorted(rows, key=lambda row: (row.kind, row.order)))
    return Sheet(
        word("s_history", say.lang), word("history_title", say.lang), head, told, (word("history_note", say.lang),)
    )


_FRAME = ("row", "title")
"""Rows that name the parts of the study's table and say nothing of policy."""


def _told(say: GapPhrases, row: SheetRow) -> Row:
    return (row.year, say.say(row.title), say.say(row.summary), *_ground(say, source(row.basis, row.citations)))
