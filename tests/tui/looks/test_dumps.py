"""Every screen as plain text, in both languages and three sizes: nothing cut off, badly broken or untranslated."""

import pytest
from textual.widget import Widget

from tests.tui.app.driving import press, rest, shown
from tests.tui.looks.looking import faults
from tests.tui.looks.stages import NAMES, SIZES, STAGES, Stage
from tui.texts import Lang

QUICK = ("asking", "diagnosis", "glossary")
"""Stages that are looked at in every run of the tests; the others in the long one."""


def stages() -> list[object]:
    marks = {name: () if name in QUICK else pytest.mark.slow for name in NAMES}
    return [pytest.param(stage, id=stage.name, marks=marks[stage.name]) for stage in STAGES]


@pytest.mark.parametrize("stage", stages())
async def test_what_is_drawn_is_whole(stage: Stage) -> None:
    found: list[str] = []
    async with stage.open("ja", SIZES[0]) as pilot:
        lang: Lang = "ja"
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await rest(pilot)
            for _ in range(2):
                found += [f"{lang} {size[0]}x{size[1]}: {fault}" for fault in faults(pilot, stage, lang)]
                await press(pilot, "f2")
                lang = "en" if lang == "ja" else "ja"
    assert not found, "\n".join(dict.fromkeys(found))


@pytest.mark.parametrize("size", SIZES)
async def test_a_fault_would_be_found(size: tuple[int, int]) -> None:
    """The looking itself: a widget that is too wide, wrongly broken and English is told as such."""
    from textual.content import Content

    class Wrong(Widget):
        DEFAULT_CSS = "Wrong { height: 2; width: 1fr; text-wrap: nowrap; }"

        def render(self) -> Content:
            return Content(f"→ four words of English {'長い行' * 60}「\n、key.missing\n{{left}}")

    Wrong.__module__ = "tui.test"
    stage = next(stage for stage in STAGES if stage.name == "home")
    async with stage.open("ja", size) as pilot:
        await pilot.app.screen.mount(Wrong())
        await rest(pilot)
        told = "\n".join(faults(pilot, stage, "ja"))
    for fault in ("too wide in Japan: '→'", "room for", "begins with 、", "ends with 「", "key.missing", "four words"):
        assert fault in told, (fault, told, shown(pilot))


def test_every_screen_is_looked_at() -> None:
    """Screens that nobody looks at would be those that are cut off."""
    import importlib
    import pkgutil

    import tui.screens
    from tui.screens.face import Face

    for module in pkgutil.iter_modules(tui.screens.__path__):
        importlib.import_module(f"tui.screens.{module.name}")
    found, waiting = set(), [Face]
    while waiting:
        below = waiting.pop().__subclasses__()
        waiting += below
        found |= {one.__name__ for one in below if not one.__subclasses__() and one.__module__.startswith("tui.")}
    assert found == {stage.screen for stage in STAGES}
