"""The command palette: what can be done here, where one can go, and the words of the glossary."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.binding import ActiveBinding, Binding
from textual.command import CommandInput, CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widgets import Input
from textual.widgets.option_list import Option

from tui import themes
from tui.screens.face import Face
from tui.screens.help import sentence
from tui.screens.key_names import NAVIGATION, name_of
from tui.searching import finds, folded
from tui.texts import TEXTS, Lang, say
from tui.widgets.prose import Para, lines_of

if TYPE_CHECKING:
    from engine.model.book import Book
    from tui.app import ShusekiApp

EVERYWHERE = frozenset({"help", "language", "theme", "plain", "palette", "quit", "glossary", "study", "close_notices"})
"""Ids of bindings that are offered on every screen, in words of their own."""
FEW = 16
"""So many places of a screen are shown without a search."""
BESIDE = 6
"""Cells of the palette that are not text."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be chosen. ``words``: what else it is found by. ``only_found``: not shown before a search."""

    title: str
    run: Callable[[], object]
    note: str = ""
    words: str = ""
    only_found: bool = False

    def shown(self, width: int) -> Content:
        """The entry in lines of at most ``width`` cells."""
        note = f"  ({self.note})" if self.note else ""
        return Content("\n").join(lines_of((Para(self.title + note),), width))

    def score(self, query: str) -> float:
        """How well it answers: words of the title come before what else it is found by; 0 where it does not."""
        if finds(query, self.title):
            return 1.0 if folded(self.title).startswith(folded(query)) else 0.8
        return 0.5 if finds(query, self.title, self.note, self.words) else 0.0


class Commands(Provider):
    """What the palette offers over one screen."""

    async def discover(self) -> Hits:
        """Everything but the many that are there to be searched."""
        for entry in self._entries():
            if not entry.only_found:
                yield DiscoveryHit(entry.shown(self._width), entry.run, entry.title)

    async def search(self, query: str) -> Hits:
        """What has the words of the query; else what has its letters in order."""
        found = [(score, entry) for entry in self._entries() if (score := entry.score(query))]
        matcher = self.matcher(folded(query))
        near = () if found else ((matcher.match(folded(e.title)) / 1000, e) for e in self._entries())
        for score, entry in (*found, *near):
            if score:
                yield Hit(score, entry.shown(self._width), entry.run, entry.title)

    @property
    def _width(self) -> int:
        return self.app.size.width - BESIDE

    @property
    def _shuseki(self) -> "ShusekiApp":
        return cast("ShusekiApp", self.app)

    def _entries(self) -> tuple[Entry, ...]:
        face = self.screen if isinstance(self.screen, Face) else None
        if face is None:
            return ()
        return (*self._actions(face), *_jumps(face), *self._everywhere(face), *self._terms(face))

    def _actions(self, face: Face) -> Iterator[Entry]:
        """The actions of the screen, once each, with the sentence that help has for them."""
        seen = set()
        for key, active in self.screen.active_bindings.items():
            name, binding = name_of(key), active.binding
            if (
                name is None
                or name in NAVIGATION
                or name.isdigit()
                or binding.id in EVERYWHERE
                or binding.action in seen
            ):
                continue
            title = _called(binding, face.lang) or sentence(face.HELP or "", key, face.lang)
            title = title or (binding.description if binding.id else "")
            if active.enabled and title:
                seen.add(binding.action)
                told = (sentence(face.HELP or "", key, lang) for lang in ("ja", "en"))
                words = " ".join((binding.description, *told, also_called(binding.action)))
                yield Entry(title, self._action(active), name, words)

    def _action(self, active: ActiveBinding) -> Callable[[], object]:
        return partial(self.app.run_action, active.binding.action, active.node)

    def _everywhere(self, face: Face) -> Iterator[Entry]:
        app = self._shuseki

        def entry(key: str, run: Callable[[], object], note: str) -> Entry:
            words = f"{say(other(face.lang), key)} {also_called(key.removeprefix('palette.'))}"
            return Entry(say(face.lang, key), run, note, words)

        yield entry("palette.help", face.action_help, "F1")
        if face.book is not None:
            yield entry("palette.glossary", face.action_glossary, "Ctrl+G")
            yield entry("palette.study", face.action_study, "Ctrl+L")
        yield entry("palette.language", app.action_language, "F2")
        for theme in themes.NAMES:
            yield entry(f"theme.{theme}", partial(app.choose_theme, theme), "F9")
        yield entry("palette.plain_off" if app.plain else "palette.plain_on", app.action_plain, "Ctrl+T")
        yield entry("palette.quit", app.action_quit, "Ctrl+Q")

    def _terms(self, face: Face) -> Iterator[Entry]:
        if face.book is None:
            return
        for term in face.book.glossary.values():
            note = say(face.lang, "palette.term")
            words = " ".join((term.reading, *term.wordings))
            opened = partial(_open, face.book, term.id, self._shuseki)
            yield Entry(term.title.get(face.lang), opened, note, words, only_found=True)


def also_called(action: str) -> str:
    """What an action is found by besides its name, in both languages."""
    return " ".join(TEXTS.get(f"find.{action}", ()))


def _called(binding: Binding, lang: Lang) -> str:
    """The name of an action that help tells of only together with another."""
    key = f"palette.do.{binding.id}"
    return say(lang, key) if key in TEXTS else ""


def other(lang: Lang) -> Lang:
    """The other language: things are found by their names in either."""
    return "en" if lang == "ja" else "ja"


def _open(book: "Book", term: str, app: "ShusekiApp") -> None:
    from tui.screens.glossary import GlossaryScreen

    app.push_screen(GlossaryScreen(book, "", term))


def _jumps(face: Face) -> Iterator[Entry]:
    jumps = tuple(face.palette())
    for title, note, run in jumps:
        words = also_called(getattr(run, "__name__", "").removeprefix("action_"))
        yield Entry(title, run, note, words, only_found=len(jumps) > FEW)


class Palette(Face, CommandPalette):
    """Textual's palette, with our words, and nothing in it that a Japanese terminal draws wider than it is."""

    HELP = "palette"
    BINDINGS = [
        Binding("f1", "help", "key.help", id="help", show=False),
        Binding("f2", "app.language", "key.language", id="language", show=False),
        Binding("ctrl+q", "app.quit", "key.quit", id="quit", show=False),
    ]

    def __init__(self, lang: Lang) -> None:
        super().__init__([Commands], placeholder=say(lang, "palette.placeholder"))

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The bindings, as they are told."""
        return self.told(super().active_bindings)

    def speak(self) -> None:
        """Searches again: what is found has other names now."""
        field = self.query_one(CommandInput)
        field.placeholder = self.say("palette.placeholder")
        self.post_message(Input.Changed(field, field.value))

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Says at once, in the language of the app, that nothing was found."""
        none = Option(Content(self.say("palette.none")), disabled=True, id=self._NO_MATCHES)
        self.query_one(CommandList).add_option(none)
        self._list_visible = True
