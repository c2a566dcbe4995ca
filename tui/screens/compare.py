"""Two consultations side by side."""

from typing import TYPE_CHECKING

from engine.model.answers import Consultation
from engine.model.book import Book
from engine.model.comparison import Comparison
from tui.screens.comparing import ComparingScreen

if TYPE_CHECKING:
    from engine.report.blocks import Document


class CompareScreen(ComparingScreen[Comparison]):
    """Given as they were when it opens."""

    NAME = "compare.title"

    def __init__(self, book: Book, first: Consultation, second: Consultation) -> None:
        super().__init__()
        self.knowledge = book
        self.both = (first, second)

    def compared(self) -> Comparison:
        from engine.analysis.comparison import compare
        from engine.assess import engine_for

        return compare(engine_for(self.knowledge), *self.both)

    def document(self, comparison: Comparison) -> "Document":
        from engine.report.comparison import compared
        from engine.report.comparison_sides import sides_of

        return compared(self.knowledge, comparison, self.lang, sides_of(comparison, self.lang))
