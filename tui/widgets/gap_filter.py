"""Which findings of the gap check are shown: by kind, type and timing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from engine.assess.words import TIMING
from engine.model.gaps import GapFinding
from engine.model.rules import GapKind
from engine.report.gaps.labels import KIND
from tui.texts import Lang, say
from tui.widgets.result_lines import upper

Wanted = tuple[str, str]
"""A dimension (kind, type, timing) and one of its values."""
VALUES: dict[str, tuple[str, ...]] = {
    "kind": get_args(GapKind),
    "type": ("A-1", "A-2", "B"),
    "timing": tuple(TIMING),
}


@dataclass(frozen=True, slots=True)
class GapSelection:
    """What is wanted: within a dimension any of the values, between dimensions all."""

    wanted: frozenset[Wanted] = frozenset()

    def toggled(self, one: Wanted) -> "GapSelection":
        """With this one wanted, or no more."""
        return GapSelection(self.wanted ^ {one})

    def cleared(self) -> "GapSelection":
        """Of everything."""
        return GapSelection()

    def chosen(self, found: Iterable[GapFinding]) -> list[GapFinding]:
        """Those that are wanted, in their order."""
        dimensions = {dimension for dimension, _ in self.wanted}
        return [one for one in found if all((d, value_of(one, d)) in self.wanted for d in dimensions)]

    def told(self, shown: int, total: int, lang: Lang) -> str:
        """What is shown, in a line."""
        parts = []
        for dimension in VALUES:
            names = [name_of(d, v, lang) for d, v in sorted(self.wanted) if d == dimension]
            if names:
                values = say(lang, "filter.or").join(names)
                parts.append(say(lang, "filter.part", dimension=say(lang, f"gap_filter.{dimension}"), values=values))
        what = ("、" if lang == "ja" else ", ").join(parts) or say(lang, "filter.none")
        return say(lang, "gap_filter.told", what=what, count=say(lang, "filter.count", shown=shown, total=total))


def value_of(one: GapFinding, dimension: str) -> str:
    """The value of a finding; empty where it has none."""
    return str(getattr(one, dimension) or "")


def name_of(dimension: str, value: str, lang: Lang) -> str:
    """A value in words."""
    if dimension == "kind":
        return next(name.get(lang) for kind, name in KIND.items() if kind == value)
    return next((upper(name.get(lang)) for timing, name in TIMING.items() if timing == value), value)


def counted(found: Iterable[GapFinding], dimension: str, value: str) -> int:
    """How many findings have a value."""
    return sum(value_of(one, dimension) == value for one in found)


def offered(found: Sequence[GapFinding], selection: GapSelection) -> list[Wanted]:
    """The values that some finding has, or that are wanted."""
    every = [(dimension, value) for dimension, values in VALUES.items() for value in values]
    return [one for one in every if counted(found, *one) or one in selection.wanted]
