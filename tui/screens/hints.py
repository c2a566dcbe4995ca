"""Fits the hints of the footer into its one line: what matters least is left out, never cut off."""

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.binding import ActiveBinding, Binding

if TYPE_CHECKING:
    from textual.app import App

ALWAYS = frozenset({"help", "language", "palette", "leave", "close", "cancel"})
"""Ids of the bindings that are shown on every screen that has them."""
_BETWEEN = 2
"""Cells beside the names of key and action: one between them, one behind."""


def fitting(
    bindings: dict[str, ActiveBinding], app: "App[None]", essential: frozenset[str]
) -> dict[str, ActiveBinding]:
    """The bindings, with only so many shown as the width of the app has room for."""
    hints = {active.binding.action: active.binding for active in reversed(bindings.values()) if active.binding.show}
    widths = {action: _width(binding, app) for action, binding in hints.items()}
    room = app.size.width - sum(widths.values())
    left_out = set()
    # From the last: screens name what is used most first. Reversed above, so the last comes first here.
    for action, binding in hints.items():
        if room >= 0:
            break
        if binding.id not in ALWAYS | essential:
            left_out.add(action)
            room += widths[action]
    return {key: _without(active) if active.binding.action in left_out else active for key, active in bindings.items()}


def _width(binding: Binding, app: "App[None]") -> int:
    return cell_len(app.get_key_display(binding)) + cell_len(binding.description) + _BETWEEN


def _without(active: ActiveBinding) -> ActiveBinding:
    return active._replace(binding=replace(active.binding, show=False))
