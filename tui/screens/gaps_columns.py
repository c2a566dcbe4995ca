"""Says how the sheets of a register are read, with what would be taken in beside it; Enter on top goes on."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import get_args

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message

from engine.interview.visible import flowing
from engine.model.problem import Problem, ShusekiError
from engine.model.register import Register, RegisterField
from engine.policy.register import taken
from engine.policy.register.grid import text_of
from engine.report.text import sure
from tui.gap_reading import UNITS, Reading, SheetReading, letters
from tui.screens.face import FaceScreen, title
from tui.screens.gaps_file import Read
from tui.screens.gaps_pick import GapPickScreen
from tui.screens.gaps_words import year_of
from tui.widgets.gap_preview import preview
from tui.widgets.hint_bar import HintBar
from tui.widgets.prose import Para, Prose
from tui.widgets.result_lines import MUTED
from tui.widgets.row_list import Row, RowList

FIELDS: tuple[RegisterField, ...] = get_args(RegisterField)
_HEADER_ROWS = 6
_ROWS_OFFERED = 40
_YEARS_BACK, _YEARS_AHEAD = 12, 2
_SHORT = 24


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the list: what it shows, and what Enter does there."""

    row: Row
    act: Callable[[], object]


class ColumnsScreen(FaceScreen[Register]):
    """Dismissed with the register as it is to be taken in, or with nothing. One sheet is shown at a time."""

    HELP = "gaps_columns"
    ESSENTIAL = frozenset({"take"})
    BINDINGS = [
        Binding("f5,ctrl+s", "take", "key.take_in", id="take", key_display="F5"),
        Binding("left", "sheet(-1)", show=False),
        Binding("right", "sheet(1)", "key.sheet", id="sheet", key_display="Right"),
        Binding("s,ｓ,space", "read_sheet", "key.read_sheet", id="toggle", key_display="s"),
        Binding("tab", "preview", "key.preview", id="preview", key_display="Tab"),
        Binding("escape", "leave", "key.back", id="leave", key_display="Esc"),
    ]

    class Taken(Message):
        """The register as one reading has it."""

        def __init__(self, reading: Reading, register: Register) -> None:
            super().__init__()
            self.reading = reading
            self.register = register

    class Refused(Message):
        """Read like this, nothing can be taken in."""

        def __init__(self, reading: Reading, problems: tuple[Problem, ...]) -> None:
            super().__init__()
            self.reading = reading
            self.problems = problems

    def __init__(self, read: Read) -> None:
        super().__init__()
        self.reading = Reading.of(read.opened, read.proposals)
        self.place = next((n for n, one in enumerate(self.reading.sheets) if one.read), 0)
        self.register: Register | None = None
        """What the reading as it stands leads to; None while that is worked out, or where it leads to nothing."""
        self.problems: tuple[Problem, ...] = ()
        self.items: list[Item] = []
        self._going = False

    def compose(self) -> ComposeResult:
        yield Prose(id="head")
        with Horizontal(id="reading"):
            with VerticalScroll(id="lines", can_focus=False):
                yield RowList(id="rows")
            with VerticalScroll(id="preview"):
                yield Prose(id="preview-text")
        yield HintBar()

    def on_mount(self) -> None:
        self.query_one(RowList).focus()
        self._read_again()

    @property
    def sheet(self) -> SheetReading:
        """The sheet that is shown."""
        return self.reading.sheets[self.place]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "sheet" or len(self.reading.sheets) > 1

    def _change(self, reading: Reading) -> None:
        if reading != self.reading:
            self.reading = reading
            self._read_again()

    def _read_again(self) -> None:
        self.register, self.problems = None, ()
        reading = self.reading
        self.run_worker(lambda: self._take(reading), thread=True, exclusive=True, group="register")
        self.speak()

    def _take(self, reading: Reading) -> None:
        """In a thread."""
        try:
            self.post_message(self.Taken(reading, taken(reading.opened, reading.layouts, reading.year)))
        except ShusekiError as error:
            self.post_message(self.Refused(reading, error.problems))

    def on_columns_screen_taken(self, event: Taken) -> None:
        if event.reading is self.reading:
            self.register = event.register
            self.speak()
            if self._going:
                self.action_take()

    def on_columns_screen_refused(self, event: Refused) -> None:
        if event.reading is self.reading:
            self._going = False
            self.problems = event.problems
            self.speak()

    def speak(self) -> None:
        told = [title(self.say("gaps.columns_title", name=flowing(self.reading.opened.name)))]
        remembered = any(one.remembered and one.read for one in self.reading.sheets)
        told.append(Para(self.say("gaps.remembered" if remembered else "gaps.columns_lead"), MUTED))
        self.query_one("#head", Prose).show(*told)
        self.items = [*self._of_file(), *self._of_sheet(), *self._of_columns()]
        self.query_one(RowList).show([item.row for item in self.items])
        self.query_one("#preview-text", Prose).show(*self._preview())
        self.refresh_bindings()

    def _preview(self) -> list[Para]:
        told = [Para(one.tell(self.lang), "$text-error bold", lead="! ") for one in self.problems]
        for notice in self.reading.opened.notices:
            told += [Para(sure(f"{notice.what.get(self.lang)}"), MUTED, lead="! ")]
        if self.register is not None and self.sheet.read:
            return [*told, *preview(self.register, self._name_read, self.lang)]
        if self.problems:
            return told
        working = "gaps.sheet_unread" if self.register is not None or not self.sheet.read else "gaps.reading"
        return [*told, Para(self.say(working), MUTED)]

    @property
    def _name_read(self) -> str:
        return self.sheet.layout.sheet if self.sheet.layout else self.sheet.name

    def _of_file(self) -> list[Item]:
        count, unread = (len(self.register.measures), len(self.register.unread)) if self.register else ("-", "-")
        going = self.say("gaps.go", count=count, unread=unread)
        year, said = self.reading.year, self.register.fiscal_year if self.register else self.reading.said_year
        told = self._year(year or said) + ("" if year else self.say("gaps.by_file"))
        return [
            Item(Row((Para(going, "bold"),)), self.action_take),
            Item(Row((Para(told, lead=self._lead("gaps.year_of")),)), self._pick_year),
        ]

    def _of_sheet(self) -> list[Item]:
        one, total = self.sheet, len(self.reading.sheets)
        name = sure(flowing(one.name)) or self.say("gaps.only_sheet")
        told = self.say("gaps.sheet_name", name=name, n=self.place + 1, total=total)
        marked = f"[x] {self.say('gaps.is_read')}" if one.read else f"[ ] {self.say('gaps.is_not_read')}"
        hidden = self.say("gaps.hidden") if one.proposal and one.proposal.hidden else ""
        items = [
            Item(Row((Para(told),), head=self.say("gaps.sheet_head", shown=self._read_count())), self._pick_sheet),
            Item(Row((Para(marked + hidden),)), self.action_read_sheet),
        ]
        if one.layout is None:
            return items
        header = self.say("gaps.header_at", row=one.layout.header, rows=one.layout.header_rows)
        unit = self.say(f"gaps.unit.{one.layout.unit}")
        return [
            *items,
            Item(Row((Para(header, lead=self._lead("gaps.header")),)), self._pick_header),
            Item(Row((Para(unit, lead=self._lead("gaps.unit")),)), self._pick_unit),
        ]

    def _lead(self, key: str) -> str:
        return f"{self.say(key)}{'：' if self.lang == 'ja' else ': '}"

    def _read_count(self) -> str:
        return self.say("filter.count", shown=len(self.reading.layouts), total=len(self.reading.sheets))

    def _of_columns(self) -> list[Item]:
        proposal = self.sheet.proposal
        seen = proposal.columns if proposal else ()
        items = []
        for n, one in enumerate(seen):
            fields = list(self.sheet.fields(one.column))
            what = self._names(fields) if fields else self.say("field.none")
            heading = sure(flowing(one.heading))[:_SHORT] or self.say("gaps.no_heading")
            samples = " / ".join(sure(flowing(text))[:_SHORT] for text in one.samples)
            told = Para(f"{heading} = {what}", "bold" if fields else "", lead=f"{letters(one.column):<3}")
            below = (Para(samples, MUTED, 3),) if samples else ()
            head = self.say("gaps.columns_head") if n == 0 else ""
            items.append(Item(Row((told, *below), head=head), partial(self._pick_field, one.column)))
        return items

    def _names(self, fields: list[RegisterField]) -> str:
        return ("、" if self.lang == "ja" else ", ").join(self.say(f"field.{field}") for field in fields)

    def _year(self, year: int | None) -> str:
        return year_of(year, self.lang)

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        if event.index < len(self.items):
            self.items[event.index].act()

    def _pick(self, question: str, names: Callable[[], list[str]], here: int, done: Callable[[int], object]) -> None:
        def picked(place: int | None) -> None:
            if place is not None:
                done(place)

        self.app.push_screen(GapPickScreen(question, names, here), picked)

    def _pick_sheet(self) -> None:
        def names() -> list[str]:
            marks = ("[x]" if one.read else "[ ]" for one in self.reading.sheets)
            called = (sure(flowing(one.name)) or self.say("gaps.only_sheet") for one in self.reading.sheets)
            return [f"{mark} {name}" for mark, name in zip(marks, called, strict=True)]

        self._pick("gaps.pick_sheet", names, self.place, self._show_sheet)

    def _show_sheet(self, place: int) -> None:
        self.place = place
        self.speak()
        self.query_one("#preview").scroll_home(animate=False)

    def action_sheet(self, by: int) -> None:
        self._show_sheet((self.place + by) % len(self.reading.sheets))

    def action_read_sheet(self) -> None:
        """Whether the sheet is read."""
        self._change(self.reading.toggled(self.place))

    def _pick_header(self) -> None:
        """The first row of the header, by what stands in the rows; then how many it has."""
        numbers = self.reading.opened.sheets[self.place].numbers[:_ROWS_OFFERED]

        def names() -> list[str]:
            return [self.say("gaps.row_number", row=n) + " " + self._texts(n) for n in numbers]

        header = self.sheet.layout.header if self.sheet.layout else 0
        here = numbers.index(header) if header in numbers else 0
        self._pick("gaps.pick_header", names, here, lambda n: self._pick_rows(numbers[n]))

    def _texts(self, row: int) -> str:
        cells = self.reading.opened.sheets[self.place].rows[row]
        return " | ".join(sure(flowing(text_of(cells[column])))[:_SHORT] for column in sorted(cells)[:8])

    def _pick_rows(self, header: int) -> None:
        def names() -> list[str]:
            return [self.say("gaps.header_rows", count=n) for n in range(1, _HEADER_ROWS + 1)]

        here = self.sheet.layout.header_rows - 1 if self.sheet.layout else 0
        self._pick(
            "gaps.pick_rows", names, here, lambda n: self._change(self.reading.headed(self.place, header, n + 1))
        )

    def _pick_unit(self) -> None:
        def names() -> list[str]:
            return [self.say(f"gaps.unit.{unit}") for unit in UNITS]

        here = UNITS.index(self.sheet.layout.unit) if self.sheet.layout else 0
        self._pick("gaps.pick_unit", names, here, lambda n: self._set(self.sheet.with_unit(UNITS[n])))

    def _pick_year(self) -> None:
        today = self.reading.said_year or date.today().year
        years: list[int | None] = [None, *range(today + _YEARS_AHEAD, today - _YEARS_BACK, -1)]

        def names() -> list[str]:
            by_file = self.say("gaps.year_by_file", year=self._year(self.reading.said_year))
            return [by_file, *(self._year(year) for year in years[1:])]

        here = years.index(self.reading.year) if self.reading.year in years else 0
        self._pick("gaps.pick_year", names, here, lambda n: self._set_year(years[n]))

    def _set_year(self, year: int | None) -> None:
        self._change(replace(self.reading, year=year))

    def _pick_field(self, column: int) -> None:
        fields: list[RegisterField | None] = [None, *FIELDS]

        def names() -> list[str]:
            return [self.say(f"field.{field or 'none'}") for field in fields]

        now = next(self.sheet.fields(column), None)
        self._pick(
            "gaps.pick_field",
            names,
            fields.index(now),
            lambda n: self._set(self.sheet.with_field(column, fields[n])),
        )

    def _set(self, sheet: SheetReading) -> None:
        self._change(self.reading.changed(self.place, sheet))

    def action_take(self) -> None:
        """Takes the register in as it is read now; where that is still being worked out, as soon as it is."""
        if self.register is None:
            self._going = not self.problems
        elif self.register.measures:
            self.dismiss(self.register)
        else:
            self._going = False
            self.notify(self.say("gaps.no_measures"), severity="warning", markup=False)

    def action_preview(self) -> None:
        """Between the list and what would be taken in, to scroll it."""
        focused = self.query_one("#preview").has_focus
        (self.query_one(RowList) if focused else self.query_one("#preview")).focus()

    def action_leave(self) -> None:
        self.dismiss()
