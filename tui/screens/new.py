"""Names the cluster: what a new consultation is about."""

from datetime import date
from typing import Literal, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Footer, Input

from engine.interview.dates import read_date
from engine.model.answers import Cluster
from engine.model.problem import Problem, ShusekiError
from engine.store.areas import lookup, read_code
from tui.screens.face import FaceScreen, title
from tui.session import Session, Sitting
from tui.widgets.choices import Choices
from tui.widgets.prose import Para, Prose
from tui.widgets.row_list import Row, RowList

LEVELS = ("city", "region", "prefecture")
FIELDS = ("name", "industry", "area", "as_of")


class NewScreen(FaceScreen[Sitting | None]):
    """A form; each problem stands at its field, and nothing typed is lost."""

    HELP = "new"

    BINDINGS = [
        Binding("f5,ctrl+s", "save", "key.save", id="save", key_display="F5"),
        Binding("escape", "cancel", "key.back", id="cancel", key_display="Esc"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.problems: dict[str, Problem | str] = {}

    def compose(self) -> ComposeResult:
        yield Prose(id="form-title")
        with VerticalScroll(id="form", can_focus=False):
            yield from self._field("name")
            yield from self._field("industry")
            with Vertical(classes="field"):
                yield Prose(id="label-level")
                yield Choices(id="level")
            yield from self._field("area")
            yield from self._field("as_of", date.today().isoformat())
            yield RowList(id="begin")
        yield Footer(compact=True, show_command_palette=False)

    def _field(self, name: str, value: str = "") -> ComposeResult:
        with Vertical(classes="field"):
            yield Prose(id=f"label-{name}")
            yield Input(value, id=name, compact=True, max_length=200, select_on_focus=False)
            yield Prose(id=f"problem-{name}", classes="problem")

    def on_mount(self) -> None:
        self.query_one("#level", Choices).offer([""] * len(LEVELS))
        self.query_one("#name").focus()

    def speak(self) -> None:
        self.query_one("#form-title", Prose).show(title(self.say("new.title")))
        for name in (*FIELDS, "level"):
            self.query_one(f"#label-{name}", Prose).show(Para(self.say(f"new.{name}")))
        for name in ("name", "industry", "area"):
            self.query_one(f"#{name}", Input).placeholder = self.say(f"new.{name}_hint")
        self.query_one("#level", Choices).relabel([self.say(f"new.level.{level}") for level in LEVELS])
        self.query_one("#begin", RowList).show([Row((Para(self.say("new.begin")),))])
        self._tell()

    def _tell(self) -> None:
        for name in FIELDS:
            problem = self.problems.get(name)
            text = problem.tell(self.lang) if isinstance(problem, Problem) else problem and self.say(problem)
            below = [Para(f"! {text}", "$text-error bold")] if text else self._places() if name == "area" else []
            self.query_one(f"#problem-{name}", Prose).show(*below)

    def _places(self) -> list[Para]:
        found = [lookup(code) for code in self._codes() if isinstance(code, str)]
        names = "、".join(area.full_name for area in found if area)
        return [Para(names)] if names else []

    def _codes(self) -> list[str | Problem]:
        parts = self._text("area").replace("、", " ").replace(",", " ").replace("，", " ").split()
        return [read_code(part) for part in parts]

    def _text(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()

    def on_input_changed(self, event: Input.Changed) -> None:
        self.problems.pop(event.input.id or "", None)
        self._tell()

    def on_input_submitted(self) -> None:
        self.focus_next()

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        if event.rows.id == "begin":
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        as_of, codes = read_date(self._text("as_of")), self._codes()
        self.problems = {"name": "new.name_missing"} if not self._text("name") else {}
        wrong = [code for code in codes if isinstance(code, Problem)]
        if wrong:
            self.problems["area"] = wrong[0]
        if isinstance(as_of, Problem):
            self.problems["as_of"] = as_of
        self._tell()
        if self.problems:
            self.query_one(f"#{next(iter(self.problems))}").focus()
        elif isinstance(as_of, date):
            self._begin(tuple(code for code in codes if isinstance(code, str)), as_of)

    def _begin(self, area: tuple[str, ...], as_of: date) -> None:
        marked = self.query_one("#level", Choices).marked
        level = cast("Literal['city', 'region', 'prefecture'] | None", LEVELS[min(marked)] if marked else None)
        cluster = Cluster(name=self._text("name"), industry=self._text("industry"), area=area, level=level)
        try:
            self.dismiss(self.session.begin(cluster, as_of))
        except ShusekiError as error:
            self.tell(*error.problems)

    def action_cancel(self) -> None:
        self.dismiss(None)
