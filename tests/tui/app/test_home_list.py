"""The list of consultations: what it tells, how it is searched, and how what was deleted comes back."""

from datetime import UTC, date, datetime, timedelta
from time import perf_counter
from typing import cast

import pytest

from engine.book import load
from engine.model.answers import UNKNOWN, Answer, Cluster
from engine.store.database import Store
from tests.tui.app.driving import DAY, Driver, opened, press, shown, together, type_
from tests.tui.app.test_layout import cells
from tui.screens.consultation import ConsultationScreen
from tui.screens.deleted import DeletedScreen
from tui.screens.home import HomeScreen
from tui.screens.home_columns import WIDTHS
from tui.widgets.row_list import RowList
from tui.widgets.table_list import TableList, has_room, sized

SABAE = Cluster(name="鯖江の眼鏡", area=("182079",), level="city", industry="眼鏡枠", division="32")
KITAKAMI = Cluster(
    name="北上の電子", name_en="Electronics of Kitakami", area=("032069",), industry="半導体", division="28"
)


def keep(*clusters: Cluster) -> list[str]:
    """Consultations in the store, the last given changed last."""
    times = (datetime(2026, 4, 1, tzinfo=UTC) + timedelta(minutes=n) for n in range(1000))
    with Store.open(clock=lambda: next(times)) as store:
        return [store.create(cluster, DAY) for cluster in clusters]


def home(pilot: Driver) -> HomeScreen:
    return cast(HomeScreen, pilot.app.screen)


def told(pilot: Driver) -> str:
    """What the list tells, column by column where it has columns, without white space."""
    size, lines = pilot.app.size, shown(pilot).splitlines()
    if not has_room(WIDTHS, size.width - 7):
        return together("\n".join(lines))
    widths = sized(WIDTHS, size.width - 7)
    starts = [5 + sum(widths[:n]) + 2 * n for n in range(len(widths))]
    columns = [(start, start + width) for start, width in zip(starts, widths, strict=True)]
    return together("\n".join(cells(line, *column) for column in columns for line in lines))


def names(pilot: Driver) -> list[str]:
    return [summary.name for summary in home(pilot).listed]


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 50)])
async def test_a_row_tells_place_industry_verdict_progress_and_date(size):
    (first,) = keep(SABAE)
    with Store.open(clock=lambda: datetime(2026, 4, 2, 3, 4, tzinfo=UTC)) as store:
        store.answer(first, Answer(question="manufacturing", value=True))
        store.answer(first, Answer(question="growth_origin", value=UNKNOWN))
    async with opened(size=size) as pilot:
        (standing,) = home(pilot).standings.values()
        assert (standing.answered, standing.dont_know) == (1, 1)
        for part in ("鯖江の眼鏡", "福井県鯖江市", "眼鏡枠", "32その他の製造業", "未確定", "令和8年4月2日"):
            assert together(part) in told(pilot), part
        assert f"1/{standing.total}" in told(pilot)
        assert "（不明1）" in told(pilot)
        await press(pilot, "f2")
        for part in ("32 Other manufacturing industries", "undetermined", "2 Apr 2026", "(1 unknown)"):
            assert together(part) in told(pilot), part


async def test_the_verdict_is_that_of_the_assessment():
    book = load()
    with Store.open() as store:
        store.import_consultation(book.examples["hokusei"])
    async with opened() as pilot:
        assert "B外発型（誘致先行型）（確定）フェーズ3" in told(pilot)
        (standing,) = home(pilot).standings.values()
        assert (standing.leading, standing.settled, standing.phases) == ("B", True, (("B", 3, 3),))


async def test_a_verdict_is_worked_out_again_only_where_something_changed(monkeypatch):
    import tui.screens.standing as module

    asked: list[str] = []
    true = module.standing
    monkeypatch.setattr(module, "standing", lambda book, one: asked.append(one.cluster.name) or true(book, one))
    keep(SABAE, KITAKAMI)
    async with opened() as pilot:
        assert sorted(asked) == ["北上の電子", "鯖江の眼鏡"]
        await press(pilot, "enter", "1", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert asked[2:] == ["北上の電子"]


@pytest.mark.parametrize(
    "sought",
    ["さばえ", "サバエ", "ｻﾊﾞｴ", "鯖江", "福井", "18207", "眼鏡枠", "32", "その他の製造", "sabae", "福井 眼鏡"],
)
async def test_the_search_finds_by_name_place_reading_code_and_industry(sought):
    keep(SABAE, KITAKAMI)
    async with opened(size=(80, 24)) as pilot:
        await press(pilot, "slash")
        await type_(pilot, sought)
        assert names(pilot) == ["鯖江の眼鏡"]
        assert "検索の結果 1件" in shown(pilot)


async def test_a_search_goes_to_the_list_and_escape_shows_all():
    keep(SABAE, KITAKAMI)
    async with opened("en", (80, 24)) as pilot:
        await press(pilot, "f")
        await type_(pilot, "ELECTRONICS")
        assert names(pilot) == ["北上の電子"]
        await type_(pilot, " nowhere")
        assert "No consultation matches 'ELECTRONICS nowhere'" in shown(pilot)
        assert names(pilot) == []
        assert "Esc clears the search" in shown(pilot)
        await press(pilot, "enter", "d", "b", "x", "r")
        assert isinstance(pilot.app.screen, HomeScreen)
        await press(pilot, "escape")
        assert len(names(pilot)) == 2
        await press(pilot, "／")
        await type_(pilot, "さばえ")
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, ConsultationScreen)
        assert pilot.app.screen.sitting.consultation.cluster == SABAE


