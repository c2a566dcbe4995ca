"""Which measures of the road map are shown, in what order: by timing, actor, resource, status and type."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from engine.assess.words import PRIORITY, STANDING, TIMING
from engine.model.assessment import Recommendation
from engine.model.book import Book
from engine.model.knowledge import Actor, Resource
from engine.model.text import LocalizedText
from engine.report.words import WHO
from tui.texts import Lang, say

Sort = Literal["order", "phase", "name"]
SORTS: tuple[Sort, ...] = get_args(Sort)
VALUES: dict[str, tuple[str, ...]] = {
    "timing": tuple(TIMING),
    "who": tuple(WHO),
    "actor": tuple(one.value for one in Actor),
    "resource": tuple(one.value for one in Resource),
    "status": tuple(STANDING),
    "type": ("A-1", "A-2", "B"),
}
"""Every value that can be asked for, in the order in which it is told. ``actor`` is as the study names them."""
Wanted = tuple[str, str]
"""A dimension and one of its values."""
_NAMES: dict[Wanted, LocalizedText] = {
    **{("timing", value): name for value, name in TIMING.items()},
    **{("status", value): name for value, name in STANDING.items()},
    **{("who", value): name for value, name in WHO.items()},
}
_PRIORITIES = tuple(PRIORITY)
_TIMINGS = tuple(TIMING)


def values_of(one: Recommendation, dimension: str, book: Book) -> frozenset[str]:
    """What a measure is under a dimension; of actors and resources often several."""
    measure = book.measures[one.measure]
    match dimension:
        case "timing":
            return frozenset({one.timing})
        case "who":
            return frozenset(actor.who for actor in measure.who_acts)
        case "actor":
            return frozenset(actor.value for actor in measure.actors)
        case "resource":
            return frozenset(resource.value for resource in measure.resources)
        case "status":
            return frozenset({one.status})
    return frozenset({one.type})


def name_of(dimension: str, value: str, lang: Lang) -> str:
    """A value in words."""
    named = _NAMES.get((dimension, value))
    if named:
        return named.get(lang)
    return value if dimension == "type" else say(lang, f"{dimension}.{value}")


@dataclass(frozen=True, slots=True)
class Selection:
    """What is wanted: of one dimension any of its values, of several dimensions all. Nothing wanted: everything."""

    wanted: frozenset[Wanted] = field(default_factory=frozenset)
    sort: Sort = "order"

    def toggled(self, one: Wanted) -> "Selection":
        """With one value more, or less."""
        return replace(self, wanted=self.wanted ^ {one})

    def cleared(self) -> "Selection":
        """Of everything, in the same order."""
        return replace(self, wanted=frozenset())

    def turned(self) -> "Selection":
        """In the next order."""
        return replace(self, sort=SORTS[(SORTS.index(self.sort) + 1) % len(SORTS)])

    def of(self, dimension: str) -> tuple[str, ...]:
        """The values wanted of a dimension."""
        return tuple(value for value in VALUES[dimension] if (dimension, value) in self.wanted)

    def admits(self, one: Recommendation, book: Book) -> bool:
        """Whether a measure is wanted."""
        return all(values_of(one, d, book) & set(self.of(d)) for d in VALUES if self.of(d))

    def chosen(self, found: Iterable[Recommendation], book: Book, lang: Lang) -> list[Recommendation]:
        """The measures wanted, by timing and within it in the order asked for; ties stay as they were."""
        wanted = [one for one in found if self.admits(one, book)]
        return sorted(wanted, key=lambda one: (_TIMINGS.index(one.timing), self._key(one, book, lang)))

    def _key(self, one: Recommendation, book: Book, lang: Lang) -> tuple[int | str, ...]:
        order = _PRIORITIES.index(one.priority)
        if self.sort == "order":
            return (order,)
        if self.sort == "phase":
            return (one.type, min(book.phases[phase].order for phase in one.phases), order)
        return (book.measures[one.measure].title.get(lang),)

    def told(self, shown: int, total: int, lang: Lang) -> str:
        """In words what is wanted, how many of how many that are, and in what order."""
        both = say(lang, "filter.count", shown=shown, total=total)
        order = say(lang, "filter.sorted", order=say(lang, f"sort.{self.sort}"))
        parts = [self._part(dimension, lang) for dimension in VALUES if self.of(dimension)]
        listed = ("、" if lang == "ja" else "; ").join(parts) if parts else say(lang, "filter.none")
        return say(lang, "filter.told", what=listed, count=both, order=order)

    def _part(self, dimension: str, lang: Lang) -> str:
        names = say(lang, "filter.or").join(name_of(dimension, value, lang) for value in self.of(dimension))
        return say(lang, "filter.part", dimension=say(lang, f"dimension.{dimension}"), values=names)


def counted(found: Sequence[Recommendation], dimension: str, value: str, book: Book) -> int:
    """How many measures have a value."""
    return sum(value in values_of(one, dimension, book) for one in found)


def offered(found: Sequence[Recommendation], selection: Selection, book: Book) -> list[Wanted]:
    """The values that some measure has, or that are wanted."""
    every = [(dimension, value) for dimension, values in VALUES.items() for value in values]
    return [one for one in every if counted(found, *one, book) or one in selection.wanted]
