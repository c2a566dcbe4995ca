"""Chooses which findings of the policy gap check are shown: by kind, type and timing."""

from collections.abc import Sequence

from engine.model.gaps import GapFinding
from tui.screens.ticking import FilterDialog
from tui.widgets.gap_filter import GapSelection, counted, name_of, offered


class GapFilterScreen(FilterDialog[GapSelection]):
    """Offers the values that some finding has, or that are wanted."""

    HELP = "gaps_filter"
    NAME = "gap_filter.title"
    DIMENSION = "gap_filter"

    def __init__(self, found: Sequence[GapFinding], selection: GapSelection) -> None:
        super().__init__(selection, offered(found, selection))
        self.found = found

    def summary(self) -> str:
        return self.selection.told(len(self.selection.chosen(self.found)), len(self.found), self.lang)

    def value(self, dimension: str, value: str) -> tuple[str, int]:
        return name_of(dimension, value, self.lang), counted(self.found, dimension, value)
