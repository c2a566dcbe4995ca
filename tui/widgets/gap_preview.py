"""What would be taken in of one sheet as it is read now: its first measures, and the rows that cannot be read."""

from collections.abc import Iterator
from datetime import date

from engine.interview.visible import flowing
from engine.model.register import ExistingMeasure, Register, UnreadRow
from engine.report.dates import fiscal_year_in_words
from engine.report.gaps.labels import FUNDING, PROGRESS
from engine.report.text import sure
from tui.texts import Lang, say
from tui.widgets.prose import GAP, Para
from tui.widgets.result_lines import MUTED

_MEASURES = 8
_ROWS = 20


def preview(register: Register, sheet: str, lang: Lang) -> Iterator[Para]:
    """The sheet as it would be read; ``register`` holds all sheets that are read."""
    measures = [one for one in register.measures if one.origin is None or one.origin.sheet == sheet]
    rows = [one for one in register.unread if one.origin.sheet == sheet]
    yield Para(say(lang, "gaps.preview", count=len(measures)), "bold")
    for one in measures[:_MEASURES]:
        yield from _measure(one, lang)
    if len(measures) > _MEASURES:
        yield Para(say(lang, "gaps.more_measures", count=len(measures) - _MEASURES), MUTED)
    yield GAP
    yield Para(
        say(lang, "gaps.unread_preview" if rows else "gaps.all_read", count=len(rows)), "bold" if rows else MUTED
    )
    for row in rows[:_ROWS]:
        yield from _row(row, lang)
    if len(rows) > _ROWS:
        yield Para(say(lang, "gaps.more_rows", count=len(rows) - _ROWS), MUTED)


def _measure(one: ExistingMeasure, lang: Lang) -> Iterator[Para]:
    row = say(lang, "gaps.row_number", row=one.origin.row) if one.origin else ""
    yield Para(sure(flowing(one.name)), lead=f"{row} " if row else "")
    told = (
        f"{say(lang, f'field.{name}')}{'：' if lang == 'ja' else ': '}{text}"
        for name, text in _fields(one, lang)
        if text
    )
    yield Para(sure(("　" if lang == "ja" else ", ").join(told)), MUTED, 2)


def _fields(one: ExistingMeasure, lang: Lang) -> Iterator[tuple[str, str]]:
    yield "department", flowing(one.department)
    yield "budget", say(lang, "gaps.yen", yen=f"{one.budget:,}") if one.budget is not None else ""
    yield "start", fiscal_year_in_words(date(one.start, 4, 1), lang) if one.start else ""
    yield "end", fiscal_year_in_words(date(one.end, 4, 1), lang) if one.end else ""
    yield "progress", PROGRESS[one.progress].get(lang) if one.progress else ""
    yield "actors", flowing(one.actors_text)
    yield "kpi", flowing(one.kpi)
    yield "funding", " ".join(FUNDING[whose].get(lang) for whose in one.funding or ())
    yield "scheme", flowing(one.scheme)
    yield "outline", flowing(one.outline)


def _row(one: UnreadRow, lang: Lang) -> Iterator[Para]:
    lead = say(lang, "gaps.row_number", row=one.origin.row) + " "
    taken = say(lang, "gaps.taken_partly" if one.taken else "gaps.not_taken")
    yield Para(sure(f"{one.problem.what.get(lang)}{taken}"), lead=lead)
    yield Para(sure(flowing(one.text)), MUTED, 2)
    yield Para(sure(one.problem.remedy.get(lang)), MUTED, 2)
