"""What is called settled: by open answers alone, or only if answers that are doubted or clash are right."""

import pytest

from engine.assess import assess
from engine.assess.words import YES
from engine.model.answers import Answer, Confidence, Consultation
from engine.model.robustness import Commonest, IfAnswered, OpenPoint, UnknownState
from engine.model.text import Lang
from engine.report.blocks import Note
from engine.report.document import document
from engine.report.edition import Edition
from engine.report.phrases import Phrases
from engine.report.robustness import open_point, telling
from engine.report.standing import doubts, on_type_first, standing
from tests.engine.report.reports import LANGS, book, consultation_of, report_of, said

SETTLED: dict[str, object] = {
    "manufacturing": True,
    "growth_origin": "exogenous",
    "attraction_first": True,
    "attracted_share": True,
    "local_accumulation": False,
    "historic_cluster": False,
    "core_company": False,
    "many_strong_firms": False,
    "cluster_base": False,
}
CLASHING: dict[str, object] = {**SETTLED, "local_accumulation": True, "historic_cluster": True}


def doubted(values: dict[str, object], **confidence: Confidence) -> Consultation:
    asked = consultation_of(values)
    answers = {
        q: Answer(question=q, value=a.value, confidence=confidence.get(q, Confidence.SURE))
        for q, a in asked.answers.items()
    }
    return asked.model_copy(update={"answers": answers})


def told(asked: Consultation, lang: Lang = "ja") -> str:
    return standing(Phrases(book(), asked, lang), assess(book(), asked.answers, asked.as_of))


def test_without_doubt_it_is_settled_as_it_stands() -> None:
    asked = consultation_of(SETTLED)
    assert assess(book(), asked.answers, asked.as_of).type.settled
    assert "回答が正しければ" not in told(asked)


@pytest.mark.parametrize("lang", LANGS)
def test_a_doubted_answer_on_the_type_makes_it_conditional(lang: Lang) -> None:
    asked = doubted(SETTLED, growth_origin=Confidence.LIKELY, attraction_first=Confidence.UNSURE)
    condition, count = {"ja": ("回答が正しければ", "2問"), "en": ("if the answers are right", "confidence 2")}[lang]
    assert condition in told(asked, lang)
    assert count in told(asked, lang)
    document_ = document(book(), asked, assess(book(), asked.answers, asked.as_of), lang)
    assert "（（" not in said(document_)
    assert "確定（残る" not in said(document_)


def test_a_doubted_answer_that_bears_on_neither_does_not() -> None:
    asked = doubted({**SETTLED, "shipments": 100.0}, shipments=Confidence.UNSURE)
    found = assess(book(), asked.answers, asked.as_of)
    assert not any(doubts(book(), asked.answers, found, phases=True))


def test_contradictions_count_and_those_on_the_type_come_first() -> None:
    asked = consultation_of({**CLASHING, "appeal_assets": ("water",), "loc_water": False})
    found = assess(book(), asked.answers, asked.as_of)
    assert found.contradictions
    assert "食い違い" in told(asked) or not found.type.settled
    first = on_type_first(book(), found)[0]
    assert {given.question for given in first.answers} <= {"growth_origin", "local_accumulation", "historic_cluster"}


def test_all_contradictions_are_on_page_one_or_counted() -> None:
    report = report_of({**CLASHING, "appeal_assets": ("water", "port")}, "ja", edition=Edition(brief=True))
    note = next(block for block in report.blocks if isinstance(block, Note))
    assert note.line.label == "回答の食い違い"
    named = [line.text for line in note.line.below if not line.text.startswith("ほか")]
    counted = sum(int(line.text[2:-1]) for line in note.line.below if line.text.startswith("ほか"))
    assert len(named) + counted == int(note.line.text.partition("件")[0])


def point(question: str, state: UnknownState, *outcomes: tuple[str, float]) -> OpenPoint:
    answers = tuple(
        IfAnswered(answer=YES, cases=0.5, share=0.5, commonest=Commonest(label=label, places={}, share=share))
        for label, share in outcomes
    )
    return OpenPoint(question=question, state=state, type_bits=0.1, phase_bits=0.0, answers=answers)


def test_likely_and_unsure_are_told_apart() -> None:
    asked = doubted(SETTLED, growth_origin=Confidence.LIKELY, attraction_first=Confidence.UNSURE)
    say = Phrases(book(), asked, "ja")
    assert open_point(say, point("growth_origin", "doubted")).endswith("（回答は「おそらく」）")
    assert open_point(say, point("attraction_first", "doubted")).endswith("（回答は「不確か」）")
    assert open_point(say, point("supplier_base", "not_asked")).endswith("（未回答）")


def test_points_whose_answers_lead_to_the_same_are_not_named() -> None:
    same = point("core_company", "not_asked", ("B", 0.81), ("B", 0.78))
    other_verdict = point("growth_origin", "not_asked", ("B", 0.8), ("A-2", 0.8))
    other_share = point("attraction_first", "not_asked", ("B", 0.9), ("B", 0.7))
    assert telling((same, other_verdict, other_share)) == [other_verdict, other_share]


def test_one_option_of_several_is_not_told_as_the_whole_answer() -> None:
    asked = consultation_of({**SETTLED, "appeal_assets": ("land", "transport", "water")})
    text = said(document(book(), asked, assess(book(), asked.answers, asked.as_of), "ja"))
    assert "（ほか2件とともに選択）" in text
    alone = consultation_of({**SETTLED, "appeal_assets": ("land",)})
    assert "とともに選択" not in said(document(book(), alone, assess(book(), alone.answers, alone.as_of), "ja"))
