import pytest
from rich.cells import cell_len
from textual.command import CommandList
from textual.widgets import Input

from tests.tui.app.driving import Driver, asked, consulting, opened, press, rest, screen, shown, type_
from tui.palette import Palette
from tui.screens.glossary import GlossaryScreen
from tui.screens.result import ResultScreen


async def search(pilot: Driver, query: str) -> list[str]:
    """What the palette lists for a query, first line of each."""
    pilot.app.screen.query_one(Input).value = query
    await rest(pilot)
    options = pilot.app.screen.query_one(CommandList)
    return [str(options.get_option_at_index(n).prompt).splitlines()[0] for n in range(options.option_count)]


async def test_it_offers_the_actions_of_the_screen_with_their_keys():
    async with consulting("ja", (120, 36), example="kitakami") as pilot:
        await press(pilot, "ctrl+p")
        text = shown(pilot)
        assert "操作・用語・移動先を探す" in text
        assert "結果を見る。  (F5)" in text
        assert "「分からない」と答える。「いいえ」とは扱われない。  (F8)" in text
        assert "Page Left" not in text


@pytest.mark.parametrize(
    ("query", "found"),
    [("けっか", True), ("けっけか", False), ("結果を見る", True), ("Shows the result", True), ("ＲＥＳＵＬＴ", True)],
)
async def test_it_finds_by_either_language_whatever_the_width_of_the_letters(query, found):
    async with consulting("ja", (120, 36), example="kitakami") as pilot:
        await press(pilot, "ctrl+p")
        assert any("結果を見る。" in line for line in await search(pilot, query)) is found


async def test_letters_in_order_find_what_no_word_does():
    async with consulting("en", (120, 36), example="kitakami") as pilot:
        await press(pilot, "ctrl+p")
        assert "Shows the result.  (F5)" in await search(pilot, "shwrslt")
        assert await search(pilot, "zzqq") == ["Nothing found. Try another word."]


async def test_a_command_acts_on_the_screen_below():
    async with consulting("ja", (120, 36), example="kitakami") as pilot:
        await press(pilot, "ctrl+p")
        await type_(pilot, "結果を見る")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ResultScreen)
        await press(pilot, "ctrl+p")
        await search(pilot, "施策ロードマップ")
        await press(pilot, "enter")
        assert "[2 施策ロードマップ]" in shown(pilot)


async def test_it_leads_to_a_section_of_the_interview():
    async with consulting("ja", (120, 36), example="kitakami") as pilot:
        last = screen(pilot).sitting.book.sections[-1]
        await press(pilot, "ctrl+p")
        await search(pilot, last.title.ja)
        await press(pilot, "enter")
        assert screen(pilot).sitting.book.questions[asked(pilot)].section == last.id


async def test_a_term_opens_in_the_glossary():
    async with consulting("ja", (120, 36), example="kitakami") as pilot:
        await press(pilot, "ctrl+p")
        lines = await search(pilot, "サプライヤー")
        assert "サプライヤー  (用語)" in lines
        await search(pilot, "さぷらいやー")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, GlossaryScreen)
        assert "中核企業などに部品・加工・設備を納める企業" in shown(pilot)


async def test_it_changes_language_while_it_is_open():
    async with consulting("ja", (120, 36), example="kitakami") as pilot:
        await press(pilot, "ctrl+p", "f2")
        text = shown(pilot)
        assert isinstance(pilot.app.screen, Palette)
        assert "Search for commands, terms and places" in text
        assert "Shows the result.  (F5)" in text
        assert "結果を見る" not in text


async def test_it_chooses_theme_language_and_characters_anywhere():
    async with opened("ja") as pilot:
        for query, holds in [
            ("投影用", lambda app: app.theme == "shuseki-projector"),
            ("ASCII文字だけ", lambda app: app.plain),
            ("English", lambda app: app.lang == "en"),
        ]:
            await press(pilot, "ctrl+p")
            await search(pilot, query)
            await press(pilot, "enter")
            assert holds(pilot.app)
            assert not isinstance(pilot.app.screen, Palette)


async def test_it_opens_over_a_dialog_and_by_a_click_on_the_footer():
    async with opened("ja", (80, 24)) as pilot:
        await press(pilot, "f1", "ctrl+p")
        assert isinstance(pilot.app.screen, Palette)
        await press(pilot, "escape", "escape")
        footer = shown(pilot).splitlines()[-1]
        await pilot.click(offset=(cell_len(footer[: footer.index("^P")]), 23))
        await rest(pilot)
        assert isinstance(pilot.app.screen, Palette)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("印刷", "文書（Word、Excel など）に出力する"),
        ("Excel", "文書（Word、Excel など）に出力する"),
        ("もしも", "もしも：回答を仮に変え、前後を並べて比べる"),
        ("比較", "もしも：回答を仮に変え、前後を並べて比べる"),
        ("言語", "英語に切り替える (English)"),
        ("language", "英語に切り替える (English)"),
        ("取り消", "直前の変更を取り消す"),
        ("次の区分", "次の区分へ移る"),
    ],
)
async def test_the_interview_leads_wherever_one_may_want_to_go(query, found):
    async with consulting("ja", (120, 36), example="kitakami") as pilot:
        await press(pilot, "1", "ctrl+p")
        assert any(line.startswith(found) for line in await search(pilot, query))


async def test_a_place_beyond_the_result_is_reached_at_once():
    from tui.screens.report import ReportScreen
    from tui.screens.review import ReviewScreen
    from tui.screens.whatif import WhatIfScreen

    async with consulting("ja", (120, 36), example="kitakami") as pilot:
        for query, screen_ in (("印刷", ReportScreen), ("もしも：回答を仮に", WhatIfScreen)):
            await press(pilot, "ctrl+p")
            await search(pilot, query)
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, screen_)
            await press(pilot, "escape")
        await press(pilot, "f5", "ctrl+p")
        await search(pilot, "全質問と回答")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReviewScreen)
