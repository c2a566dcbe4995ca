"""Answer files are taken in and written out by keys; the study's examples are found and copied."""

import os
from pathlib import Path
from typing import cast

import pytest

from engine.book import load
from engine.model.answers import Cluster
from engine.store.answer_file import read_file, write_file
from engine.store.database import Store
from tests.tui.app.driving import DAY, Driver, opened, press, shown, stored, together, type_
from tui.screens.consultation import ConsultationScreen
from tui.screens.examples import ExamplesScreen
from tui.screens.exporting import ExportScreen
from tui.screens.home import HomeScreen
from tui.screens.importing import ImportScreen
from tui.screens.problem import ProblemScreen
from tui.widgets.finder import Finder

BAD = """cluster: {name: 試験, area: ["032068"]}
as_of: 2026-13-01
answers:
  growth_orign: exogenous
  shipments: たくさん
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with answer files, and other things."""
    inside = tmp_path / "回答"
    (inside / "古い").mkdir(parents=True)
    (inside / "bad.yaml").write_text(BAD, "utf-8")
    (inside / "note.txt").write_text("no answers", "utf-8")
    write_file(inside / "北上.yaml", load().examples["kitakami"], load())
    return inside


async def give(pilot: Driver, text: str) -> None:
    """Puts a path into the field at once, as pasting does."""
    finder = pilot.app.screen.query_one(Finder)
    finder.type("")
    await press(pilot, "end")
    finder.type(text)
    await press(pilot, "end")


def paths(pilot: Driver) -> list[str]:
    return [os.path.basename(hit.value.rstrip("/")) for hit in pilot.app.screen.query_one(Finder).hits]


async def test_a_file_is_found_by_typing_and_opened(folder):
    async with opened(size=(80, 24)) as pilot:
        await press(pilot, "i")
        assert isinstance(pilot.app.screen, ImportScreen)
        await give(pilot, f"{folder}/")
        assert paths(pilot) == ["古い", "bad.yaml", "北上.yaml"]
        await type_(pilot, "北")
        assert paths(pilot) == ["北上.yaml"]
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ConsultationScreen)
    assert stored() == load().examples["kitakami"]


async def test_a_folder_is_gone_into(folder):
    async with opened() as pilot:
        await press(pilot, "ｉ")
        await give(pilot, f"{folder.parent}/回")
        await press(pilot, "enter")
        assert paths(pilot) == ["古い", "bad.yaml", "北上.yaml"]
        await press(pilot, "down", "down", "enter")
        assert isinstance(pilot.app.screen, ConsultationScreen)


@pytest.mark.parametrize("form", ['"{}"', "'{}'", "file://{}", "  {} ", "「{}」"])
async def test_a_path_may_be_pasted_as_it_comes(folder, form):
    async with opened() as pilot:
        await press(pilot, "i")
        await give(pilot, form.format(folder / "北上.yaml"))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ConsultationScreen)


async def test_every_problem_of_a_file_stands_with_its_line_and_the_path_stays(folder):
    async with opened(size=(120, 50)) as pilot:
        await press(pilot, "i")
        await give(pilot, str(folder / "bad.yaml"))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ImportScreen)
        text = together(shown(pilot)).replace("|", "")
        for line in (1, 2, 4, 5):
            assert f"bad.yaml:{line}" in text, line
        assert "取り込めません（" in text
        assert "検査数字が合いません" in text
        await press(pilot, "f2")
        assert "wrongcheckdigit" in together(shown(pilot)).replace("|", "")
        assert pilot.app.screen.query_one(Finder).text == str(folder / "bad.yaml")
        (folder / "bad.yaml").write_text("cluster: {name: 試験}\nas_of: 2026-04-01\nanswers: {}\n", "utf-8")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ConsultationScreen)
    assert stored().cluster == Cluster(name="試験")


async def test_warnings_are_shown_and_the_consultation_is_open_below(folder):
    (folder / "bad.yaml").write_text("cluster: {name: 試験}\nanswers: {}\n", "utf-8")
    async with opened() as pilot:
        await press(pilot, "i")
        await give(pilot, str(folder / "bad.yaml"))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ProblemScreen)
        assert "as_of" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ConsultationScreen)


