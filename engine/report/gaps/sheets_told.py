"""The sheets of the gap workbook that say what the report says: page one, sources and method."""

from collections.abc import Iterable

from engine.model.gap_comparison import GapComparison
from engine.report.blocks import Block, Heading, KeyValue
from engine.report.gaps.comparison import comparison_line, comparison_part
from engine.report.gaps.findings import findings_part
from engine.report.gaps.further import directions_part, sheets_part
from engine.report.gaps.head import opening, title
from engine.report.gaps.method import method_part
from engine.report.gaps.page import first_page
from engine.report.gaps.phrases import GapPhrases
from engine.report.gaps.workbook_words import word
from engine.report.page_words import word as page_word
from engine.report.sources_part import sources_part
from engine.report.xlsx_blocks import rows_of
from engine.report.xlsx_sheet import Column, Sheet


def summary(say: GapPhrases, compared: GapComparison | None = None) -> Sheet:
    """Page one, a statement a row."""
    line = [KeyValue((comparison_line(say.book, compared, say.lang),))] if compared else []
    blocks = [*opening(say, say.assessment), *line, *first_page(say, say.assessment)]
    told = [block for block in blocks if not (isinstance(block, Heading) and block.level == 1)]
    return _sheet(say, "s_summary", title(say), told, say.gap("result"))


def comparison(say: GapPhrases, compared: GapComparison) -> Sheet:
    """What changed since the last check, or differs from that of another cluster."""
    heading, blocks = comparison_part(say.book, compared, say.lang)
    return _sheet(say, "s_compared", heading, blocks, heading)


def sources(say: GapPhrases) -> Sheet:
    """The sections of the study that the check draws on, and how it was worked out."""
    told = [*findings_part(say), *directions_part(say), *sheets_part(say)]
    blocks = [*sources_part(say, told), *method_part(say)]
    annex = page_word("annex_sources", say.lang)
    return _sheet(say, "s_sources", word("s_sources", say.lang), blocks, annex)


def _sheet(say: GapPhrases, name: str, heading: str, blocks: Iterable[Block], about: str) -> Sheet:
    columns = (("item", 34), ("content", 96), ("ground", 30))
    told = tuple(Column(word(one, say.lang), most) for one, most in columns)
    return Sheet(word(name, say.lang), heading, told, tuple(rows_of(blocks, say.lang, about)))
