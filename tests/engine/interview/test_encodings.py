"""Bytes told apart by their encoding: text comes out whole, or the reason is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.interview.encodings import DamagedError, UnknownEncodingError, utf8_or_cp932

TEXT = "事業名,概要\nものづくり人材育成事業,旋盤の講座\n"


@pytest.mark.parametrize(
    ("codec", "told"), [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("cp932", "cp932"), ("ascii", "utf-8")]
)
def test_the_encodings_of_town_halls_are_read(codec: str, told: str) -> None:
    text = "name,outline\n" if codec == "ascii" else TEXT
    assert utf8_or_cp932(text.encode(codec)) == (text, told)


def test_damaged_utf8_is_told_with_its_line_and_never_read_as_cp932() -> None:
    whole = TEXT.encode()
    with pytest.raises(DamagedError) as raised:
        utf8_or_cp932(whole[:-2])
    assert raised.value.line == 2


@pytest.mark.parametrize("data", [TEXT.encode("euc_jp"), b"\x80\xa0\xfd\xfe\xff", TEXT.encode("cp932") + b"\xa0\x80"])
def test_other_encodings_are_refused(data: bytes) -> None:
    with pytest.raises(UnknownEncodingError):
        utf8_or_cp932(data)


@given(st.text(st.characters(exclude_categories=("Cs",))).filter(lambda text: not text.startswith("\ufeff")))
def test_any_text_in_utf8_comes_out_as_it_was(text: str) -> None:
    assert utf8_or_cp932(text.encode()) == (text, "utf-8")
