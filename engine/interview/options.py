"""Finds the options a person meant: by id, by label in either language, or by number in the list."""

import re
from functools import lru_cache

from engine.interview.words import key
from engine.model.questions import Option, Question

_NUMBER = re.compile(r"\(?(\d{1,3})[.)]?")
_SEPARATORS = re.compile(r"[、,;・/\s，；／･]+")
_LONGEST_LIST = 64
"""More pieces than this are no list of options; trying every run of them would only cost time."""
_LONGEST_LABEL = 24
"""In pieces. No label has so many words."""


def find(question: Question, text: str) -> str | None:
    """The id of the option that ``text`` names, or None."""
    wanted = key(text)
    if by_name := _names(question.options).get(wanted):
        return by_name
    number = _NUMBER.fullmatch(wanted)
    if number and 1 <= int(number[1]) <= len(question.options):
        return question.options[int(number[1]) - 1].id
    return None


def find_all(question: Question, text: str) -> tuple[list[str], list[str]]:
    """Splits a list as typed into the options it names and the pieces that name none.

    A label may itself hold a space or a separator (``land, water``, 土地・用地), so the longest run of pieces that is
    an option wins.
    """
    pieces = [match.span() for match in re.finditer(rf"(?:(?!{_SEPARATORS.pattern}).)+", text, re.DOTALL)]
    if len(pieces) > _LONGEST_LIST:
        return [], [text]
    found: list[str] = []
    strange: list[str] = []
    at = 0
    while at < len(pieces):
        end, option = _longest(question, text, pieces, at)
        if option is None:
            strange.append(text[slice(*pieces[at])])
        else:
            found.append(option)
        at = end
    return found, strange


def _longest(question: Question, text: str, pieces: list[tuple[int, int]], at: int) -> tuple[int, str | None]:
    for end in range(min(len(pieces), at + _LONGEST_LABEL), at, -1):
        if option := find(question, text[pieces[at][0] : pieces[end - 1][1]]):
            return end, option
    return at + 1, None


@lru_cache(maxsize=512)
def _names(options: tuple[Option, ...]) -> dict[str, str]:
    """Every name of every option; where two collide an id wins over a label, and an earlier option over a later."""
    names: dict[str, str] = {}
    for name in ("id", "ja", "en"):
        for option in options:
            names.setdefault(key(option.id if name == "id" else getattr(option.label, name)), option.id)
    return names


def names_of(question: Question) -> dict[str, str]:
    """What a person may type for each option, as written (not folded), with the option's id."""
    ids = {option.id: option.id for option in question.options}
    return ids | {name: o.id for o in question.options for name in (o.label.ja, o.label.en)}
