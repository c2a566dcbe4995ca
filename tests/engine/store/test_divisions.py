"""The divisions of the Japan Standard Industrial Classification (14th revision)."""

import re

import pytest

from engine.store.divisions import _table, division, search

# How many divisions each major group has: A to T.
MAJORS = dict(zip("ABCDEFGHIJKLMNOPQRST", (2, 2, 1, 3, 24, 4, 5, 8, 12, 6, 3, 4, 3, 3, 2, 3, 2, 9, 2, 1), strict=True))


def test_the_table_is_whole() -> None:
    codes = list(_table())
    assert codes == [f"{n:02}" for n in range(1, 100)]
    majors = [one.major for one in _table().values()]
    assert {letter: majors.count(letter) for letter in MAJORS} == MAJORS
    assert majors == sorted(majors)


def test_every_entry_is_named_and_read() -> None:
    for one in _table().values():
        assert one.name.ja
        assert re.fullmatch("[ぁ-ゖー・、（）]+", one.reading), one.code
        assert re.search("[A-Za-z]", one.name.en)
        assert not re.search("[ぁ-んァ-ヶ一-龯]", one.name.en)
    assert len({one.name.ja for one in _table().values()}) == 99


def test_manufacturing_is_09_to_32() -> None:
    assert [code for code, one in _table().items() if one.manufacturing] == [f"{n:02}" for n in range(9, 33)]


def test_lookup() -> None:
    found = division("28")
    assert found is not None
    assert (found.name.ja, found.name.en) == (
        "電子部品・デバイス・電子回路製造業",
        "Electronic parts, devices and electronic circuits",
    )
    assert division("00") is division(None) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("28", "28"),
        ("２８", "28"),
        ("電子部品", "28"),
        ("デンシ", "28"),
        ("半導体", "28"),
        ("自動車", "31"),
        ("医薬品", "16"),
        ("タオル", "11"),
        ("眼鏡", "32"),
        ("semiconductor", "28"),
        ("motor vehicles", "31"),
        ("kagaku", "16"),
        ("農業", "01"),
        ("のうぎょう", "01"),
        ("農業用機械", "26"),
    ],
)
def test_found_by_code_name_reading_or_product(text: str, code: str) -> None:
    assert search(text)[0].division.code == code


def test_an_empty_search_lists_all_with_manufacturing_first() -> None:
    codes = [match.division.code for match in search("")]
    assert codes[:24] == [f"{n:02}" for n in range(9, 33)]
    assert len(codes) == len(set(codes)) == 99


def test_a_match_by_product_says_which_in_the_language_asked_for() -> None:
    assert search("船舶", "ja")[0].by.startswith("船舶")
    assert search("shipbuilding", "en")[0].by.startswith("Shipbuilding")
    assert search("化学工業")[0].by == ""
