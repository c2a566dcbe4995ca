"""The form for what a consultation is about: cluster, places, industry and date. Nothing typed is lost on a problem."""

from datetime import date
from typing import Literal, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input

from engine.interview.dates import read_date
from engine.interview.visible import shown
from engine.model.answers import Cluster
from engine.model.problem import Problem
from engine.store import area_search
from engine.store.divisions import division
from tui.screens.cluster_words import date_in_words, made_name
from tui.screens.face import FaceScreen, Result, title
from tui.widgets.area_picker import AreaPicker, level_of
from tui.widgets.choices import Choices
from tui.widgets.division_picker import DivisionPicker
from tui.widgets.hint_bar import HintBar
from tui.widgets.picker import Picker
from tui.widgets.prose import Para, Prose
from tui.widgets.row_list import Row, RowList

Level = Literal["city", "region", "prefecture"]
LEVELS: tuple[Level, ...] = ("city", "region", "prefecture")
FIELDS = ("name", "name_en", "area", "level", "division", "industry", "industry_en", "as_of")
TYPED = ("name", "name_en", "industry", "industry_en", "as_of")
TOLD = ("name", "area", "division", "as_of")
"""Fields below which something may be told."""


class ClusterForm(FaceScreen[Result]):
    """``TITLE`` and ``READY`` name the texts above the form and on its last line; ``accept`` does what it is for."""

    HELP = "new"
    HEADING = ""
    READY = ""
    BINDINGS = [
        Binding("f5,ctrl+s", "save", "key.save", id="save", key_display="F5"),
        Binding("escape", "cancel", "key.back", id="cancel", key_display="Esc"),
    ]

    def __init__(self, cluster: Cluster | None, as_of: date) -> None:
        super().__init__()
        # A cluster needs a name; that of a new one is still to be typed.
        self.cluster = cluster
        self.as_of = as_of
        self.problems: dict[str, Problem | str] = {}
        self.level_by_hand = bool(cluster and cluster.level)
        self._suggested: frozenset[int] = frozenset()
        self._begun: tuple[object, ...] = ()

    def accept(self, cluster: Cluster, as_of: date) -> None:
        """The form is right: what is done with it."""
        raise NotImplementedError

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields shown. English names are asked for only where there are some already: else they would go stale."""
        given = self.cluster
        hidden = {name for name in ("name_en", "industry_en") if not (given and getattr(given, name))}
        return tuple(name for name in FIELDS if name not in hidden)

    def compose(self) -> ComposeResult:
        yield Prose(id="form-title")
        with VerticalScroll(id="form", can_focus=False):
            for name in self.fields:
                with Vertical(classes="field"):
                    yield Prose(id=f"label-{name}")
                    yield from self._entry(name)
                    yield Prose(id=f"below-{name}", classes="below")
            yield RowList(id="begin")
        yield HintBar()

    def _entry(self, name: str) -> ComposeResult:
        given = self.cluster

        def more(left: int) -> str:
            return self.say("finder.more", count=left)

        if name == "area":
            yield AreaPicker(more, id="area", chosen=given.area if given else ())
        elif name == "division":
            yield DivisionPicker(more, id="division", chosen=given.division if given else None)
        elif name == "level":
            yield Choices(id="level")
        else:
            value = self.as_of.isoformat() if name == "as_of" else getattr(given, name) if given else ""
            yield Input(value, id=name, compact=True, max_length=200, select_on_focus=False)

    def on_mount(self) -> None:
        level = self.cluster.level if self.cluster else None
        marked = frozenset({LEVELS.index(level)}) if level else frozenset[int]()
        self.query_one("#level", Choices).offer([""] * len(LEVELS), marked=marked)
        self.query_one("#name").focus()
        self.run_worker(area_search.warm, thread=True, group="warm")
        self._begun = self._typed()

    def speak(self) -> None:
        self.query_one("#form-title", Prose).show(title(self.say(self.HEADING)))
        for name in self.fields:
            self.query_one(f"#label-{name}", Prose).show(Para(self.say(f"new.{name}")))
        for name in ("name", "industry"):
            self.query_one(f"#{name}", Input).placeholder = self.say(f"new.{name}_hint")
        for name in ("area", "division"):
            picker = self.query_one(f"#{name}", Picker)
            picker.finder.input.placeholder = self.say(f"new.{name}_hint")
            picker.speak()
        self.query_one("#level", Choices).relabel([self.say(f"new.level.{level}") for level in LEVELS])
        self.query_one("#begin", RowList).show([Row((Para(self.say(self.READY)),))])
        self._tell()

    @property
    def area(self) -> AreaPicker:
        """The places."""
        return self.query_one("#area", AreaPicker)

    @property
    def division(self) -> DivisionPicker:
        """The division of the industry."""
        return self.query_one("#division", DivisionPicker)

    def text(self, name: str) -> str:
        """What stands in a field; empty where the form does not have it."""
        return next((field.value.strip() for field in self.query(f"#{name}").results(Input)), "")

    def _typed(self) -> tuple[object, ...]:
        pickers = (self.area, self.division)
        level = self.query_one("#level", Choices).marked
        return (*map(self.text, TYPED), level, *((one.chosen, one.finder.text) for one in pickers))

    def _tell(self) -> None:
        for name in TOLD:
            problem = self.problems.get(name)
            told = problem.tell(self.lang) if isinstance(problem, Problem) else problem and self.say(problem)
            below = [Para(f"! {told}", "$text-error bold")] if told else self._hints(name)
            self.query_one(f"#below-{name}", Prose).show(*below)

    def _hints(self, name: str) -> list[Para]:
        """What is told below a field where nothing is wrong with it."""
        told = ""
        if name == "name" and not self.text("name"):
            made = self._made_name()
            told = self.say("new.name_made", name=shown(made, 80)) if made else ""
        elif name == "area" and self.area.chosen:
            told = self.say("new.area_how")
        elif name == "area" and self.area.finder.text and not self.area.finder.hits:
            told = self.say("new.area_none")
        elif name == "division":
            found = division(self.division.code)
            told = self.say("new.not_manufacturing") if found and not found.manufacturing else ""
            if not found and self.division.finder.text and not self.division.finder.hits:
                told = self.say("new.division_none")
        elif name == "as_of":
            told = date_in_words(self.text("as_of"), self.lang)
        return [Para(told, "$foreground-muted")] if told else []

    def _made_name(self) -> str:
        return made_name(self.area.chosen, self._industry())

    def _industry(self) -> str:
        found = division(self.division.code)
        return self.text("industry") or (found.name.ja if found else "")

    def on_input_changed(self, event: Input.Changed) -> None:
        self.problems.pop(event.input.id or "", None)
        self._tell()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input.id == "as_of":
            self.action_save()
        else:
            self.focus_next()

    def on_picker_changed(self, event: Picker.Changed) -> None:
        name = event.picker.id or ""
        self.problems.pop(name, None)
        wrong = self.area.wrong_code() if name == "area" else None
        if wrong:
            self.problems["area"] = wrong
        if name == "area":
            self._suggest_level()
        self._tell()

    def _suggest_level(self) -> None:
        """The level follows the places until somebody chooses it."""
        level, choices = level_of(self.area.chosen), self.query_one("#level", Choices)
        if not self.level_by_hand:
            self._suggested = frozenset({LEVELS.index(cast("Level", level))}) if level else frozenset()
            choices.marked = self._suggested
            choices.cursor = min(choices.marked, default=0)
            choices.refresh()

    def on_picker_missed(self, event: Picker.Missed) -> None:
        if not event.text:
            self.focus_next()
            return
        if event.picker is self.area:
            wrong = self.area.complete()
            if wrong or self.area.finder.text:
                self.problems["area"] = wrong or "new.area_none"
        else:
            self.problems["division"] = "new.division_none"
        self._tell()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        if isinstance(event.rows, Choices) and event.rows.marked != self._suggested:
            self.level_by_hand = True

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        if event.rows.id == "begin":
            self.action_save()
        else:
            self.level_by_hand = True
            self.focus_next()

    def action_save(self) -> None:
        self.problems = self._wrong()
        as_of = read_date(self.text("as_of"))
        if isinstance(as_of, Problem):
            self.problems["as_of"] = as_of
        self._tell()
        if self.problems:
            self._go_to(next(name for name in self.fields if name in self.problems))
        elif isinstance(as_of, date):
            self.accept(self._made(), as_of)

    def _wrong(self) -> dict[str, Problem | str]:
        """What must be put right; what is typed in the pickers and can mean one thing only is taken over first."""
        found: dict[str, Problem | str] = {}
        wrong = self.area.complete()
        self.division.complete()
        if wrong or self.area.finder.text:
            found["area"] = wrong or "new.area_open"
        if self.division.finder.text:
            found["division"] = "new.division_open"
        if not self.text("name") and not self._made_name():
            found["name"] = "new.name_missing"
        return found

    def _go_to(self, name: str) -> None:
        field = self.query_one(f"#{name}")
        (field.finder.input if isinstance(field, Picker) else field).focus()

    def _made(self) -> Cluster:
        marked = self.query_one("#level", Choices).marked
        found = division(self.division.code)
        named = self.text("industry")
        return Cluster(
            name=self.text("name") or self._made_name(),
            name_en=self.text("name_en"),
            industry=self._industry(),
            industry_en=self.text("industry_en") or (found.name.en if found and not named else ""),
            division=self.division.code,
            area=self.area.chosen,
            level=LEVELS[min(marked)] if marked else None,
        )

    def action_cancel(self) -> None:
        """Goes back; where something was typed, after asking."""
        if self._typed() == self._begun:
            self.dismiss()
            return
        from tui.screens.confirm import ConfirmScreen

        dialog = ConfirmScreen("new.leave", "new.leave_yes", "new.leave_no")

        def left(sure: bool | None) -> None:
            if sure:
                self.dismiss()

        self.app.push_screen(dialog, left)
