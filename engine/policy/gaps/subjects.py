"""States the facts of each subject of the check: generic measures, existing ones, pairs of these, next phases."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from engine.assess.measures import orders_of
from engine.model.gaps import Coverage
from engine.model.knowledge import Actor, Measure
from engine.model.register import ExistingMeasure, Link
from engine.policy.gaps.judging import GapFactsOf
from engine.policy.gaps.laid_over import LaidOver
from engine.policy.gaps.likeness import Likeness, divided
from engine.policy.gaps.register_view import RegisterView
from engine.policy.mapping import index_for

MOST_COMPARED = 50
"""Of what serves one generic measure, so many before it each is compared with; those of near names always are."""


@dataclass(frozen=True)
class Subjects:
    """What the rules of the check are asked about."""

    over: LaidOver
    view: RegisterView

    def of_measure(self, measure: Measure) -> GapFactsOf:
        """A generic measure of the types in question."""
        advised = self.over.advice.get(measure.id)
        return {
            "due": advised.timing if advised else "none",
            "in_register": self.view.coverage(measure.id),
            "by_answers": advised.status if advised else "unknown",
            "actors_there": _extent(_partners(measure), *self.view.lacking_partners(measure)),
            "resources_there": _extent(measure.resources, *self.view.lacking_resources(measure)),
            "raised": "yes" if self.over.raised(measure.id) else "no",
            "earlier_factor": self.over.earlier(measure),
            "first_phase": f"PH.{measure.type}.{min(orders_of(measure))}",
        }

    def of_existing(self, link: Link) -> GapFactsOf:
        """An existing measure: whether it serves anything of the types in question."""
        rows = self.view.rows[link.existing]
        on_sheet = any(self.over.book.sheets[row].sheet in ("hr", "dx") for row in rows if row in self.over.book.sheets)
        return {"mapped": link.standing, "serves": self._serves(link), "on_sheet": "yes" if on_sheet else "no"}

    def _serves(self, link: Link) -> str:
        if not link.generic:
            return "none" if link.standing == "confirmed" else "unknown"
        measures = self.over.book.measures
        here = any(one in measures and measures[one].type in self.over.types for one in link.generic)
        return "here" if here else "elsewhere"

    @cached_property
    def _in_short(self) -> dict[str, tuple[frozenset[str], bool, bool]]:
        """What each existing measure serves, whether a person said so, and whether it has ended."""
        found = ((one, self.view.mapping.of(one.id)) for one in self.view.register.measures)
        return {
            one.id: (frozenset(link.generic), link.standing == "confirmed", self.view.has_ended(one))
            for one, link in found
        }

    def of_pair(self, pair: tuple[ExistingMeasure, ExistingMeasure], likeness: float) -> GapFactsOf:
        """Two existing measures."""
        (serves, sure, over), (serves_too, sure_too, over_too) = (self._in_short[one.id] for one in pair)
        common, confirmed, ended = not serves.isdisjoint(serves_too), sure and sure_too, over or over_too
        serves_any = bool(serves or serves_too)
        return {
            "common_measure": ("confirmed" if confirmed else "suggested")
            if common
            else ("no" if serves_any else "neither"),
            "likeness": round(likeness),
            "divided": "yes" if divided(*pair) else "no",
            "running": "one_ended" if ended else "both",
        }

    def pairs(self) -> Iterator[tuple[tuple[ExistingMeasure, ExistingMeasure], float]]:
        """The pairs worth asking about, with how alike they are in percent."""
        cutter = index_for(self.over.book).cutter
        return Likeness(self.view.register.measures, cutter).pairs(self._same_measure())

    def _same_measure(self) -> set[frozenset[str]]:
        serving = self.view.serving.values()
        return {
            frozenset((one.id, other.id))
            for pairs in serving
            for n, (one, _) in enumerate(pairs)
            for other, _ in pairs[max(0, n - MOST_COMPARED) : n]
        }

    def of_phase(self, place: str, coverages: list[Coverage]) -> GapFactsOf:
        """A phase, with whether anything is there for its measures."""
        there = [coverage in ("there", "suggested") for coverage in coverages]
        measures = "all" if there and all(there) else "some" if any(there) else "none"
        return {"phase_place": place, "phase_measures": measures}


def _partners(measure: Measure) -> tuple[Actor, ...]:
    return tuple(actor for actor in measure.actors if actor is not Actor.STATE)


def _extent(named: tuple[object, ...], lacking: tuple[object, ...], unknown: tuple[object, ...]) -> str:
    """How much of what the study names is there. Of what serves nothing, and of what does not say, it is unknown."""
    if lacking:
        return "none" if len(lacking) == len(named) else "some"
    return "unknown" if unknown else "all"
