"""Pictures of the main screens, compared with those that were looked at and kept.

After a change that is wanted: ``pytest tests/tui/looks/test_pictures.py --snapshot-update``, then look at every picture
that changed (``git diff --stat tests/tui/looks/__snapshots__``), in a browser.
"""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from textual.widgets import Input

from engine.store import database
from tests.tui.app.driving import DAY, Driver, ready, rest
from tests.tui.looks.stages import STAGES, reach
from tui import themes
from tui.app import ShusekiApp
from tui.screens import new
from tui.settings import Settings
from tui.texts import Lang

NOON = datetime(2026, 4, 1, 3, 0, tzinfo=UTC)


class Today(date):
    """A date that knows only one today."""

    @classmethod
    def today(cls) -> date:
        return DAY


NARROW, WIDE, LARGE = (80, 24), (120, 36), (160, 50)
PICTURES = (
    ("home", "ja", WIDE, themes.AI),
    ("new-refused", "ja", NARROW, themes.WASHI),
    ("asking", "ja", NARROW, themes.AI),
    ("asking", "en", LARGE, themes.WASHI),
    ("number", "ja", WIDE, themes.PROJECTOR),
    ("review", "ja", WIDE, themes.AI),
    ("diagnosis", "ja", WIDE, themes.AI),
    ("diagnosis", "en", NARROW, themes.AI),
    ("tab-2", "ja", WIDE, themes.WASHI),
    ("tab-5", "en", WIDE, themes.AI),
    ("explanation", "ja", WIDE, themes.AI),
    ("what-if", "ja", WIDE, themes.AI),
    ("palette", "ja", NARROW, themes.AI),
)
Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def the_same_moment() -> Iterator[None]:
    """Every picture is of the same moment and the same zone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "_now", lambda: NOON)
        patch.setattr(new, "date", Today)
        patch.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "lang", "size", "theme"),
    [
        pytest.param(*one, id=f"{one[0]}-{one[1]}-{one[2][0]}-{one[3].name.removeprefix('shuseki-')}")
        for one in PICTURES
    ],
)
def test_it_looks_as_it_was_seen_to(
    name: str, lang: Lang, size: tuple[int, int], theme: "themes.Theme", snap_compare: Compare
) -> None:
    stage = next(stage for stage in STAGES if stage.name == name)

    async def there(pilot: Driver) -> None:
        await ready(pilot)
        await reach(pilot, stage)
        for field in pilot.app.screen.query(Input):
            field.cursor_blink = False
        await rest(pilot)

    app = ShusekiApp(lang, remembered=Settings(theme=theme.name))
    assert snap_compare(app, terminal_size=size, run_before=there)
