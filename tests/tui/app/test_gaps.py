"""The policy gap check by keys: a register taken in, its check, its reasons, its documents."""

from pathlib import Path

import pytest

from engine.store.database import Store
from tests.tui.app.driving import consulting, press, shown, together, type_
from tests.tui.app.registering import ROWS, gaps, missing, over, point, registers, take_in, workbook
from tui import settings
from tui.screens.explanation import ExplanationScreen
from tui.screens.gaps_columns import ColumnsScreen
from tui.screens.gaps_compare import GapsCompareScreen
from tui.screens.gaps_filter import GapFilterScreen
from tui.screens.gaps_mapping import MappingScreen
from tui.screens.gaps_registers import RegistersScreen
from tui.screens.gaps_removed import RemovedScreen
from tui.screens.gaps_result import TABS, GapsScreen
from tui.texts import Lang
from tui.widgets.row_list import RowList


async def test_a_register_is_taken_in_checked_and_kept(tmp_path: Path) -> None:
    async with registers() as pilot:
        assert isinstance(pilot.app.screen, RegistersScreen)
        assert "事業一覧はまだありません" in shown(pilot)
        await take_in(pilot, workbook(tmp_path / "一覧.xlsx"))
        screen = gaps(pilot)
        assert screen.gaps.check is not None
        assert screen.gaps.check.measures_total == len(ROWS)
        assert screen.gaps.register.measures[0].budget == 1_200_000
        text = together(shown(pilot))
        assert together(screen.gaps.check.first_line.ja) in text
        assert missing(screen)
        for measure in missing(screen):
            assert together(screen.gaps.sitting.book.measures[measure].title.ja) in text
        await press(pilot, "escape")
        assert "令和8年度（2026年度）" in shown(pilot)
        assert "事業5件" in shown(pilot)
    with Store.open() as store:
        (summary,) = store.list()
        (register,) = store.registers.list(summary.id)
        assert (register.name, register.fiscal_year, register.measures) == ("一覧.xlsx", 2026, 5)


@pytest.mark.parametrize("lang", ["ja", pytest.param("en", marks=pytest.mark.slow)])
async def test_every_tab_shows_the_check(tmp_path: Path, lang: Lang) -> None:
    async with over(GapsScreen, workbook(tmp_path / "一覧.xlsx"), lang) as pilot:
        screen = gaps(pilot)
        for n, tab in enumerate(TABS, 1):
            await press(pilot, str(n))
            assert TABS[screen.tab] == tab
            assert screen.lines
        assert "要求中" in shown(pilot), "the row whose budget could not be read"
        await press(pilot, "３")
        assert "0/1" in shown(pilot)
        assert TABS[screen.tab] == "pictures"
        await press(pilot, "right", "left", "ctrl+t")
        assert "0/1" in shown(pilot)


async def test_a_finding_is_explained_down_to_its_rule(tmp_path: Path) -> None:
    async with over(GapsScreen, workbook(tmp_path / "一覧.xlsx")) as pilot:
        await press(pilot, "2")
        screen = gaps(pilot)
        finding = next(one for one in screen.gaps.check.findings if one.kind == "missing")  # type: ignore[union-attr]
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, ExplanationScreen)
        tree = pilot.app.screen.explanation
        assert tree.about == finding.id
        assert {child.kind for child in tree.children} >= {"rule"}
        assert together(finding.because[0].text.ja) in together(shown(pilot)).replace("|", "")
        await press(pilot, "escape")
        assert pilot.app.screen is screen


async def test_findings_are_filtered(tmp_path: Path) -> None:
    async with over(GapsScreen, workbook(tmp_path / "一覧.xlsx")) as pilot:
        await press(pilot, "2", "f")
        assert isinstance(pilot.app.screen, GapFilterScreen)
        await point(pilot, pilot.app.screen.query_one(RowList), "施策に当たらない")
        await press(pilot, "enter", "escape")
        screen = gaps(pilot)
        listed = {line.target for line in screen.lines}
        assert listed == {one.id for one in screen.gaps.check.findings if one.kind == "orphan"}  # type: ignore[union-attr]
        await press(pilot, "escape")
        assert not screen.selection.wanted
        assert pilot.app.screen is screen


