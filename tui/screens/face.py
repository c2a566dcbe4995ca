"""What every screen and dialog has: both languages, in words and in the footer, help, aids to reading, and progress."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import events
from textual.binding import ActiveBinding, Binding
from textual.screen import Screen
from textual.worker import Worker

from tui.screens.hints import fitting
from tui.texts import TEXTS, Lang, say
from tui.widgets.notices import Notices
from tui.widgets.prose import Para
from tui.widgets.row_list import RowList
from tui.widgets.too_small import TooSmall, is_too_small
from tui.widgets.working import NOTICED, Working, awaited

if TYPE_CHECKING:
    from textual.notifications import Notification

    from engine.model.book import Book
    from engine.model.problem import Problem
    from engine.model.text import Citation
    from tui.app import ShusekiApp

Result = TypeVar("Result")
Jump = tuple[str, str, Callable[[], object]]
"""A place the command palette leads to: its name, a few words about it, and what goes there."""


class Face:
    """Mixed into screens and dialogs. ``speak`` shows everything anew in the language of the app.

    ``HELP``: the topic of F1. ``ESSENTIAL``: ids of bindings that the footer shows however narrow it is; the others are
    left out from the end until it fits (F1 and the command palette tell all).
    """

    HELP: ClassVar[str | None] = ""
    ESSENTIAL: ClassVar[frozenset[str]] = frozenset()

    def speak(self) -> None:
        """Puts every word of the screen in the language of the app, losing nothing that was typed."""
        raise NotImplementedError

    def keep_begun(self) -> None:
        """Keeps what was begun here and is no answer yet: the program may end now."""

    def palette(self) -> Iterable[Jump]:
        """The places of this screen that the command palette can lead to, in the language of the app."""
        return ()

    def reading_text(self) -> str:
        """What the person is reading now: the glossary begins with the terms in it."""
        focused = self._itself.focused
        if isinstance(focused, RowList) and focused.rows:
            return "\n".join(para.text for para in focused.rows[focused.cursor].paras if isinstance(para, Para))
        return ""

    def passages(self) -> "tuple[Citation, ...]":
        """The places in the study on which what the person is reading rests."""
        return ()

    @property
    def lang(self) -> Lang:
        """The language of the app."""
        return self._shuseki.lang

    @property
    def book(self) -> "Book | None":
        """The book, once it is open."""
        return self._shuseki.book

    def say(self, key: str, **values: object) -> str:
        """One of our texts."""
        return say(self.lang, key, **values)

    def tell(self, *problems: "Problem") -> None:
        """Shows problems in a dialog."""
        from tui.screens.problem import ProblemScreen

        self._shuseki.push_screen(ProblemScreen(problems))

    def hold_notices(self) -> None:
        """Makes the strip before it is needed: to come with an answer it then takes half the time."""
        if not self._itself.query(Notices):
            self._itself.mount(Notices())

    def show_notices(self, notices: "Sequence[Notification]") -> None:
        """Shows these in the strip above the footer; without any, there is no strip."""
        strip = next(iter(self._itself.query(Notices)), None)
        if strip is None and notices and self._itself.is_running:
            strip = Notices()
            self._itself.mount(strip)
        if strip is not None:
            strip.tell(notices, self.lang)

    def action_close_notices(self) -> None:
        self._shuseki.clear_notifications()

    def told(self, bindings: dict[str, ActiveBinding]) -> dict[str, ActiveBinding]:
        """The bindings, described in the language of the app; as many shown as the footer has room for."""
        return fitting(translated(bindings, self.lang), self._shuseki, self.ESSENTIAL)

    def action_help(self) -> None:
        from tui.screens.help import HelpScreen

        self._shuseki.push_screen(HelpScreen(self.HELP or "", self._itself))

    def action_glossary(self) -> None:
        if self.book is not None:
            from tui.screens.glossary import GlossaryScreen

            self._shuseki.push_screen(GlossaryScreen(self.book, self.reading_text()))

    def action_study(self) -> None:
        if self.book is not None:
            from tui.screens.study_place import StudyPlaceScreen

            self._shuseki.push_screen(StudyPlaceScreen(self.book, self.passages()))

    def on_resize(self, event: events.Resize) -> None:
        self._itself.refresh_bindings()
        for cover in self._itself.query(TooSmall):
            cover.display = is_too_small(event.size)
        if is_too_small(event.size) and not self._itself.query(TooSmall):
            self._itself.mount(TooSmall(self.lang))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if awaited(event.worker):
            self._itself.set_timer(NOTICED, self._show_working)
        else:
            self._show_working(only_end=True)

    def _show_working(self, only_end: bool = False) -> None:
        """Says what is being worked out, if anything still is."""
        screen = self._itself
        running = [worker.group for worker in screen.workers if worker.node is screen and awaited(worker)]
        shown = screen.query(Working)
        if not running:
            if shown:  # Removing nothing would still have the whole screen arranged anew.
                shown.remove()
        elif shown:
            shown.first().tell(running[0], self.lang)
        elif not only_end:
            line = Working()
            line.tell(running[0], self.lang)
            screen.mount(line)

    @property
    def _itself(self) -> "Screen[object]":
        return cast("Screen[object]", self)

    @property
    def _shuseki(self) -> "ShusekiApp":
        return cast("ShusekiApp", self._itself.app)


class FaceScreen(Face, Screen[Result]):
    """A whole screen."""

    BINDINGS = [
        Binding("f1", "help", "key.help", id="help", key_display="F1"),
        Binding("g,ｇ,ctrl+g", "glossary", "key.glossary", id="glossary", key_display="g", show=False),
        Binding("l,ｌ,ctrl+l", "study", "key.study", id="study", key_display="l", show=False),
        Binding("ctrl+o", "close_notices", "key.close_notices", id="close_notices", show=False),
    ]

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The bindings, as they are told."""
        return self.told(super().active_bindings)

    def on_mount(self) -> None:
        self.speak()


def translated(bindings: dict[str, ActiveBinding], lang: Lang) -> dict[str, ActiveBinding]:
    """Descriptions that are keys of ours, in words."""
    found = {}
    for key, active in bindings.items():
        binding = active.binding
        if binding.description in TEXTS:
            active = active._replace(binding=replace(binding, description=say(lang, binding.description)))
        found[key] = active
    return found


def title(text: str) -> Para:
    """The first line of a screen."""
    return Para(text, "bold")
