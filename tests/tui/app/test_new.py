"""The form: places by reading, kanji or code, the division, the date; and its correction afterwards."""

from datetime import date
from typing import cast

import pytest

from engine.model.answers import Cluster
from engine.store.database import Store
from tests.tui.app.driving import DAY, Driver, opened, press, shown, stored, together, type_
from tui.screens.cluster_form import ClusterForm
from tui.screens.confirm import ConfirmScreen
from tui.screens.consultation import ConsultationScreen
from tui.screens.editing import EditScreen
from tui.screens.home import HomeScreen
from tui.screens.new import NewScreen
from tui.widgets.area_picker import AreaPicker, level_of
from tui.widgets.picker import PickedList

NARROW = (80, 24)


def form(pilot: Driver) -> ClusterForm:
    return cast(ClusterForm, pilot.app.screen)


def focused(pilot: Driver) -> str:
    return (pilot.app.focused and pilot.app.focused.id) or ""


@pytest.mark.parametrize("typed", ["ふちゅう", "フチュウ", "ﾌﾁｭｳ", "府中", "fuchu"])
async def test_a_place_is_picked_by_typing_and_those_of_one_name_are_told_apart(typed):
    async with opened(size=NARROW) as pilot:
        await press(pilot, "n", "tab")
        await type_(pilot, typed)
        text = shown(pilot)
        assert "> 東京都 府中市  ふちゅうし  132063" in text
        assert "広島県 府中市  ふちゅうし  342084" in text
        await press(pilot, "down", "enter")
        assert form(pilot).area.chosen == ("342084",)
        assert form(pilot).area.finder.text == ""
        assert "[x] 広島県 府中市  342084" in shown(pilot)
        assert "(*) 1 市町村" in shown(pilot)


async def test_a_whole_consultation_is_begun_by_keys_without_a_name_of_its_own():
    async with opened(size=NARROW) as pilot:
        await press(pilot, "n", "tab")
        await type_(pilot, "きたかみ")
        await press(pilot, "enter")
        assert focused(pilot) == "area-finder-input"
        await type_(pilot, "03205")
        await press(pilot, "enter", "enter")
        assert focused(pilot) == "level"
        await press(pilot, "tab")
        await type_(pilot, "半導体")
        assert "「半導体" in together(shown(pilot))
        await press(pilot, "enter", "enter", "enter")
        assert focused(pilot) == "as_of"
        await press(pilot, *["backspace"] * 10)
        await type_(pilot, "R8.4.1")
        assert "2026年4月1日（令和8年4月1日）令和8年度" in together(shown(pilot))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ConsultationScreen)
    kept = stored()
    assert kept.as_of == date(2026, 4, 1)
    assert kept.cluster == Cluster(
        name="北上市の電子部品・デバイス・電子回路製造業",
        area=("032069", "032051"),
        level="region",
        division="28",
        industry="電子部品・デバイス・電子回路製造業",
        industry_en="Electronic parts, devices and electronic circuits",
    )


async def test_wards_and_their_city_are_kept_apart():
    async with opened("en") as pilot:
        await press(pilot, "n", "tab")
        await type_(pilot, "浜松市 中央区")
        await press(pilot, "enter")
        await type_(pilot, "浜名区")
        await press(pilot, "enter")
        assert form(pilot).area.chosen == ("221384", "221392")
        assert "静岡県 浜松市 中央区" in shown(pilot)
        assert "(*) 1 City" in shown(pilot)
        await type_(pilot, "しずおかけん")
        await press(pilot, "enter")
        assert "(*) 2 Region" in shown(pilot)


async def test_what_was_picked_is_taken_back_by_key_and_by_mouse():
    async with opened() as pilot:
        await press(pilot, "n", "tab")
        for place in ("鯖江市", "福井市", "越前市"):
            await type_(pilot, place)
            await press(pilot, "enter")
        await press(pilot, "shift+tab", "down", "delete")
        assert form(pilot).area.chosen == ("182079", "182095")
        await pilot.click(form(pilot).area.query_one(PickedList), offset=(4, 1))
        await press(pilot, "enter")
        assert form(pilot).area.chosen == ()
        assert focused(pilot) == "area-finder-input"


