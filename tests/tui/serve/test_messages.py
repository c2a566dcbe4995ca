"""What a browser may say, and that nothing else is taken for it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.serve.messages import HEIGHTS, WIDTHS, Looked, Ping, Resized, Typed, UnreadableError, number, read


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (["stdin", "産業\x1b[A"], Typed("産業\x1b[A")),
        (["resize", {"width": 120, "height": 36}], Resized(120, 36)),
        (["resize", {"width": 10**9, "height": -1}], Resized(WIDTHS[1], HEIGHTS[0])),
        (["focus"], Looked("focus")),
        (["blur"], Looked("blur")),
        (["ping", "123"], Ping("123")),
    ],
)
def test_what_the_page_says(said: object, meant: object) -> None:
    assert read(json.dumps(said)) == meant


@pytest.mark.parametrize(
    "said",
    [
        "", "[", "null", "{}", "[]", '["stdin"]', '["stdin", 1]', '["stdin", "a", "b"]', '["resize", {"width": 80}]',
        '["resize", {"width": "80", "height": "24"}]', '["focus", 1]', '["quit"]', '["meta", {"type": "exit"}]',
        '["ping", "' + "1" * 40 + '"]', "[" * 20000,
    ],
)  # fmt: skip
def test_anything_else_is_refused(said: str) -> None:
    with pytest.raises(UnreadableError):
        read(said)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(json_values | st.tuples(st.sampled_from(["stdin", "resize", "focus", "ping"]), json_values).map(list))
def test_whatever_comes_is_read_within_limits_or_refused(said: Any) -> None:
    try:
        meant = read(json.dumps(said))
    except UnreadableError:
        return
    if isinstance(meant, Resized):
        assert WIDTHS[0] <= meant.width <= WIDTHS[1]
        assert HEIGHTS[0] <= meant.height <= HEIGHTS[1]


@given(st.text())
def test_a_size_in_the_url_is_always_within_limits(text: str) -> None:
    assert WIDTHS[0] <= number(text, WIDTHS, 80) <= WIDTHS[1]


@pytest.mark.parametrize(
    ("text", "meant"), [("100", 100), ("0", 20), ("99999", 500), ("１００", 80), ("-5", 80), ("1e3", 80)]
)
def test_sizes_in_the_url(text: str, meant: int) -> None:
    assert number(text, WIDTHS, 80) == meant