async def test_a_scenario_is_found_by_its_name_and_says_where_it_comes_from():
    (first, _) = keep(SABAE, KITAKAMI)
    with Store.open() as store:
        store.branch(first, "樹脂枠に移る場合")
    async with opened() as pilot:
        await press(pilot, "slash")
        await type_(pilot, "樹脂")
        assert len(names(pilot)) == 1
        assert "シナリオ「樹脂枠に移る場合」元：鯖江の眼鏡" in told(pilot)


async def test_what_was_deleted_comes_back_by_undo():
    (first, _) = keep(SABAE, KITAKAMI)
    async with opened() as pilot:
        await press(pilot, "down", "d", "down", "enter")
        assert names(pilot) == ["北上の電子"]
        await press(pilot, "ctrl+z")
        assert names(pilot)[0] == "鯖江の眼鏡"
        assert home(pilot).chosen().id == first
        await press(pilot, "ctrl+z")
        assert len(names(pilot)) == 2
        told = [one.message for one in pilot.app._notifications]
        assert told[0] == "「鯖江の眼鏡」を削除しました。Ctrl+Z で元に戻せます。"
        assert told[1] == "「鯖江の眼鏡」を元に戻しました。"
        assert "削除したものはありません" in told[2]
    with Store.open() as store:
        assert store.list(deleted=True) == ()


async def test_what_was_deleted_long_ago_is_listed_and_restored():
    first, second = keep(SABAE, KITAKAMI)
    with Store.open() as store:
        store.delete(first)
        store.delete(second)
    async with opened("en", (80, 24)) as pilot:
        assert names(pilot) == []
        await press(pilot, "ｚ")
        assert isinstance(pilot.app.screen, DeletedScreen)
        assert "Deleted consultations (2)" in shown(pilot)
        await press(pilot, "f2", "enter")
        assert names(pilot) == ["北上の電子"]
        await press(pilot, "z", "escape", "d", "down", "enter", "z", "down", "enter")
        assert names(pilot) == ["鯖江の眼鏡"]


async def test_notices_of_the_store_are_told_once_on_opening(monkeypatch):
    from engine.model.problem import Problem, Severity
    from engine.model.text import LocalizedText

    text = LocalizedText(ja="控えを作りました。", en="A backup was made.")
    notice = Problem(code="backup", what=text, remedy=text, severity=Severity.WARNING)
    true = Store.open.__func__

    def open_(cls, *args, **kwargs):
        store = true(cls, *args, **kwargs)
        store.notices = (notice,)
        return store

    monkeypatch.setattr(Store, "open", classmethod(open_))
    from tests.tui.app.driving import rest
    from tui.app import ShusekiApp

    app = ShusekiApp("ja")
    async with app.run_test(size=(80, 24)) as pilot:
        while cast(HomeScreen, app.screen_stack[1]).session is None:
            await rest(pilot)
        await rest(pilot)
        assert "控えを作りました" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.slow
async def test_two_hundred_open_at_once_and_keys_are_quick():
    examples = list(load().examples.values())
    with Store.open() as store:
        for n in range(200):
            store.import_consultation(examples[n % len(examples)])
    async with opened() as pilot:
        screen = home(pilot)
        assert len(screen.standings) == len(names(pilot)) == 200
        assert "判定を計算中" not in shown(pilot)
        times = []
        for key in ("down", "down", "pagedown", "end", "up", "home") * 3:
            start = perf_counter()
            await pilot.press(key)
            times.append(perf_counter() - start)
        assert sorted(times)[len(times) // 2] < 0.25
        assert screen.query_one(RowList).cursor == 0


async def test_the_date_is_that_of_the_last_change():
    first, second = keep(SABAE, KITAKAMI)
    async with opened() as pilot:
        assert names(pilot) == ["北上の電子", "鯖江の眼鏡"]
        home(pilot).session.store.redate(first, date(2026, 5, 1))
        home(pilot).renew()
        await press(pilot, "down")
        assert names(pilot) == ["鯖江の眼鏡", "北上の電子"]
    assert second


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 50)])
async def test_a_very_long_name_takes_two_lines_and_is_whole_where_it_is_opened(size):
    long = "とても長い名前の産業集積" * 20
    keep(SABAE.model_copy(update={"name": long}), KITAKAMI)
    async with opened(size=size) as pilot:
        lines = shown(pilot).splitlines()
        assert sum("長い名前" in line for line in lines) <= 2
        assert "..." in told(pilot)
        assert "北上の電子" in told(pilot)


@pytest.mark.parametrize("answers", [0, 3, 73])
def test_a_bracket_stays_whole_beside_the_bar(answers):
    from tui.widgets.answered_bar import AnsweredBar

    bar = AnsweredBar(answers, 1, 73, f"{answers}/73", plain=False, more="（不明1）")
    lines = [line.plain.strip() for line in bar.drawn(12)]
    assert all(line.count("（") == line.count("）") for line in lines)
    assert f"{answers}/73（不明1）" == "".join(lines)


async def test_a_list_that_has_just_become_empty_is_left_in_peace():
    keep(SABAE)
    async with opened() as pilot:
        rows = pilot.app.screen.query_one(TableList)
        rows.show(())
        rows.keep_in_view()
        assert rows.content_size.width
