"""Picks the division (産業中分類) by code, name, reading, or something made there; manufacturing comes first."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from engine.store.divisions import division, search
from tui.texts import say
from tui.widgets.finder import Hit
from tui.widgets.picker import Picker
from tui.widgets.prose import Para
from tui.widgets.row_list import Row

if TYPE_CHECKING:
    from tui.app import ShusekiApp
    from tui.texts import Lang


class DivisionPicker(Picker):
    """``chosen`` holds two digits, or nothing. Down on the empty field lists all 99."""

    def __init__(self, more: Callable[[int], str], *, id: str, chosen: str | None = None) -> None:
        given = (chosen,) if chosen else ()
        super().__init__(self._look, self._shown, more, id=id, several=False, chosen=given, browse=True)

    @property
    def code(self) -> str | None:
        """What was picked."""
        return self.chosen[0] if self.chosen else None

    def complete(self) -> None:
        """Takes over what is typed where only one division can be meant."""
        found = search(self.finder.text, self._lang) if self.finder.text else ()
        if len(found) == 1 or (found and found[0].division.code == self.finder.text):
            self.choose(found[0].division.code)

    @property
    def _lang(self) -> "Lang":
        return cast("ShusekiApp", self.app).lang

    def _look(self, text: str) -> Sequence[Hit]:
        # All 99 on an empty field: the list is short enough to be walked through.
        return [
            Hit(match.division.code, self._row(match.division.code, match.by)) for match in search(text, self._lang)
        ]

    def _shown(self, code: str) -> Row:
        return self._row(code, "", mark="[x] ")

    def _row(self, code: str, by: str, mark: str = "") -> Row:
        found = division(code)
        if found is None:
            return Row((Para(code),), mark=mark)
        told = [Para(f"{code} {found.name.get(self._lang)}")]
        told += [Para(say(self._lang, "new.division_by", name=by), "$foreground-muted", 3)] if by else []
        return Row(tuple(told), mark=mark)
