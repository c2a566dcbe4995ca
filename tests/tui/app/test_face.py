import threading

import pytest
from textual.widgets import Footer

from tests.tui.app.driving import asked, consulting, jump, opened, press, rest, screen, shown, type_
from tui.screens.help import HelpScreen
from tui.widgets.too_small import TooSmall
from tui.widgets.working import NOTICED, Working


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
        pilot.app.screen.run_worker(done.wait, thread=True, group=group)
        await pilot.pause(NOTICED / 3)
        assert told not in shown(pilot)
        await pilot.pause(NOTICED)
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
        footer = pilot.app.screen.query_one(Footer)
        assert footer.max_scroll_x == 0
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
