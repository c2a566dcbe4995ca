"""Renders a consultation as an Excel workbook for planners who sort and filter: a sheet for each thing they work on."""

from collections.abc import Callable, Iterator

from engine.model.analysis import Analysis
from engine.model.answers import Consultation
from engine.model.assessment import Assessment
from engine.model.book import Book
from engine.model.text import Lang
from engine.report import xlsx_advice, xlsx_answers, xlsx_blocks, xlsx_diagnosis
from engine.report.edition import WHOLE, Edition, for_the_public
from engine.report.head import footer, running
from engine.report.phrases import Phrases
from engine.report.xlsx_sheet import Sheet
from engine.report.xlsx_write import workbook

_Part = Callable[[Phrases, Assessment], Sheet]
_INSIDE: tuple[_Part, ...] = (
    xlsx_diagnosis.evidence,
    xlsx_diagnosis.factors,
    xlsx_advice.road_map,
    xlsx_advice.details,
    xlsx_advice.gaps,
    xlsx_advice.directions,
)


def render(
    book: Book,
    consultation: Consultation,
    assessment: Assessment,
    lang: Lang,
    analysis: Analysis | None = None,
    edition: Edition = WHOLE,
) -> bytes:
    """The workbook as an ``.xlsx`` file; the arguments are those of ``engine.report.document``.

    Outside the study's scope it holds no advice. A brief edition is the summary alone. The same arguments give the
    same bytes.
    """
    kept = for_the_public(consultation) if edition.public else consultation
    say = Phrases(book, kept, lang)
    sheets = tuple(_sheets(say, consultation, assessment, analysis, edition))
    foot = "  ".join(footer(say, assessment))
    return workbook(sheets, lang, title=running(say, edition), footer=foot, as_of=assessment.as_of)


def _sheets(
    say: Phrases, consultation: Consultation, assessment: Assessment, analysis: Analysis | None, edition: Edition
) -> Iterator[Sheet]:
    yield xlsx_blocks.summary(say, consultation, assessment, analysis, edition)
    if edition.brief:
        return
    if assessment.type.kind != "out_of_scope":
        for part in _INSIDE:
            yield part(say, assessment)
        yield xlsx_answers.open_points(say, assessment, analysis)
    yield xlsx_advice.location(say, assessment)
    if (models := xlsx_advice.logic_models(say, assessment)).rows:
        yield models
    yield xlsx_answers.answers(say, public=edition.public)
    if edition.since is not None:
        yield xlsx_blocks.since(say, edition.since, public=edition.public)
    yield xlsx_blocks.sources(say, consultation, assessment, analysis, edition)
