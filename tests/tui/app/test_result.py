import pytest

from tests.tui.app.driving import opened, press, shown, together
from tui.screens.explanation import ExplanationScreen
from tui.screens.result import TABS, ResultScreen
from tui.widgets import result_lines
from tui.widgets.explaining import Reasons, paras_of


async def test_a_line_opens_its_explanation_down_to_the_study():
    async with opened(size=(120, 60)) as pilot:
        await press(pilot, "e", "enter", "f5")
        assert isinstance(pilot.app.screen, ResultScreen)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ExplanationScreen)
        text = shown(pilot)
        assert "[本ツールの判断]" in text
        assert "回答：はい" in text
        assert "報告書 2-" in text
        await press(pilot, "f2")
        assert "[tool's judgement]" in shown(pilot)
        assert "study 2-" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ResultScreen)


async def test_every_tab_shows_something_and_is_reached_by_its_number():
    async with opened(size=(120, 50)) as pilot:
        await press(pilot, "e", "enter", "f5")
        result = pilot.app.screen
        assert isinstance(result, ResultScreen)
        seen = set()
        for number in ("１", "2", "3", "4", "5", "6"):
            await press(pilot, number)
            assert TABS[result.tab] == TABS[int(number) - 1]
            assert result.lines
            seen.add(shown(pilot))
        assert len(seen) == len(TABS)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_line_of_the_result_can_be_explained(lang):
    from engine.assess import assess
    from engine.book import load

    book = load()
    for example in list(book.examples.values())[::3]:
        assessment = assess(book, example.answers, example.as_of)
        reasons = Reasons(book, example.answers, lang)
        for tab in TABS:
            for line in getattr(result_lines, tab)(assessment, reasons):
                assert line.paras
                assert all(para.text for para in paras_of(line.nodes))


async def test_the_board_says_where_work_stands_without_colour():
    async with opened(size=(160, 50)) as pilot:
        await press(pilot, "e", "enter")
        text = together(shown(pilot))
        assert ">A-1" in text
        assert "[####]タテに育つ" in text