async def test_a_line_of_the_overview_leads_to_all_of_its_kind(tmp_path: Path) -> None:
    async with over(GapsScreen, workbook(tmp_path / "一覧.xlsx")) as pilot:
        screen = gaps(pilot)
        await point(pilot, screen.query_one("#rows", RowList), "施策に当たらない事業")
        await press(pilot, "enter")
        assert TABS[screen.tab] == "findings"
        assert screen.selection.wanted == {("kind", "orphan")}
        assert {line.target.partition(":")[0] for line in screen.lines} == {"orphan"}


@pytest.mark.slow
async def test_the_result_of_a_consultation_leads_there() -> None:
    async with consulting(example="sakaki") as pilot:
        await press(pilot, "f5", "ｍ")
        assert isinstance(pilot.app.screen, RegistersScreen)


async def test_a_line_of_the_register_leads_to_what_it_serves(tmp_path: Path) -> None:
    async with over(GapsScreen, workbook(tmp_path / "一覧.xlsx")) as pilot:
        await press(pilot, "6", "down", "enter")
        assert isinstance(pilot.app.screen, MappingScreen)
        assert pilot.app.screen.chosen
        assert pilot.app.screen.chosen[0].name == ROWS[1][1]


@pytest.mark.slow
async def test_registers_are_removed_and_brought_back(tmp_path: Path) -> None:
    async with registers("en") as pilot:
        await take_in(pilot, workbook(tmp_path / "r.xlsx"))
        await press(pilot, "escape", "d", "down", "enter")
        assert "No register yet" in shown(pilot)
        await press(pilot, "ctrl+z")
        assert "5 measures" in shown(pilot)
        await press(pilot, "d", "down", "enter", "z")
        assert isinstance(pilot.app.screen, RemovedScreen)
        await press(pilot, "enter")
        assert "5 measures" in shown(pilot)


@pytest.mark.slow
async def test_two_years_are_compared(tmp_path: Path) -> None:
    before = workbook(tmp_path / "令和7年度一覧.xlsx", ROWS[1:], ("番号", "事業名", "概要", "課", "予算額", "期間"))
    text = before.read_bytes()
    async with registers(size=(120, 60)) as pilot:
        await take_in(pilot, workbook(tmp_path / "一覧.xlsx"))
        await press(pilot, "escape", "n")
        assert before.read_bytes() == text
        await type_(pilot, str(before))
        await press(pilot, "enter", "down", "enter")
        await point(pilot, pilot.app.screen.query_one(RowList), "令和7年度")
        await press(pilot, "enter", "f5", "escape")
        await press(pilot, "c", "down", "c")
        assert isinstance(pilot.app.screen, GapsCompareScreen)
        comparison = pilot.app.screen.comparison
        assert comparison is not None
        assert (comparison.before.fiscal_year, comparison.after.fiscal_year) == (2025, 2026)
        added = [one.after.name for one in comparison.entries if one.turn == "added" and one.after]
        assert added == [ROWS[0][1]]
        assert str(ROWS[0][1]) in shown(pilot)


async def test_documents_are_written(tmp_path: Path) -> None:
    async with over(GapsScreen, workbook(tmp_path / "一覧.xlsx")) as pilot:
        await press(pilot, "r", "5", "f5")
        written = list(Path.home().glob("**/*施策点検*.txt"))
        assert len(written) == 1
        text = written[0].read_text("utf-8")
        assert together(gaps_text := "施策の点検") in together(text), gaps_text
        assert "ものづくり人材育成事業" in text


