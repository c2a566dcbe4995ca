import pytest

from engine.analysis.counterfactual import counterfactuals
from engine.analysis.explanation import targets
from engine.analysis.robustness import robustness
from engine.assess import assess, engine_for
from engine.book import load
from engine.model.answers import Answer, Cluster, Consultation
from engine.model.assessment import Assessment
from engine.store.database import Store
from tests.tui.app.driving import DAY, consulting, opened, press, rest, shown, together
from tui.screens.explanation import ExplanationScreen
from tui.screens.result import TABS, ResultScreen
from tui.texts import Lang
from tui.widgets import result_lines
from tui.widgets.board import board
from tui.widgets.explaining import Explained
from tui.widgets.open_points import OpenPoints
from tui.widgets.reading import settled, summary


async def test_every_tab_is_reached_and_a_line_opens_its_explanation_down_to_the_study():
    async with consulting(size=(100, 40), example="kitakami") as pilot:
        await press(pilot, "f5")
        result = pilot.app.screen
        assert isinstance(result, ResultScreen)
        seen = set()
        for number in ("2", "3", "4", "5", "6", "１"):
            await press(pilot, number)
            assert TABS[result.tab] == TABS[int(number) - 1]
            assert result.lines
            seen.add(shown(pilot))
        assert len(seen) == len(TABS)
        await pilot.click("#tabs", offset=(14, 0))
        await rest(pilot)
        assert TABS[result.tab] == "measures"
        await press(pilot, "left")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ExplanationScreen)
        assert "〔判断" in shown(pilot)
        await press(pilot, "f2")
        assert "[judgement" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ResultScreen)


def lines_of(tab: str, example: Consultation, assessment: Assessment, lang: Lang) -> list[Explained]:
    """A tab of the result as the screen builds it."""
    wording, engine = result_lines.Wording(load(), lang), engine_for(load())
    if tab != "open_points":
        return getattr(result_lines, tab)(assessment, wording)
    sure = robustness(engine, example.answers, assessment)
    changes = counterfactuals(engine, example.answers)
    return OpenPoints(engine, example, wording).lines(assessment, sure, changes)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_line_of_the_result_can_be_explained(lang):
    book = load()
    for example in list(book.examples.values())[::3]:
        assessment = assess(book, example.answers, example.as_of)
        for tab in TABS:
            for line in lines_of(tab, example, assessment, lang):
                assert line.paras
                assert line.target in targets(book)


def test_the_board_says_where_work_stands_without_colour():
    book = load()
    example = book.examples["hiroshima"]
    text = "\n".join(
        para.lead + para.text for para in board(assess(book, example.answers, example.as_of), book, "ja", wide=False)
    )
    assert "> A-1" in text
    assert "[####] タテに育つ" in text


@pytest.mark.parametrize("example", ["tourism", "nothing"])
def test_a_verdict_that_is_no_type_is_not_called_settled_or_open(example):
    answers = {"manufacturing": Answer(question="manufacturing", value=False)} if example == "tourism" else {}
    assessment = assess(load(), answers, DAY)
    assert "確定）" not in summary(assessment, None, "ja")
    assert "型は確定しています" not in "".join(para.text for para in settled(assessment, "ja"))


def heads(lines: list[Explained]) -> list[str]:
    return [line.head for line in lines if line.head]


async def test_open_points_begin_with_contradictions_and_end_with_what_is_not_known():
    rule = load().rule["contradictions/origin/endogenous_yet_attracted"]
    values = {"growth_origin": "endogenous", "attraction_first": True, "attracted_share": True}
    answers = {name: Answer(question=name, value=value) for name, value in values.items()}
    with Store.open() as store:
        store.import_consultation(Consultation(cluster=Cluster(name="産地"), as_of=DAY, answers=answers))
    async with opened(size=(100, 60)) as pilot:
        await press(pilot, "enter", "f5", "6")
        text = together(shown(pilot))
        first = pilot.app.screen.lines[0]
        assert rule.reads.ja in first.paras[0].text
        assert "解消の方法：" in text
        order = ["回答の食い違い", "どこまで確かか", "判定を左右する未確認の点"]
        assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)
        assert [head for head in heads(pilot.app.screen.lines) if "変わる条件" in head]
        assert pilot.app.screen.lines[-1].target in load().questions
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ExplanationScreen)
        await press(pilot, "f2", "escape")
        assert "Answersthatdonotgotogether" in together(shown(pilot))
        assert "Howsureitis" in together(shown(pilot))


def test_what_each_answer_would_do_stands_below_the_unknown_that_matters():
    example = load().examples["kitakami"]
    assessment = assess(load(), example.answers, example.as_of)
    sure = robustness(engine_for(load()), example.answers, assessment)
    points = OpenPoints(engine_for(load()), example, result_lines.Wording(load(), "ja"))
    lines = points.lines(assessment, sure, None)
    line = next(line for line in lines if line.head.startswith("判定を左右する未確認の点"))
    assert line.target == sure.matters[0].question
    assert len(line.paras) == 1 + len(sure.matters[0].answers)
    assert "%" in line.paras[1].text
    assert "調べています" in next(line for line in lines if line.head == "結果が変わる条件").paras[0].text
