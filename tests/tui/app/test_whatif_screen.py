"""What if on the screen: other answers supposed, before and after side by side, nothing stored before it is kept."""

import pytest

from engine.analysis.comparison import compare
from engine.assess import assess, engine_for
from engine.book import load
from engine.model.answers import UNKNOWN
from engine.report.comparison import measure_rows, verdict_rows
from engine.store.database import Store
from tests.tui.app.driving import Driver, consulting, press, rest, shown, together, type_
from tui.screens.consultation import ConsultationScreen
from tui.screens.explanation import ExplanationScreen
from tui.screens.result import ResultScreen
from tui.screens.value import ValueScreen
from tui.screens.whatif import WhatIfScreen
from tui.screens.whatif_pick import PickScreen
from tui.widgets.explaining import Explained
from tui.widgets.prose import lines_of
from tui.widgets.row_list import RowList
from tui.widgets.whatif_lines import Change


def whatif(pilot: Driver) -> WhatIfScreen:
    assert isinstance(pilot.app.screen, WhatIfScreen)
    return pilot.app.screen


def told(pilot: Driver) -> str:
    """All lines of the screen, those that are scrolled away too."""
    pieces = [piece for line in whatif(pilot).lines for piece in (*line.above, *line.paras)]
    return "\n".join(line.plain for line in lines_of(tuple(pieces), 400))


async def suppose(pilot: Driver, question: str, key: str) -> None:
    """By the search, as a person does."""
    await press(pilot, "a")
    assert isinstance(pilot.app.screen, PickScreen)
    await type_(pilot, question)
    await press(pilot, "enter")
    assert isinstance(pilot.app.screen, ValueScreen)
    await press(pilot, key)


@pytest.mark.parametrize("lang", ["ja", "en"])
async def test_what_is_shown_side_by_side_is_what_the_engine_concludes(lang):
    async with consulting(lang, (120, 40), example="kitakami") as pilot:
        await press(pilot, "f5", "w")
        assert not whatif(pilot).supposing.changes
        await suppose(pilot, "core_company", "2")
        screen = whatif(pilot)
        assert screen.current
        supposed = screen.supposing.consultation()
        assert supposed.answers["core_company"].value is False
        found = compare(engine_for(load()), screen.supposing.original, supposed)
        text = together(told(pilot))
        for name, before, after in verdict_rows(load(), found, lang):
            assert together(name) in text
            assert together(before) in text
            assert together(after) in text
        shown_measures = {line.target for line in screen.lines if isinstance(line, Explained)} & set(load().measures)
        assert shown_measures == {one.measure for one, _, _ in measure_rows(load(), found, lang)}
        assert screen.found.after == assess(load(), supposed.answers, supposed.as_of)
        await press(pilot, "f2")
        assert ("What if" if lang == "ja" else "もしも") in shown(pilot)


async def test_nothing_is_stored_until_it_is_kept_and_then_it_is_a_scenario():
    async with consulting(size=(100, 40), example="sakaki") as pilot:
        await press(pilot, "f5", "w")
        parent = whatif(pilot).sitting
        before = dict(parent.answers)
        await suppose(pilot, "core_company", "f8")
        with Store.open() as store:
            assert len(store.list()) == 1
        assert dict(parent.answers) == before
        await press(pilot, "k")
        await type_(pilot, "中核不明")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ConsultationScreen)
        kept = pilot.app.screen.sitting
        assert kept.consultation.scenario == "中核不明"
        assert kept.answers["core_company"].value is UNKNOWN
        assert {q: a.value for q, a in kept.answers.items() if q != "core_company"} == {
            q: a.value for q, a in before.items() if q != "core_company"
        }
        with Store.open() as store:
            assert {summary.scenario: summary.parent for summary in store.list()} == {"": None, "中核不明": parent.id}
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ResultScreen)


async def test_changes_are_chosen_again_and_taken_back_by_keys_and_clicks():
    async with consulting(size=(100, 40), example="kitakami") as pilot:
        await press(pilot, "f5", "w")
        await pilot.click("#rows", offset=(4, 0))
        await rest(pilot)
        assert isinstance(pilot.app.screen, PickScreen)
        await press(pilot, "escape")
        await suppose(pilot, "core_company", "2")
        await suppose(pilot, "supplier_base", "1")
        screen = whatif(pilot)
        assert list(screen.supposing.changes) == ["core_company", "supplier_base"]
        assert "仮に変えた回答（2件、未保存）" in shown(pilot)
        screen.query_one(RowList).cursor = 1
        await press(pilot, "enter", "1")
        assert screen.supposing.value("core_company") is True
        await press(pilot, "ｄ")
        assert list(screen.supposing.changes) == ["supplier_base"]
        await press(pilot, "x")
        assert not screen.supposing.changes
        assert "まだ何も変えていません" in shown(pilot)
        await press(pilot, "k", "d")
        assert isinstance(pilot.app.screen, WhatIfScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ResultScreen)


async def test_a_set_that_turns_the_verdict_is_supposed_whole():
    async with consulting(size=(100, 40), example="sakaki") as pilot:
        await press(pilot, "f5", "w", "a")
        picker = pilot.app.screen
        assert isinstance(picker, PickScreen)
        assert "これで判定が変わる" in together("".join(one.group for one in picker.found))
        index = next(n for n, one in enumerate(picker.found) if not isinstance(one.thing, str))
        wanted = picker.found[index].thing
        await press(pilot, *["down"] * index, "enter")
        screen = whatif(pilot)
        assert {c.question: c.after for c in wanted.changes} == {
            q: a.value for q, a in screen.supposing.changes.items()
        }
        found = screen.found
        if wanted.outcome.about == "type":
            assert (found.before.type.leading, found.after.type.leading) == (
                wanted.outcome.before,
                wanted.outcome.after,
            )


async def test_the_same_answer_is_no_change_and_why_is_told_of_what_is_supposed():
    async with consulting(size=(100, 40), example="sakaki") as pilot:
        await press(pilot, "f5", "w")
        given = whatif(pilot).supposing.original.answers["growth_origin"].value
        whatif(pilot).supposing.suppose("growth_origin", given)
        assert not whatif(pilot).supposing.changes
        await suppose(pilot, "growth_origin", "2")
        screen = whatif(pilot)
        cursor = next(n for n, line in enumerate(screen.lines) if not isinstance(line, Change))
        screen.query_one(RowList).cursor = cursor
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ExplanationScreen)
        assert screen.found.after.type.leading != screen.found.before.type.leading
        told = pilot.app.screen.explanation.statement.ja
        assert screen.found.after.type.leading.split("+")[0] in told


async def test_a_number_is_read_and_refused_at_its_field_and_several_are_marked():
    async with consulting("en", (80, 24), example="sakaki") as pilot:
        await press(pilot, "f5", "w", "a")
        await type_(pilot, "shipments")
        await press(pilot, "enter")
        value = pilot.app.screen
        assert isinstance(value, ValueScreen)
        if value.question.kind == "number":
            await type_(pilot, "x")
            await press(pilot, "enter")
            assert "cannot be read" in shown(pilot)
            await press(pilot, "backspace")
            await type_(pilot, "１２")
            await press(pilot, "enter")
            assert whatif(pilot).supposing.value(value.question.id) == 12.0
        await press(pilot, "a")
        await type_(pilot, "appeal_assets")
        await press(pilot, "enter")
        several = pilot.app.screen
        assert isinstance(several, ValueScreen)
        first = several.question.options[0].id
        was = first in several.marked
        await press(pilot, "1", "enter")
        now = whatif(pilot).supposing.value("appeal_assets")
        assert (first in now) is not was
