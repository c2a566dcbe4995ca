"""What is remembered between runs, and which language is spoken."""

from pathlib import Path

import pytest

from tui import app, settings
from tui.app import ShusekiApp, plain_by_environment
from tui.settings import Settings
from tui.words.language import language

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SHUSEKI_CONFIG_DIR", str(tmp_path / "config"))
    for name in (*LOCALE, "SHUSEKI_LANG", "SHUSEKI_PLAIN", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return tmp_path / "config"


def test_what_is_chosen_adds_up() -> None:
    assert settings.read() == Settings()
    assert settings.remember(theme="shuseki-washi")
    assert settings.remember(lang="en", plain=True)
    assert settings.read() == Settings(lang="en", theme="shuseki-washi", plain=True)


@pytest.mark.parametrize("text", ["", "{", "[1]", "\x00\xff", '"ja"'])
def test_a_broken_file_is_told_and_replaced_by_the_next_choice(text: str, folder: Path) -> None:
    folder.mkdir()
    (folder / settings.FILE).write_bytes(text.encode("latin-1"))
    assert settings.read() == Settings(broken=True)
    assert settings.remember(lang="ja")
    assert settings.read() == Settings(lang="ja")


def test_a_value_of_the_wrong_kind_leaves_the_others(folder: Path) -> None:
    folder.mkdir()
    (folder / settings.FILE).write_text('{"lang": "de", "theme": "shuseki-ai", "plain": "yes", "later": 1}')
    assert settings.read() == Settings(theme="shuseki-ai", broken=True)


def test_nothing_is_left_behind_and_a_folder_in_the_way_is_no_error(folder: Path) -> None:
    settings.remember(plain=False)
    assert [path.name for path in folder.iterdir()] == [settings.FILE]
    (folder / settings.FILE).unlink()
    (folder / settings.FILE).mkdir()
    assert not settings.remember(plain=True)
    assert [path.name for path in folder.iterdir()] == [settings.FILE]
    assert settings.read() == Settings(broken=True)


def test_the_option_comes_before_the_environment_before_what_is_remembered_before_the_locale(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert language() == "en"
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    assert language() == "ja"
    assert language(remembered="en") == "en"
    monkeypatch.setenv("SHUSEKI_LANG", "ja")
    assert language(remembered="en") == "ja"
    assert language("en", remembered="ja") == "en"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ({"LC_ALL": "ja_JP.UTF-8", "LANG": "en_US.UTF-8"}, "ja"),
        ({"LC_ALL": "C", "LANG": "ja_JP.UTF-8"}, "en"),
        ({"LC_MESSAGES": "en_GB.UTF-8", "LANG": "ja_JP.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale(names: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    assert language() == expected


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("SHUSEKI_PLAIN", "1", True),
        ("SHUSEKI_PLAIN", "0", False),
        ("NO_COLOR", "", True),
        ("TERM", "dumb", True),
        ("TERM", "xterm-256color", False),
    ],
)
def test_plain_characters_by_the_environment(
    name: str, value: str, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    assert plain_by_environment() is expected


@pytest.mark.parametrize(
    ("remembered", "arguments", "expected"),
    [
        ({}, {}, ("en", "shuseki-ai", False)),
        (
            {"lang": "ja", "theme": "shuseki-projector", "plain": True},
            {},
            ("ja", "shuseki-projector", True),
        ),
        ({"lang": "ja", "theme": "gone"}, {"lang": "en", "plain": True}, ("en", "shuseki-ai", True)),
    ],
)
def test_a_run_begins_as_the_last_one_ended_unless_asked_otherwise(
    remembered: dict[str, str | bool],
    arguments: dict[str, str | bool],
    expected: tuple[str, str, bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings.remember(**remembered)
    begun: list[ShusekiApp] = []
    monkeypatch.setattr(ShusekiApp, "run", lambda one: begun.append(one))
    app.run(**arguments)  # type: ignore[arg-type]
    assert [(one.lang, one.theme, one.plain) for one in begun] == [expected]
