"""F1: what a screen is for, and what every key does there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual.binding import ActiveBinding
from textual.screen import Screen

from tui.screens.dialog import TextDialog
from tui.screens.help_texts import HELP, PURPOSE
from tui.screens.key_names import listed, name_of
from tui.texts import TEXTS, Lang, say
from tui.widgets.prose import GAP, Para

KEYS_WIDTH = 18
EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class Told:
    """A line of help: the keys as they are written, and what they do."""

    keys: str
    text: str


def rows(topic: str, lang: Lang) -> tuple[Told, ...]:
    """The lines about a screen, and about the keys that hold everywhere."""
    column = 1 if lang == "ja" else 2
    return tuple(Told(row[0], row[column]) for row in (*HELP.get(topic, ()), *HELP[EVERYWHERE]))


def untold(topic: str, bindings: Iterable[ActiveBinding], lang: Lang) -> Iterator[Told]:
    """Bindings that have a name and that no line tells about, so that help never leaves out a key."""
    ours = {say(lang, key) for key in TEXTS if key.startswith("key.")}
    known = {key for told in rows(topic, lang) for key in listed(told.keys)}
    for active in bindings:
        name = name_of(active.binding.key)
        # What Textual itself binds is described in English, and moves within what is shown.
        if name is not None and name not in known and active.binding.description in ours:
            yield Told(name, active.binding.description)


def sentence(topic: str, key: str, lang: Lang) -> str:
    """What a key does on a screen; nothing where no line says so. ``key`` as Textual names it."""
    name = name_of(key)
    return next((told.text for told in rows(topic, lang) if name in listed(told.keys)), "")


class HelpScreen(TextDialog):
    """The purpose of one screen, its keys, those that hold everywhere, and what the marks of a basis mean."""

    def __init__(self, topic: str, about: Screen[object]) -> None:
        super().__init__()
        self.topic = topic
        self.about = about

    def heading(self) -> str:
        return self.say("help.title")

    def paras(self) -> tuple[Para, ...]:
        from engine.report.words import LEGEND

        here, everywhere = HELP.get(self.topic, ()), HELP[EVERYWHERE]
        told = rows(self.topic, self.lang)
        more = tuple(untold(self.topic, self.about.active_bindings.values(), self.lang))
        return (
            *(Para(purpose[self.lang == "en"]) for purpose in (PURPOSE.get(self.topic),) if purpose),
            GAP,
            Para(self.say("help.here"), "bold"),
            *map(_line, (*told[: len(here)], *more)),
            GAP,
            Para(self.say("help.everywhere"), "bold"),
            *map(_line, told[-len(everywhere) :]),
            GAP,
            Para(self.say("help.basis"), "bold"),
            Para(LEGEND.get(self.lang)),
        )

    def action_help(self) -> None:
        self.action_close()


def _line(told: Told) -> Para:
    return Para(told.text, lead=f"{told.keys:<{KEYS_WIDTH}} ")
