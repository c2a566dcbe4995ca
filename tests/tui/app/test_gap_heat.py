"""The heat map at a terminal: words and figures in every cell, whatever the width, with colour or without."""

import pytest
from rich.cells import cell_len

from engine.report.blocks import HeatCell, HeatMap, HeatRow
from tui.widgets.gap_heat import Heat

CELLS = (HeatCell(3, 1, 2), HeatCell(2, 2, 0), HeatCell(2, 0, 0), HeatCell(), HeatCell(3, 1, 0), HeatCell(10, 4, 5))
HEAT = HeatMap(
    "図",
    ("フェーズ", "ヒト", "カネ", "モノ", "情報", "ビジョン", "制度"),
    (HeatRow("A-2 3「非連続に進化する」", CELLS), HeatRow("B 1「選ぶ」", CELLS[::-1])),
)


@pytest.mark.parametrize("width", [74, 90, 114, 154])
@pytest.mark.parametrize("plain", [True, False])
def test_every_cell_is_told_in_a_word_and_figures(width: int, plain: bool) -> None:
    lines = [line.plain for line in Heat(HEAT, "ja", plain).drawn(width)]
    assert all(cell_len(line) <= width for line in lines)
    text = "\n".join(lines)
    for told in ("要確認", "1+2?/3", "あり", "2/2", "なし", "0/2", "一部", "1/3", "4+5?/10"):
        assert text.count(told) >= 2, told
    assert (len(lines) == 3) == (width > 110), "on one line each where there is room"


def test_colour_only_repeats_what_the_words_say() -> None:
    plain, coloured = (Heat(HEAT, "ja", how).drawn(114) for how in (True, False))
    assert [line.plain for line in plain] == [line.plain for line in coloured]
    assert not any("on " in str(span.style) for line in plain for span in line.spans)
    assert any("on " in str(span.style) for line in coloured for span in line.spans)
