"""Whatever the answers, everything that is told about them can be told, in both languages."""

import pytest
from hypothesis import given, settings

from engine.analysis.explanation import explain
from engine.analysis.whole import analysed
from engine.assess import assess
from engine.assess.engine import Engine
from engine.model.answers import Answer, Cluster, Consultation
from engine.model.text import Lang
from engine.report import markdown, text
from engine.report.document import document
from engine.report.explanation import document as explanation
from engine.report.robustness import robustness_document
from tests.helpers import AS_OF, shipped_book
from tests.helpers_answers import any_answers

BOOK = shipped_book()


@pytest.mark.parametrize("lang", ["ja", "en"])
@settings(max_examples=8)
@given(answers=any_answers(BOOK))
def test_report_robustness_and_explanation(bits_engine: Engine, lang: Lang, answers: dict[str, Answer]) -> None:
    consultation = Consultation(cluster=Cluster(name="試し"), as_of=AS_OF, answers=answers)
    assessment = assess(BOOK, answers, AS_OF, engine=bits_engine)
    analysis = analysed(bits_engine, answers, assessment)
    whole = document(BOOK, consultation, assessment, lang, analysis)
    sure = robustness_document(BOOK, consultation, analysis.robustness, analysis.next_question, lang)
    why = explanation(explain(bits_engine, answers, AS_OF, "type"), lang)
    for told in (text.render(whole, 80), markdown.render(whole), text.render(sure, 80), text.render(why, 80)):
        assert told.strip()
        assert not {"None", "{", "LocalizedText"} & set(told.split())
    assert analysis.robustness.leading == assessment.type.leading
