"""Picks municipalities, prefectures and wards by reading, kanji, Latin letters or code."""

import re
from collections.abc import Callable

from engine.model.problem import Problem
from engine.store.area_search import search
from engine.store.areas import Area, lookup, read_code
from tui.widgets.finder import Hit
from tui.widgets.picker import Picker
from tui.widgets.prose import Para
from tui.widgets.row_list import Row

_BETWEEN = re.compile("[、，,;；\\s]+")
_DIGITS = re.compile(r"\d{5,}")


class AreaPicker(Picker):
    """``chosen`` holds codes of six digits."""

    def __init__(self, more: Callable[[int], str], *, id: str, chosen: tuple[str, ...] = ()) -> None:
        super().__init__(_look, _shown, more, id=id, several=True, chosen=chosen)

    def complete(self) -> Problem | None:
        """Takes over what is typed where it can only mean one thing: codes, or a text with one match.

        Returns:
            What is wrong with a code; None where nothing is left in the field, or what is left is no code.
        """
        parts = [part for part in _BETWEEN.split(self.finder.text) if part]
        read = [read_code(part) for part in parts]
        if parts and all(isinstance(code, str) for code in read):
            self.choose(*(code for code in read if isinstance(code, str)))
            return None
        if parts and all(_DIGITS.fullmatch(part) for part in parts):
            return next(code for code in read if isinstance(code, Problem))
        only = search(self.finder.text)
        if len(only) == 1:
            self.choose(only[0].code)
        return None

    def wrong_code(self) -> Problem | None:
        """What is wrong with the code that is typed; None where it is right, unfinished, or no code."""
        text = self.finder.text
        read = read_code(text) if _DIGITS.fullmatch(text) and len(text) > 5 else None
        return read if isinstance(read, Problem) else None


def level_of(codes: tuple[str, ...]) -> str | None:
    """The level that the areas picked suggest: city, region or prefecture; None where nothing is picked.

    Wards of one city are that city; several of anything else are a region.
    """
    areas = [area for area in map(lookup, codes) if area]
    if not areas:
        return None
    if len(areas) == 1:
        return "prefecture" if areas[0].level == "prefecture" else "city"
    cities = {(area.prefecture, area.city_of_ward or area.name) for area in areas}
    return "city" if len(cities) == 1 else "region"


def apart(area: Area) -> str:
    """The name with what lies above it, set apart: 静岡県 浜松市 中央区."""
    parts = (area.prefecture, area.city_of_ward, area.name) if area.level != "prefecture" else (area.name,)
    return " ".join(part for part in parts if part)


def _look(text: str) -> list[Hit]:
    return [Hit(area.code, Row((Para(f"{apart(area)}  {area.reading}  {area.code}"),))) for area in search(text)]


def _shown(code: str) -> Row:
    area = lookup(code)
    return Row((Para(f"{apart(area)}  {code}" if area else code),), mark="[x] ")
