"""The words of the check that a screen shows, in the language of the app."""

from tui.screens.gaps_checking import CheckingScreen
from tui.widgets.charts import plain_for
from tui.widgets.gap_lines import GapWording


def wording(screen: CheckingScreen) -> GapWording | None:
    """None while the register has not been checked yet."""
    gaps = screen.gaps
    if gaps.laid is None:
        return None
    return GapWording(
        book=gaps.sitting.book,
        consultation=gaps.sitting.consultation,
        lang=screen.lang,
        plain=plain_for(screen.app),
        assessment=gaps.laid.found.assessment,
        register=gaps.register,
        mapping=gaps.mapping,
        check=gaps.laid.check,
    )
