"""How a register is read, corrected by keys, with what would be taken in beside it."""

from pathlib import Path

import pytest

from engine.store.database import Store
from tests.tui.app.driving import press, shown, together, type_
from tests.tui.app.registering import ROWS, choose, gaps, point, registers, take_in, workbook
from tui import settings
from tui.screens.gaps_columns import ColumnsScreen
from tui.screens.gaps_file import RegisterFileScreen
from tui.screens.gaps_registers import RegistersScreen
from tui.widgets.finder import Finder
from tui.widgets.prose import Prose
from tui.widgets.row_list import RowList

ODD = ("No", "取組", "説明", "所属", "金額", "年")
"""Headings that say little."""


def columns(pilot: object) -> ColumnsScreen:
    screen = pilot.app.screen  # type: ignore[attr-defined]
    assert isinstance(screen, ColumnsScreen)
    return screen


def preview(screen: ColumnsScreen) -> str:
    """What stands beside the list."""
    return str(screen.query_one("#preview-text", Prose).render())


async def test_a_column_is_corrected_and_the_preview_follows(tmp_path: Path) -> None:
    async with registers() as pilot:
        await choose(pilot, workbook(tmp_path / "一覧.xlsx"))
        screen = columns(pilot)
        assert screen.register is not None
        told = preview(screen)
        assert "1,200,000" in told
        assert "読めなかった箇所（1）" in told
        assert "要求中" in told
        await point(pilot, screen.query_one("#rows", RowList), "事業概要 = 概要")
        await press(pilot, "enter", "home", "enter")
        assert screen.register.measures[0].outline == ""
        assert "事業概要 = 読まない" in shown(pilot)
        await point(pilot, screen.query_one("#rows", RowList), "予算の単位")
        await press(pilot, "enter")
        assert pilot.app.screen.query_one(RowList).cursor == 1, "on what holds now"
        await point(pilot, pilot.app.screen.query_one(RowList), "百万円")
        await press(pilot, "enter")
        assert screen.register.measures[0].budget == 1_200_000_000
        await press(pilot, "f5")
        register = gaps(pilot).gaps.register
        assert register.measures[0].budget == 1_200_000_000
        assert {one.outline for one in register.measures} == {""}


@pytest.mark.slow
async def test_how_it_was_read_is_remembered_and_said(tmp_path: Path) -> None:
    async with registers() as pilot:
        await choose(pilot, workbook(tmp_path / "一覧.xlsx"))
        await point(pilot, columns(pilot).query_one("#rows", RowList), "担当課 = 担当課")
        await press(pilot, "enter", "home", "enter", "f5", "escape")
        await choose(pilot, workbook(tmp_path / "次年度.xlsx"))
        assert "前に取り込んだときの読み方" in shown(pilot)
        assert "担当課 = 読まない" in shown(pilot)


@pytest.mark.slow
async def test_a_header_is_pointed_at_where_none_was_seen(tmp_path: Path) -> None:
    rows = [
        (1, "あいう推進事業", "説明その一", "産業課", 10, "R8"),
        (2, "かきく支援事業", "説明その二", "産業課", 20, "R8"),
    ]
    async with registers() as pilot:
        await choose(pilot, workbook(tmp_path / "一覧.xlsx", rows, ODD))
        screen = columns(pilot)
        rows_ = screen.query_one("#rows", RowList)
        if not screen.sheet.read:
            await press(pilot, "s")
        await point(pilot, rows_, "見出し")
        await press(pilot, "enter")
        await point(pilot, pilot.app.screen.query_one(RowList), "No | 取組")
        await press(pilot, "enter", "enter")
        await point(pilot, rows_, "取組 =")
        await press(pilot, "enter")
        await point(pilot, pilot.app.screen.query_one(RowList), "事業名")
        await press(pilot, "enter")
        assert screen.register is not None
        assert [one.name for one in screen.register.measures][:2] == ["あいう推進事業", "かきく支援事業"]


@pytest.mark.slow
async def test_without_a_column_of_names_nothing_is_taken_in(tmp_path: Path) -> None:
    async with registers() as pilot:
        await choose(pilot, workbook(tmp_path / "一覧.xlsx"))
        screen = columns(pilot)
        await point(pilot, screen.query_one("#rows", RowList), "事業名 = 事業名")
        await press(pilot, "enter", "home", "enter")
        assert screen.problems
        await press(pilot, "f5")
        assert pilot.app.screen is screen
        assert together(screen.problems[0].what.ja) in together(preview(screen))
        await press(pilot, "s", "f5")
        assert pilot.app.screen is screen
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, RegistersScreen)
    with Store.open() as store:
        (summary,) = store.list()
        assert store.registers.list(summary.id) == ()


@pytest.mark.slow
async def test_a_csv_of_windows_is_taken_in(tmp_path: Path) -> None:
    path = tmp_path / "事業一覧.csv"
    text = "\n".join(
        ",".join(map(str, row)) for row in (("番号", "事業名", "概要", "担当課", "予算額（千円）", "期間"), *ROWS)
    )
    path.write_bytes(text.encode("cp932"))
    async with registers(size=(80, 24)) as pilot:
        await take_in(pilot, path)
        assert [one.name for one in gaps(pilot).gaps.register.measures] == [row[1] for row in ROWS]


async def test_a_file_that_is_none_is_told_and_the_path_stays(tmp_path: Path) -> None:
    path = tmp_path / "一覧.pdf"
    path.write_bytes(b"%PDF-1.4")
    async with registers() as pilot:
        await choose(pilot, path)
        assert isinstance(pilot.app.screen, RegisterFileScreen)
        assert "PDF" in shown(pilot)
        assert pilot.app.screen.query_one(Finder).text == str(path)


@pytest.mark.slow
async def test_the_folder_is_remembered_and_completed(tmp_path: Path) -> None:
    folder = tmp_path / "予算"
    folder.mkdir()
    workbook(folder / "一覧.xlsx")
    (folder / "note.docx").write_text("")
    async with registers() as pilot:
        await take_in(pilot, folder / "一覧.xlsx")
        assert settings.read().registers == str(folder)
        await press(pilot, "escape", "n")
        assert str(folder) in together(shown(pilot)).replace("|", "")
        finder = pilot.app.screen.query_one(Finder)
        assert [Path(hit.value).name for hit in finder.hits] == ["一覧.xlsx"]
        await type_(pilot, "一")
        await press(pilot, "enter")
        assert columns(pilot).register is not None
