"""A register with its mapping, looked at from the generic measures: what serves which, and what it shows of them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from engine.model.gaps import Coverage
from engine.model.knowledge import Actor, Measure, Resource
from engine.model.register import ExistingMeasure, Link, Mapping, Register
from engine.policy.gaps.shown import Said, Shown

T = TypeVar("T", Actor, Resource)


class Lacking(NamedTuple, Generic[T]):
    """What is not seen: known not to be there, and not known, since the register does not say."""

    known: tuple[T, ...]
    unknown: tuple[T, ...]


@dataclass(frozen=True)
class RegisterView:
    """One register, its mapping, and the fiscal year of the check.

    What a person confirmed is told apart from what is only suggested; a measure that has ended serves nothing.
    """

    register: Register
    mapping: Mapping
    fiscal_year: int
    shown: Shown

    def has_ended(self, existing: ExistingMeasure) -> bool:
        """Whether it is known to have ended; of one that says nothing it is not."""
        by_year = existing.end is not None and existing.end < self.fiscal_year
        return existing.progress == "ended" or by_year

    @cached_property
    def by_id(self) -> dict[str, ExistingMeasure]:
        """The existing measures by id."""
        return {one.id: one for one in self.register.measures}

    @cached_property
    def serving(self) -> dict[str, tuple[tuple[ExistingMeasure, Link], ...]]:
        """For each generic measure what serves it, or may, in the register's order; what has ended too."""
        found: dict[str, list[tuple[ExistingMeasure, Link]]] = {}
        for one in self.register.measures:
            link = self.mapping.of(one.id)
            for generic in link.generic:
                found.setdefault(generic, []).append((one, link))
        return {generic: tuple(pairs) for generic, pairs in found.items()}

    @cached_property
    def near(self) -> frozenset[str]:
        """Generic measures that something not confirmed is near to, though it was not taken to serve them."""
        links = (self.mapping.of(one.id) for one in self.register.measures)
        return frozenset(s.measure for link in links if link.standing != "confirmed" for s in link.suggestions)

    def running(self, generic: str) -> tuple[tuple[ExistingMeasure, Link], ...]:
        """What serves a generic measure and has not ended."""
        return self._running.get(generic, ())

    @cached_property
    def _running(self) -> dict[str, tuple[tuple[ExistingMeasure, Link], ...]]:
        return {
            generic: tuple(pair for pair in pairs if not self.has_ended(pair[0]))
            for generic, pairs in self.serving.items()
        }

    def coverage(self, generic: str) -> Coverage:
        """Whether anything is there for a generic measure."""
        running = self.running(generic)
        if any(link.standing == "confirmed" for _, link in running):
            return "there"
        if running:
            return "suggested"
        return "ended" if self.serving.get(generic) else "nothing"

    def existing(self, generic: str) -> tuple[str, ...]:
        """Ids of what serves a generic measure: what is going on, or for want of that what has ended."""
        return tuple(one.id for one, _ in self.running(generic) or self.serving.get(generic, ()))

    def lacking_actors(self, measure: Measure) -> Lacking[Actor]:
        """The actors the study names for a measure and the register does not show. Of what serves nothing: none."""
        serving = [one for one, _ in self.running(measure.id)]
        named = set(measure.actors if serving else ()) - {actor for one in serving for actor in self.actors[one.id]}
        lacking = {actor for actor in named if all(_tells(one, actor) for one in serving)}
        return Lacking(_in_order(lacking, Actor), _in_order(named - lacking, Actor))

    def lacking_partners(self, measure: Measure) -> Lacking[Actor]:
        """The same without the state: its money is looked at with the national directions, and makes nothing thin."""
        known, unknown = self.lacking_actors(measure)
        return Lacking(
            tuple(actor for actor in known if actor is not Actor.STATE),
            tuple(actor for actor in unknown if actor is not Actor.STATE),
        )

    def lacking_resources(self, measure: Measure) -> Lacking[Resource]:
        """The same of resources."""
        serving = [one for one, _ in self.running(measure.id)]
        shown = {resource for one in serving for resource in self.resources[one.id]}
        named = _in_order(set(measure.resources if serving else ()) - shown, Resource)
        return Lacking(named, ()) if all(one.resources is not None for one in serving) else Lacking((), named)

    @cached_property
    def said(self) -> dict[str, Said]:
        """The words of the vocabulary that each existing measure uses."""
        return {one.id: self.shown.said(one) for one in self.register.measures}

    @cached_property
    def rows(self) -> dict[str, dict[str, list[str]]]:
        """The rows of the further sheets that each existing measure shows, with the words that show them."""
        return {one: self.shown.rows_shown(said) for one, said in self.said.items()}

    @cached_property
    def actors(self) -> dict[str, frozenset[Actor]]:
        """The actors that each existing measure shows."""
        return {one.id: frozenset(self.shown.actors(one, self.said[one.id])) for one in self.register.measures}

    @cached_property
    def resources(self) -> dict[str, frozenset[Resource]]:
        """The resources that each existing measure shows."""
        return {one.id: frozenset(self.shown.resources(one, self.said[one.id])) for one in self.register.measures}


def _tells(one: ExistingMeasure, actor: Actor) -> bool:
    """Whether an existing measure would show the actor if it were there: the register says who it is with."""
    return one.funding is not None if actor is Actor.STATE else one.actors is not None


def _in_order(found: set[T], of: type[T]) -> tuple[T, ...]:
    return tuple(one for one in of if one in found)
