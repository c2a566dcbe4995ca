"""Tells whether a case of the study is about the cluster's own place: it must not be told as another's example."""

import re
from collections.abc import Iterable, Iterator

from engine.model.knowledge import Case

_PREFECTURE = re.compile(r"(東京都|北海道|(?:京都|大阪)府|.{2,3}県)(.*)")
_CITY_OF_WARD = re.compile(r"(.+市).+区")


def of_own_place(case: Case, places: Iterable[str]) -> bool:
    """Whether the study's place and the cluster's area overlap, as far as their names tell.

    Args:
        case: a case of the study, which gives its place in words.
        places: the cluster's area by Japanese names, a prefecture named once (三重県四日市市, 鈴鹿市).
    """
    there = case.place.ja
    return any(
        (city in there) if city and case.level != "prefecture" else bool(prefecture) and prefecture in there
        for prefecture, city in _split(places)
    )


def _split(places: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Prefecture and municipality; of a ward its city. A municipality named alone is of the prefecture before it."""
    prefecture = ""
    for place in places:
        found = _PREFECTURE.fullmatch(place)
        city = place
        if found:
            prefecture, city = found.groups()
        ward = _CITY_OF_WARD.fullmatch(city)
        yield prefecture, ward.group(1) if ward else city
