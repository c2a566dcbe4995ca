"""The terminal interface: language, theme, and the way between screens. Everything else is theirs."""

import os
from collections.abc import Iterable
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen
from textual.scrollbar import ScrollBar, ScrollBarRender

from tui.screens.face import Face
from tui.screens.home import HomeScreen
from tui.texts import Lang

DARK, LIGHT = "textual-dark", "textual-light"
LIGHT_MUTED = "#595959"


class PlainBar(ScrollBarRender):
    """A scroll bar of blanks: the blocks of Textual's own are two cells wide on many Japanese terminals."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


ScrollBar.renderer = PlainBar


class ShusekiApp(App[None]):
    """Opens on the list of consultations."""

    TITLE = "Shuseki"
    CSS_PATH = [f"styles/{name}.tcss" for name in ("face", "home", "form", "consultation", "result", "dialog")]
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (108, "-wide")]
    BINDINGS = [
        Binding("f2", "language", "key.language", id="language", key_display="F2"),
        Binding("f9", "theme", "key.theme", id="theme", key_display="F9", show=False),
        Binding("ctrl+q", "quit", "key.quit", id="quit", show=False, priority=True),
    ]

    def __init__(self, lang: Lang = "ja") -> None:
        super().__init__()
        self.lang: Lang = lang
        self.theme = DARK

    def on_mount(self) -> None:
        self.push_screen(HomeScreen())

    def action_language(self) -> None:
        self.lang = "en" if self.lang == "ja" else "ja"
        for screen in self.screen_stack:
            if isinstance(screen, Face):
                screen.speak()
                screen.refresh_bindings()

    def action_theme(self) -> None:
        self.theme = LIGHT if self.theme == DARK else DARK

    def get_css_variables(self) -> dict[str, str]:
        """Those of the theme; its muted text, in light, is made dark enough to be read from a projector (5:1)."""
        variables = super().get_css_variables()
        return {**variables, "foreground-muted": LIGHT_MUTED} if self.theme == LIGHT else variables

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of Textual's own: they are English only."""
        return ()


def run(lang: Lang | None = None) -> None:
    """Opens the terminal interface in ``lang``, or in the language of the computer."""
    ShusekiApp(lang or language_of_computer()).run()


def language_of_computer() -> Lang:
    """Japanese where ``SHUSEKI_LANG`` or else the locale is Japanese, English elsewhere."""
    names = (os.environ.get(name, "") for name in ("SHUSEKI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
    return "ja" if next((name for name in names if name), "").lower().startswith("ja") else "en"