async def test_up_leads_from_the_field_to_what_was_picked_and_down_back():
    async with opened() as pilot:
        await press(pilot, "n", "tab")
        for place in ("鯖江市", "福井市"):
            await type_(pilot, place)
            await press(pilot, "enter")
        await press(pilot, "up", "delete")
        assert form(pilot).area.chosen == ("182079",)
        await press(pilot, "down")
        assert focused(pilot) == "area-finder-input"


async def test_a_place_is_picked_by_a_click():
    async with opened() as pilot:
        await press(pilot, "n", "tab")
        await type_(pilot, "だて")
        await pilot.click(form(pilot).area.finder.found, offset=(4, 1))
        await press(pilot, "f2")
        assert form(pilot).area.chosen == ("072133",)


async def test_a_level_chosen_by_hand_stays():
    async with opened() as pilot:
        await press(pilot, "n", "tab", "tab", "2", "shift+tab", "shift+tab")
        await type_(pilot, "鯖江市")
        await press(pilot, "enter")
        assert "(*) 2 複数の市町村" in shown(pilot)


async def test_a_code_without_its_check_digit_is_completed_and_a_wrong_one_told():
    async with opened(size=NARROW) as pilot:
        await press(pilot, "n")
        await type_(pilot, "北上")
        await press(pilot, "tab")
        await type_(pilot, "０３２０６")
        assert "> 岩手県 北上市  きたかみし  032069" in shown(pilot)
        await type_(pilot, "８")
        assert "検査数字が合いません" in together(shown(pilot))
        await press(pilot, "f5")
        assert isinstance(pilot.app.screen, NewScreen)
        await press(pilot, "f2")
        assert "wrong check digit" in shown(pilot)
        await press(pilot, "backspace", "9", "f5")
        assert isinstance(pilot.app.screen, ConsultationScreen)
    assert stored().cluster.area == ("032069",)


async def test_several_codes_are_pasted_at_once():
    async with opened() as pilot:
        await press(pilot, "n", "tab")
        form(pilot).area.finder.type("032069、032051，032158 032077")
        await press(pilot, "end", "enter")
        assert form(pilot).area.chosen == ("032069", "032051", "032158", "032077")


async def test_what_was_not_chosen_is_not_lost_in_silence():
    async with opened(size=NARROW) as pilot:
        await press(pilot, "n")
        await type_(pilot, "試験")
        await press(pilot, "tab")
        await type_(pilot, "中央区")
        await press(pilot, "f5")
        assert isinstance(pilot.app.screen, NewScreen)
        assert "まだ選ばれていません" in shown(pilot)
        assert (focused(pilot), form(pilot).area.finder.text) == ("area-finder-input", "中央区")
        await press(pilot, "escape")
        assert form(pilot).area.finder.text == ""
        assert isinstance(pilot.app.screen, NewScreen)
        await type_(pilot, "ぬるぽ")
        assert "当てはまる市町村がありません" in together(shown(pilot))
        await press(pilot, "enter", "f2")
        assert "No place matches" in shown(pilot)


async def test_all_divisions_are_listed_with_manufacturing_first():
    async with opened(size=NARROW) as pilot:
        await press(pilot, "n", "tab", "tab", "tab")
        assert focused(pilot) == "division-finder-input"
        await press(pilot, "down")
        assert "> 09 食料品製造業" in shown(pilot)
        assert [hit.value for hit in form(pilot).division.finder.hits][23:25] == ["32", "01"]
        await press(pilot, "pagedown", "enter")
        assert form(pilot).division.code == "16"
        assert "[x] 16 化学工業" in shown(pilot)


async def test_outside_manufacturing_the_scope_is_told_and_nothing_is_refused():
    async with opened() as pilot:
        await press(pilot, "n")
        await type_(pilot, "温泉")
        await press(pilot, "tab", "tab", "tab")
        await type_(pilot, "宿泊")
        await press(pilot, "enter")
        assert "製造業を対象としています" in together(shown(pilot))
        await press(pilot, "f2")
        assert "The study deals with manufacturing" in shown(pilot)
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ConsultationScreen)
    assert stored().cluster.division == "75"


