"""Confirms what each existing measure serves, by single keys; every word is on disk at the key, and can be undone."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input

from engine.interview.visible import flowing, shown
from engine.model.problem import ShusekiError
from engine.model.register import Confirmation, ExistingMeasure, Link, Suggestion
from tui.gap_choosing import WHICH, Choosing, departments
from tui.gap_sitting import GapSitting
from tui.screens.confirm import ConfirmScreen
from tui.screens.face import title
from tui.screens.gaps_checking import CheckingScreen
from tui.screens.gaps_words import wording
from tui.widgets.gap_details import about, facts, ticked
from tui.widgets.gap_list import HEADS, WIDTHS, GapList, WhichStrip, gap_row
from tui.widgets.hint_bar import HintBar
from tui.widgets.prose import Para, Prose
from tui.widgets.row_list import RowList, digit_of
from tui.widgets.tab_strip import TabStrip
from tui.widgets.table_list import head


class MappingScreen(CheckingScreen):
    """``here``: the existing measure to begin with."""

    HELP = "gaps_mapping"
    ESSENTIAL = frozenset({"confirm", "serves", "none"})
    BINDINGS = [
        Binding("enter", "confirm", "key.confirm", id="confirm", key_display="Enter"),
        Binding("space", "confirm", show=False),
        Binding("a,ａ", "serves", "key.serves", id="serves", key_display="a"),
        Binding("x,ｘ", "none", "key.serves_none", id="none", key_display="x"),
        Binding("u,ｕ,ctrl+z", "undo", "key.undo", id="undo", key_display="u"),
        Binding("ctrl+y", "redo", "key.redo", id="redo", key_display="^Y", show=False),
        Binding("c,ｃ", "confirm_all", "key.confirm_all", id="confirm_all", key_display="c"),
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("d,ｄ", "department", "key.department", id="department", key_display="d"),
        Binding("slash,／", "search", "key.search", id="search", key_display="/"),
        Binding("tab", "details", show=False),
        Binding("escape", "leave", "key.back", id="leave", key_display="Esc"),
    ]

    def __init__(self, gaps: GapSitting, here: str = "") -> None:
        super().__init__(gaps)
        self.here = here
        self.choosing = Choosing()
        self.rows: tuple[tuple[ExistingMeasure, Link], ...] = ()
        self.suggestions: tuple[Suggestion, ...] = ()

    def compose(self) -> ComposeResult:
        yield Prose(id="head")
        yield WhichStrip(id="filters")
        yield Input(id="search", compact=True, max_length=100, select_on_focus=False)
        with Horizontal(id="mapping"):
            with VerticalScroll(id="list", can_focus=False):
                yield Prose(id="heads")
                yield GapList(WIDTHS, id="rows")
                yield Prose(id="empty")
            with VerticalScroll(id="details"):
                yield Prose(id="about")
                yield Prose(id="may-serve")
                suggestions = RowList(id="suggestions")
                suggestions.can_focus = False
                yield suggestions
                yield Prose(id="facts")
        yield HintBar()

    def on_mount(self) -> None:
        self._list.focus()
        if not self.gaps.current:
            self.recheck()

    @property
    def _list(self) -> GapList:
        return self.query_one("#rows", GapList)

    def checked(self) -> None:
        self.speak()

    def speak(self) -> None:
        self.rows = tuple(self.choosing.chosen(self.gaps)) if self.gaps.laid else ()
        self._speak_head()
        self.query_one(TabStrip).show(
            [self.say(f"gaps.which.{name}") for name in WHICH], WHICH.index(self.choosing.which)
        )
        self.query_one("#search", Input).placeholder = self.say("gaps.search")
        self._speak_rows()
        self._speak_details()

    def _speak_head(self) -> None:
        gaps, check = self.gaps, self.gaps.check
        links = gaps.mapping.links
        confirmed = sum(link.standing == "confirmed" for link in links)
        told = self.say("gaps.confirmed_of", confirmed=confirmed, total=len(links), shown=len(self.rows))
        if check is not None and check.types:
            kinds = [one.kind for one in check.findings]
            told += self.say(
                "gaps.missing_now", **{kind: kinds.count(kind) for kind in ("missing", "repair", "unconfirmed")}
            )
        if self.choosing.department is not None:
            told += "  " + self.say("gaps.only_department", name=self._called(self.choosing.department))
        heading = self.say("gaps.mapping_title", name=flowing(gaps.register.name))
        self.query_one("#head", Prose).show(title(heading), Para(told))

    def _called(self, department: str) -> str:
        return shown(department) or self.say("gaps.no_department")

    def _speak_rows(self) -> None:
        r = wording(self)
        ids = [one.id for one, _ in self.rows]
        cursor = ids.index(self.here) if self.here in ids else None
        self._list.show([gap_row(one, link, r) for one, link in self.rows] if r else [], cursor)
        self._list.display = bool(self.rows)
        empty = "gaps.none_listed" if self.gaps.laid else "gaps.checking"
        self.query_one("#empty", Prose).show(*(() if self.rows else (Para(self.say(empty)),)))
        self._speak_heads()

    def _speak_heads(self) -> None:
        told = head([self.say(name) for name in HEADS], WIDTHS, self._list.size.width - 1) if self.rows else ""
        self.query_one("#heads", Prose).show(*([Para(told, "$foreground-muted")] if told else []))

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(self._speak_heads)

    @property
    def chosen(self) -> tuple[ExistingMeasure, Link] | None:
        """The existing measure under the cursor, with what it serves."""
        return self.rows[min(self._list.cursor, len(self.rows) - 1)] if self.rows else None

    def _speak_details(self) -> None:
        chosen, r = self.chosen, wording(self)
        if chosen is None or r is None:
            for name in ("about", "may-serve", "facts"):
                self.query_one(f"#{name}", Prose).show()
            self.query_one("#suggestions", RowList).show([])
            return
        one, link = chosen
        self.here = one.id
        self.suggestions = self.gaps.suggestions(one.id)
        rows = ticked(link, self.suggestions, r)
        near = "gaps.may_serve" if rows else "gaps.nothing_near"
        lead = "gaps.by_column" if self.gaps.as_file_says(one.id) else near
        self.query_one("#about", Prose).show(*about(one, link, r))
        self.query_one("#facts", Prose).show(*facts(one, r))
        self.query_one("#may-serve", Prose).show(Para(self.say(lead), "bold"))
        self.query_one("#suggestions", RowList).show(rows, -1)
        self.query_one("#details").scroll_home(animate=False)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        if event.rows is self._list:
            self._speak_details()

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        """Enter on the list, or a click on a suggestion."""
        if event.rows is self._list:
            self.action_confirm()
        elif event.index < len(self.suggestions):
            self._toggle(event.index)
        else:
            self.action_serves()

    def on_key(self, event: events.Key) -> None:
        digit = digit_of(event)
        if digit is not None and not isinstance(self.focused, Input):
            event.stop()
            if digit <= len(self.suggestions):
                self._toggle(digit - 1)
        elif event.character == "\u3000" and self._list.has_focus:
            event.stop()
            self.action_confirm()

    def action_confirm(self) -> None:
        """Confirms what is suggested and goes on to the next; where nothing is, it is to be chosen from all."""
        chosen = self.chosen
        if chosen is None:
            return
        one, link = chosen
        if link.standing == "open":
            self.action_serves()
        elif link.standing == "suggested":
            self._confirm({one.id: link.generic}, on=True)
        else:
            self._list.action_move(1)

    def _toggle(self, index: int) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        one, link = chosen
        before = link.generic if link.standing == "confirmed" else ()
        measure = self.suggestions[index].measure
        after = tuple(m for m in before if m != measure) if measure in before else (*before, measure)
        if after:
            self._confirm({one.id: after})
        else:
            self.notify(self.say("gaps.last_one"), markup=False)

    def action_none(self) -> None:
        """It serves none of the measures of the types in question."""
        if self.chosen is not None:
            self._confirm({self.chosen[0].id: ()}, on=True)

    def action_serves(self) -> None:
        """Chooses from all generic measures."""
        chosen = self.chosen
        if chosen is None:
            return
        from tui.screens.gaps_serves import ServesScreen

        one, link = chosen
        near = tuple(suggestion.measure for suggestion in self.suggestions)

        def taken(generic: tuple[str, ...] | None) -> None:
            if generic is not None:
                self._confirm({one.id: generic})

        marked = link.generic if link.standing == "confirmed" else ()
        self.app.push_screen(ServesScreen(self.gaps, flowing(one.name), marked, near), taken)

    def action_confirm_all(self) -> None:
        """Confirms what is suggested for all that are listed, after asking."""
        waiting = {one.id: link.generic for one, link in self.rows if link.standing == "suggested"}
        if not waiting:
            self.notify(self.say("gaps.nothing_to_confirm"), markup=False)
            return
        question = ("gaps.confirm_all", "gaps.confirm_all_yes", "gaps.confirm_all_no")
        self.app.push_screen(
            ConfirmScreen(*question, count=len(waiting)), lambda sure: self._confirm(waiting) if sure else None
        )

    def _confirm(self, serves: dict[str, tuple[str, ...]], *, on: bool = False) -> None:
        """Keeps it and shows it at once; the check follows. ``on``: the cursor goes on to the next."""
        try:
            self.gaps.confirm(serves)
        except ShusekiError as error:
            self.tell(*error.problems)
            return
        self._go_on(on)
        self.recheck()

    def _go_on(self, on: bool) -> None:
        """Shows the list as it is now. What a filter no longer lists makes room: the next then stands there."""
        place = self._list.cursor
        before = len(self.rows)
        self.here = "" if on else self.here
        self.rows = tuple(self.choosing.chosen(self.gaps))
        if on and self.rows:
            place = min(place + (len(self.rows) == before), len(self.rows) - 1)
            self.here = self.rows[place][0].id
        self.speak()

    def action_undo(self) -> None:
        self._take_back(self.gaps.undo, "undo")

    def action_redo(self) -> None:
        self._take_back(self.gaps.redo, "redo")

    def _take_back(self, take: Callable[[], tuple[Confirmation, ...] | None], how: str) -> None:
        try:
            said = take()
        except ShusekiError as error:
            self.tell(*error.problems)
            return
        if said is None:
            self.notify(self.say(f"gaps.{how}_nothing"), markup=False)
            return
        told = f"gaps.{how}_done" if len(said) == 1 else f"gaps.{how}_many"
        values = {"name": shown(said[0].name), **({"count": len(said)} if len(said) > 1 else {})}
        self.notify(self.say(told, **values), markup=False)
        named = {(one.name, one.department) for one in said}
        self.here = next((m.id for m in self.gaps.register.measures if (m.name, m.department) in named), self.here)
        self.recheck()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While text is typed, these keys are the field's."""
        return not (action in ("undo", "redo", "confirm", "step") and isinstance(self.focused, Input))

    def on_tab_strip_chosen(self, event: TabStrip.Chosen) -> None:
        self._choose(which=WHICH[event.index])

    def action_step(self, by: int) -> None:
        self._choose(which=WHICH[(WHICH.index(self.choosing.which) + by) % len(WHICH)])

    def _choose(self, **wanted: str | None) -> None:
        now = {name: getattr(self.choosing, name) for name in ("which", "department", "text")}
        self.choosing = Choosing(**{**now, **wanted})
        self.speak()

    def action_department(self) -> None:
        """Chooses one department, or all."""
        from tui.screens.gaps_pick import GapPickScreen

        found = departments(self.gaps)
        values: list[str | None] = [None, *found]

        def names() -> list[str]:
            return [self.say("gaps.all_departments"), *(f"{self._called(one)}  {n}" for one, n in found.items())]

        dialog = GapPickScreen("gaps.pick_department", names, values.index(self.choosing.department))
        self.app.push_screen(dialog, lambda n: self._choose(department=values[n]) if n is not None else None)

    def action_search(self) -> None:
        self.query_one("#search", Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        self._choose(text=event.value)

    def on_input_submitted(self) -> None:
        self._list.focus()

    def action_details(self) -> None:
        """Between the list and the details, to scroll these."""
        focused = self.query_one("#details").has_focus
        (self._list if focused else self.query_one("#details")).focus()

    def action_leave(self) -> None:
        """Out of the search first, then out of the screen."""
        field = self.query_one("#search", Input)
        if field.has_focus or field.value:
            field.value = ""
            self._list.focus()
        else:
            self.dismiss()

    def reading_text(self) -> str:
        return "\n".join([self.chosen[0].words, *self.chosen[1].generic]) if self.chosen else ""
