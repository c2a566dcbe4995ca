"""Builds the report of a consultation, once, for every face and format."""

from engine.model.analysis import Analysis
from engine.model.answers import Consultation
from engine.model.assessment import Assessment
from engine.model.book import Book
from engine.model.text import Lang
from engine.report import closing, diagnosis, outlook, road_map
from engine.report.blocks import Document
from engine.report.phrases import Phrases

_VERDICT = (diagnosis.opening, diagnosis.contradictions_part, diagnosis.type_part, diagnosis.phase_part)
_ADVICE = (
    road_map.renewal_part,
    road_map.measures_part,
    road_map.directions_part,
    road_map.location_part,
    closing.cases_part,
    closing.cautions_part,
    closing.open_part,
    closing.last_part,
)
_OUT_OF_SCOPE = (
    diagnosis.opening,
    diagnosis.contradictions_part,
    diagnosis.type_part,
    road_map.location_part,
    closing.cautions_part,
    closing.last_part,
)


def document(
    book: Book, consultation: Consultation, assessment: Assessment, lang: Lang, analysis: Analysis | None = None
) -> Document:
    """The whole report. Outside the study's scope it says so, gives the cautions, and advises nothing.

    With ``analysis`` it also tells how sure the verdict is, what would change it and what to find out next.
    """
    say = Phrases(book, consultation, lang)
    if assessment.type.kind == "out_of_scope":
        return Document(lang, tuple(block for part in _OUT_OF_SCOPE for block in part(say, assessment)))
    verdict, advice = ([block for part in parts for block in part(say, assessment)] for parts in (_VERDICT, _ADVICE))
    between = () if analysis is None else outlook.outlook_parts(say, analysis)
    return Document(lang, (*verdict, *between, *advice))
