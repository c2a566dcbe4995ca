from functools import partial

from textual.pilot import Pilot

from tests.tui.app.driving import consulting, opened, press, shown
from tui import settings
from tui.app import ShusekiApp
from tui.settings import Settings


async def test_language_theme_and_characters_are_kept_for_the_next_run():
    async with opened("ja") as pilot:
        await press(pilot, "f2", "f9", "f9", "ctrl+t")
        assert settings.read() == Settings(lang="en", theme="shuseki-projector", plain=True)
        await press(pilot, "f9")
        assert settings.read().theme == "shuseki-ai"


async def test_what_was_only_asked_for_is_not_kept():
    settings.remember(lang="ja")
    async with opened("en") as pilot:
        await press(pilot, "f9")
        assert settings.read() == Settings(lang="ja", theme="shuseki-washi")


async def test_a_choice_that_cannot_be_kept_is_told_and_holds():
    settings.path().mkdir(parents=True)
    async with opened("ja") as pilot:
        await press(pilot, "f9")
        assert pilot.app.theme == "shuseki-washi"
        assert "今回だけ有効" in told(pilot)


async def test_a_broken_file_is_told_in_the_language_of_the_app():
    app = ShusekiApp("en", remembered=Settings(broken=True))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "could not be read" in told(pilot)


async def test_the_projector_leaves_out_what_only_accompanies():
    async with consulting("ja", example="kitakami") as pilot:
        assert "答え方" in shown(pilot)
        await press(pilot, "f9", "f9")
        assert "答え方" not in shown(pilot)
        assert "この質問の理由" not in shown(pilot)
        await press(pilot, "f9")
        assert "答え方" in shown(pilot)


async def test_every_screen_is_drawn_anew_when_the_characters_change():
    async with consulting("ja", (120, 36), example="kitakami") as pilot:
        spoken = counting(pilot)
        await press(pilot, "ctrl+t")
        assert pilot.app.plain
        assert spoken == [type(screen).__name__ for screen in pilot.app.screen_stack[1:]]


def told(pilot: Pilot[None]) -> str:
    return "\n".join(notice.message for notice in pilot.app._notifications)


def counting(pilot: Pilot[None]) -> list[str]:
    """Notes the names of the screens that speak, from the bottom."""
    spoken: list[str] = []
    for screen in pilot.app.screen_stack[1:]:
        screen.speak = partial(spoken.append, type(screen).__name__)
    return spoken
