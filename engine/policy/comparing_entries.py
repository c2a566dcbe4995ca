"""Finds which existing measures of two registers are the same, although ids, departments and even names change."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import fuzz, process

from engine.interview.folding import fold
from engine.model.gap_comparison import Entry, EntryChange, Field_, Relation
from engine.model.register import ExistingMeasure
from engine.policy.checked import Checked
from engine.policy.mapping.confirming import key_of

ALIKE = 80.0
"""Names this alike (similarity of characters, 0 to 100), of one department, are one measure that was renamed."""
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Pairs:
    """Which existing measure of the first register is which of the second; each is in one pair at most."""

    before: Checked
    after: Checked
    relation: Relation
    _of_before: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for same in self._ways():
            self._pair_by(same)
        if self.relation == "years":
            self._pair_renamed()

    def _ways(self) -> Iterator[Callable[[ExistingMeasure], Hashable]]:
        """By what two are the same, the surest way first. Departments of two town halls say nothing of each other."""
        if self.relation == "years":
            yield lambda one: (fold(one.name), fold(one.department))
        yield lambda one: fold(one.name)
        yield lambda one: key_of(one.name)

    def _left(self) -> tuple[list[int], list[int]]:
        taken = set(self._of_before.values())
        return (
            [n for n in range(len(self.before.register.measures)) if n not in self._of_before],
            [n for n in range(len(self.after.register.measures)) if n not in taken],
        )

    def _pair_by(self, same: Callable[[ExistingMeasure], Hashable]) -> None:
        """Pairs what is the same by a key; of several with one key the first with the first."""
        left, others = self._left()
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for n in reversed(others):
            waiting[same(self.after.register.measures[n])].append(n)
        for n in left:
            if found := waiting.get(same(self.before.register.measures[n])):
                self._of_before[n] = found.pop()

    def _pair_renamed(self) -> None:
        """Pairs what has almost the same name in the same department, the most alike first."""
        candidates = sorted(self._renamed(), key=lambda one: (-one[0], one[1], one[2]))
        taken: set[int] = set()
        for _, n, other in candidates:
            if n not in self._of_before and other not in taken:
                self._of_before[n] = other
                taken.add(other)

    def _renamed(self) -> Iterator[tuple[float, int, int]]:
        left, others = self._left()
        by_department: dict[str, dict[int, str]] = defaultdict(dict)
        for n in others:
            one = self.after.register.measures[n]
            by_department[fold(one.department)][n] = key_of(one.name)
        for n in left:
            one = self.before.register.measures[n]
            name, choices = key_of(one.name), by_department.get(fold(one.department), {})
            found = process.extract_iter(name, choices, scorer=fuzz.ratio, score_cutoff=ALIKE)
            # A first and a second phase of works differ in a figure alone, and are two measures.
            yield from (
                (score, n, other) for said, score, other in found if _DIGITS.findall(said) == _DIGITS.findall(name)
            )

    @cached_property
    def indexes(self) -> tuple[tuple[int, int], ...]:
        """The pairs by place in their registers, in the order of the second."""
        return tuple(sorted(self._of_before.items(), key=lambda pair: pair[1]))

    @cached_property
    def tokens(self) -> tuple[dict[str, Hashable], dict[str, Hashable]]:
        """For each register what stands for an existing measure in both: the same for the two of a pair."""
        firsts, seconds = self.before.register.measures, self.after.register.measures
        before: dict[str, Hashable] = {one.id: ("before", one.id) for one in firsts}
        after: dict[str, Hashable] = {one.id: ("after", one.id) for one in seconds}
        for a, b in self.indexes:
            before[firsts[a].id] = after[seconds[b].id] = b
        return before, after

    @cached_property
    def changes(self) -> tuple[EntryChange, ...]:
        """What became of every existing measure that is not as it was."""
        firsts, seconds = self.before.register.measures, self.after.register.measures
        left, others = self._left()
        turned = [change for a, b in self.indexes if (change := self._change(firsts[a], seconds[b]))]
        return (
            *(EntryChange(turn="added", before=None, after=entry(self.after, seconds[n])) for n in others),
            *(self._gone(firsts[n]) for n in left),
            *(one for one in turned if one.turn == "ended"),
            *(one for one in turned if one.turn == "changed"),
        )

    def _gone(self, one: ExistingMeasure) -> EntryChange:
        foreseen = has_ended(self.before, one) or (one.end is not None and one.end < self.after.fiscal_year)
        return EntryChange(turn="gone", before=entry(self.before, one), after=None, foreseen=foreseen)

    def _change(self, one: ExistingMeasure, other: ExistingMeasure) -> EntryChange | None:
        ended = not has_ended(self.before, one) and has_ended(self.after, other)
        fields = tuple(_differing(one, other, self.relation))
        if not (ended or fields):
            return None
        return EntryChange(
            turn="ended" if ended else "changed",
            before=entry(self.before, one),
            after=entry(self.after, other),
            fields=fields,
            budget_change=None if one.budget is None or other.budget is None else other.budget - one.budget,
        )


def has_ended(of: Checked, one: ExistingMeasure) -> bool:
    """Whether it is known to have ended by the year of its check."""
    return one.progress == "ended" or (one.end is not None and one.end < of.fiscal_year)


def entry(of: Checked, one: ExistingMeasure) -> Entry:
    """An existing measure with what it serves."""
    link = of.mapping.of(one.id)
    return Entry(
        id=one.id,
        name=one.name,
        department=one.department,
        budget=one.budget,
        start=one.start,
        end=one.end,
        progress=one.progress,
        generic=link.generic,
        standing=link.standing,
    )


def _differing(one: ExistingMeasure, other: ExistingMeasure, relation: Relation) -> Iterator[Field_]:
    """The fields that both give and that differ. What one of them does not say is no difference."""
    if fold(one.name) != fold(other.name):
        yield "name"
    if relation == "years" and _both_differ(fold(one.department), fold(other.department)):
        yield "department"
    if _both_differ(one.budget, other.budget):
        yield "budget"
    if _both_differ(one.start, other.start) or _both_differ(one.end, other.end):
        yield "period"
    if _both_differ(one.progress, other.progress):
        yield "progress"
    if _both_differ(fold(one.outline), fold(other.outline)):
        yield "outline"
    if _both_differ(one.funding, other.funding):
        yield "funding"
    if _both_differ(one.actors, other.actors):
        yield "actors"


def _both_differ(a: object, b: object) -> bool:
    known = (value is not None and value != "" for value in (a, b))
    return all(known) and a != b
