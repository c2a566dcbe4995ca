"""Folding: what is typed in any width, case or kana finds the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.interview.folding import fold, romaji, typed


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ハママツ", "はままつ"),
        ("ﾊﾏﾏﾂ", "はままつ"),
        ("ﾀﾞﾃ", "だて"),
        ("ＡＢＣ　ｄ", "abcd"),
        ("茅ヶ崎", "茅け崎"),
        ("ヴ", "ゔ"),
        ("センター", "せんたー"),
        (" 　", ""),
    ],
)
def test_width_case_and_kana_make_no_difference(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("reading", "ways"),
    [
        ("こうべし", ["kobeshi", "koubesi", "kōbe", "Kobe"]),
        ("ふちゅうし", ["fuchu", "huchuu", "hutyuu"]),
        ("しんぼし", ["shimbo", "sinbo"]),
        ("じょうえつし", ["joetsu", "zyouetu", "jouetsu"]),
        ("おおいたし", ["oita", "ooita"]),
        ("はっぽうちょう", ["happo", "happou"]),
        ("つるがし", ["tsuruga", "turuga"]),
    ],
)
def test_every_way_of_writing_a_sound_begins_the_same(reading: str, ways: list[str]) -> None:
    assert [way for way in ways if not romaji(reading).startswith(typed(way))] == []
    assert all(typed(way) for way in ways)


def test_what_is_not_latin_is_not_typed_in_latin() -> None:
    assert typed("はま") == typed("03206") == typed("") == ""
    assert typed("hamam") == "hama"


@given(st.text())
def test_folding_twice_is_folding_once_and_nothing_raises(text: str) -> None:
    assert "".join(fold(text).split()) == fold(text)
    assert isinstance(typed(text), str)
