"""The footer with the keys: drawn anew only where what it tells has changed, which most keys leave as it is."""

from textual.screen import Screen
from textual.widgets import Footer


class HintBar(Footer):
    """Textual's footer makes all its parts anew at every change of focus, which takes as long as painting the card."""

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)
        self._told: tuple[tuple[object, ...], ...] = ()
        self._due = False

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Looks once, after all that is going on, whether there is something else to tell."""
        self._bindings_ready = True
        if self.is_attached and screen is self.screen and screen.app.app_focus and not self._due:
            self._due = True
            self.call_after_refresh(self._renew)

    async def _renew(self) -> None:
        self._due = False
        if not self.is_attached:
            return
        told = tuple(
            (active.binding, self.app.get_key_display(active.binding), active.enabled, active.tooltip)
            for active in self.screen.active_bindings.values()
            if active.binding.show
        )
        if told != self._told:
            self._told = told
            await self.recompose()
