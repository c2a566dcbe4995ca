import pytest

from engine.analysis.explanation import targets
from engine.model.answers import Answer
from tests.tui.app.driving import DAY, consulting, press, rest, shown
from tui.screens.explanation import ExplanationScreen
from tui.screens.result import TABS, ResultScreen
from tui.widgets import result_lines
from tui.widgets.board import board
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


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_line_of_the_result_can_be_explained(lang):
    from engine.assess import assess
    from engine.book import load

    book = load()
    for example in list(book.examples.values())[::3]:
        assessment = assess(book, example.answers, example.as_of)
        for tab in TABS:
            for line in getattr(result_lines, tab)(assessment, result_lines.Wording(book, lang)):
                assert line.paras
                assert line.target in targets(book)


def test_the_board_says_where_work_stands_without_colour():
    from engine.assess import assess
    from engine.book import load

    book = load()
    example = book.examples["hiroshima"]
    text = "\n".join(
        para.lead + para.text for para in board(assess(book, example.answers, example.as_of), book, "ja", wide=False)
    )
    assert "> A-1" in text
    assert "[####] タテに育つ" in text


@pytest.mark.parametrize("example", ["tourism", "nothing"])
def test_a_verdict_that_is_no_type_is_not_called_settled_or_open(example):
    from engine.assess import assess
    from engine.book import load

    answers = {"manufacturing": Answer(question="manufacturing", value=False)} if example == "tourism" else {}
    assessment = assess(load(), answers, DAY)
    assert "確定）" not in summary(assessment, "ja")
    assert "型は確定しています" not in "".join(para.text for para in settled(assessment, "ja"))