async def test_problems_stand_at_the_fields_and_nothing_typed_is_lost():
    async with opened() as pilot:
        await press(pilot, "n", "tab", "tab", "tab", "tab")
        await type_(pilot, "電子")
        await press(pilot, "f1")
        assert "始めずに一覧へ戻る" in shown(pilot)
        await press(pilot, "escape", "tab", "backspace", "backspace")
        await type_(pilot, "99")
        await press(pilot, "f5")
        assert isinstance(pilot.app.screen, NewScreen)
        assert "名前を入力してください" in shown(pilot)
        assert "暦にない日です" in shown(pilot)
        assert focused(pilot) == "name"
        await press(pilot, "f2")
        assert "Give it a name" in shown(pilot)
        await type_(pilot, "[red]北上")
        await press(pilot, "tab", "tab", "tab", "tab", "tab", "backspace", "backspace")
        await type_(pilot, "01")
        await press(pilot, "tab", "enter")
        assert isinstance(pilot.app.screen, ConsultationScreen)
    cluster = stored().cluster
    assert (cluster.name, cluster.industry, cluster.level, cluster.area) == ("[red]北上", "電子", None, ())


async def test_leaving_asks_where_something_was_typed():
    async with opened() as pilot:
        await press(pilot, "n", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        await press(pilot, "n")
        await type_(pilot, "試験")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ConfirmScreen)
        await press(pilot, "enter")
        assert form(pilot).text("name") == "試験"
        await press(pilot, "escape", "down", "enter")
        assert isinstance(pilot.app.screen, HomeScreen)
    with Store.open() as store:
        assert store.list() == ()


async def test_the_form_is_whole_on_a_small_screen_and_says_what_is_pressed():
    async with opened(size=NARROW) as pilot:
        await press(pilot, "n")
        assert "Esc" in shown(pilot).splitlines()[-1]
        for _ in range(7):
            await press(pilot, "tab")
        assert "この内容で始める" in shown(pilot)


CLUSTER = Cluster(
    name="北上の電子", name_en="Electronics", area=("032069",), level="city", industry="電子", division="28"
)


async def test_what_a_consultation_is_about_is_corrected():
    with Store.open() as store:
        store.create(CLUSTER, DAY)
    async with opened(size=(120, 50)) as pilot:
        await press(pilot, "ｒ")
        assert isinstance(pilot.app.screen, EditScreen)
        assert "[x] 岩手県 北上市  032069" in shown(pilot)
        assert "[x] 28 電子部品" in shown(pilot)
        await type_(pilot, "流域")
        await press(pilot, "tab", "tab", "tab")
        await type_(pilot, "はなまきし")
        await press(pilot, "enter", "tab", "tab", "tab", "tab", "tab")
        await press(pilot, *["backspace"] * 10)
        await type_(pilot, "令和8年5月1日")
        await press(pilot, "f5")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "北上の電子流域" in together(shown(pilot))
    kept = stored()
    assert kept.as_of == date(2026, 5, 1)
    assert kept.cluster == CLUSTER.model_copy(update={"name": "北上の電子流域", "area": ("032069", "032051")})


async def test_saving_what_was_not_changed_writes_nothing():
    with Store.open() as store:
        kept = store.create(CLUSTER, DAY)
    async with opened("en") as pilot:
        await press(pilot, "r", "f5")
        assert isinstance(pilot.app.screen, HomeScreen)
    with Store.open() as store:
        assert store.events(kept) == ()


async def test_that_somebody_else_wrote_meanwhile_is_told():
    with Store.open() as store:
        kept = store.create(CLUSTER, DAY)
    async with opened() as pilot:
        await press(pilot, "r")
        with Store.open() as store:
            store.redate(kept, date(2026, 6, 1))
        await type_(pilot, "x")
        await press(pilot, "f5")
        assert "お知らせ" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
    assert stored().as_of == date(2026, 6, 1)


@pytest.mark.parametrize(
    ("codes", "level"),
    [
        ((), None),
        (("032069",), "city"),
        (("030007",), "prefecture"),
        (("221384",), "city"),
        (("221384", "221392"), "city"),
        (("221309", "221392"), "city"),
        (("032069", "032051"), "region"),
        (("030007", "040002"), "region"),
        (("011011", "141046"), "region"),
        (("999999",), None),
    ],
)
def test_the_level_that_places_suggest(codes, level):
    assert level_of(codes) == level


async def test_the_picker_never_holds_a_place_twice():
    async with opened() as pilot:
        await press(pilot, "n")
        picker = pilot.app.screen.query_one(AreaPicker)
        picker.choose("032069", "032069")
        assert picker.chosen == ("032069",)
