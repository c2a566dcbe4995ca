import threading
from time import monotonic

import pytest

from tests.tui.app.driving import asked, consulting, jump, opened, press, rest, screen, shown, together, type_
from tui.screens.help import HelpScreen
from tui.widgets.hint_bar import HintBar
from tui.widgets.too_small import TooSmall
from tui.widgets.working import NOTICED, Working

PATIENCE = 10
"""Seconds."""


async def test_a_screen_that_is_too_small_asks_for_room_and_loses_nothing():
    async with consulting("ja", (80, 24)) as pilot:
        await jump(pilot, "shipments")
        await type_(pilot, "12")
        for size in ((79, 24), (80, 23), (40, 10)):
            await pilot.resize_terminal(*size)
            await rest(pilot)
            assert "画面を80x24以上に" in shown(pilot).replace("\n", "")
            assert screen(pilot).question.text.ja[:8] not in shown(pilot)
        await press(pilot, "f2")
        assert "Please enlarge" in shown(pilot)
        await pilot.resize_terminal(80, 24)
        await rest(pilot)
        assert (asked(pilot), screen(pilot).card.figure.value) == ("shipments", "12")
        assert not any(cover.display for cover in pilot.app.screen.query(TooSmall))


async def test_a_dialog_that_is_too_small_asks_too():
    async with opened("ja", (80, 24)) as pilot:
        await press(pilot, "f1")
        await pilot.resize_terminal(60, 20)
        await rest(pilot)
        assert "画面を80x24以上に" in shown(pilot).replace("\n", "")


@pytest.mark.parametrize(("group", "told"), [("default", "処理中です"), ("assess", "計算中です")])
async def test_what_takes_long_is_told_and_what_is_done_no_more(group, told):
    async with opened("ja", (80, 24)) as pilot:
        done = threading.Event()
        await pilot.pause(NOTICED)  # What was begun on opening is looked at once more after this time.
        # A thread that nobody lets go of would hold up the end of the tests, had one of these failed.
        pilot.app.screen.run_worker(lambda: done.wait(PATIENCE), thread=True, group=group)
        began = monotonic()
        while told not in shown(pilot):
            assert monotonic() - began < PATIENCE
            await pilot.pause(NOTICED / 6)
        assert monotonic() - began >= NOTICED
        assert shown(pilot).splitlines()[0].endswith(told)
        done.set()
        await rest(pilot)
        assert not pilot.app.screen.query(Working)


async def test_what_nobody_waits_for_is_not_told():
    async with opened("ja", (80, 24)) as pilot:
        done = threading.Event()
        pilot.app.screen.run_worker(done.wait, thread=True, group="warm")
        await pilot.pause(NOTICED * 1.5)
        assert not pilot.app.screen.query(Working)
        done.set()


@pytest.mark.parametrize("width", [80, 100, 160])
async def test_the_footer_leaves_out_what_matters_least(width):
    async with consulting("ja", (width, 24), example="kitakami") as pilot:
        hints = [active.binding for active in pilot.app.screen.active_bindings.values() if active.binding.show]
        ids = {hint.id for hint in hints}
        assert {"help", "language", "palette", "leave", "unknown", "result"} <= ids
        assert ("previous" in ids) is (width >= 100)
        footer = pilot.app.screen.query_one(HintBar)
        assert footer.render().cell_length <= footer.size.width
        assert all(hint.description in shown(pilot).splitlines()[-1] for hint in hints)


async def test_a_notice_in_the_other_language_does_not_stay():
    async with consulting("ja", (80, 24), example="kitakami") as pilot:
        pilot.app.notify("お知らせ", markup=False)
        await press(pilot, "f2")
        assert not pilot.app._notifications


async def test_help_says_what_the_screen_is_for_and_closes_with_its_own_key():
    async with consulting("ja", (120, 50), example="kitakami") as pilot:
        await press(pilot, "f1")
        assert isinstance(pilot.app.screen, HelpScreen)
        text = shown(pilot)
        assert "質問に一つずつ答え、集積の型とフェーズの読みを定めていきます。" in text
        assert "この画面のキー" in text
        pilot.app.screen.query_one("#dialog-body").scroll_end(animate=False, immediate=True)
        await rest(pilot)
        assert "〔調査〕は報告書の記述" in shown(pilot)
        assert "マウスでは" in shown(pilot)
        await press(pilot, "f1")
        assert not isinstance(pilot.app.screen, HelpScreen)


LONG = (
    "「主力産業を牽引する中核企業は、地域の電力産業を牽引する役割を、どれほど担っていますか。」の回答「ほぼすべてを担う」を"
    "取り消しました。関わる結論、施策の候補、立地の条件を、もう一度確かめてください。"
)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (121, 37), (160, 50)])
async def test_no_character_of_a_notice_is_lost_whatever_lies_below(size):
    async with consulting("ja", size, example="kitakami") as pilot:
        for keys in ((), ("f5",), ("f1",)):
            await press(pilot, *keys)
            pilot.app.notify(LONG, severity="warning", markup=False)
            await rest(pilot)
            assert together(f"注意：{LONG}") in together(shown(pilot))
            lines = [line.strip() for line in shown(pilot).splitlines()]
            assert not any(line.startswith(("、", "。")) for line in lines)
            assert "F1" in lines[-1]
            await press(pilot, "ctrl+o")
            assert "注意：" not in shown(pilot)


async def test_a_notice_goes_by_itself_or_by_a_click_and_shows_the_newest_first():
    async with opened("ja", (80, 24)) as pilot:
        pilot.app.notify("先のお知らせ", timeout=30, markup=False)
        pilot.app.notify("後のお知らせ", timeout=30, markup=False)
        await rest(pilot)
        assert shown(pilot).splitlines()[-3:-1] == [" お知らせ：後のお知らせ", " お知らせ：先のお知らせ"]
        await pilot.click(offset=(5, 22))
        await rest(pilot)
        assert "お知らせ" not in shown(pilot)
        pilot.app.notify("すぐに消える", timeout=0.2, markup=False)
        await rest(pilot)
        await pilot.pause(0.5)
        await rest(pilot)
        assert "すぐに消える" not in shown(pilot)


@pytest.mark.parametrize(("lang", "told"), [("ja", "終了するには Ctrl+Q"), ("en", "Press Ctrl+Q to quit")])
async def test_ctrl_c_says_how_to_quit_in_the_language_of_the_app(lang, told):
    async with opened(lang, (80, 24)) as pilot:
        await press(pilot, "ctrl+c")
        assert told in shown(pilot)
        assert "Do you want" not in shown(pilot)
