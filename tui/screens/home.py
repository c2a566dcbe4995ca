"""Home: the consultations that are kept. The book and the store are opened after the first paint."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Footer

from tui.screens.face import FaceScreen, title
from tui.screens.naming_words import called, scenario_line
from tui.widgets.prose import GAP, Para, Prose
from tui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from engine.model.problem import Problem
    from engine.store.database import Summary
    from tui.session import Session, Sitting


class HomeScreen(FaceScreen[None]):
    """List, new, examples, delete; scenarios branch off and are compared."""

    HELP = "home"
    BINDINGS = [
        Binding("n,ｎ", "new", "key.new", id="new", key_display="n"),
        Binding("e,ｅ", "examples", "key.examples", id="examples", key_display="e"),
        Binding("b,ｂ", "branch", "key.branch", id="branch", key_display="b"),
        Binding("c,ｃ", "compare", "key.compare", id="compare", key_display="c"),
        Binding("p,ｐ", "compare_parent", show=False),
        Binding("d,ｄ,delete", "delete", "key.delete", id="delete", key_display="d"),
        Binding("q,ｑ", "app.quit", "key.quit", id="quit", key_display="q"),
    ]

    class Opened(Message):
        """The book and the store are there."""

        def __init__(self, session: "Session") -> None:
            super().__init__()
            self.session = session

    class Failed(Message):
        """They could not be opened."""

        def __init__(self, problems: "tuple[Problem, ...]") -> None:
            super().__init__()
            self.problems = problems

    def __init__(self) -> None:
        super().__init__()
        self.session: Session | None = None
        self.problems: tuple[Problem, ...] = ()
        self.found: tuple[Summary, ...] = ()
        self.marked: str | None = None
        self.hint = ""

    def compose(self) -> ComposeResult:
        yield Prose(id="home-title")
        with VerticalScroll(id="home-list", can_focus=False):
            yield RowList(id="consultations")
            yield Prose(id="home-empty")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        self.call_after_refresh(lambda: self.run_worker(self._open, thread=True))

    def _open(self) -> None:
        """In a thread: loads what is heavy, and tells."""
        from engine.model.problem import ShusekiError
        from tui.session import Session

        try:
            self.post_message(self.Opened(Session.open()))
        except ShusekiError as error:
            self.post_message(self.Failed(error.problems))

    def on_home_screen_opened(self, event: Opened) -> None:
        self.session = event.session
        self.renew()
        self.run_worker(event.session.warm, thread=True, group="warm")

    def on_home_screen_failed(self, event: Failed) -> None:
        self.problems = event.problems
        self.speak()

    def on_unmount(self) -> None:
        if self.session:
            self.session.close()

    def on_screen_resume(self) -> None:
        if self.session:
            self.renew()

    def renew(self) -> None:
        """Reads the list again."""
        from engine.model.problem import ShusekiError

        assert self.session is not None
        try:
            self.found = self.session.summaries()
        except ShusekiError as error:
            self.problems = error.problems
        if self.marked not in {summary.id for summary in self.found}:
            self.marked = None
        self.speak()

    def speak(self) -> None:
        head = [title(self.say("home.title"))]
        if self.session:
            head.append(Para(self.say("home.lead"), "$foreground-muted"))
        if self.found:
            head += [GAP, Para(self.say("home.saved", count=len(self.found)), "bold")]
        head += [Para(self.say(self.hint))] if self.hint else []
        head += [
            Para(self.say("home.to_compare", name=called(s, self.lang))) for s in self.found if s.id == self.marked
        ]
        self.query_one("#home-title", Prose).show(*head)
        rows = self.query_one(RowList)
        rows.display = bool(self.found)
        rows.show([self._row(summary) for summary in self.found])
        self.query_one("#home-empty", Prose).show(*self._instead())
        if self.found:
            rows.focus()

    def _instead(self) -> tuple[Para, ...]:
        if self.problems:
            return tuple(Para(problem.tell(self.lang)) for problem in self.problems)
        if self.found:
            return ()
        return (Para(self.say("home.empty" if self.session else "home.opening")),)

    def _row(self, summary: "Summary") -> Row:
        from engine.interview.visible import visible

        english = self.lang == "en"
        name = (english and summary.name_en) or summary.name
        industry = (english and summary.industry_en) or summary.industry or self.say("home.no_industry")
        changed = f"{summary.changed.astimezone():%Y-%m-%d %H:%M}"
        line = self.say("home.row", answered=summary.answered, unknown=summary.dont_know, changed=changed)
        about = scenario_line(summary, self.found, self.lang) if summary.scenario else visible(industry)
        paras = (Para(visible(name), "bold"), Para(about), Para(line, "$foreground-muted"))
        return Row(paras, mark="* " if summary.id == self.marked else "")

    def on_row_list_moved(self) -> None:
        if self.hint:
            self.hint = ""
            self.speak()

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        self._begin(lambda session: session.resume(self.found[event.index].id))

    def _begin(self, opening: "Callable[[Session], Sitting]") -> None:
        from tui.screens.consultation import ConsultationScreen

        self._push(lambda session: ConsultationScreen(opening(session)))

    def _push(self, screen: "Callable[[Session], FaceScreen[None]]") -> None:
        from engine.model.problem import ShusekiError

        if self.session is None:
            return
        try:
            self.app.push_screen(screen(self.session))
        except ShusekiError as error:
            self.tell(*error.problems)

    def _sit(self, sitting: "Sitting | None") -> None:
        if sitting is not None:
            self._begin(lambda _: sitting)

    def _copy(self, example: str | None) -> None:
        if example is not None:
            self._begin(lambda session: session.copy(example))

    def action_new(self) -> None:
        if self.session:
            from tui.screens.new import NewScreen

            self.app.push_screen(NewScreen(self.session), self._sit)

    def action_examples(self) -> None:
        if self.session:
            from tui.screens.examples import ExamplesScreen

            self.app.push_screen(ExamplesScreen(self.session.book), self._copy)

    def _chosen(self) -> "Summary | None":
        return self.found[self.query_one(RowList).cursor] if self.found else None

    def action_branch(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            from tui.screens.naming import NamingScreen

            def named(name: str | None) -> None:
                if name is not None:
                    self._begin(lambda session: session.branch(chosen.id, name))

            self.app.push_screen(NamingScreen(called(chosen, self.lang)), named)

    def action_compare(self) -> None:
        """Marks the first of two; with one marked, compares it with the one under the cursor."""
        chosen = self._chosen()
        if chosen is None:
            return
        first, self.marked = self.marked, None if self.marked else chosen.id
        if first is not None and first != chosen.id:
            self._compare(first, chosen.id)
        self.speak()

    def action_compare_parent(self) -> None:
        chosen = self._chosen()
        parents = [one.id for one in self.found if chosen and one.id == chosen.parent]
        if chosen and parents:
            self._compare(parents[0], chosen.id)
        elif chosen:
            self.hint = "home.no_parent"
            self.speak()

    def _compare(self, first: str, second: str) -> None:
        from tui.screens.compare import CompareScreen

        self._push(lambda session: CompareScreen(session.book, *map(session.store.load, (first, second))))

    def action_delete(self) -> None:
        if not self.found:
            return
        from engine.interview.visible import shown
        from tui.screens.confirm import ConfirmScreen

        chosen = self.found[self.query_one(RowList).cursor]
        dialog = ConfirmScreen("home.delete", "home.delete_yes", "home.delete_no", name=shown(chosen.name))
        self.app.push_screen(dialog, lambda sure: self._delete(chosen.id) if sure else None)

    def _delete(self, consultation: str) -> None:
        from engine.model.problem import ShusekiError

        assert self.session is not None
        try:
            self.session.store.delete(consultation)
        except ShusekiError as error:
            self.tell(*error.problems)
        self.renew()
