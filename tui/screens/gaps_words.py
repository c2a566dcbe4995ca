"""The words of the check that a screen shows, in the language of the app."""

from datetime import date

from engine.policy.gaps.check import FIRST_MONTH
from engine.report.dates import fiscal_year_in_words
from tui.screens.gaps_checking import CheckingScreen
from tui.texts import Lang, say
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


def year_of(year: int | None, lang: Lang) -> str:
    """The fiscal year of a register in words, or that it is not known."""
    return fiscal_year_in_words(date(year, FIRST_MONTH, 1), lang) if year else say(lang, "gaps.no_year")
