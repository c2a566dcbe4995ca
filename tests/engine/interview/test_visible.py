"""Hidden characters become visible, and names become safe on every system."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.interview.visible import flowing, is_hidden, safe_file_name, shown, storable, visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("北上\x1b[2J", "北上\\x1b[2J"),
        ("a\u202eb\u2066", "a\\u202eb\\u2066"),
        ("a\u200bb\ufeff", "a\\u200bb\\ufeff"),
        ("\U000e0041", "\\U000e0041"),
        ("a\nb\tc\x00", "a\\x0ab\\x09c\\x00"),
        ("\ud800", "\\ud800"),
        ("a\u2028b", "a\\u2028b"),
        ("神社（㈱）①　辻\U000e0100", "神社（㈱）①　辻\U000e0100"),
    ],
)
def test_visible(text: str, seen: str) -> None:
    assert visible(text) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("一行目\n二行目", "一行目 二行目"),
        ("一行目\n\n二行目\n", "一行目 二行目"),
        ("a\r\nb", "a\\x0d b"),
        ("a\x1b[2J\n\u202eb", "a\\x1b[2J \\u202eb"),
    ],
)
def test_breaks_between_typed_lines_become_spaces_and_all_else_is_seen(text: str, seen: str) -> None:
    assert flowing(text) == seen


def test_lines_may_be_kept() -> None:
    assert visible("a\nb\x07", keep="\n") == "a\nb\\x07"


def test_shown_is_short_and_on_one_line() -> None:
    assert shown("あ" * 100) == "あ" * 39 + "…"
    assert shown("a\nb") == "a\\x0ab"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("北上川流域の電子・輸送機器", "北上川流域の電子・輸送機器.yaml"),
        ("../../etc/passwd", "_.._etc_passwd.yaml"),
        ("a:b*c?", "a_b_c_.yaml"),
        ("CON", "_CON.yaml"),
        ("nul.txt", "_nul.txt.yaml"),
        ("-rf", "_-rf.yaml"),
        ("a. ", "a.yaml"),
        ("\u202etxt", "_txt.yaml"),
        ("", "shuseki.yaml"),
        ("///", "shuseki.yaml"),
    ],
)
def test_file_names(text: str, name: str) -> None:
    assert safe_file_name(text, ".yaml") == name


@given(st.text())
@settings(deadline=None)
def test_every_text_gives_a_safe_name(text: str) -> None:
    name = safe_file_name(text, ".yaml")
    assert 5 < len(name.encode()) <= 122
    assert not set(name) & set('<>:"/\\|?*')
    assert not any(is_hidden(c) for c in name)
    assert not name.startswith(("-", "."))


@given(st.text())
@settings(deadline=None)
def test_nothing_hidden_is_left_and_nothing_else_touched(text: str) -> None:
    assert not any(is_hidden(c) for c in visible(text))
    if not any(is_hidden(c) for c in text):
        assert visible(text) == text
    storable(text).encode()
