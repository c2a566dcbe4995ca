"""Charts in cells: of certain width in either form, the figure beside them, longer where there is more."""

import unicodedata
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from engine.report.shares import percent
from tui.widgets import charts
from tui.widgets.columns import Columns
from tui.widgets.prose import Para, lines_of

SHARES = st.floats(0, 1)
STATUSES = ("met", "partly", "not_met", "unknown")


def certain(content: Content) -> bool:
    return not any(unicodedata.east_asian_width(c) == "A" for c in content.plain)


def drawn(content: Content) -> int:
    """How many cells are drawn as full: a sign where plain, a background elsewhere."""
    if "#" in content.plain:
        return content.plain.count("#")
    spans = [span for span in content.spans if str(span.style) in (charts.FILL, charts.AGAINST)]
    return sum(span.end - span.start for span in spans)


@given(SHARES, st.integers(1, 40), st.booleans())
def test_a_meter_is_of_one_width_and_tells_its_figure(share, cells, plain):
    found = charts.meter(share, plain=plain, cells=cells)
    assert found.cell_length == cells + 9
    assert found.plain.endswith(percent(share))
    assert certain(found)


@given(st.tuples(SHARES, SHARES), st.integers(2, 40), st.booleans())
def test_a_bar_is_no_shorter_for_more_and_full_or_empty_only_where_the_share_is(shares, cells, plain):
    less, more = (drawn(charts.bar(share, plain=plain, cells=cells)) for share in sorted(shares))
    assert less <= more
    for share in shares:
        length = drawn(charts.bar(share, plain=plain, cells=cells))
        assert (length == cells) is (share == 1)
        assert (length == 0) is (share == 0)


@given(st.integers(-12, 12), st.integers(1, 9), st.integers(1, 3), st.booleans())
def test_points_go_from_a_zero_line_to_their_side(points, most, per_point, plain):
    found = charts.signed(points, most=most, plain=plain, per_point=per_point)
    assert found.cell_length == 2 * most * per_point + 5
    assert int(found.plain.split("|")[1].split("#")[-1].split(".")[-1]) == points
    assert drawn(found) == min(abs(points), most) * per_point
    zero = found.plain.index("|")
    assert zero == most * per_point
    if points and plain:
        side = found.plain[:zero] if points < 0 else found.plain[zero:]
        assert side.count("#") == drawn(found)
    assert certain(found)


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.booleans())
def test_what_is_met_not_met_and_unknown_take_their_shares(met, not_met, unknown, plain):
    found = charts.split(met, not_met, unknown, plain=plain)
    assert found.cell_length == 2 * (met + not_met + unknown)
    if plain:
        assert found.plain == "##" * met + "--" * not_met + "??" * unknown


@given(st.integers(0, 50), st.integers(0, 50), st.booleans())
def test_progress_tells_how_many_of_how_many(done, more, plain):
    found = charts.progress(done, done + more, plain=plain)
    assert found.plain.endswith(f" {done}/{done + more}" if done + more else " -")


@pytest.mark.parametrize("plain", [True, False])
def test_a_key_factor_has_a_mark_of_its_own_for_each_status(plain):
    found = [charts.mark(status, plain=plain) for status in STATUSES]
    assert {one.cell_length for one in found} == {6}
    assert len({(one.plain, tuple(map(str, one.spans))) for one in found}) == 4
    assert "?" in found[-1].plain


@given(st.integers(0, 40), st.integers(1, 40), st.booleans())
def test_a_count_stands_in_its_cell(count, most, plain):
    found = charts.heat(count, max(count, most), plain=plain, cells=6)
    assert found.cell_length == 6
    assert found.plain.strip() == (str(count) if count else "-")


def test_charts_are_plain_where_asked_for_and_where_colours_are_not_sure():
    def app(**changed: bool) -> SimpleNamespace:
        return SimpleNamespace(**{"plain": False, "no_color": False, "native_ansi_color": False, **changed})

    assert not charts.plain_for(app())
    assert all(charts.plain_for(app(**{name: True})) for name in ("plain", "no_color", "native_ansi_color"))


@given(st.lists(st.text("産業集積 ab", max_size=30), min_size=2, max_size=4), st.integers(30, 120))
def test_columns_fill_the_width_and_where_narrow_give_way(texts, width):
    cells = tuple(map(Para, texts))
    table = Columns(cells, (8, *(0 for _ in texts[1:])), 60, (Para("stacked"),))
    lines = lines_of((table,), width)
    if width < 60:
        assert [line.plain for line in lines] == ["stacked"]
    else:
        assert all(line.cell_length <= width for line in lines)


def test_a_drawn_lead_keeps_its_colours_and_the_text_hangs_below():
    lead = charts.bar(0.5, plain=False, cells=4)
    lines = lines_of((Para("one two three", lead=lead),), 12)
    assert drawn(lines[0]) == 2
    assert [line.plain[:6] for line in lines[1:]] == ["      "] * (len(lines) - 1)
