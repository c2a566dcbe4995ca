"""The footer with the keys, in one widget: Textual's has one for each key, which take longer to make than the card."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

KEY = "bold $footer-key-foreground"
WORDS = "$footer-description-foreground"
POINTED = "on $block-hover-background"
OUT_OF_USE = "dim"


@dataclass(frozen=True, slots=True)
class Hint:
    """A key as it is shown, what it does, and the key that a click on it presses."""

    shown: str
    words: str
    key: str
    enabled: bool

    @property
    def cells(self) -> int:
        """How wide it is drawn, with the blank behind it."""
        return cell_len(self.shown) + cell_len(self.words) + 2

    def drawn(self, pointed: bool) -> Content:
        """Key and words; ``pointed``: the mouse is on it."""
        over = POINTED if pointed else "" if self.enabled else OUT_OF_USE
        told = Content.assemble((self.shown, KEY), " ", (self.words, WORDS))
        return (told.stylize(over) if over else told) + " "


class HintBar(Widget):
    """Shows the keys of its screen in the lowest line; a click on one is as pressing it. Drawn anew where they change.

    ``hints`` are all of them, whether there is room or not: the screen sees to that.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    HintBar {
        dock: bottom; height: 1; width: 1fr; text-wrap: nowrap;
        color: $footer-foreground; background: $footer-background;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.hints: tuple[Hint, ...] = ()
        self._pointed: Hint | None = None
        self._due = False

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def on_unmount(self) -> None:
        self.screen.bindings_updated_signal.unsubscribe(self)

    def _changed(self, screen: Screen[object]) -> None:
        """Looks once, after all that is going on, whether there is something else to tell."""
        if self.is_attached and screen is self.screen and screen.app.app_focus and not self._due:
            self._due = True
            self.call_after_refresh(self._renew)

    def _renew(self) -> None:
        self._due = False
        if self.is_attached and (hints := self._found()) != self.hints:
            self.hints, self._pointed = hints, None
            self.refresh()

    def _found(self) -> tuple[Hint, ...]:
        """One hint for each action, at the first of its keys."""
        shown = [active for active in self.screen.active_bindings.values() if active.binding.show]
        first = {active.binding.action: active for active in reversed(shown)}
        return tuple(
            Hint(self.app.get_key_display(one.binding), one.binding.description, one.binding.key, one.enabled)
            for one in (first[action] for action in dict.fromkeys(active.binding.action for active in shown))
        )

    def render(self) -> Content:
        return Content("").join(hint.drawn(hint is self._pointed) for hint in self.hints).rstrip()

    def _at(self, x: int) -> Hint | None:
        """The hint in this column; none on the blank between two."""
        for hint in self.hints:
            if 0 <= x < hint.cells - 1:
                return hint
            x -= hint.cells
        return None

    def _point(self, hint: Hint | None) -> None:
        if hint is not self._pointed:
            self._pointed = hint
            self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        self._point(self._at(event.x))

    def on_leave(self) -> None:
        self._point(None)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        hint = self._at(event.x)
        if hint is not None and hint.enabled:
            self.app.simulate_key(hint.key)
        elif hint is not None:
            self.app.bell()
