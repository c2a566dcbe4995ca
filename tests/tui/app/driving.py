"""Drives the app by keys and reads what it shows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import cast

from textual.pilot import Pilot

from engine.model.answers import Cluster, Consultation
from engine.store.database import Store
from tui.app import ShusekiApp
from tui.screens.consultation import ConsultationScreen
from tui.screens.home import HomeScreen
from tui.session import Sitting
from tui.texts import Lang

Driver = Pilot[None]
NAME = "試験の集積"
DAY = date(2026, 4, 1)


@asynccontextmanager
async def opened(lang: Lang = "ja", size: tuple[int, int] = (120, 36)) -> AsyncIterator[Driver]:
    """The app at its list, with book and store open."""
    app = ShusekiApp(lang)
    async with app.run_test(size=size) as pilot:
        await ready(pilot)
        yield pilot


async def ready(pilot: Driver) -> None:
    """Waits until book and store are open."""
    await pilot.pause()
    home = cast(HomeScreen, pilot.app.screen)
    while home.session is None:
        assert pilot.app.is_running, "the app has ended"
        assert not home.problems, f"book or store could not be opened: {home.problems}"
        await rest(pilot)
    await rest(pilot)


@asynccontextmanager
async def consulting(
    lang: Lang = "ja", size: tuple[int, int] = (80, 24), *, example: str | None = None
) -> AsyncIterator[Driver]:
    """The app at the first question of a new consultation, or of a copy of an example."""
    async with opened(lang, size) as pilot:
        await consult(pilot, example)
        yield pilot


async def consult(pilot: Driver, example: str | None = None) -> None:
    """From the list to the first question of a new consultation, or of a copy of an example."""
    session = cast(HomeScreen, pilot.app.screen).session
    assert session is not None
    sat = session.copy(example) if example else session.begin(Cluster(name=NAME), DAY)
    await pilot.app.push_screen(ConsultationScreen(sat))
    await rest(pilot)


async def press(pilot: Driver, *keys: str) -> None:
    """Presses keys, and after each lets everything come to rest: a key never overtakes what the last one began."""
    for key in keys:
        # Not pilot.press, which then waits for every widget: so does `rest`.
        await pilot.app._press_keys((key,))
        await rest(pilot)


async def type_(pilot: Driver, text: str) -> None:
    """Types into the field that has the focus."""
    await pilot.press(*text)
    await rest(pilot)


async def rest(pilot: Driver) -> None:
    """Returns when no worker runs and nothing waits, twice in a row: a timer may just have sent something.

    Textual's own pause looks at the time of the processor, which stands still on a busy computer too.
    """
    calm = 0
    while calm < 2:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        calm = 0 if waiting(pilot) else calm + 1


def waiting(pilot: Driver) -> bool:
    """Whether there is still something to do: messages, what is done after painting, and a new size.

    A new size is handed on only after a while, in case a newer one comes.
    """
    app = pilot.app
    nodes = (app, *app.screen.walk_children(with_self=True))
    later = app._resize_event is not None or bool(app.screen._callbacks)
    return later or any(node.message_queue_size for node in nodes)


async def begin(pilot: Driver, name: str) -> None:
    """A new consultation by keys."""
    await press(pilot, "n")
    await type_(pilot, name)
    await press(pilot, "f5")


def screen(pilot: Driver) -> ConsultationScreen:
    assert isinstance(pilot.app.screen, ConsultationScreen)
    return pilot.app.screen


async def jump(pilot: Driver, question: str) -> None:
    """Goes to a question as the list of questions does."""
    screen(pilot)._jump(question)
    await rest(pilot)


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
