"""Builds the report of a consultation, once, for every face and format."""

from engine.model.answers import Consultation
from engine.model.assessment import Assessment
from engine.model.book import Book
from engine.model.text import Lang
from engine.report import closing, diagnosis, road_map
from engine.report.blocks import Document
from engine.report.phrases import Phrases

_PARTS = (
    diagnosis.opening,
    diagnosis.type_part,
    diagnosis.phase_part,
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
    diagnosis.type_part,
    road_map.location_part,
    closing.cautions_part,
    closing.last_part,
)


def document(book: Book, consultation: Consultation, assessment: Assessment, lang: Lang) -> Document:
    """The whole report. Outside the study's scope it says so, gives the cautions, and advises nothing."""
    say = Phrases(book, consultation, lang)
    parts = _OUT_OF_SCOPE if assessment.type.kind == "out_of_scope" else _PARTS
    return Document(lang, tuple(block for part in parts for block in part(say, assessment)))