async def test_a_copy_of_one_s_own_workbook_is_written(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    own = workbook(tmp_path / "一覧.xlsx")
    settings.remember(registers=str(tmp_path))
    async with over(GapsScreen, own) as pilot:
        await press(pilot, "r", "6")
        assert str(own) in shown(pilot)
        await press(pilot, "f5")
        (written,) = Path.home().glob("**/*施策点検*.xlsx")
        sheet = load_workbook(written).worksheets[0]
        assert sheet.max_column > 6
        assert sheet["B4"].value == ROWS[0][1]


@pytest.mark.slow
async def test_a_copy_of_a_workbook_that_is_gone_is_refused(tmp_path: Path) -> None:
    own = workbook(tmp_path / "一覧.xlsx")
    settings.remember(registers=str(tmp_path))
    async with over(GapsScreen, own) as pilot:
        await press(pilot, "r", "6")
        own.unlink()
        await press(pilot, "f5")
        assert "ファイルがありません" in shown(pilot)
        assert not list(Path.home().glob("**/*施策点検*"))


@pytest.mark.slow
async def test_a_template_is_written_that_can_be_taken_in(tmp_path: Path) -> None:
    from engine.policy.register import open_register, proposed

    async with registers() as pilot:
        await press(pilot, "t", "enter")
        assert isinstance(pilot.app.screen, RegistersScreen)
        (written,) = Path.home().glob("**/事業一覧ひな形.xlsx")
        assert open_register(written).sheets
        await press(pilot, "t", "enter")
        assert "もう一度" in shown(pilot) or "Enter" in shown(pilot)
        assert proposed(open_register(written)) is not None


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of its own, as documents are offered to be written there."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setattr(Path, "home", lambda: folder)
    return folder


@pytest.mark.slow
async def test_every_line_that_leads_to_reasons_has_them(tmp_path: Path) -> None:
    async with over(GapsScreen, workbook(tmp_path / "一覧.xlsx")) as pilot:
        screen = gaps(pilot)
        targets = set()
        for n in range(len(TABS)):
            screen.action_turn(n)
            targets |= {line.target for line in screen.lines}
        assert any(target.startswith("PH.") for target in targets)
        for target in targets - {""}:
            if not target.startswith(("map:", "kind:")):
                assert screen._explained(target).children, target


async def test_the_check_is_tried_on_a_made_up_city_and_nothing_is_mixed_with_what_is_real() -> None:
    async with registers() as pilot:
        assert together("まず試すなら e") in together(shown(pilot))
        await press(pilot, "ｅ")
        assert isinstance(pilot.app.screen, ColumnsScreen)
        assert "見本" in shown(pilot)
        await press(pilot, "enter")
        screen = gaps(pilot)
        assert screen.gaps.check is not None
        assert screen.gaps.check.measures_total == 40
        for text in ("架空市の金属加工", "架空市の事業一覧（見本）"):
            assert text in shown(pilot)
        store = screen.gaps.sitting.session.store
        assert store.registers.layouts() == (), "it is read as it is, not as the office's own"
        await press(pilot, "r", "6", "f5", "escape")
        assert len(list(Path.home().glob("**/*架空市*.xlsx"))) == 1, "a copy of the register that is shipped"
        await press(pilot, "escape", "escape")
        assert together("まず試すなら e") in together(shown(pilot)), "nothing was taken in here"
        await press(pilot, "e", "enter")
        assert gaps(pilot).gaps.id == screen.gaps.id, "the sample that is kept is opened again"
    with Store.open() as store:
        assert len(store.list()) == 2


async def test_keys_without_anything_to_act_on_are_not_offered(tmp_path: Path) -> None:
    async with registers() as pilot:
        assert "c 比較" not in shown(pilot).splitlines()[-1]
        assert "d 削除" not in shown(pilot).splitlines()[-1]
        await press(pilot, "c", "d")
        assert isinstance(pilot.app.screen, RegistersScreen)
        await take_in(pilot, workbook(tmp_path / "一覧.xlsx"))
        await press(pilot, "escape")
        assert "d 削除" in shown(pilot).splitlines()[-1]
        assert "c 比較" not in shown(pilot).splitlines()[-1]


async def test_without_a_type_nothing_is_said_to_be_missing_or_not(tmp_path: Path) -> None:
    async with consulting() as pilot:
        await press(pilot, "f5", "m")
        await take_in(pilot, workbook(tmp_path / "一覧.xlsx"))
        screen = gaps(pilot)
        assert screen.gaps.check is not None
        assert not screen.gaps.check.types
        assert together("型が判定されると、過不足も点検します") in together(shown(pilot))
        assert "足りない施策 -" in shown(pilot)
        await press(pilot, "2")
        assert together(screen.gaps.check.first_line.ja) in together(shown(pilot))
        assert "挙げる点はない" not in shown(pilot)
        await press(pilot, "4")
        assert together("点検していない（型の判定がないため）") in together(shown(pilot))
        await press(pilot, "m")
        assert "不足 0" not in shown(pilot)
