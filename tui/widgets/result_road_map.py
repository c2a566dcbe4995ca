"""The lines of the road map: measures by timing with who acts, resources and status, in columns where there is room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len
from textual.content import Content

from engine.assess.words import PRIORITY, STANDING, TIMING
from engine.model.assessment import Assessment, Recommendation
from engine.report.words import WHO
from tui.widgets import charts
from tui.widgets.citing import cited
from tui.widgets.columns import Columns, headings
from tui.widgets.explaining import Explained
from tui.widgets.prose import Para, Piece
from tui.widgets.result_lines import MUTED, Wording, upper
from tui.widgets.road_map_filter import VALUES, Selection, counted, name_of

_LEAST = 106
_WIDTHS = {"ja": (6, 0, 14, 22, 14, 16, 9), "en": (6, 0, 13, 22, 14, 19, 15)}
"""Order, measure, type and phase, who acts, the study's actors, resources, status."""
_CELL = 6
_COLUMNS = ("order", "measure", "phase", "who", "actor", "resource", "status")


def measures(a: Assessment, r: Wording, selection: Selection | None = None) -> list[Explained]:
    """Those that are wanted, by timing; above the first a picture of how many there are by timing and resource."""
    found = (selection or Selection()).chosen(a.recommendations, r.book, r.lang)
    if not a.recommendations:
        return [Explained((Para(r.say("result.no_measures")),), "type")]
    if not found:
        return [Explained((Para(r.say("filter.nothing")),), "type")]
    lines: list[Explained] = []
    for timing, name in TIMING.items():
        of_timing = [one for one in found if one.timing == timing]
        head = f"{upper(name.get(r.lang))}  {r.say('filter.measures', n=len(of_timing))}"
        names = headings([r.say(f"column.{one}") for one in _COLUMNS], _WIDTHS[r.lang], _LEAST)
        for n, one in enumerate(of_timing):
            lines.append(replace(_measure(one, r), head=head, above=(names,)) if n == 0 else _measure(one, r))
    picture = (Para(r.say("result.matrix"), MUTED), _matrix(found, r), *_notes(r))
    lines[0] = replace(lines[0], above=(*picture, Para(""), Para(lines[0].head, "bold"), *lines[0].above), head="")
    return lines


def _notes(r: Wording) -> tuple[Piece, ...]:
    return (Para(r.phrases.word("measures_note"), MUTED), Para(r.say("result.to_gaps")))


def _measure(one: Recommendation, r: Wording) -> Explained:
    item = r.book.measures[one.measure]
    order, title = PRIORITY[one.priority].get(r.lang), item.title.get(r.lang)
    phase = " ".join([one.type, r.say("result.phases", n=",".join(str(r.book.phases[p].order) for p in one.phases))])
    who = r.list(WHO[actor.who].get(r.lang) for actor in item.who_acts)
    actors = r.list(name_of("actor", actor.value, r.lang) for actor in item.actors)
    resources = r.list(name_of("resource", resource.value, r.lang) for resource in item.resources)
    standing = STANDING[one.status].get(r.lang)
    cells = tuple(map(Para, (order, title, phase, who, actors, resources, standing)))
    about = [phase, r.say("result.standing", standing=standing), r.say("result.resources", resources=resources)]
    told = f"{r.list(about)}{cited(item.citations, r.lang)}"
    stacked = (
        Para(title, lead=f"[{order}] "),
        Para(told, MUTED, 2),
        Para(r.say("result.who", who=who, actors=actors), MUTED, 2),
    )
    return Explained((Columns(cells, _WIDTHS[r.lang], _LEAST, stacked),), one.measure)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Counts by row and column, on grounds that are the stronger the more there are."""

    rows: tuple[tuple[str, tuple[int, ...]], ...]
    columns: tuple[str, ...]
    plain: bool

    def drawn(self, width: int) -> Sequence[Content]:
        """A line of headings and one for each row; a column is as wide as its name, and no less than a figure needs."""
        names = max(cell_len(name) for name, _ in self.rows) + 2
        widths = [max(cell_len(name), _CELL) for name in self.columns]
        most = max((count for _, row in self.rows for count in row), default=0)
        head = [_middle(name, wide) for name, wide in zip(self.columns, widths, strict=True)]
        lines = [Content(" " * names) + Content(" ").join(head)]
        for name, row in self.rows:
            counts = zip(row, widths, strict=True)
            cells = [charts.heat(count, most, plain=self.plain, cells=wide) for count, wide in counts]
            lines.append(Content(name + " " * (names - cell_len(name))) + Content(" ").join(cells))
        return lines


def _middle(name: str, width: int) -> Content:
    left = (width - cell_len(name)) // 2
    return Content(" " * left + name + " " * (width - left - cell_len(name)))


def _matrix(found: Sequence[Recommendation], r: Wording) -> Matrix:
    resources = VALUES["resource"]
    rows = tuple(_matrix_rows(found, r, resources))
    return Matrix(rows, tuple(name_of("resource", value, r.lang) for value in resources), r.plain)


def _matrix_rows(
    found: Sequence[Recommendation], r: Wording, resources: Sequence[str]
) -> Iterator[tuple[str, tuple[int, ...]]]:
    for timing, name in TIMING.items():
        of_timing = [one for one in found if one.timing == timing]
        yield upper(name.get(r.lang)), tuple(counted(of_timing, "resource", one, r.book) for one in resources)
