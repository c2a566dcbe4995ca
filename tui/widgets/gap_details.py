"""One existing measure as the register has it, and the generic measures it may serve, to be ticked by number."""

from collections.abc import Iterator, Sequence
from datetime import date

from engine.interview.visible import flowing
from engine.model.register import ExistingMeasure, Link, Suggestion
from engine.report.dates import fiscal_year_in_words
from engine.report.gaps.labels import FUNDING, PROGRESS
from engine.report.text import sure
from tui.widgets.gap_lines import GapWording
from tui.widgets.prose import Para
from tui.widgets.result_lines import MUTED
from tui.widgets.row_list import Row

_CONCRETE = 2


def about(one: ExistingMeasure, link: Link, r: GapWording) -> Iterator[Para]:
    """Which one it is, and its outline."""
    yield Para(sure(flowing(one.name)), "bold")
    yield Para(
        sure("  ".join(part for part in (_place(one, r), flowing(one.department), r.standing(link)) if part)), MUTED
    )
    if one.outline:
        yield Para(sure(flowing(one.outline)))


def facts(one: ExistingMeasure, r: GapWording) -> Iterator[Para]:
    """What else the register says; what it does not say is left out, as it is not known."""
    for name, told in _facts(one, r):
        if told:
            yield Para(sure(r.phrases.pair(r.say(f"gaps.{name}"), told)), MUTED)


def _place(one: ExistingMeasure, r: GapWording) -> str:
    if one.origin is None:
        return ""
    if not one.origin.sheet:
        return r.phrases.gap("row_only", one.origin.row)
    return r.phrases.gap("sheet_row", sheet=flowing(one.origin.sheet), row=one.origin.row)


def _facts(one: ExistingMeasure, r: GapWording) -> Iterator[tuple[str, str]]:
    yield "budget", r.say("gaps.yen", yen=f"{one.budget:,}") if one.budget is not None else ""
    yield "period", _period(one, r)
    yield "progress", PROGRESS[one.progress].get(r.lang) if one.progress else ""
    yield "actors", flowing(one.actors_text)
    yield "kpi", flowing(one.kpi)
    yield "funding", r.list(FUNDING[whose].get(r.lang) for whose in one.funding or ())
    yield "scheme", flowing(one.scheme)


def _period(one: ExistingMeasure, r: GapWording) -> str:
    if one.start is None and one.end is None:
        return ""
    years = [fiscal_year_in_words(date(y, 4, 1), r.lang) if y else r.say("gaps.open_end") for y in (one.start, one.end)]
    return r.say("gaps.from_to", start=years[0], end=years[1])


def ticked(link: Link, suggestions: Sequence[Suggestion], r: GapWording) -> list[Row]:
    """The suggestions with their numbers, words and examples; then what a person chose besides."""
    suggested = [one.measure for one in suggestions]
    rows = [_suggestion(n, one, link, r) for n, one in enumerate(suggestions, 1)]
    besides = [one for one in link.generic if one not in suggested] if link.standing == "confirmed" else []
    rows += [Row((Para(r.phrases.measure(one, typed=True)),), "[x]   ") for one in besides]
    return rows


def _suggestion(n: int, one: Suggestion, link: Link, r: GapWording) -> Row:
    here = one.measure in link.generic
    mark = "[ ]" if not here else "[x]" if link.standing == "confirmed" else "[?]"
    words = r.say("gaps.words", words=" ".join(flowing(word) for word in one.words)) if one.words else ""
    near = f"{r.say('gaps.score', score=f'{one.score:.2f}')}{words}"
    like = [r.book.concrete_measures[c].title.get(r.lang) for c in one.concrete if c in r.book.concrete_measures]
    paras = [Para(r.phrases.measure(one.measure, typed=True)), Para(sure(near), MUTED)]
    if like:
        paras.append(Para(sure(r.phrases.pair(r.say("gaps.like"), r.list(like[:_CONCRETE]))), MUTED))
    return Row(tuple(paras), f"{mark} {n} ")
