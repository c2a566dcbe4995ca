"""Two registers of one consultation side by side: what came, ended and changed, and which gaps closed or are new."""

from typing import TYPE_CHECKING

from engine.model.gap_comparison import GapComparison
from tui.gap_sitting import GapSitting
from tui.screens.comparing import ComparingScreen

if TYPE_CHECKING:
    from engine.report.blocks import Document


class GapsCompareScreen(ComparingScreen[GapComparison]):
    """Both are checked with the same answers, as they stand when it opens."""

    NAME = "gaps.compare_title"
    GROUP = "gaps"

    def __init__(self, before: GapSitting, after: GapSitting) -> None:
        super().__init__()
        self.both = (before, after)

    def compared(self) -> GapComparison:
        from engine.policy.comparing import compare_checks

        before, after = (one.compute().whole(one) for one in self.both)
        return compare_checks(before, after)

    def document(self, comparison: GapComparison) -> "Document":
        from engine.report.gaps.comparison import comparison_document

        return comparison_document(self.both[0].sitting.book, comparison, self.lang)
