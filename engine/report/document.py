"""Builds the report of a consultation, once, for every face and format."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from engine.model.analysis import Analysis
from engine.model.answers import Consultation
from engine.model.assessment import Assessment
from engine.model.book import Book
from engine.model.text import Lang
from engine.report import closing, diagnosis, directions, outlook, road_map
from engine.report.answers_part import answers_part
from engine.report.blocks import Block, Contents, Document, Heading, PageBreak
from engine.report.edition import WHOLE, Edition, compared_for_the_public, for_the_public
from engine.report.first_page import first_page
from engine.report.head import footer, opening, running
from engine.report.logic_model import logic_models
from engine.report.method import method_part
from engine.report.page_words import filled, word
from engine.report.phase_evidence import phase_evidence
from engine.report.phrases import Phrases
from engine.report.questions_expected import questions_part
from engine.report.since_previous import since_previous
from engine.report.sources_part import sources_part

_VERDICT = (diagnosis.contradictions_part, diagnosis.type_part, diagnosis.phase_part)
_ADVICE = (
    road_map.renewal_part,
    road_map.measures_part,
    directions.directions_part,
    road_map.location_part,
    closing.cases_part,
    closing.cautions_part,
    closing.open_part,
)
_OUT_OF_SCOPE = (diagnosis.contradictions_part, road_map.location_part, closing.cautions_part)


def document(
    book: Book,
    consultation: Consultation,
    assessment: Assessment,
    lang: Lang,
    analysis: Analysis | None = None,
    edition: Edition = WHOLE,
) -> Document:
    """The whole report, or its first page. Outside the study's scope it says so, gives the cautions, advises nothing.

    Args:
        book: the knowledge.
        consultation: what was answered.
        assessment: what follows from it.
        lang: the language of the report.
        analysis: with it the report also tells how sure the verdict is, what would change it and what to find out.
        edition: whether it is for the public, its first page alone, and what else it holds.
    """
    scenario = bool(consultation.scenario)
    say = Phrases(book, for_the_public(consultation) if edition.public else consultation, lang, edition.places)
    blocks = [*opening(say, assessment, edition, scenario), *first_page(say, assessment, analysis, edition)]
    if not edition.brief:
        blocks += _rest(say, assessment, analysis, edition)
    named = running(say, edition)
    return Document(lang, tuple(blocks), named, named, footer(say, assessment), assessment.as_of)


def _rest(say: Phrases, assessment: Assessment, analysis: Analysis | None, edition: Edition) -> list[Block]:
    """What comes after the first page: the main part, then the annexes."""
    main = list(_numbered(_main(say, assessment, analysis), lang=say.lang))
    return [PageBreak(), Contents(), *main, *_annexes(say, assessment, edition, main)]


def _numbered(blocks: Iterator[Block], lang: Lang) -> Iterator[Block]:
    """The parts with a number before their headings, by which people at a table find them."""
    numbers = count(1)
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            block = replace(block, text=filled("part", lang, next(numbers), block.text))
        yield block


def _main(say: Phrases, assessment: Assessment, analysis: Analysis | None) -> Iterator[Block]:
    outside = assessment.type.kind == "out_of_scope"
    for part in _OUT_OF_SCOPE if outside else _VERDICT:
        yield from part(say, assessment)
    if not outside:
        if analysis is not None:
            yield from outlook.outlook_parts(say, analysis)
        for part in _ADVICE:
            yield from part(say, assessment)
    yield from questions_part(say, assessment, analysis)


def _annexes(say: Phrases, assessment: Assessment, edition: Edition, main: list[Block]) -> Iterator[Block]:
    """Each annex that has something to tell, numbered; the sources are those of everything before them."""
    for n, (name, blocks) in enumerate(_filled(say, assessment, edition, main), 1):
        heading = word("annex", say.lang, n=n, title=word(name, say.lang))
        yield from (PageBreak(), Heading(2, heading), *blocks)


def _filled(
    say: Phrases, assessment: Assessment, edition: Edition, main: list[Block]
) -> Iterator[tuple[str, list[Block]]]:
    """The annexes by name."""
    since = compared_for_the_public(edition.since) if edition.since and edition.public else edition.since
    inside = assessment.type.kind != "out_of_scope"
    parts: dict[str, Iterator[Block]] = {
        "annex_phase": phase_evidence(say, assessment) if inside else iter(()),
        "annex_measures": road_map.measures_detail(say, assessment),
        "annex_logic": logic_models(say, assessment),
        "annex_answers": answers_part(say, assessment, public=edition.public),
        "annex_since": since_previous(say, since) if since else iter(()),
    }
    told = [*main]
    for name, part in parts.items():
        if blocks := list(part):
            told += blocks
            yield name, blocks
    yield "annex_sources", list(sources_part(say, told))
    yield "annex_method", list(method_part(say, assessment, public=edition.public))
