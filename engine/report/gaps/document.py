"""Builds the report of a gap check, once, for every face and format: page one by itself, then parts and annexes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count

from engine.model.answers import Consultation
from engine.model.assessment import Assessment
from engine.model.book import Book
from engine.model.gap_comparison import GapComparison
from engine.model.gaps import GapCheck
from engine.model.register import Mapping, Register
from engine.model.text import Lang
from engine.report.blocks import Block, Contents, Document, Heading, KeyValue, PageBreak
from engine.report.edition import WHOLE, Edition, for_the_public
from engine.report.gaps.comparison import comparison_line, comparison_part
from engine.report.gaps.findings import covered_part, findings_part
from engine.report.gaps.further import directions_part, sheets_part
from engine.report.gaps.head import footer, opening, running
from engine.report.gaps.method import method_part
from engine.report.gaps.page import first_page
from engine.report.gaps.phrases import GapPhrases
from engine.report.gaps.pictures import factors_part, heat_part
from engine.report.gaps.register_part import mapping_part, unread_part
from engine.report.page_words import filled, word
from engine.report.sources_part import sources_part

_PARTS: tuple[Callable[[GapPhrases], Iterator[Block]], ...] = (
    findings_part,
    covered_part,
    factors_part,
    heat_part,
    directions_part,
    sheets_part,
    mapping_part,
    unread_part,
)


def gaps_document(
    book: Book,
    consultation: Consultation,
    assessment: Assessment,
    register: Register,
    mapping: Mapping,
    check: GapCheck,
    lang: Lang,
    edition: Edition = WHOLE,
    compared: GapComparison | None = None,
) -> Document:
    """The report of a gap check, or its first page.

    Args:
        book: the knowledge.
        consultation: what was answered.
        assessment: what follows from it, over which the register was laid.
        register: the existing measures.
        mapping: what each of them serves.
        check: what was found.
        lang: the language of the report.
        edition: whether it is for the public (without outlines, KPIs, rows not read, words behind suggestions and
            notes; names, departments and budgets are public in any budget book and stay), or its first page alone.
        compared: with another check, of last year or of another cluster; told in a line on page one, and in an annex.
    """
    say = phrases(book, consultation, assessment, register, mapping, check, lang, edition)
    blocks = [*opening(say, assessment), *_in_a_line(say, compared), *first_page(say, assessment)]
    if not edition.brief:
        blocks += _rest(say, compared)
    named = running(say)
    return Document(lang, tuple(blocks), named, named, footer(say), assessment.as_of)


def phrases(
    book: Book,
    consultation: Consultation,
    assessment: Assessment,
    register: Register,
    mapping: Mapping,
    check: GapCheck,
    lang: Lang,
    edition: Edition,
) -> GapPhrases:
    """The words of a check as an edition has them; the arguments are those of ``gaps_document``."""
    told = for_the_public(consultation) if edition.public else consultation
    return GapPhrases(
        book, told, assessment, lang, register, mapping, check, public=edition.public, places=edition.places
    )


def _in_a_line(say: GapPhrases, compared: GapComparison | None) -> Iterator[Block]:
    if compared is not None:
        yield KeyValue((comparison_line(say.book, compared, say.lang),))


def _rest(say: GapPhrases, compared: GapComparison | None) -> list[Block]:
    """What comes after the first page: the parts with their numbers, then what is compared, sources and method."""
    parts = list(_numbered(say))
    annexes = list(_annexes(say, parts, compared))
    rest = [PageBreak(), Contents(), *parts]
    for n, (title, blocks) in enumerate(annexes, 1):
        rest += [PageBreak(), Heading(2, word("annex", say.lang, n=n, title=title)), *blocks]
    return rest


def _annexes(say: GapPhrases, parts: list[Block], compared: GapComparison | None) -> Iterator[tuple[str, list[Block]]]:
    if compared is not None:
        yield comparison_part(say.book, compared, say.lang)
    yield word("annex_sources", say.lang), list(sources_part(say, parts))
    yield word("annex_method", say.lang), list(method_part(say))


def _numbered(say: GapPhrases) -> Iterator[Block]:
    """The parts with a number before their headings, by which people at a table find them."""
    numbers = count(1)
    for part in _PARTS:
        for block in part(say):
            if isinstance(block, Heading) and block.level == 2:
                yield replace(block, text=filled("part", say.lang, next(numbers), block.text))
            else:
                yield block
