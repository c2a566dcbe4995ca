"""Local governments by reading, kanji, Latin letters or code."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.interview.folding import fold
from engine.store.area_search import readings_of, search, warm
from engine.store.areas import areas


def names(text: str) -> list[str]:
    return [area.full_name for area in search(text)]


@pytest.mark.parametrize(
    "text", ["きたかみ", "キタカミ", "ｷﾀｶﾐ", "北上", "北上市", "岩手県北上市", "kitakami", "03206", "０３２０６９"]
)
def test_one_place_many_ways(text: str) -> None:
    assert names(text)[0] == "岩手県北上市"


def test_places_of_one_name_are_told_apart_by_prefecture() -> None:
    assert names("ふちゅうし") == ["東京都府中市", "広島県府中市"]
    assert names("伊達市") == ["北海道伊達市", "福島県伊達市"]
    assert {"東京都中央区", "静岡県浜松市中央区", "北海道札幌市中央区"} <= set(names("中央区"))


def test_a_designated_city_and_its_wards_are_kept_apart() -> None:
    assert names("はままつ")[:2] == ["静岡県浜松市", "静岡県浜松市中央区"]
    assert names("浜松市 中央") == ["静岡県浜松市中央区"]


def test_what_begins_so_comes_before_what_holds_it() -> None:
    found = names("津")
    assert found[0] == "三重県津市"
    assert found.index("北海道津別町") < found.index("青森県弘前市" if "青森県弘前市" in found else "千葉県木更津市")


def test_prefectures_come_first_and_lead_to_what_lies_in_them() -> None:
    assert names("いわて")[:2] == ["岩手県", "岩手県岩手町"]
    assert "岩手県北上市" in names("岩手県")


def test_nothing_is_found_for_nothing() -> None:
    assert search(" 　") == search("ぬるぽ") == ()
    assert readings_of("999999") == ()


def test_every_area_is_found_by_its_code_its_name_and_its_reading() -> None:
    for area in areas()[::37]:
        for text in (area.code, area.full_name, area.reading):
            assert area in search(text)


def test_searching_the_whole_table_is_instant() -> None:
    warm()
    start = perf_counter()
    search("し")
    assert perf_counter() - start < 0.1


@given(st.text(max_size=12))
@settings(deadline=None, max_examples=50)
def test_whatever_is_typed_finds_only_what_holds_it(text: str) -> None:
    found = search(text)
    assert len(set(found)) == len(found)
    if fold(text).isdigit():
        assert all(area.code.startswith(fold(text)) for area in found)
