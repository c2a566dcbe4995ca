"""The further sheets of the study (location, people, DX, land) held against the register."""

from collections.abc import Iterator

from engine.model.gaps import SheetCheck, SheetLine
from engine.report.gaps.further import land_findings, location_row, nearest, sheet_note
from engine.report.text import sure
from tui.widgets.explaining import Explained
from tui.widgets.gap_lines import GapWording, named, nothing
from tui.widgets.prose import Para
from tui.widgets.result_lines import MUTED

_MARK = {"there": "[x] ", "suggested": "[?] ", "ended": "[-] ", "nothing": "[ ] "}


def sheets(r: GapWording) -> list[Explained]:
    """Each sheet under its name: every row with what is near to it; what is a prefecture's is marked."""
    found = [line for one in r.check.sheets for line in _sheet(one, r)]
    if not found:
        return [nothing(r.say("gaps.no_sheets"))]
    note = Explained((Para(r.gap("sheets_note"), MUTED), Para(r.say("gaps.sheets_legend"), MUTED)), "")
    return [note, *found]


def _sheet(sheet: SheetCheck, r: GapWording) -> Iterator[Explained]:
    lines = [_location(one, r) if sheet.sheet == "location" else _line(one, r) for one in sheet.lines]
    seen = r.say("filter.count", shown=sum(bool(one.existing) for one in sheet.lines), total=len(sheet.lines))
    head = f"{r.gap(f'sheet_{sheet.sheet}')}  {r.say('gaps.with_something', count=seen)}"
    above = [Para(sure(sheet_note(r.phrases, sheet)), MUTED)]
    if sheet.sheet == "land":
        above += [Para(sure(row.summary.get(r.lang)), MUTED, lead="- ") for row in land_findings(r.phrases)]
    yield from named(lines, head, *above)


def _line(one: SheetLine, r: GapWording) -> Explained:
    item = r.book.sheets.get(one.row)
    power = r.say("gaps.prefectural") if one.prefectural else ""
    return _row((item.title.get(r.lang) if item else one.row) + power, one, r)


def _location(one: SheetLine, r: GapWording) -> Explained:
    industry, requirement, answers, *_ = location_row(r.phrases, one)
    told = r.phrases.pair(industry, requirement)
    return _row(told + (r.phrases.bracket(r.phrases.pair(r.gap("answers_say"), answers)) if answers else ""), one, r)


def _row(told: str, one: SheetLine, r: GapWording) -> Explained:
    below = (Para(sure(nearest(r.phrases, one)), MUTED, 4),) if one.existing else ()
    return Explained((Para(sure(told), lead=_MARK[one.coverage]), *below), "")
