"""What a browser may say: keys, a size, whether it is looked at. All else is refused."""

import json
from dataclasses import dataclass
from typing import Literal

LARGEST = 64 * 1024
"""Largest message in bytes; a pasted page of text is a tenth of it."""
WIDTHS = (20, 500)
HEIGHTS = (8, 200)


@dataclass(frozen=True)
class Typed:
    """Keys and mouse, as a terminal sends them."""

    text: str


@dataclass(frozen=True)
class Resized:
    """The terminal's size in cells."""

    width: int
    height: int


@dataclass(frozen=True)
class Looked:
    """The page came into view or went out of it."""

    at: Literal["focus", "blur"]


@dataclass(frozen=True)
class Ping:
    """The page asks whether anybody is there; it gets its own word back."""

    word: str


Message = Typed | Resized | Looked | Ping


class UnreadableError(Exception):
    """A message that our page does not send."""


def read(text: str) -> Message:
    """A message of the page.

    Raises:
        UnreadableError: If it is none.
    """
    try:
        match json.loads(text):
            case ["stdin", str(typed)]:
                return Typed(typed)
            case ["resize", {"width": int(width), "height": int(height)}]:
                return Resized(within(width, WIDTHS), within(height, HEIGHTS))
            case [("focus" | "blur") as at]:
                return Looked(at)
            case ["ping", str(word)] if len(word) < 40:
                return Ping(word)
    except (ValueError, RecursionError) as error:
        raise UnreadableError from error
    raise UnreadableError


def within(value: int, limits: tuple[int, int]) -> int:
    """The value, or the limit that it passes."""
    return max(limits[0], min(limits[1], value))


def number(text: str, limits: tuple[int, int], otherwise: int) -> int:
    """A number in a URL, within limits."""
    return within(int(text), limits) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise
