"""What existing measures serve, confirmed by keys: kept at the key, taken back, and the check with it."""

from pathlib import Path

import pytest

from engine.model.register import Confirmation
from tests.tui.app.driving import press, rest, shown, together, type_
from tests.tui.app.registering import (
    RISK_MONEY,
    ROWS,
    gaps,
    kept,
    mapping,
    missing,
    over,
    point,
    served,
    workbook,
)
from tui.screens.confirm import ConfirmScreen
from tui.screens.gaps_mapping import MappingScreen
from tui.screens.gaps_result import GapsScreen
from tui.screens.gaps_serves import ServesScreen
from tui.widgets.row_list import RowList

PEOPLE, ATTRACTING, ABROAD, RADIO, STARTING = (str(row[1]) for row in ROWS)


async def test_a_suggestion_is_confirmed_kept_and_taken_back(tmp_path: Path) -> None:
    async with over(MappingScreen, workbook(tmp_path / "一覧.xlsx")) as pilot:
        screen = mapping(pilot)
        before = served(screen)
        assert before[PEOPLE][0] == "suggested"
        await press(pilot, "enter")
        assert served(screen)[PEOPLE] == ("confirmed", before[PEOPLE][1])
        assert screen.chosen
        assert screen.chosen[0].name == ATTRACTING
        assert [(one.name, one.generic, one.fiscal_year) for one in kept()] == [(PEOPLE, before[PEOPLE][1], 2026)]
        await press(pilot, "ｕ")
        assert kept() == ()
        assert served(screen) == before
        assert screen.chosen
        assert screen.chosen[0].name == PEOPLE
        await press(pilot, "ctrl+y")
        assert served(screen)[PEOPLE][0] == "confirmed"
        await press(pilot, "ctrl+z", "ctrl+z")
        assert "取り消す確認はありません" in shown(pilot)


async def test_a_finding_vanishes_when_something_is_said_to_serve_it(tmp_path: Path) -> None:
    async with over(GapsScreen, workbook(tmp_path / "一覧.xlsx")) as pilot:
        assert RISK_MONEY in missing(gaps(pilot))
        title = gaps(pilot).gaps.sitting.book.measures[RISK_MONEY].title.ja
        await press(pilot, "m")
        screen = mapping(pilot)
        await point(pilot, screen.query_one("#rows", RowList), STARTING)
        await press(pilot, "a")
        assert isinstance(pilot.app.screen, ServesScreen)
        assert pilot.app.screen.measures[pilot.app.screen.query_one(RowList).cursor].id == "MS.A-2.startup"
        await point(pilot, pilot.app.screen.query_one(RowList), title)
        await press(pilot, "space", "f5")
        assert served(screen)[STARTING] == ("confirmed", (RISK_MONEY,))
        assert RISK_MONEY not in missing(screen)
        await press(pilot, "escape")
        assert RISK_MONEY not in missing(gaps(pilot))
        assert together(title) not in together("".join(shown(pilot).split("そのほか")[0]))
        await press(pilot, "m", "u", "escape")
        assert RISK_MONEY in missing(gaps(pilot))


async def test_numbers_tick_suggestions_and_x_says_none(tmp_path: Path) -> None:
    async with over(MappingScreen, workbook(tmp_path / "一覧.xlsx")) as pilot:
        screen = mapping(pilot)
        await point(pilot, screen.query_one("#rows", RowList), ABROAD)
        suggested = [one.measure for one in screen.suggestions]
        assert suggested
        await press(pilot, "１")
        assert served(screen)[ABROAD] == ("confirmed", (suggested[0],))
        await press(pilot, "1")
        assert served(screen)[ABROAD] == ("confirmed", (suggested[0],)), "the last one stays"
        assert [one.measure for one in screen.suggestions] == suggested, "suggestions stay to choose from"
        await press(pilot, "x")
        assert served(screen)[ABROAD] == ("confirmed", ())
        assert "当たる施策なし" in together(shown(pilot))


async def test_all_that_is_shown_is_confirmed_after_asking(tmp_path: Path) -> None:
    async with over(MappingScreen, workbook(tmp_path / "一覧.xlsx")) as pilot:
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, ConfirmScreen)
        await press(pilot, "enter")
        assert kept() == (), "the cursor stands on the harmless answer"
        await press(pilot, "c", "down", "enter")
        screen = mapping(pilot)
        standings = {name: standing for name, (standing, _) in served(screen).items()}
        assert "suggested" not in standings.values()
        assert standings[RADIO] == "open", "what nothing is near to is not confirmed with the others"
        await press(pilot, "u")
        assert kept() == (), "said at once, taken back at once"


