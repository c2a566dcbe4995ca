"""Chooses which measures of the road map are shown: by timing, actor, resource, status and type."""

from collections.abc import Sequence

from engine.model.assessment import Recommendation
from engine.model.book import Book
from tui.screens.ticking import FilterDialog
from tui.widgets.road_map_filter import Selection, counted, name_of, offered


class FilterScreen(FilterDialog[Selection]):
    """Offers the values that some measure has, or that are wanted."""

    HELP = "filter"
    NAME = "filter.title"
    DIMENSION = "dimension"

    def __init__(self, book: Book, found: Sequence[Recommendation], selection: Selection) -> None:
        super().__init__(selection, offered(found, selection, book))
        self.knowledge = book
        self.found = found

    def summary(self) -> str:
        shown = len(self.selection.chosen(self.found, self.knowledge, self.lang))
        return self.selection.told(shown, len(self.found), self.lang)

    def value(self, dimension: str, value: str) -> tuple[str, int]:
        return name_of(dimension, value, self.lang), counted(self.found, dimension, value, self.knowledge)
