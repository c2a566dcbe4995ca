"""The divisions (中分類) of the Japan Standard Industrial Classification, and what finds one of them."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources

from engine.interview.folding import fold, romaji, typed
from engine.model.text import Lang, LocalizedText

MANUFACTURING = "E"
"""The letter of the major group that the study deals with."""


_EXACT, _NAMED = -3, -2
"""The ranks of the division's own name, and of a match by it; -1 to 0 are matches by what lies below it."""


@dataclass(frozen=True, slots=True)
class Division:
    """One of the 99: its two digits, its names, and the names of the groups below it by language."""

    code: str
    name: LocalizedText
    reading: str
    major: str
    includes: dict[Lang, tuple[str, ...]]

    @property
    def manufacturing(self) -> bool:
        """Whether it belongs to manufacturing."""
        return self.major == MANUFACTURING


@dataclass(frozen=True, slots=True)
class Match:
    """A division that was found; ``by``: the group below it that was meant, where its own name does not tell."""

    division: Division
    by: str = ""


def division(code: str | None) -> Division | None:
    """The division with these two digits, or None where there is none."""
    return _table().get(code or "")


def search(text: str, lang: Lang = "ja") -> tuple[Match, ...]:
    """What ``text`` may mean: a code, a name, a reading, or something made there. All of them for an empty text.

    What has the very name comes first, else manufacturing does, and in it what matches by its own name.
    """
    wanted, latin = fold(text), typed(text)
    ranked = ((_rank(one, wanted, latin, lang), one) for one in _table().values())
    hits = [
        (rank != _EXACT, not one.manufacturing, rank, one.code, Match(one, by))
        for (rank, by), one in ranked
        if rank is not None
    ]
    return tuple(match for *_, match in sorted(hits, key=lambda hit: hit[:4]))


def _rank(one: Division, wanted: str, latin: str, lang: Lang) -> tuple[float | None, str]:
    """How well it matches, the least first (None: not), and by what: the more of what lies below it, the better."""
    if wanted.isdigit():
        return (_NAMED if one.code.startswith(wanted) else None), ""
    names, letters = _folded(one.code)
    if wanted in names:
        return _EXACT, ""
    if any(name.startswith(wanted) for name in names) or (len(latin) > 1 and letters.startswith(latin)):
        return _NAMED, ""
    if any(wanted in name for name in names):
        return _NAMED + 0.5, ""
    # Either language is searched, and what is shown is in the language of the screen where there is a choice.
    for language in (lang, "en" if lang == "ja" else "ja"):
        below = [name for name in one.includes.get(language, ()) if wanted in fold(name)]
        if below:
            return -len(below) / len(one.includes[language]), min(
                below, key=lambda name: (not fold(name).startswith(wanted), len(name))
            )
    return None, ""


@cache
def _folded(code: str) -> tuple[tuple[str, ...], str]:
    one = _table()[code]
    return (fold(one.name.ja), fold(one.reading), fold(one.name.en)), romaji(one.reading)


@cache
def _table() -> dict[str, Division]:
    """All by code, in order; read once, when first asked for."""
    text = resources.files("knowledge").joinpath("industry_divisions.csv").read_text(encoding="utf-8")
    return {row["code"]: _division(row) for row in csv.DictReader(text.splitlines())}


def _division(row: dict[str, str]) -> Division:
    includes: dict[Lang, tuple[str, ...]] = {
        "ja": tuple(filter(None, row["includes_ja"].split(";"))),
        "en": tuple(filter(None, row["includes_en"].split(";"))),
    }
    name = LocalizedText(ja=row["name_ja"], en=row["name_en"])
    return Division(row["code"], name, row["reading"], row["major"], includes)