@pytest.mark.slow
async def test_the_list_is_filtered_and_searched(tmp_path: Path) -> None:
    async with over(MappingScreen, workbook(tmp_path / "一覧.xlsx")) as pilot:
        screen = mapping(pilot)

        def names() -> list[str]:
            return [one.name for one, _ in screen.rows]

        await press(pilot, "right", "right")
        assert screen.choosing.which == "none"
        assert RADIO in names()
        await press(pilot, "left", "left", "d")
        await point(pilot, pilot.app.screen.query_one(RowList), "総務課")
        await press(pilot, "enter")
        assert names() == [RADIO]
        await press(pilot, "d", "home", "enter", "slash")
        await type_(pilot, "商談")
        assert names() == [ABROAD]
        await press(pilot, "enter", "escape")
        assert len(names()) == len(ROWS)


@pytest.mark.slow
async def test_a_click_only_chooses(tmp_path: Path) -> None:
    async with over(MappingScreen, workbook(tmp_path / "一覧.xlsx")) as pilot:
        screen = mapping(pilot)
        rows = screen.query_one("#rows", RowList)
        line = next(n for n, (row, _) in enumerate(rows.lines(rows.content_size.width)) if row == 2)
        await pilot.click(rows, offset=(4, line))
        await press(pilot, "tab", "tab")
        assert screen.chosen
        assert screen.chosen[0].name == ABROAD
        assert kept() == ()


async def test_what_was_confirmed_last_year_is_taken_over_and_marked(tmp_path: Path) -> None:
    path = workbook(tmp_path / "一覧.xlsx", [(1, f"{PEOPLE}（拡充）", "", "産業振興課", 1, "R8")])
    async with over(MappingScreen, path) as pilot:
        screen = mapping(pilot)
        store, consultation = screen.gaps.sitting.session.store, screen.gaps.sitting.id
        said = Confirmation(
            name=PEOPLE, department="産業振興課", generic=(RISK_MONEY,), types=("A-2",), fiscal_year=2025
        )
        store.registers.confirm(consultation, said)
        screen.recheck()
        await rest(pilot)
        (link,) = screen.gaps.mapping.links
        assert (link.standing, link.generic, link.kept) == ("confirmed", (RISK_MONEY,), True)
        assert "引継ぎ" in shown(pilot)


async def test_users_text_is_no_markup_and_moves_no_cursor(tmp_path: Path) -> None:
    rows = [
        (1, "[bold red]事業\u202e", "[/]\x07 [@click=app.quit]", "課[x]", 1, "R8"),
        (2, "普通の事業", "", "課", 1, "R8"),
    ]
    path = tmp_path / "一覧.csv"
    path.write_text(
        "\n".join(",".join(map(str, row)) for row in (("番号", "事業名", "概要", "担当課", "予算額", "期間"), *rows))
    )
    async with over(GapsScreen, path) as pilot:
        for key in ("2", "6", "m"):
            await press(pilot, key)
            text = shown(pilot)
            assert "[bold red]事業\\u202e" in text
            assert not {"\u202e", "\x07", "\x1b"} & set(text)
        assert "[@click=app.quit]" in text


async def test_what_the_register_s_own_column_says_can_be_said_otherwise(tmp_path: Path) -> None:
    head = ("番号", "事業名", "概要", "担当課", "予算額", "対応する施策")
    path = workbook(tmp_path / "一覧.xlsx", [(1, PEOPLE, "", "産業振興課", 1, "MS.A-2.hr")], head)
    async with over(MappingScreen, path) as pilot:
        screen = mapping(pilot)
        assert served(screen)[PEOPLE] == ("confirmed", ("MS.A-2.hr",))
        assert together("一覧の列「対応する施策」のとおり") in together(shown(pilot))
        await press(pilot, "x")
        assert served(screen)[PEOPLE] == ("confirmed", ())
        assert together("一覧の列「対応する施策」のとおり") not in together(shown(pilot))
        assert [(one.generic, one.fiscal_year) for one in kept()] == [((), 2026)]
        await press(pilot, "u", "a")
        assert isinstance(pilot.app.screen, ServesScreen)
        await point(pilot, pilot.app.screen.query_one(RowList), screen.gaps.sitting.book.measures[RISK_MONEY].title.ja)
        await press(pilot, "space", "f5")
        assert served(screen)[PEOPLE] == ("confirmed", ("MS.A-2.hr", RISK_MONEY))
