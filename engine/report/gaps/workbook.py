"""Renders a gap check as an Excel workbook for planners who sort, filter and correct: a sheet for each thing."""

from collections.abc import Iterator

from engine.model.answers import Consultation
from engine.model.assessment import Assessment
from engine.model.book import Book
from engine.model.gap_comparison import GapComparison
from engine.model.gaps import GapCheck
from engine.model.register import Mapping, Register
from engine.model.text import Lang
from engine.report import heat
from engine.report.edition import WHOLE, Edition
from engine.report.gaps import sheets, sheets_further, sheets_told
from engine.report.gaps.choices import choices_sheet
from engine.report.gaps.document import phrases
from engine.report.gaps.head import footer, running
from engine.report.gaps.labels import COVERAGE
from engine.report.gaps.phrases import GapPhrases
from engine.report.xlsx_extras import PLAIN, Choice, Extras, workbook
from engine.report.xlsx_sheet import Sheet


def gaps_workbook(
    book: Book,
    consultation: Consultation,
    assessment: Assessment,
    register: Register,
    mapping: Mapping,
    check: GapCheck,
    lang: Lang,
    edition: Edition = WHOLE,
    compared: GapComparison | None = None,
) -> bytes:
    """The workbook as an ``.xlsx`` file; the arguments are those of ``gaps_document``.

    A brief edition is the summary alone. The same arguments give the same bytes.
    """
    say = phrases(book, consultation, assessment, register, mapping, check, lang, edition)
    made = list(_sheets(say, edition, compared))
    foot = "  ".join(footer(say))
    return workbook(made, lang, tints(lang), title=running(say), footer=foot, as_of=assessment.as_of)


def tints(lang: Lang) -> dict[str, tuple[str, ...]]:
    """The words by which cells are tinted: those of coverage and of the heat maps."""
    return {
        "suggested": (COVERAGE["suggested"].get(lang), heat.WORD["suggested"].get(lang)),
        "there": (COVERAGE["there"].get(lang),),
        "partly": (heat.WORD["partly"].get(lang),),
        "missing": (COVERAGE["nothing"].get(lang), COVERAGE["ended"].get(lang)),
    }


def _sheets(say: GapPhrases, edition: Edition, compared: GapComparison | None) -> Iterator[tuple[Sheet, Extras]]:
    yield sheets_told.summary(say, compared), PLAIN
    if edition.brief:
        return
    choices = choices_sheet(say.book, say.lang, say.check.types)
    yield sheets.findings(say), PLAIN
    yield sheets.reasons(say), PLAIN
    mapping = sheets.mapping(say)
    yield mapping, Extras((Choice(sheets.CORRECTED, sheet=choices),), amounts=(sheets.BUDGET,))
    yield sheets.covered(say), Extras(tints=(sheets.COVERED,))
    yield sheets.factors(say), PLAIN
    maps = sheets.heat_maps(say)
    yield maps, Extras(tints=tuple(range(2, len(maps.columns))))
    yield sheets_further.directions(say), PLAIN
    for sheet in say.check.sheets:
        yield sheets_further.further(say, sheet), PLAIN
    yield sheets_further.history(say), PLAIN
    if say.check.unread:
        yield sheets.unread(say), PLAIN
    if compared is not None:
        yield sheets_told.comparison(say, compared), PLAIN
    yield sheets_told.sources(say), PLAIN
    yield choices, PLAIN
