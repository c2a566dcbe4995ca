"""Pitfalls: what the study tells bears its mark, what this tool advises on it bears that of a judgement."""

import pytest

from engine.analysis.explanation import explain
from engine.assess.engine import Engine
from engine.model.explanation import Explanation
from engine.model.text import Basis, Lang
from engine.report.blocks import Bullets, Line
from engine.report.phrases import Phrases
from engine.report.reservations import reservation
from tests.engine.report.reports import LANGS, assessed, book, part, report, report_of
from tests.engine.report.reports import consultation_of as asked

LESSONS = {lang: {one.lesson.get(lang) for one in book().pitfalls.values()} for lang in LANGS}


def lines(told: tuple[Line, ...]) -> list[Line]:
    return [found for line in told for found in (line, *lines(line.below))]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("pitfall", sorted(book().pitfalls))
def test_the_fact_is_the_studys_and_the_advice_is_a_judgement(pitfall: str, lang: Lang) -> None:
    item = book().pitfalls[pitfall]
    fact = reservation(Phrases(book(), asked({}), lang), pitfall)
    assert fact.text == item.summary.get(lang)
    assert fact.source is not None
    assert fact.source.basis is item.basis
    (advice,) = fact.below
    assert item.lesson.get(lang) in advice.text
    assert advice.source is not None
    assert advice.source.basis is Basis.JUDGEMENT


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("example", sorted(book().examples))
def test_no_lesson_bears_the_mark_of_the_study_anywhere_in_a_report(example: str, lang: Lang) -> None:
    told = [line for block in report(example, lang).blocks for line in lines(getattr(block, "lines", ()))]
    advice = [line for line in told if any(lesson in line.text for lesson in LESSONS[lang])]
    assert all(line.source and line.source.basis is Basis.JUDGEMENT for line in advice)
    noted = [one.caution for one in assessed(example).cautions if one.caution in book().pitfalls]
    assert len(advice) >= len(noted)


def test_the_cautions_tell_what_happened_before_what_to_mind() -> None:
    whole = report_of({"manufacturing": True, "b_housing_plan": True, "b_nonregular": True}, "ja")
    (told,) = (block for block in part(whole, "留意点") if isinstance(block, Bullets))
    fact = next(line for line in told.lines if line.below)
    assert fact.text in {one.summary.ja for one in book().pitfalls.values()}
    assert fact.below[0].text.startswith("本ツールの助言：")


def test_an_explanation_keeps_fact_and_advice_apart(bits_engine: Engine) -> None:
    given = asked({"manufacturing": True})
    found = explain(bits_engine, given.answers, given.as_of, "PIT.kameyama")
    nodes = list(below(found))
    lesson = book().pitfalls["PIT.kameyama"].lesson.ja
    assert [node.basis for node in nodes if lesson in node.statement.ja] == [Basis.JUDGEMENT]
    assert [node.basis for node in nodes if node.statement == book().pitfalls["PIT.kameyama"].summary] == [Basis.STATED]


def below(node: Explanation) -> list[Explanation]:
    return [node, *(found for child in node.children for found in below(child))]
