"""Scenarios in the terminal interface: branching off with one key, and seeing two side by side."""

import re

from rich.cells import cell_len

from engine.model.answers import Answer, Cluster
from engine.store.database import Store
from tests.tui.app.driving import DAY, consulting, opened, press, rest, shown, together, type_
from tui.screens.compare import CompareScreen
from tui.screens.consultation import ConsultationScreen
from tui.screens.home import HomeScreen
from tui.screens.naming import NamingScreen
from tui.screens.result import ResultScreen


def kept() -> dict[str, tuple[str, str | None]]:
    """By id the scenario and the parent of every consultation in the store."""
    with Store.open() as store:
        return {summary.id: (summary.scenario, summary.parent) for summary in store.list()}


def store_two() -> tuple[str, str]:
    """A consultation, and a scenario of it where growth came from outside."""
    with Store.open() as store:
        first = store.create(Cluster(name="元の集積"), DAY)
        for question, value in (("manufacturing", True), ("growth_origin", "endogenous"), ("local_accumulation", True)):
            store.answer(first, Answer(question=question, value=value))
        second = store.branch(first, "誘致で育った場合")
        store.answer(second, Answer(question="growth_origin", value="exogenous"))
    return first, second


async def test_a_scenario_branches_off_from_the_list():
    with Store.open() as store:
        first = store.create(Cluster(name="元の集積"), DAY)
    async with opened(size=(80, 24)) as pilot:
        await press(pilot, "b")
        assert isinstance(pilot.app.screen, NamingScreen)
        await press(pilot, "enter")
        assert "名前を入力してください" in shown(pilot)
        await press(pilot, "f2")
        assert "Give it a name" in shown(pilot)
        await type_(pilot, "もしも")
        await press(pilot, "enter", "f2")
        assert isinstance(pilot.app.screen, ConsultationScreen)
        assert pilot.app.screen.sitting.consultation.scenario == "もしも"
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "シナリオ「もしも」　元：元の集積" in shown(pilot)
    assert sorted(kept().values(), key=str) == sorted([("", None), ("もしも", first)], key=str)


async def test_escape_makes_no_scenario():
    with Store.open() as store:
        store.create(Cluster(name="元の集積"), DAY)
    async with opened() as pilot:
        await press(pilot, "ｂ")
        await type_(pilot, "x")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
    assert list(kept().values()) == [("", None)]


async def test_two_are_marked_and_compared():
    store_two()
    async with opened(size=(100, 40)) as pilot:
        await press(pilot, "c")
        assert "と比べる相手に移って" in shown(pilot)
        assert "> * " in shown(pilot)
        await press(pilot, "c")
        assert "と比べる相手に移って" not in shown(pilot)
        await press(pilot, "c", "down", "c")
        assert isinstance(pilot.app.screen, CompareScreen)
        assert "\n なぜ違うか\n" in shown(pilot)
        assert not re.search(r"##|----|====|^ [AB]：", shown(pilot), re.MULTILINE)
        assert "元の回答" in shown(pilot)
        assert "誘致で育った場合：" in shown(pilot)
        await press(pilot, "f2")
        assert "\n Why they differ\n" in shown(pilot)
        assert "the original: " in shown(pilot)
        await press(pilot, "f1")
        assert "Scrolls by a screen" in shown(pilot)
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert pilot.app.screen.marked is None


async def test_a_scenario_is_compared_with_its_parent_in_one_key():
    store_two()
    async with opened("en", (80, 24)) as pilot:
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, CompareScreen)
        text = together(shown(pilot))
        assert text.startswith("Comparison:元の集積/元の集積(scenario'誘致で育った場合')")
        await press(pilot, "escape", "down", "p")
        assert "this is no scenario" in shown(pilot)
        await press(pilot, "up")
        assert "this is no scenario" not in shown(pilot)


async def test_a_parent_that_was_deleted_is_told_and_the_scenario_stays():
    first, second = store_two()
    with Store.open() as store:
        store.delete(first)
    async with opened() as pilot:
        assert "元：削除済み" in shown(pilot)
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "元が削除されています" in together(shown(pilot))
    assert list(kept()) == [second]


async def test_the_comparison_scrolls_and_fits_the_screen():
    store_two()
    async with opened(size=(120, 24)) as pilot:
        await press(pilot, "p")
        head = next(line for line in shown(pilot).splitlines() if line.split() == ["項目", "元", "誘致で育った場合"])
        assert cell_len(head) <= 120
        await press(pilot, "end")
        assert "診断ダイジェスト" in shown(pilot)
        await pilot.resize_terminal(80, 24)
        await rest(pilot)
        await press(pilot, "home")
        assert "比較" in shown(pilot)


async def test_keys_on_an_empty_list_do_nothing():
    async with opened() as pilot:
        await press(pilot, "b", "c", "p")
        assert isinstance(pilot.app.screen, HomeScreen)
    assert kept() == {}


async def test_a_scenario_opens_over_the_result_which_stays():
    async with consulting(size=(80, 24), example="kitakami") as pilot:
        await press(pilot, "f5")
        result = pilot.app.screen
        assert isinstance(result, ResultScreen)
        await press(pilot, "b")
        await type_(pilot, "もしも")
        await press(pilot, "enter")
        opened_ = pilot.app.screen
        assert isinstance(opened_, ConsultationScreen)
        assert opened_.sitting.id != result.sitting.id
        assert opened_.sitting.answers == result.sitting.answers
        await press(pilot, "f5")
        assert "シナリオ「もしも」" in shown(pilot)
        await press(pilot, "escape", "escape")
        assert pilot.app.screen is result
        assert "シナリオ「もしも」" not in shown(pilot)
    assert (("もしも", result.sitting.id)) in kept().values()


async def test_the_comparison_with_its_origin_is_offered_where_there_is_one():
    store_two()
    async with opened(size=(80, 24)) as pilot:
        assert "p 元と比較" in shown(pilot)
        await press(pilot, "down")
        assert "p 元と比較" not in shown(pilot)
        await press(pilot, "enter", "f5", "c")
        assert isinstance(pilot.app.screen, ResultScreen)
        await press(pilot, "escape", "escape", "home", "enter", "f5", "c")
        assert isinstance(pilot.app.screen, CompareScreen)
        assert "元：元の集積" in shown(pilot)
