"""Finds local governments by what is typed: kanji, reading, Latin letters or code; instantly over the whole table."""

import re
from dataclasses import dataclass
from functools import cache

from engine.interview.folding import fold, romaji, typed
from engine.store.areas import Area, areas

_ENDING = re.compile("(?<=.)[都道府県市区町村]$")
_LEVELS = {"prefecture": 0, "municipality": 1, "ward": 2}


@dataclass(frozen=True, slots=True)
class _Entry:
    """An area with all that it is found by, folded beforehand: its own names, and those with what lies above it."""

    area: Area
    own: tuple[str, ...]
    whole: tuple[str, ...]
    latin: tuple[str, ...]


def search(text: str) -> tuple[Area, ...]:
    """The areas that ``text`` may mean, the likeliest first: the very name, then by beginning, then anywhere in it.

    Within each: prefectures, then municipalities, then wards, in order of code. Nothing for an empty text.
    """
    wanted, latin = fold(text), typed(text)
    if not wanted:
        return ()
    ranked = ((_rank(entry, wanted, latin), entry.area) for entry in _index().values())
    hits = [(rank, _LEVELS[area.level], area.code, area) for rank, area in ranked if rank is not None]
    return tuple(area for *_, area in sorted(hits, key=lambda hit: hit[:3]))


def warm() -> None:
    """Makes the index, so that the first key typed does not wait for it. Safe in any thread."""
    _index()


def readings_of(code: str) -> tuple[str, ...]:
    """The readings by which an area is found, in Latin letters too and with what it lies in; none if unknown."""
    entry = _index().get(code)
    return entry.whole[2:] + entry.latin if entry else ()


def _rank(entry: _Entry, wanted: str, latin: str) -> int | None:
    """0 for the very name, larger the looser; None for no match."""
    if wanted.isdigit():
        return 0 if entry.area.code.startswith(wanted) else None
    if wanted in entry.own:
        return 0
    if any(name.startswith(wanted) for name in entry.own) or (latin and entry.latin[0].startswith(latin)):
        return 1
    if any(name.startswith(wanted) for name in entry.whole) or (latin and entry.latin[1].startswith(latin)):
        return 2
    return 3 if any(wanted in name for name in entry.whole) else None


@cache
def _index() -> dict[str, _Entry]:
    """The whole table folded, by code; made once, when first searched."""
    table = areas()
    readings = {(area.prefecture, area.name): area.reading for area in table if area.level != "ward"}
    return {area.code: _entry(area, readings) for area in table}


def _entry(area: Area, readings: dict[tuple[str, str], str]) -> _Entry:
    above = "" if area.level == "prefecture" else readings[area.prefecture, area.prefecture]
    city = readings.get((area.prefecture, area.city_of_ward), "")
    name, reading, within = fold(area.name), fold(area.reading), fold(city + area.reading)
    return _Entry(
        area=area,
        own=(name, reading, _ENDING.sub("", name)),
        whole=(fold(area.full_name), fold(area.city_of_ward + area.name), within, fold(above + city + area.reading)),
        latin=(romaji(reading), romaji(within)),
    )
