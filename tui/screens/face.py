"""What every screen has: both languages, in words and in the footer, and problems told in a dialog."""

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar, cast

from textual.binding import ActiveBinding, Binding
from textual.screen import Screen

from tui.texts import Lang, say
from tui.widgets.prose import Para

if TYPE_CHECKING:
    from engine.model.problem import Problem

Result = TypeVar("Result")


class Face:
    """Mixed into screens and dialogs. ``speak`` shows everything anew in the language of the app."""

    def speak(self) -> None:
        """Puts every word of the screen in the language of the app, losing nothing that was typed."""
        raise NotImplementedError

    @property
    def lang(self) -> Lang:
        """The language of the app."""
        return cast("Screen[object]", self).app.lang  # type: ignore[attr-defined,no-any-return]

    def say(self, key: str, **values: object) -> str:
        """One of our texts."""
        return say(self.lang, key, **values)


class FaceScreen(Face, Screen[Result]):
    """A whole screen. ``HELP``: what F1 tells about it."""

    BINDINGS = [Binding("f1", "help", "key.help", id="help", key_display="F1")]
    HELP = ""

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The bindings, described in the language of the app."""
        return translated(super().active_bindings, self.lang)

    def on_mount(self) -> None:
        self.speak()

    def action_help(self) -> None:
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.HELP))

    def tell(self, *problems: "Problem") -> None:
        """Shows problems in a dialog."""
        from tui.screens.problem import ProblemScreen

        self.app.push_screen(ProblemScreen(problems))


def translated(bindings: dict[str, ActiveBinding], lang: Lang) -> dict[str, ActiveBinding]:
    """Descriptions that are keys of ours, in words."""
    found = {}
    for key, active in bindings.items():
        binding = active.binding
        if binding.description.startswith("key."):
            active = active._replace(binding=replace(binding, description=say(lang, binding.description)))
        found[key] = active
    return found


def title(text: str) -> Para:
    """The first line of a screen."""
    return Para(text, "bold")
