"""The columns of the list of consultations. Loads nothing: it is there at the first paint."""

from tui.texts import Lang, say

WIDTHS = ((23, 2), (16, 1), (17, 1), (18, 1), (12, 0), (16, 0))
"""Of the columns: the least in cells, and the share of what is left."""
KEYS = ("name", "place", "industry", "verdict", "progress", "changed")


def heads(lang: Lang) -> tuple[str, ...]:
    """What stands above the columns."""
    return tuple(say(lang, f"home.column_{key}") for key in KEYS)
