"""Which actors and resources an existing measure shows: by its columns, and by the words it uses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from engine.interview.folding import fold
from engine.model.knowledge import Actor, Resource
from engine.model.register import ExistingMeasure
from engine.model.rules import GapWords


@dataclass(frozen=True)
class Shown:
    """The words that show actors and resources, made ready for looking up."""

    vocabulary: Sequence[GapWords]

    @cached_property
    def _words(self) -> tuple[tuple[Actor | Resource, tuple[str, ...]], ...]:
        return tuple((one.shows, tuple(fold(word) for word in one.words)) for one in self.vocabulary)

    def actors(self, one: ExistingMeasure) -> Iterator[Actor]:
        """The actors that it shows. The municipality is always there, as it is its register."""
        yield Actor.MUNICIPALITY
        yield from one.actors or ()
        yield from (what for what in self._named(f"{one.words} {one.actors_text}") if isinstance(what, Actor))
        if "state" in (one.funding or ()):
            yield Actor.STATE

    def resources(self, one: ExistingMeasure) -> Iterator[Resource]:
        """The resources that it shows."""
        yield from one.resources or ()
        yield from (what for what in self._named(one.words) if isinstance(what, Resource))

    def _named(self, text: str) -> Iterator[Actor | Resource]:
        said = fold(text)
        return (what for what, words in self._words if any(word in said for word in words))
