"""The pictures of the gap check: phases and actors by resources, and what works towards each key factor."""

from collections.abc import Iterator
from dataclasses import replace

from engine.assess.words import STATUS
from engine.model.gaps import FactorCoverage, HeatMap
from engine.report.gaps.pictures import heat_map
from engine.report.heat import legend
from engine.report.text import sure
from tui.widgets import charts
from tui.widgets.explaining import Explained
from tui.widgets.gap_heat import Heat
from tui.widgets.gap_lines import GapWording, named, nothing
from tui.widgets.prose import Para, Piece
from tui.widgets.result_lines import MUTED


def pictures(r: GapWording) -> list[Explained]:
    """Both heat maps with what is missing in words below, then the key factors."""
    lines = [line for heat in r.check.heat_maps for line in _heat(heat, r)]
    return [*lines, *_factors(r)] or [nothing(r.phrases.say(r.check.first_line), "type")]


def _heat(heat: HeatMap, r: GapWording) -> Iterator[Explained]:
    block = heat_map(r.phrases, heat)
    block = replace(block, rows=tuple(row for row in block.rows if any(cell.needed for cell in row.cells)))
    if not block.rows:
        return
    lines = [line for row in heat.rows for line in _missing(heat, row, r)]
    told = [Para(sure(text), MUTED) for text in legend(block, r.lang)]
    picture: tuple[Piece, ...] = (*told, Heat(block, r.lang, r.plain), Para(""))
    yield from named(lines or [nothing(r.say("gaps.nothing_missing"))], block.caption, *picture)


def _missing(heat: HeatMap, row: str, r: GapWording) -> Iterator[Explained]:
    """What of a row is missing, each measure once."""
    missing = dict.fromkeys(one for cell in heat.cells if cell.row == row for one in cell.missing)
    if missing:
        names = r.list(r.phrases.measure(one) for one in missing)
        told = r.phrases.pair(r.say("gaps.missing_in", row=r.phrases.row(row)), names)
        yield Explained((Para(sure(told)),), row if row in r.book.phases else "")


def _factors(r: GapWording) -> Iterator[Explained]:
    note = Para(r.gap("factors_note"), MUTED)
    yield from named((_factor(one, r) for one in r.check.factors), r.gap("factors"), note, Para(""))


def _factor(one: FactorCoverage, r: GapWording) -> Explained:
    """A bar of what is there, missing and only suggested; the figures and names stand beside and below it."""
    say = r.phrases
    bar = charts.split(len(one.there), len(one.missing), len(one.suggested), plain=r.plain)
    counts = say.gap(
        "factor_text",
        all=len(one.measures),
        there=len(one.there),
        suggested=len(one.suggested),
        missing=len(one.missing),
    )
    title = f"{say.row(one.phase)} {say.say(r.book.phases[one.phase].key_factor_title)}"
    head = f"{title}{say.bracket(STATUS[one.status].get(r.lang))}"
    below = [
        Para(sure(say.pair(r.gap(name), r.list(say.measure(m) for m in group))), MUTED, 2)
        for name, group in (("there", one.there), ("suggested", one.suggested), ("missing", one.missing))
        if group
    ]
    return Explained((Para(sure(head)), Para(counts, indent=2, lead=bar + " "), *below), one.phase)
