"""Drives the app by keys and reads what it shows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast

from textual.pilot import Pilot

from engine.model.answers import Consultation
from engine.store.database import Store
from tui.app import ShusekiApp
from tui.screens.consultation import ConsultationScreen
from tui.screens.home import HomeScreen
from tui.session import Sitting
from tui.texts import Lang

Driver = Pilot[None]


@asynccontextmanager
async def opened(lang: Lang = "ja", size: tuple[int, int] = (120, 36)) -> AsyncIterator[Driver]:
    """The app at its list, with book and store open."""
    app = ShusekiApp(lang)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        while cast(HomeScreen, app.screen).session is None:
            await app.workers.wait_for_complete()
            await pilot.pause()
        yield pilot


async def press(pilot: Driver, *keys: str) -> None:
    """Presses keys one after the other, and then lets everything come to rest."""
    await pilot.press(*keys)
    await rest(pilot)


async def rest(pilot: Driver) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def begin(pilot: Driver, name: str = "試験の集積") -> None:
    """A new consultation by keys."""
    await press(pilot, "n", *name)
    await press(pilot, "f5")


def screen(pilot: Driver) -> ConsultationScreen:
    assert isinstance(pilot.app.screen, ConsultationScreen)
    return pilot.app.screen


def sitting(pilot: Driver) -> Sitting:
    return screen(pilot).sitting


def asked(pilot: Driver) -> str:
    question = screen(pilot).question
    return question.id if question else ""


def shown(pilot: Driver) -> str:
    """What stands on the screen, as plain text."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def together(text: str) -> str:
    """Text without white space, so that where its lines end does not matter."""
    return "".join(text.split())


def stored() -> Consultation:
    """The one consultation in the database, read anew."""
    with Store.open() as store:
        (summary,) = store.list()
        return store.load(summary.id)
