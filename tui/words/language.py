"""Chooses the language: as asked, as the environment says, as the system is set."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Not loaded before the first paint, which is what this is asked for first.
    from engine.model.text import Lang

ENVIRONMENT = "SHUSEKI_LANG"


def language(asked: str | None = None, remembered: str | None = None) -> "Lang":
    """Japanese or English: ``asked``, else ``SHUSEKI_LANG``, ``remembered``, the locale (Japanese if it says so).

    Commands remember nothing: what they print must not depend on what was pressed in the terminal interface.
    """
    for given in (asked, os.environ.get(ENVIRONMENT), remembered):
        if given:
            return "ja" if given.lower().startswith("ja") else "en"
    return "ja" if _locale().lower().startswith("ja") else "en"


def asked_in(arguments: Sequence[str]) -> str | None:
    """The language named by ``--lang`` among the arguments, before anything has read them properly."""
    found = None
    for n, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith("--lang="):
            found = argument.partition("=")[2]
        elif argument == "--lang" and n + 1 < len(arguments):
            found = arguments[n + 1]
    return found


def _locale() -> str:
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return next((os.environ[name] for name in names if os.environ.get(name)), "") or _system_locale()


def _system_locale() -> str:
    """What the system says where no variable does, as on Windows."""
    if os.name != "nt":
        return ""
    import locale

    return locale.getlocale()[0] or ""
