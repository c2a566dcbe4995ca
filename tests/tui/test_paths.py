"""Paths as people give them."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.screens.paths import beside, completions, of_windows, read_path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the paths are those of Linux and macOS")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/a/b.yaml", "/a/b.yaml"),
        (' "/a/b c.yaml" ', "/a/b c.yaml"),
        ("'/a/b.yaml'", "/a/b.yaml"),
        ("“/a/b.yaml”", "/a/b.yaml"),
        ("file:///a/b%20c.yaml", "/a/b c.yaml"),
        ("FILE://localhost/a.yaml", "/a.yaml"),
        ("file:///%E5%8C%97%E4%B8%8A.yaml", "/北上.yaml"),
        ("/a/b\\ c.yaml", "/a/b c.yaml"),
        ("\u202a/a.yaml", "/a.yaml"),
        ("Z:\\x\\y.yaml", "Z:\\x\\y.yaml"),
        ("", ""),
        ('"', '"'),
    ],
)
def test_quotes_addresses_and_escapes_are_understood(text, path):
    assert read_path(text) == path


def test_the_home_folder(monkeypatch):
    monkeypatch.setenv("HOME", "/somewhere")
    assert read_path("~/a.yaml") == "/somewhere/a.yaml"
    assert read_path("'~/a.yaml'") == "/somewhere/a.yaml"


def test_a_path_of_windows_is_told():
    assert of_windows("Z:\\x.yaml")
    assert not of_windows("/x.yaml")


def test_folders_and_answer_files_are_offered_folders_first(tmp_path):
    for name in ("b.yaml", "A.YML", "c.txt", ".hidden.yaml"):
        (tmp_path / name).touch()
    (tmp_path / "z").mkdir()
    assert completions(f"{tmp_path}/") == [
        (f"{tmp_path}/z/", True),
        (f"{tmp_path}/A.YML", False),
        (f"{tmp_path}/b.yaml", False),
    ]
    assert completions(f"{tmp_path}/a") == [(f"{tmp_path}/A.YML", False)]
    assert completions(f"{tmp_path}/.h") == [(f"{tmp_path}/.hidden.yaml", False)]
    assert completions(f"{tmp_path}/nowhere/") == []


def test_a_new_file_is_offered_in_the_folder_for_documents(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert beside("x.yaml") == str(tmp_path / "x.yaml")
    (tmp_path / "Documents").mkdir()
    assert beside("x.yaml") == str(tmp_path / "Documents" / "x.yaml")
    assert Path(beside("x.yaml")).is_absolute()


@given(st.text())
def test_nothing_typed_raises(text):
    read_path(text)
    completions(text)
