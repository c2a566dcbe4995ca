"""Home: the consultations that are kept, found again and begun.

The book and the store are opened after the first paint, and verdicts are worked out after the list stands.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message

from tui.screens.face import title
from tui.screens.home_columns import WIDTHS, heads
from tui.screens.home_judging import HomeJudging
from tui.screens.naming_words import called
from tui.widgets.hint_bar import HintBar
from tui.widgets.prose import GAP, Para, Prose
from tui.widgets.row_list import RowList
from tui.widgets.table_list import TableList, head

if TYPE_CHECKING:
    from textual.widgets import Input

    from tui.session import Session


OF_ONE = frozenset({"branch", "compare", "compare_parent", "delete", "edit", "export", "gaps"})
"""What is done to the consultation under the cursor."""


class HomeScreen(HomeJudging):
    """The list, its search, and what F1 tells of its keys."""

    HELP = "home"
    ESSENTIAL = frozenset({"new", "examples", "import", "search", "gaps", "compare_parent"})
    BINDINGS = [
        Binding("n,ｎ", "new", "key.new", id="new", key_display="n"),
        Binding("e,ｅ", "examples", "key.examples", id="examples", key_display="e"),
        Binding("i,ｉ", "import", "key.import", id="import", key_display="i"),
        Binding("slash,／,f,ｆ", "search", "key.search", id="search", key_display="/"),
        Binding("p,ｐ", "compare_parent", "key.compare_parent", id="compare_parent", key_display="p", show=False),
        Binding("m,ｍ", "gaps", "key.gaps", id="gaps", key_display="m"),
        Binding("q,ｑ", "app.quit", "key.quit", id="quit", key_display="q"),
        Binding("b,ｂ", "branch", "key.branch", id="branch", key_display="b"),
        Binding("c,ｃ", "compare", "key.compare", id="compare", key_display="c"),
        Binding("d,ｄ,delete", "delete", "key.delete", id="delete", key_display="d"),
        Binding("r,ｒ", "edit", "key.edit", id="edit", key_display="r"),
        Binding("x,ｘ", "export", "key.export", id="export", key_display="x"),
        Binding("z,ｚ", "deleted", "key.deleted", id="deleted", key_display="z", show=False),
        Binding("ctrl+z", "undo", "key.undo_delete", id="undo", key_display="^Z", show=False),
        Binding("escape", "clear_search", "key.clear_search", id="clear_search", key_display="Esc", show=False),
        Binding("down", "to_list", show=False),
    ]

    _offered = (False, False)

    class Opened(Message):
        """The book and the store are there."""

        def __init__(self, session: "Session") -> None:
            super().__init__()
            self.session = session

    def compose(self) -> ComposeResult:
        yield Prose(id="home-title")
        with Horizontal(id="home-search"):
            yield Prose(id="search-label")
        yield Prose(id="home-heads")
        with Vertical(id="home-list"):
            yield TableList(WIDTHS, id="consultations")
            yield Prose(id="home-empty")
        yield HintBar()

    def on_mount(self) -> None:
        self.query_one("#home-search").display = False
        self.call_after_refresh(lambda: self.run_worker(self._open, thread=True, group="opening"))

    def _open(self) -> None:
        """In a thread: loads what is heavy, and tells."""
        from engine.model.problem import ShusekiError
        from tui.session import Session

        try:
            self.post_message(self.Opened(Session.open()))
        except ShusekiError as error:
            self.post_message(self.Failed(error.problems))
        # Whatever is chosen from the list leads there.
        import tui.screens.consultation  # noqa: F401

    def on_home_screen_opened(self, event: Opened) -> None:
        from textual.widgets import Input

        self.session = event.session
        field = Input(id="search", compact=True, max_length=100, select_on_focus=False)
        self.query_one("#home-search", Horizontal).mount(field)
        self.call_after_refresh(self.renew)
        if event.session.is_open and event.session.store.notices:
            self.tell(*event.session.store.notices)
        self.run_worker(self.prepare, thread=True, group="ready")

    def on_home_judging_failed(self, event: HomeJudging.Failed) -> None:
        self.problems = event.problems
        self.speak()

    def on_unmount(self) -> None:
        if self.session:
            self.session.close()

    def on_screen_resume(self) -> None:
        if self.session and self.query("#search"):
            self.renew()

    def on_screen_suspend(self) -> None:
        """What is done elsewhere does not wait for verdicts nobody sees."""
        self.workers.cancel_group(self, "warm")

    def on_resize(self, event: object = None) -> None:
        self.call_after_refresh(self._show_heads)

    def renew(self) -> None:
        """Reads the list again; the cursor stays on the same consultation."""
        from engine.model.problem import ShusekiError

        assert self.session is not None
        try:
            self.found = self.session.summaries()
        except ShusekiError as error:
            self.problems = error.problems
        if self.marked not in {summary.id for summary in self.found}:
            self.marked = None
        self.sift()
        self.run_worker(self.judge, thread=True, group="warm", exclusive=True)

    def sift(self) -> None:
        """Lists what the search finds."""
        from tui.screens.home_search import matches

        here = self.chosen()
        self.listed = tuple(one for one in self.found if matches(one, self.sought))
        ids = [one.id for one in self.listed]
        self.query_one(RowList).cursor = ids.index(here.id) if here and here.id in ids else 0
        self.speak()
        if self.listed and not (self.focused and self.focused.id == "search"):
            self.query_one(RowList).focus()

    @property
    def sought(self) -> str:
        """What stands in the search field."""
        return self._field.value if self._field else ""

    @property
    def _field(self) -> "Input | None":
        from textual.widgets import Input

        return next(iter(self.query("#search").results(Input)), None)

    def speak(self) -> None:
        self.query_one("#home-title", Prose).show(*self._head())
        self._show_search()
        rows = self.query_one(RowList)
        rows.display = bool(self.listed)
        if self.session is not None:
            # Late: what draws the rows loads the engine.
            from tui.screens.home_rows import row
            from tui.widgets.charts import plain_for

            book, plain = self.session.book, plain_for(self.app)
            rows.show(
                [
                    row(
                        one,
                        self.standings.get((one.id, one.changed)),
                        self.found,
                        book,
                        self.lang,
                        plain=plain,
                        marked=one.id == self.marked,
                    )
                    for one in self.listed
                ]
            )
        self.query_one("#home-empty", Prose).show(*self._instead())
        self._show_heads()
        self._hint_at_row()

    def _head(self) -> list[Para]:
        head = [title(self.say("home.title"))]
        if self.session and not self.found:
            head.append(Para(self.say("home.lead"), "$foreground-muted"))
        if self.found:
            head.append(Para(self._count()))
        head += [Para(self.say(self.hint))] if self.hint else []
        marked = [one for one in self.found if one.id == self.marked]
        return head + [Para(self.say("home.to_compare", name=called(one, self.lang))) for one in marked]

    def _count(self) -> str:
        """How many are kept, how many of them are found, and how many verdicts are still to come."""
        told = self.say("home.saved", count=len(self.found))
        if self.sought.strip():
            told += self.say("home.hits", count=len(self.listed))
        missing = sum((one.id, one.changed) not in self.standings for one in self.found)
        return told + (self.say("home.missing", done=len(self.found) - missing) if missing else "")

    def _show_search(self) -> None:
        self.query_one("#home-search").display = bool(self.found)
        self.query_one("#search-label", Prose).show(Para(self.say("home.search")))
        if self._field:
            self._field.placeholder = self.say("home.search_hint")

    def _show_heads(self) -> None:
        told = head(heads(self.lang), WIDTHS, self.query_one("#home-heads").content_size.width) if self.listed else ""
        self.query_one("#home-heads", Prose).show(*([Para(told, "$foreground-muted")] if told else []))

    def _instead(self) -> tuple[Para, ...]:
        if self.problems:
            return tuple(Para(problem.tell(self.lang)) for problem in self.problems)
        if self.found and not self.listed:
            from engine.interview.visible import shown

            return (Para(self.say("home.no_hit", sought=shown(self.sought))), GAP, Para(self.say("home.no_hit_way")))
        if self.found:
            return ()
        return (Para(self.say("home.empty" if self.session else "home.opening")),)

    def told(self, bindings: dict[str, ActiveBinding]) -> dict[str, ActiveBinding]:
        """The comparison with its origin is shown where the cursor stands on a scenario that has one."""
        if self.origin():
            for key in ("p", "ｐ"):
                if (active := bindings.get(key)) and active.binding.id == "compare_parent":
                    bindings = {**bindings, key: active._replace(binding=replace(active.binding, show=True))}
        return super().told(bindings)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a consultation is offered where there is one."""
        return bool(self.listed) if action in OF_ONE else super().check_action(action, parameters)

    def _hint_at_row(self) -> None:
        """Draws the footer anew only where it changes: every key in the list comes by here."""
        offered, self._offered = self._offered, (bool(self.listed), bool(self.origin()))
        if offered != self._offered:
            self.refresh_bindings()

    def on_row_list_moved(self) -> None:
        self._hint_at_row()
        if self.hint:
            self.hint = ""
            self.speak()

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        self.begin(lambda session: session.resume(self.listed[event.index].id))

    def on_input_changed(self) -> None:
        self.query_one(RowList).cursor = 0
        self.sift()

    def on_input_submitted(self) -> None:
        self.action_to_list()

    def action_search(self) -> None:
        if self._field and self.found:
            self._field.focus()

    def action_to_list(self) -> None:
        if self.listed:
            self.query_one(RowList).focus()

    def action_clear_search(self) -> None:
        if self._field:
            self._field.value = ""
            self.sift()
            self.action_to_list()
