"""Tells whether a command line only opens the terminal interface, so that nothing else need be loaded for it."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LANGUAGES = ("ja", "en")


@dataclass(frozen=True, slots=True)
class Opening:
    """How the terminal interface is asked for."""

    lang: str | None = None
    plain: bool = False


def opening(arguments: Sequence[str]) -> Opening | None:
    """The options of the terminal interface; None where a command, other options, or something wrong is given.

    What is None here is read by Typer, which knows all commands and says what is wrong; loading it takes as long as a
    fifth of what a person waits for the first screen.
    """
    lang, plain, rest = None, False, iter(arguments)
    for argument in rest:
        if argument == "--plain":
            plain = True
        elif argument == "--" and next(rest, None) is None:
            break
        elif argument == "--lang" or argument.startswith("--lang="):
            lang = _value(argument, rest)
            if lang not in LANGUAGES:
                return None
        else:
            return None
    return Opening(lang, plain)


def on_terminal() -> bool:
    """Whether there is a terminal to open it on."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _value(argument: str, rest: Iterator[str]) -> str | None:
    _, equals, value = argument.partition("=")
    return value if equals else next(rest, None)
