"""The parts on the five national directions and on the further sheets: location, people, DX, land."""

from collections.abc import Iterator

from engine.model.gaps import DirectionCheck, SheetCheck, SheetLine
from engine.model.knowledge import SheetRow
from engine.model.text import Basis
from engine.report import words
from engine.report.blocks import Block, Bullets, Heading, KeyValue, Line, Paragraph, Source, Table
from engine.report.gaps.phrases import GapPhrases
from engine.report.phrases import ours, source
from engine.report.road_map import scheme_line, schemes_note

_SECTION = {"location": "3-1", "hr": "4-1", "dx": "4-2", "land": "3-2"}
_MOST_WORDS = 3


def directions_part(say: GapPhrases) -> Iterator[Block]:
    """Each direction: what the register does, what is missing at home, what to bring to the regional bureau."""
    if not say.check.directions:
        return
    yield Heading(2, say.word("directions"))
    yield Paragraph(Line(say.gap("directions_note"), Source(Basis.STATED, ("2-3",))))
    if any(one.schemes for one in say.check.directions):
        yield schemes_note(say)
    for one in say.check.directions:
        item = say.book.national_directions[one.direction]
        title = f"{item.order}. {say.say(item.title)}{say.bracket(say.word('hypothesis'))}"
        yield Heading(3, title, source(item.basis, item.citations))
        relevance = say.say(words.RELEVANCE[one.relevance])
        yield Paragraph(Line(relevance, ours([item]), say.reasons(one.because, item)))
        yield KeyValue(tuple(_direction(say, one)))


def _direction(say: GapPhrases, one: DirectionCheck) -> Iterator[Line]:
    item = say.book.national_directions[one.direction]
    served = item.served_by
    ground = Source(served.basis) if served else None
    yield Line(say.list(map(say.existing, one.does)) or say.gap("does_none"), ground, label=say.gap("does"))
    yield Line(say.list(say.missing_at_home(one)), ground, label=say.gap("missing_home"))
    for name, told, stated in (
        ("homework", one.homework, item.homework),
        ("ask_state", one.ask_state, item.ask_state),
    ):
        below = tuple(say.statement(statement, item) for statement in stated if statement.text in told)
        if below:
            yield Line("", label=say.word(name), below=below)
    if one.schemes:
        yield Line("", label=say.word("scheme"), below=tuple(scheme_line(say, scheme) for scheme in one.schemes))


def sheets_part(say: GapPhrases) -> Iterator[Block]:
    """The further sheets, each under a heading of its own."""
    found = [sheet for sheet in say.check.sheets if sheet.lines]
    if not found:
        return
    yield Heading(2, say.gap("sheets"))
    yield Paragraph(Line(say.gap("sheets_note"), Source(Basis.JUDGEMENT, tuple(_SECTION[one.sheet] for one in found))))
    for sheet in found:
        yield Heading(3, say.gap(f"sheet_{sheet.sheet}"))
        yield Paragraph(Line(sheet_note(say, sheet), Source(Basis.JUDGEMENT, (_SECTION[sheet.sheet],))))
        if sheet.sheet == "land":
            yield Bullets(tuple(_found(say, row) for row in land_findings(say)))
        yield _location(say, sheet) if sheet.sheet == "location" else _sheet(say, sheet)


def sheet_note(say: GapPhrases, sheet: SheetCheck) -> str:
    """What to mind about a sheet."""
    return say.gap("note_hr" if sheet.sheet == "dx" else f"note_{sheet.sheet}")


def land_findings(say: GapPhrases) -> list[SheetRow]:
    """What the study found on land, in its order."""
    found = (row for row in say.book.sheets.values() if row.sheet == "land" and row.kind == "finding")
    return sorted(found, key=lambda row: row.order)


def _found(say: GapPhrases, row: SheetRow) -> Line:
    return Line(say.say(row.summary), source(row.basis, row.citations))


def _sheet(say: GapPhrases, sheet: SheetCheck) -> Table:
    header = tuple(say.gap(name) for name in ("row", "power", "nearest"))
    rows = tuple(_line(say, one) for one in sheet.lines)
    return Table(header, rows, shares=(0.4, 0.14, 0.46))


def _line(say: GapPhrases, one: SheetLine) -> tuple[str, ...]:
    item = say.book.sheets.get(one.row)
    power = say.gap("prefectural") if one.prefectural else ""
    return say.say(item.title) if item else one.row, power, nearest(say, one)


def nearest(say: GapPhrases, one: SheetLine) -> str:
    """The existing measures that a row may be served by, with the words that led to them; or that none was seen."""
    if not one.existing:
        return say.gap("nothing_seen")
    led = say.bracket(" ".join(one.words[:_MOST_WORDS])) if one.words and not say.public else ""
    return say.some(one.existing) + led


def _location(say: GapPhrases, sheet: SheetCheck) -> Block:
    """The requirements of industries aimed at, and those with something in the register; or that there are none."""
    aimed = {check.requirement for fit in say.assessment.location if fit.targeted for check in fit.requirements}
    chosen = [one for one in sheet.lines if one.row in aimed or one.existing]
    if not chosen:
        return Paragraph(Line(say.gap("none_aimed")))
    header = tuple(say.gap(name) for name in ("industry", "requirement", "answers_say", "nearest"))
    rows = tuple(location_row(say, one) for one in chosen)
    return Table(header, rows, shares=(0.17, 0.37, 0.14, 0.32))


def location_row(say: GapPhrases, one: SheetLine) -> tuple[str, str, str, str]:
    """A requirement of an industry: what it is, what the answers say, what the register has."""
    industry = next((i for i in say.book.industries.values() if any(r.id == one.row for r in i.requirements)), None)
    text = next((r.text for r in (industry.requirements if industry else ()) if r.id == one.row), None)
    return (
        say.say(industry.title) if industry else "",
        say.say(text) if text else one.row,
        say.say(words.REQUIREMENT[one.requirement]) if one.requirement else "",
        nearest(say, one),
    )
