"""The page and its files: all from here, nothing inline that could run, words in both languages."""

import re

import pytest

from engine.model.text import Lang
from tui.serve.checks import HEADERS
from tui.serve.page import STATIC, content, page
from tui.words.serving import word

OUTSIDE = re.compile(rb"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}", re.IGNORECASE)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_page_names_only_its_own_files(lang: Lang) -> None:
    text = page(lang, "ws://127.0.0.1:1/room/ws")
    named = re.findall(r'(?:href|src)="([^"]*)"', text)
    assert {name for name in named if name not in ("./", "data:,")} == {f"static/{name}" for name in STATIC}
    assert f'<html lang="{lang}">' in text
    assert word("closed", lang) in text
    assert OUTSIDE.findall(text.encode()) == []


def test_the_page_has_no_script_of_its_own() -> None:
    text = page("ja", "ws://127.0.0.1:1/room/ws")
    assert re.findall(r"<script(?! src=)", text) == []
    assert re.findall(r"\son\w+=", text) == []
    assert "<style" not in text


def test_what_comes_from_a_request_is_escaped() -> None:
    assert 'ws"><script>' not in page("en", 'ws"><script>')


@pytest.mark.parametrize("name", ["boot.js", "page.css", "terminal.css"])
def test_files_load_nothing_from_elsewhere(name: str) -> None:
    text = re.sub(rb"/\*.*?\*/", b"", content(name), flags=re.DOTALL)
    assert OUTSIDE.findall(text) == []
    assert b"@import" not in text
    assert b"url(" not in text


def test_the_terminal_asks_for_a_socket_and_nothing_else() -> None:
    """The one other request in it is for an address in the page's own URL, and the policy forbids it."""
    script = content("terminal.js")
    assert script.count(b"new WebSocket(") == 1
    assert script.count(b"fetch(") == 1
    assert script.count(b"XMLHttpRequest") == script.count(b"importScripts") == script.count(b"sendBeacon") == 0
    assert "default-src 'none'" in HEADERS["Content-Security-Policy"]
    assert "connect-src 'self' {ws};" in HEADERS["Content-Security-Policy"]
