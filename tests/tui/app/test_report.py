"""The screen that writes a report: by keys, and what stands in the file afterwards."""

import io
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

import pytest
from textual.widgets import Input

from engine.model.answers import Answer
from tests.tui.app.driving import Driver, opened, press, rest, shown, together
from tui.screens.confirm import ConfirmScreen
from tui.screens.home import HomeScreen
from tui.screens.report import ReportScreen
from tui.session import Sitting
from tui.texts import Lang


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "家"
    (folder / "Documents").mkdir(parents=True)
    monkeypatch.setattr("pathlib.Path.home", lambda: folder)
    return folder


@asynccontextmanager
async def reporting(
    lang: Lang = "ja", size: tuple[int, int] = (80, 24), *, twice: bool = False
) -> AsyncIterator[tuple[Driver, Sitting]]:
    """The screen over a copy of an example; ``twice``: after an earlier one of the same cluster."""
    async with opened(lang, size) as pilot:
        session = cast(HomeScreen, pilot.app.screen).session
        assert session is not None
        if twice:
            session.copy("sakaki")
        sat = session.copy("sakaki")
        await pilot.app.push_screen(ReportScreen(sat))
        await rest(pilot)
        yield pilot, sat


def field(pilot: Driver, name: str) -> Input:
    return pilot.app.screen.query_one(f"#report-{name}", Input)


async def put(pilot: Driver, name: str, text: str) -> None:
    field(pilot, name).value = text
    await rest(pilot)


def files(home: Path) -> list[Path]:
    return sorted((home / "Documents").iterdir())


def words_of(path: Path) -> str:
    if path.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as packed:
            return packed.read("word/document.xml").decode()
    return path.read_text(encoding="utf-8")


async def test_one_key_writes_a_word_file_where_it_is_said_to_lie(home: Path) -> None:
    async with reporting() as (pilot, _):
        await press(pilot, "f5")
        (path,) = files(home)
        assert path.name == "長野県坂城町の機械・加工 2023-03-31.docx"
        assert together(f"書き出しました：{path}") in together(shown(pilot))
    assert "産業集積の診断" in words_of(path)


@pytest.mark.parametrize(
    ("key", "suffix", "begins"), [("3", ".html", "<!doctype html"), ("4", ".md", "# 産業"), ("5", ".txt", "産業")]
)
async def test_the_format_changes_the_name_and_the_file(home: Path, key: str, suffix: str, begins: str) -> None:
    async with reporting() as (pilot, _):
        await press(pilot, key, "f5")
        (path,) = files(home)
    assert path.suffix == suffix
    assert words_of(path).lower().startswith(begins)


async def test_full_width_numbers_and_the_mouse_choose_as_well(home: Path) -> None:
    async with reporting(size=(120, 36)) as (pilot, _):
        await press(pilot, "４")
        assert field(pilot, "path").value.endswith(".md")
        await pilot.click("#make")
        await rest(pilot)
        (path,) = files(home)
    assert path.suffix == ".md"


async def test_language_public_and_brief(home: Path) -> None:
    async with reporting() as (pilot, sat):
        sat.answer(Answer(question="core_company", value=True, note="秘密のこと"))
        await press(pilot, "4", "2", "space", "down", "space", "f5")
        (path,) = files(home)
        assert together("企業名が含まれていないか") in together(shown(pilot))
    text = words_of(path)
    assert text.startswith("# Assessment")
    assert path.stem.endswith("公開用")
    assert "public version" in text
    assert "Questions to expect" not in text
    assert "秘密のこと" not in text


async def test_what_changed_since_the_previous_one_is_told_unless_it_is_not_wanted(home: Path) -> None:
    async with reporting(twice=True) as (pilot, sat):
        sat.answer(Answer(question="core_company", value=False))
        assert together("前回からの変化を含める") in together(shown(pilot))
        await press(pilot, "4", "f5")
        assert "前回の診断からの変化" in words_of(files(home)[0])
        await press(pilot, "tab", "3")
        await put(pilot, "path", str(home / "ほかの名前"))
        await press(pilot, "f5")
    assert "前回の診断からの変化" not in words_of(home / "ほかの名前.md")


async def test_a_file_that_is_there_is_replaced_only_when_agreed(home: Path) -> None:
    async with reporting() as (pilot, _):
        await press(pilot, "4")
        path = Path(field(pilot, "path").value)
        path.write_text("mine", encoding="utf-8")
        await press(pilot, "f5")
        assert isinstance(pilot.app.screen, ConfirmScreen)
        await press(pilot, "enter")
        assert path.read_text(encoding="utf-8") == "mine"
        await press(pilot, "f5", "down", "enter")
        assert together("書き出しました") in together(shown(pilot))
    assert words_of(path).startswith("# 産業集積の診断")


async def test_what_cannot_be_written_is_told_and_nothing_typed_is_lost(home: Path) -> None:
    async with reporting() as (pilot, _):
        for typed, told in ((str(home / "ない" / "a.docx"), "フォルダー"), ("", "名前を入力")):
            await put(pilot, "path", typed)
            await press(pilot, "f5")
            assert together(told) in together(shown(pilot))
            assert field(pilot, "path").value == typed
        await put(pilot, "path", str(home / "a.docx"))
        await put(pilot, "template", str(home / "様式.docx"))
        await press(pilot, "f5")
        assert "!" in shown(pilot)
        assert field(pilot, "template").value == str(home / "様式.docx")
        assert not (home / "a.docx").exists()


async def test_a_folder_means_a_file_of_the_proposed_name_in_it(home: Path) -> None:
    async with reporting() as (pilot, _):
        await put(pilot, "path", f'"{home}"')
        await press(pilot, "f5")
    assert [path.name for path in home.iterdir() if path.is_file()] == ["長野県坂城町の機械・加工 2023-03-31.docx"]


async def test_the_language_changes_and_what_was_chosen_stays() -> None:
    async with reporting() as (pilot, _):
        await press(pilot, "4", "2", "f2")
        await put(pilot, "path", "/tmp/x.md")
        text = shown(pilot)
        assert "Write a report" in text
        await press(pilot, "f2")
        assert field(pilot, "path").value == "/tmp/x.md"
        screen = cast(ReportScreen, pilot.app.screen)
        assert (screen.form, screen.asked_for().lang) == ("md", "en")


@pytest.mark.parametrize("lang", ["ja", "en"])
async def test_help_tells_the_keys(lang: Lang) -> None:
    async with reporting(lang) as (pilot, _):
        await press(pilot, "f1")
        assert "F5" in shown(pilot)
        assert "Esc" in shown(pilot)
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
