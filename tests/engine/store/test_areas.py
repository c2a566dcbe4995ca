"""Codes of local governments: the check digit, the table, and what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.problem import Problem
from engine.store.areas import _table, check_digit, lookup, read_code


def test_every_code_of_the_table_has_the_right_check_digit() -> None:
    assert len(_table()) == 1959
    assert all(check_digit(code[:5]) == int(code[5]) for code in _table())


def test_levels_of_the_table() -> None:
    levels = [area.level for area in _table().values()]
    assert (levels.count("prefecture"), levels.count("municipality")) == (47, 1741)


def test_lookup() -> None:
    area = lookup("032069")
    assert area is not None
    assert (area.full_name, area.reading) == ("岩手県北上市", "きたかみし")
    assert lookup("011011").full_name == "北海道札幌市中央区"
    assert lookup("030007").full_name == "岩手県"
    assert lookup("999999") is None


def test_full_width_digits_are_understood() -> None:
    assert read_code(" ０３２０６９ ") == "032069"


@pytest.mark.parametrize(
    ("text", "code", "meant"),
    [
        ("032068", "wrong_check_digit", "032069（岩手県北上市）"),
        ("03206", "area_code_too_short", "032069（岩手県北上市）"),
        ("990000", "wrong_check_digit", ""),
        ("北上市", "not_an_area_code", ""),
        ("", "not_an_area_code", ""),
        ("1234567", "not_an_area_code", ""),
        ("٠٣٢٠٦٩", "not_an_area_code", ""),
    ],
)
def test_refused(text: str, code: str, meant: str) -> None:
    found = read_code(text)
    assert isinstance(found, Problem)
    assert found.code == code
    assert meant in found.remedy.ja


def test_unknown_area() -> None:
    found = read_code("99999" + str(check_digit("99999")))
    assert isinstance(found, Problem)
    assert found.code == "unknown_area"


@given(st.text() | st.from_regex(r"\A[0-9]{5,6}\Z"))
@settings(deadline=None)
def test_no_text_raises(text: str) -> None:
    found = read_code(text)
    assert isinstance(found, Problem) or lookup(found) is not None
