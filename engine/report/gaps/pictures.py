"""The pictures of a gap check: heat maps of what is there of what is needed, and coverage by key factor."""

from collections.abc import Iterator
from dataclasses import replace

from engine.assess.words import STATUS
from engine.model import gaps
from engine.model.knowledge import Measure
from engine.report.blocks import Bar, Bars, Block, Heading, HeatCell, HeatMap, HeatRow, Line, Paragraph, Table
from engine.report.gaps.phrases import GapPhrases
from engine.report.phrases import ours

_MOST_ROWS = 6
_LEAST_SCALE = 4
"""Few measures are not drawn as a long bar."""


def heat_maps(say: GapPhrases, *kinds: str) -> Iterator[HeatMap]:
    """The heat maps of these kinds; none where nothing is needed."""
    for heat in say.check.heat_maps:
        if heat.kind in kinds and heat.rows and any(cell.needed for cell in heat.cells):
            yield heat_map(say, heat)


def heat_map(say: GapPhrases, heat: gaps.HeatMap) -> HeatMap:
    """One of the check's heat maps as a block."""
    cells = {(cell.row, cell.column): cell for cell in heat.cells}
    rows = tuple(
        HeatRow(say.row(row), tuple(_cell(cells.get((row, column))) for column in heat.columns)) for row in heat.rows
    )
    phases = heat.kind == "phase_resource"
    head = say.gap("phase" if phases else "actor")
    return HeatMap(say.gap("heat_phase" if phases else "heat_actor"), (head, *map(say.row, heat.columns)), rows)


def _cell(cell: gaps.HeatCell | None) -> HeatCell:
    return HeatCell(len(cell.needed), len(cell.there), len(cell.suggested)) if cell else HeatCell()


def shortened(say: GapPhrases, heat: HeatMap) -> HeatMap:
    """A heat map for a page with little room: without rows that need nothing and, of many, those that lack nothing."""
    rows = [row for row in heat.rows if any(cell.needed for cell in row.cells)]
    if len(rows) <= _MOST_ROWS:
        return replace(heat, rows=tuple(rows))
    lacking = tuple(row for row in rows if any(cell.state in ("partly", "missing") for cell in row.cells))
    caption = heat.caption + say.bracket(say.gap("rows_left_out"))
    return replace(heat, rows=lacking or tuple(rows[:_MOST_ROWS]), caption=caption)


def heat_part(say: GapPhrases) -> Iterator[Block]:
    """Both heat maps."""
    maps = list(heat_maps(say, "phase_resource", "actor_resource"))
    if maps:
        yield Heading(2, say.gap("heat_part"))
        yield Paragraph(Line(say.gap("heat_note"), ours(_measures(say))))
        yield from maps


def _measures(say: GapPhrases) -> list[Measure]:
    return [say.book.measures[one.measure] for one in say.check.covered if one.measure in say.book.measures]


def factors_part(say: GapPhrases) -> Iterator[Block]:
    """For each key factor the measures that work towards it: bars, then by name."""
    found = say.check.factors
    if not found:
        return
    yield Heading(2, say.gap("factors"))
    yield Paragraph(Line(say.gap("factors_note"), ours(say.book.phases[one.phase] for one in found)))
    most = max(_LEAST_SCALE, *(len(one.measures) for one in found))
    yield Bars(say.gap("factor_bars"), tuple(_bar(say, one) for one in found), 0, most)
    header = tuple(say.gap(name) for name in ("key_factor", "factor_status", "there", "suggested", "missing"))
    yield Table(header, tuple(_factor(say, one) for one in found), say.gap("factor_table"), (0.28, 0.1, 0.2, 0.2, 0.22))


def _bar(say: GapPhrases, one: gaps.FactorCoverage) -> Bar:
    figures = {"there": len(one.there), "suggested": len(one.suggested), "missing": len(one.missing)}
    text = say.gap("factor_text", all=len(one.measures), **figures)
    return Bar(say.row(one.phase), float(len(one.there)), text)


def _factor(say: GapPhrases, one: gaps.FactorCoverage) -> tuple[str, ...]:
    groups = (one.there, one.suggested, one.missing)
    title = say.say(say.book.phases[one.phase].key_factor_title)
    named = (say.list(say.measure(measure) for measure in group) for group in groups)
    return (f"{say.row(one.phase)} {title}", say.say(STATUS[one.status]), *named)
