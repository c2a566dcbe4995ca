"""How a kept consultation is told in the list: in columns where there is room, else in lines below each other."""

from datetime import datetime
from typing import TYPE_CHECKING

from tui.screens.naming_words import scenario_line
from tui.screens.standing import Standing, phase_in_words, type_in_words
from tui.texts import Lang, say
from tui.widgets.answered_bar import AnsweredBar
from tui.widgets.prose import Para, Piece
from tui.widgets.table_list import Shortened, TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.model.book import Book
    from engine.store.summaries import Summary

MUTED = "$foreground-muted"
BETWEEN = "  "
_MOST_PLACES = 3


def row(
    summary: "Summary",
    found: Standing | None,
    others: "Sequence[Summary]",
    book: "Book",
    lang: Lang,
    *,
    plain: bool,
    marked: bool,
) -> TableRow:
    """One consultation; ``found`` is None while its verdict is being worked out."""
    from engine.interview.visible import visible

    name = Shortened(visible((lang == "en" and summary.name_en) or summary.name), "bold")
    named: list[Piece] = [name, *([Para(scenario_line(summary, others, lang), MUTED)] if summary.scenario else [])]
    where, what = place(summary, lang), industry(summary, lang)
    verdict = _verdict(found, book, lang)
    day, time = changed(summary.changed, lang)
    bar = _bar(found, summary, lang, plain=plain)
    cells = (
        tuple(named),
        tuple(map(Para, places(summary, lang))),
        tuple(what),
        verdict,
        (bar,),
        (Para(day), Para(time, MUTED)),
    )
    stacked: tuple[Piece, ...] = (
        *named,
        Para(BETWEEN.join(part for part in (where, *(one.text for one in what)) if part)),
        Para(BETWEEN.join(one.text for one in verdict)),
        _bar(found, summary, lang, plain=plain, beside=f"{BETWEEN}{day} {time}"),
    )
    return TableRow(stacked, "* " if marked else "  ", cells=cells)


def place(summary: "Summary", lang: Lang) -> str:
    """The names of the areas in one line."""
    return ("、" if lang == "ja" else ", ").join(places(summary, lang))


def places(summary: "Summary", lang: Lang) -> list[str]:
    """The names of the areas; of many the first, and how many more."""
    from engine.store.areas import lookup

    areas = [(code, lookup(code)) for code in summary.area]
    names = [area.full_name if area else code for code, area in areas]
    left = len(names) - _MOST_PLACES
    return [*names[:_MOST_PLACES], *([say(lang, "home.more_places", count=left)] if left > 0 else [])]


def industry(summary: "Summary", lang: Lang) -> list[Para]:
    """The name of the industry, and its division."""
    from engine.interview.visible import visible
    from engine.store.divisions import division

    named = (lang == "en" and summary.industry_en) or summary.industry
    found = division(summary.division)
    if found is None:
        return [Para(visible(named) or say(lang, "home.no_industry"))]
    told = f"{found.code} {found.name.get(lang)}"
    return [Para(visible(named)), Para(told, MUTED)] if named and named != found.name.get(lang) else [Para(told)]


def changed(at: datetime, lang: Lang) -> tuple[str, str]:
    """When it was changed: the day, in Japanese by the Japanese calendar, and the time of day."""
    from engine.report.dates import era_year

    day = at.astimezone()
    told = f"{day.day} {day:%b %Y}" if lang == "en" else f"{era_year(day.date())}{day.month}月{day.day}日"
    return told, f"{day:%H:%M}"


def _verdict(found: Standing | None, book: "Book", lang: Lang) -> tuple[Para, ...]:
    if found is None:
        return (Para(say(lang, "home.judging"), MUTED),)
    phase = phase_in_words(found, lang)
    return (Para(type_in_words(found, book, lang)), *([Para(phase)] if phase else []))


def _bar(found: Standing | None, summary: "Summary", lang: Lang, *, plain: bool, beside: str = "") -> AnsweredBar:
    answered, unknown = (found.answered, found.dont_know) if found else (summary.answered, summary.dont_know)
    told = say(lang, "home.progress", answered=answered, total=found.total if found else "-")
    more = say(lang, "home.dont_know", count=unknown) if unknown else ""
    return AnsweredBar(answered, unknown, found.total if found else 0, told, plain, more + beside)
