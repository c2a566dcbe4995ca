"""Notices in a strip of their own: nothing lies over or under it, so that no wide character of theirs is cut in two."""

from collections.abc import Iterable, Sequence

from textual.notifications import Notification

from tui.texts import Lang, say
from tui.widgets.prose import Para, Prose, lines_of

MOST_LINES = 4
"""Older notices are shown only while all of them need no more lines than these; the newest always is."""
BESIDE = 2


class Notices(Prose):
    """A strip above the footer, as wide as the screen; it goes by itself, by a click, or by a key of the screen."""

    DEFAULT_CSS = """
    Notices { dock: bottom; margin: 0 0 1 0; padding: 0 1; background: $panel; color: $foreground; text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.display = False

    def tell(self, notifications: Iterable[Notification], lang: Lang) -> None:
        """Shows the newest of them, the last one first; without any, takes no room."""
        newest = sorted(notifications, key=lambda one: one.raised_at, reverse=True)
        self.show(*fitting([told(one, lang) for one in newest], max(self.app.size.width - BESIDE, 1)))

    def on_click(self) -> None:
        self.app.clear_notifications()


def told(notification: Notification, lang: Lang) -> Para:
    """A notice, and how grave it is in a word."""
    return Para(notification.message, lead=say(lang, f"notice.{notification.severity}"))


def fitting(paras: Sequence[Para], width: int) -> tuple[Para, ...]:
    """The first, and of those after it as many as fit with it into ``MOST_LINES``."""
    count = 1
    while count < len(paras) and len(lines_of(paras[: count + 1], width)) <= MOST_LINES:
        count += 1
    return tuple(paras[:count])
