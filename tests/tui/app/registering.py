"""Writes small registers as town halls have them, and drives the policy gap check over them."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

from openpyxl import Workbook

from engine.model.register import Confirmation
from engine.policy.register import read_register
from engine.store.database import Store
from tests.tui.app.driving import Driver, opened, press, rest
from tui.gap_sitting import GapSitting
from tui.screens.gaps_mapping import MappingScreen
from tui.screens.gaps_result import GapsScreen
from tui.screens.home import HomeScreen
from tui.texts import Lang
from tui.widgets.finder import Finder
from tui.widgets.row_list import RowList

EXAMPLE = "sakaki"
RISK_MONEY = "MS.A-2.risk_money"
HEAD = ("番号", "事業名", "事業概要", "担当課", "令和8年度当初予算額", "事業期間")
ROWS: tuple[tuple[object, ...], ...] = (
    (1, "ものづくり人材育成事業", "製造業の若手技能者に旋盤の講座を開く。", "産業振興課", 1200, "R5～R8"),
    (2, "企業誘致推進事業", "東京での企業訪問", "産業振興課", 800, "R6～"),
    (3, "海外販路開拓支援事業", "展示会への出展と商談会", "産業振興課", 2400, "R7～R9"),
    (4, "防災行政無線更新事業", "", "総務課", "要求中", "R8"),
    (5, "創業支援事業費", "創業塾と貸工場の賃料補助", "企画課", 500, "R8"),
)


def workbook(path: Path, rows: Sequence[Sequence[object]] = ROWS, head: Sequence[str] = HEAD) -> Path:
    """A workbook with a title, a unit, a table and a total below it."""
    book = Workbook()
    sheet = book.active
    sheet.title = "主要事業"
    sheet.append(["令和8年度　主要事業一覧"])
    sheet.append(["（単位：千円）"])
    for row in (head, *rows, (None, "合計")):
        sheet.append(list(row))
    book.save(path)
    return path


@asynccontextmanager
async def registers(lang: Lang = "ja", size: tuple[int, int] = (120, 36)) -> AsyncIterator[Driver]:
    """The app at the registers of the one consultation, opened from the list by a key."""
    async with opened(lang, size) as pilot:
        home = cast(HomeScreen, pilot.app.screen)
        assert home.session is not None
        home.session.store.import_consultation(home.session.book.examples[EXAMPLE])
        home.renew()
        await rest(pilot)
        await press(pilot, "m")
        yield pilot


@asynccontextmanager
async def over(screen: type[GapsScreen] | type[MappingScreen], path: Path, lang: Lang = "ja") -> AsyncIterator[Driver]:
    """The app at a screen over a register read as proposed and kept, without the way there."""
    async with opened(lang, (120, 36)) as pilot:
        session = cast(HomeScreen, pilot.app.screen).session
        assert session is not None
        sat = session.copy(EXAMPLE)
        read = read_register(path)
        added = session.store.registers.add(sat.id, read)
        await pilot.app.push_screen(screen(GapSitting(sat, added, read)))
        await rest(pilot)
        yield pilot


async def choose(pilot: Driver, path: Path) -> None:
    """From the registers to how the file is read."""
    await press(pilot, "n")
    pilot.app.screen.query_one(Finder).type(str(path))
    await press(pilot, "enter")


async def take_in(pilot: Driver, path: Path) -> None:
    """From the registers to the check of the file, read as proposed."""
    await choose(pilot, path)
    await press(pilot, "enter")


def gaps(pilot: Driver) -> GapsScreen:
    assert isinstance(pilot.app.screen, GapsScreen)
    return pilot.app.screen


def mapping(pilot: Driver) -> MappingScreen:
    assert isinstance(pilot.app.screen, MappingScreen)
    return pilot.app.screen


def missing(screen: GapsScreen | MappingScreen) -> set[str]:
    """The generic measures that the check says are missing now."""
    assert screen.gaps.check is not None
    return {one.measure or "" for one in screen.gaps.check.findings if one.kind == "missing"}


def served(screen: MappingScreen) -> dict[str, tuple[str, tuple[str, ...]]]:
    """How firmly, and what, each existing measure serves, by name."""
    links = screen.gaps.mapping.by_existing
    return {one.name: (links[one.id].standing, links[one.id].generic) for one in screen.gaps.register.measures}


async def point(pilot: Driver, rows: RowList, text: str) -> None:
    """Moves the cursor to the row that shows a text."""
    for index, row in enumerate(rows.rows):
        if text in "\n".join(str(line) for line in rows.body(index, 200)) or text in row.head:
            rows.action_move(index - rows.cursor)
            await rest(pilot)
            return
    raise AssertionError(text)


def kept() -> tuple[Confirmation, ...]:
    """What stands in the database, read anew."""
    with Store.open() as store:
        (summary,) = store.list()
        return store.registers.confirmations(summary.id)
