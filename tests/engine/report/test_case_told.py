"""What is told of a case: results that say something, with their years, and where the study contradicts itself."""

from engine.model.knowledge import Figure
from engine.model.text import Basis, LocalizedText
from engine.report.case_told import differing, result, results
from engine.report.phrases import Phrases
from tests.engine.report.reports import book, consultation_of

CASE = book().cases["toyama_pharma"]
JA, EN = (Phrases(book(), consultation_of({}), lang) for lang in ("ja", "en"))


def figure(values: tuple[float, ...], years: tuple[int, ...], words: str = "出荷額の推移（図表3）") -> Figure:
    unit = LocalizedText(ja="億円", en="100 million yen")
    text = LocalizedText(ja=words, en="Shipments")
    return Figure(text=text, values=values, unit=unit, years=years, basis=Basis.STATED)


def test_a_chart_is_told_by_its_first_and_last_figure() -> None:
    chart = figure((2636, 4417, 6609), (2005, 2006, 2020))
    assert result(JA, chart, CASE).text == "出荷額の推移（図表3）：2005年2,636億円から2020年6,609億円"
    assert result(EN, chart, CASE).text == "Shipments: 263.6 billion yen (2005), 660.9 billion yen (2020)"


def test_several_years_are_told_one_by_one_and_two_as_a_time() -> None:
    told = figure((10, 20, 30), (1995, 2005, 2015), "出荷額は10億円、20億円、30億円と推移")
    assert result(JA, told, CASE).text.endswith("（1995年、2005年、2015年）")
    assert result(EN, told, CASE).text.endswith(" (1995, 2005, 2015)")
    assert result(JA, figure((10, 20), (2002, 2021), "10億円から20億円へ"), CASE).text.endswith("（2002～2021年）")


def test_a_chart_without_years_to_its_figures_is_no_result() -> None:
    charts = figure((1, 2, 3), ()), figure((2, 3), (1980,))
    plain = figure((), (), "人口は増加基調")
    assert results(CASE.model_copy(update={"results": (*charts, plain)})) == (plain,)
    assert all("図表6" not in one.text.ja for one in results(book().cases["kitakami"]))


def test_both_readings_are_told_and_a_guess_of_ours_is_marked() -> None:
    told = differing(JA, book().cases["hiroshima"])
    assert len(told) == len(book().cases["hiroshima"].contradictions)
    assert (
        told[1].text == "出荷額の対象地域：広島市：7,617億円から1兆8,915億円／広島県：0.7兆円から1.9兆円（サマリー表）"
    )
    marks = {line.text: line.source.basis for line in told if line.source}
    assert {basis for text, basis in marks.items() if "本ツール" in text} == {Basis.JUDGEMENT}
    assert {basis for text, basis in marks.items() if "本ツール" not in text} == {Basis.STATED}
