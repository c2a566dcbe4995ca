"""Tables, the board and bars on a terminal: within the width, in characters of certain width, nothing lost."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from engine.report.blocks import Bar, Bars, Board, Document, Table
from engine.report.text import render
from tests.engine.report.reports import LANGS
from tests.engine.report.samples import BARS, BOARD, letters, sample, statements


def drawn(bars: Bars, width: int = 80) -> list[str]:
    return render(Document("ja", (bars,)), width).splitlines()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_every_kind_of_block_is_told_within_the_width(lang: str, width: int) -> None:
    text = render(sample("ja" if lang == "ja" else "en"), width)
    assert max(map(cell_len, text.splitlines())) <= width
    assert {c for c in text if unicodedata.east_asian_width(c) == "A"} == set()
    said = letters(text)
    assert [one for one in statements(sample()) if letters(one) not in said] == []


def test_the_board_stands_beside_itself_where_there_is_room() -> None:
    lines = render(Document("ja", (BOARD,)), 84).splitlines()
    assert lines[1].split() == ["型", "フェーズ1", "フェーズ2", "フェーズ3"]
    assert lines[2].startswith("? A-1 大企業牽引型")
    assert lines[4] == "> B 誘致先行型          [####] 選ぶ        > [##..] 呼び込む      [????] 根付く"
    assert lines[-1] == "残りの説明。"


def test_the_board_stands_below_itself_where_there_is_none() -> None:
    lines = render(Document("ja", (BOARD,)), 40).splitlines()
    at = lines.index("> B 誘致先行型")
    assert lines[at + 1 : at + 4] == ["    [####] 選ぶ", "  > [##..] 呼び込む", "    [????] 根付く"]


def test_a_board_without_types_is_nothing_but_its_words() -> None:
    assert "図1  題" in render(Document("ja", (Board("題", ()),)))


def test_bars_run_from_the_axis_to_both_sides() -> None:
    assert drawn(BARS)[1:] == [
        "A-1             -----|               -2点",
        "A-2                  |               0点",
        "B 誘致先行型         |###########    +5点",
    ]


@given(st.floats(-9, 9), st.floats(-9, 0), st.floats(0, 9), st.integers(30, 100))
def test_bars_are_within_the_width_and_never_vanish(value: float, low: float, high: float, width: int) -> None:
    lines = drawn(Bars("題", (Bar("あ" * 30, value, "点" * 20),), low, high), width)
    assert max(map(cell_len, lines)) <= width
    said = "".join(lines)
    assert ("#" in said) is (value > 0)
    assert ("-" in said) is (value < 0)


def test_shares_divide_the_width_only_where_it_is_short() -> None:
    wide = Table(("甲", "乙"), (("あ" * 40, "い" * 40),), shares=(1, 3))
    first = render(Document("ja", (wide,)), 62).splitlines()[1]
    assert list(map(len, first.split())) == [15, 45]
    short = Table(("甲", "乙"), (("あ", "い"),), shares=(1, 3))
    assert render(Document("ja", (short,)), 62).splitlines()[1] == "--  --"