@pytest.mark.skipif(os.name == "nt", reason="a path of Windows is no stranger there")
@pytest.mark.parametrize(
    ("text", "told"), [("Z:\\回答\\北上.yaml", "Windowsのパスです"), ("/nowhere/at/all.yaml", "all.yaml")]
)
async def test_a_path_that_leads_nowhere_is_told(text, told):
    async with opened() as pilot:
        await press(pilot, "i")
        await give(pilot, text)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ImportScreen)
        assert told in together(shown(pilot)).replace("|", "")
        assert pilot.app.screen.query_one(Finder).text == text
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_consultation_is_written_and_only_replaced_when_asked_twice(tmp_path):
    with Store.open() as store:
        store.import_consultation(load().examples["sakaki"])
    async with opened("en", (80, 24)) as pilot:
        for round_ in range(2):
            await press(pilot, "x")
            assert isinstance(pilot.app.screen, ExportScreen)
            await press(pilot, "ctrl+u")
            await type_(pilot, f"{tmp_path}/out.yaml")
            await press(pilot, "enter")
            if round_ == 0:
                (tmp_path / "out.yaml").write_text("mine", "utf-8")
        assert isinstance(pilot.app.screen, ExportScreen)
        assert (tmp_path / "out.yaml").read_text("utf-8") == "mine"
        assert "Press Enter again" in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, HomeScreen)
    assert read_file(tmp_path / "out.yaml", load()) == (load().examples["sakaki"], ())


async def test_a_folder_as_the_path_means_a_file_of_the_cluster_s_name_in_it(tmp_path):
    with Store.open() as store:
        store.create(Cluster(name="鯖江の眼鏡"), DAY)
    async with opened() as pilot:
        await press(pilot, "ｘ", "ctrl+u")
        await type_(pilot, str(tmp_path))
        await press(pilot, "enter")
        assert f"書き出しました：{tmp_path / '鯖江の眼鏡.yaml'}" in [one.message for one in pilot.app._notifications]
    assert (tmp_path / "鯖江の眼鏡.yaml").is_file()


async def test_an_example_tells_type_phases_and_story_and_is_found_by_typing():
    async with opened(size=(120, 36)) as pilot:
        await press(pilot, "e")
        examples = cast(ExamplesScreen, pilot.app.screen)
        await type_(pilot, "しこくちゅうおう")
        assert examples.ids == ("shikokuchuo",)
        text = together(shown(pilot)).replace("|", "")
        assert "報告書の型：A-2" in text
        assert "3非連続" in text
        assert together(load().cases["shikokuchuo"].summary.ja)[:20] in text
        await press(pilot, "f2")
        assert "type in the study: A-2" in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ConsultationScreen)
    assert stored() == load().examples["shikokuchuo"]


async def test_an_example_without_a_type_says_so_and_no_hit_is_told():
    async with opened(size=(80, 24)) as pilot:
        await press(pilot, "e")
        await type_(pilot, "神戸")
        assert "報告書に型の記載なし" in shown(pilot)
        await type_(pilot, "火星")
        assert "に当てはまる事例はありません" in together(shown(pilot)).replace("|", "")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ExamplesScreen)
        await press(pilot, "backspace", "backspace", "backspace", "backspace", "down", "down", "pagedown", "up")
        assert pilot.app.screen.ids[5] == "ishikawa"
        await press(pilot, "enter")
    assert stored() == load().examples["ishikawa"]


async def test_the_made_up_sample_is_among_the_examples_and_says_what_it_is():
    async with opened(size=(80, 24)) as pilot:
        await press(pilot, "e")
        await type_(pilot, "架空")
        assert "架空の見本：市も数値も実在しない" in together(shown(pilot)).replace("|", "")
        await press(pilot, "enter", "f5", "2")
        assert together("いまある事業の一覧をこの施策と照らし") in together(shown(pilot))
        assert "m 施策点検" in shown(pilot).splitlines()[-1]
        await press(pilot, "escape", "escape")
        assert "m 施策点検" in shown(pilot).splitlines()[-1]
        await press(pilot, "m")
        assert together("e で見本の事業一覧を取り込みます") in together(shown(pilot))
    assert "架空" in stored().cluster.name
