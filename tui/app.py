"""The terminal interface: language, theme, plain characters, and the way between screens. Everything else is theirs."""

import os
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.reactive import reactive
from textual.screen import Screen
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.worker import WorkerFailed

from tui import memory, settings, themes
from tui.screens.face import Face
from tui.screens.home import HomeScreen
from tui.settings import Settings
from tui.texts import Lang, say
from tui.widgets.too_small import STILL_ACTING, TooSmall, is_too_small
from tui.words.language import language

if TYPE_CHECKING:
    from engine.model.book import Book

NOTHING_REMEMBERED = Settings()
PLAIN = "SHUSEKI_PLAIN"
"""The environment variable that asks for plain characters."""
COLOURLESS = ("", "dumb", "unknown")
MOMENT = 0.05
"""Seconds after the end of a notice at which it is surely over."""


class PlainBar(ScrollBarRender):
    """A scroll bar of blanks: the blocks of Textual's own are two cells wide on many Japanese terminals."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


ScrollBar.renderer = PlainBar


class ShusekiApp(App[None]):
    """Opens on the list of consultations.

    ``plain``: whether charts are drawn in ASCII alone. Widgets read it when they are told to ``speak``, as they read
    the language; ``remembered``: what was chosen in an earlier run.
    """

    TITLE = "Shuseki"
    CSS_PATH = [
        f"styles/{name}.tcss" for name in ("face", "home", "form", "consultation", "result", "report", "gaps", "dialog")
    ]
    ENABLE_COMMAND_PALETTE = False
    """Textual's own; ours speaks both languages."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (108, "-wide")]
    BINDINGS = [
        Binding("f2", "language", "key.language", id="language", key_display="F2"),
        Binding("f9", "theme", "key.theme", id="theme", key_display="F9", show=False),
        Binding("ctrl+p", "palette", "key.palette", id="palette", key_display="^P"),
        Binding("ctrl+t", "plain", "key.plain", id="plain", show=False),
        Binding("ctrl+q", "quit", "key.quit", id="quit", show=False, priority=True),
    ]

    plain: reactive[bool] = reactive(False, init=False)

    def __init__(self, lang: Lang = "ja", *, plain: bool = False, remembered: Settings = NOTHING_REMEMBERED) -> None:
        super().__init__()
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.lang: Lang = lang
        self.theme = remembered.theme if remembered.theme in themes.NAMES else themes.NAMES[0]
        self.set_reactive(ShusekiApp.plain, plain)
        self.remembered = remembered

    def on_mount(self) -> None:
        self.push_screen(HomeScreen())
        if self.remembered.broken:
            self.notify(say(self.lang, "settings.broken"), severity="warning", markup=False)

    @property
    def book(self) -> "Book | None":
        """The book, once it is open."""
        sessions = (screen.session for screen in self.screen_stack if isinstance(screen, HomeScreen))
        return next((session.book for session in sessions if session), None)

    def watch_theme(self, theme: str) -> None:
        self.set_class(themes.is_sparse(theme), themes.SPARSE)

    def refresh_css(self, animate: bool = True) -> None:
        """Before there is a screen only takes the colours over: Textual would read all styles now, and then again."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def watch_plain(self) -> None:
        self.speak()

    def speak(self) -> None:
        """Shows every screen anew: the language or the characters have changed."""
        self.clear_notifications()
        for screen in self.screen_stack:
            if isinstance(screen, Face):
                screen.speak()
                screen.refresh_bindings()
                for cover in screen.query(TooSmall):
                    cover.speak(self.lang)

    def _refresh_notifications(self) -> None:
        """Shows notices in a strip of the screen instead of Textual's toasts, which are cut where widgets below end."""
        self.call_later(self._show_notices)

    def _show_notices(self) -> None:
        standing = tuple(self._notifications)
        for screen in self.screen_stack:
            if isinstance(screen, Face):
                screen.show_notices(standing if screen is self.screen else ())
        if standing:
            self.set_timer(max(min(one.time_left for one in standing), 0) + MOMENT, self._show_notices)

    def action_help_quit(self) -> None:
        """Ctrl+C, with nothing selected to copy: says how to quit."""
        self.notify(say(self.lang, "notice.quit"), markup=False)

    async def on_event(self, event: events.Event) -> None:
        """What is typed while nothing can be seen is dropped."""
        blind = is_too_small(self.size) and isinstance(event, events.Key | events.Paste)
        if not blind or (isinstance(event, events.Key) and event.key in STILL_ACTING):
            await super().on_event(event)

    async def action_quit(self) -> None:
        """Ends the program; what was begun and is no answer yet is kept."""
        self.keep_begun()
        await super().action_quit()

    def keep_begun(self) -> None:
        """Has every screen keep what was begun on it."""
        for screen in self.screen_stack:
            if isinstance(screen, Face):
                screen.keep_begun()

    @property
    def unforeseen(self) -> BaseException | None:
        """The error that ended the program, if one did: of a worker, what went wrong in it."""
        return self._exception.error if isinstance(self._exception, WorkerFailed) else self._exception

    def _fatal_error(self) -> None:
        """Ends the program; whoever ran it tells the error.

        Textual would draw where it happened with all that was in memory there: of a whole book that takes half a minute
        in which nothing answers, and it would show what people wrote.
        """
        with suppress(Exception):
            self.keep_begun()
        self._close_messages_no_wait()

    def action_language(self) -> None:
        self.lang = "en" if self.lang == "ja" else "ja"
        self.speak()
        self.remember(lang=self.lang)

    def action_theme(self) -> None:
        self.choose_theme(themes.following(self.theme))

    def choose_theme(self, name: str) -> None:
        """Shows the theme from now on."""
        self.theme = name
        self.remember(theme=name)

    def action_palette(self) -> None:
        from tui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(self.lang))

    def action_plain(self) -> None:
        self.plain = not self.plain
        self.remember(plain=self.plain)

    def remember(self, **chosen: str | bool) -> None:
        """Keeps a choice for the next run; that it cannot be kept is told, and holds nothing up."""
        if not settings.remember(**chosen):
            self.notify(say(self.lang, "settings.not_kept"), severity="warning", markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of Textual's own: they are English only."""
        return ()


def run(lang: str | None = None, *, plain: bool = False) -> None:
    """Opens the terminal interface.

    Args:
        lang: the language asked for; without it that of the environment, of the last run, or of the computer.
        plain: whether plain characters are asked for; without it as the environment, the terminal or the last run say.

    Raises:
        Exception: an error that nobody foresaw has ended the program.
    """
    memory.one_heap()
    remembered = settings.read()
    plain = plain or plain_by_environment() or bool(remembered.plain)
    app = ShusekiApp(language(lang, remembered.lang), plain=plain, remembered=remembered)
    app.run()
    if app.unforeseen is not None:
        raise app.unforeseen


def plain_by_environment() -> bool:
    """Whether the environment asks for plain characters, or the terminal knows no colours."""
    asked = os.environ.get(PLAIN, "") not in ("", "0")
    colourless = "NO_COLOR" in os.environ or (os.name != "nt" and os.environ.get("TERM", "") in COLOURLESS)
    return asked or colourless
