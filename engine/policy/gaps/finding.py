"""Makes the findings of the check: asks the rules about each subject, and words what they find."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from engine.assess.words import join
from engine.model.assessment import Because, Priority, Timing
from engine.model.gaps import Covered, GapFinding, RestsOn
from engine.model.knowledge import Measure
from engine.model.register import ExistingMeasure
from engine.model.rules import GapKind
from engine.model.text import LocalizedText
from engine.policy.gaps import words
from engine.policy.gaps.judging import Judge
from engine.policy.gaps.laid_over import LaidOver
from engine.policy.gaps.register_view import RegisterView
from engine.policy.gaps.subjects import Subjects

ORDER: tuple[GapKind, ...] = get_args(GapKind)
"""Kinds of findings in the order in which they are told: what is missing before what is only noted."""
_TIMINGS: tuple[Timing | None, ...] = ("now", "repair", "prepare", "later", None)
_PRIORITIES: tuple[Priority | None, ...] = ("first", "next", "then", None)
_OF_ABSENCE = frozenset({"missing", "repair", "unlisted"})


@dataclass(frozen=True)
class Findings:
    """The findings of one check."""

    judge: Judge
    over: LaidOver
    view: RegisterView

    @cached_property
    def subjects(self) -> Subjects:
        """What the rules are asked about."""
        return Subjects(self.over, self.view)

    def all(self) -> tuple[GapFinding, ...]:
        """Every finding, by kind, within it by timing and order of beginning, then as the book and register go."""
        if not self.over.types:
            return ()
        found = [*self._on_measures(), *self._on_phases(), *self._on_pairs(), *self._on_existing()]
        return tuple(sorted(found, key=_place))

    def _on_measures(self) -> Iterator[GapFinding]:
        for measure in self.over.measures:
            for kind, because in self.judge.gaps(self.subjects.of_measure(measure)).items():
                yield self._on_measure(kind, measure, because)

    def _on_measure(self, kind: GapKind, measure: Measure, because: tuple[Because, ...]) -> GapFinding:
        serving = [self.view.by_id[one] for one in self.view.existing(measure.id)]
        advised = self.over.advice.get(measure.id)
        actors = self.view.lacking_partners(measure).known if kind == "thin" else ()
        resources = self.view.lacking_resources(measure).known if kind == "thin" else ()
        told = words.on_measure(kind, self.over.book, measure, serving)
        return GapFinding.model_construct(
            id=f"{kind}:{measure.id}",
            kind=kind,
            text=join((told, words.lacking(actors, resources)), ja="", en=" ") if kind == "thin" else told,
            type=measure.type,
            phase=measure.phases[0],
            measure=measure.id,
            existing=tuple(one.id for one in serving),
            timing=advised.timing if advised else None,
            priority=advised.priority if advised else None,
            actors=tuple(actors),
            resources=tuple(resources),
            rests_on=tuple(self._rests_on(kind, measure)),
            because=because,
        )

    def _rests_on(self, kind: GapKind, measure: Measure) -> Iterator[RestsOn]:
        yield from self.over.open_points(measure)
        if self.view.coverage(measure.id) == "suggested" or (kind in _OF_ABSENCE and measure.id in self.view.near):
            yield "suggestion"
        if kind in _OF_ABSENCE and any(not row.taken for row in self.view.register.unread):
            yield "unread"

    def _on_phases(self) -> Iterator[GapFinding]:
        for verdict in self.over.assessment.phases:
            phase = f"PH.{verdict.type}.{verdict.high + 1}"
            if not verdict.complete and phase in self.over.book.phases:
                yield from self._on_phase(phase)

    def _on_phase(self, phase: str) -> Iterator[GapFinding]:
        measures = [m for m in self.over.measures if phase in m.phases]
        coverages = [self.view.coverage(m.id) for m in measures]
        there = [m for m, c in zip(measures, coverages, strict=True) if c in ("there", "suggested")]
        for kind, because in self.judge.gaps(self.subjects.of_phase("next", coverages)).items():
            yield GapFinding.model_construct(
                id=f"{kind}:{phase}",
                kind=kind,
                text=words.on_phase(self.over.book, phase, len(there), len(measures)),
                type=self.over.book.phases[phase].type,
                phase=phase,
                measure=None,
                existing=tuple(dict.fromkeys(one for m in there for one in self.view.existing(m.id))),
                timing="prepare",
                priority=None,
                actors=(),
                resources=(),
                rests_on=("suggestion",) if "suggested" in coverages else (),
                because=because,
            )

    def _on_pairs(self) -> Iterator[GapFinding]:
        for pair, likeness in self.subjects.pairs():
            facts = self.subjects.of_pair(pair, likeness)
            for kind, because in self.judge.gaps(facts).items():
                open_: tuple[RestsOn, ...] = ("suggestion",) if facts["common_measure"] == "suggested" else ()
                told = words.on_pair(*pair)
                yield self._on_existing_ones(kind, told, pair, because, open_)

    def _on_existing(self) -> Iterator[GapFinding]:
        for one in self.view.register.measures:
            link = self.view.mapping.of(one.id)
            confirmed = link.standing == "confirmed"
            for kind, because in self.judge.gaps(self.subjects.of_existing(link)).items():
                told = words.on_orphan(one, confirmed=confirmed)
                yield self._on_existing_ones(kind, told, (one,), because, () if confirmed else ("suggestion",))

    def _on_existing_ones(
        self,
        kind: GapKind,
        told: LocalizedText,
        ones: Iterable[ExistingMeasure],
        because: tuple[Because, ...],
        rests_on: tuple[RestsOn, ...],
    ) -> GapFinding:
        ids = tuple(one.id for one in ones)
        return GapFinding.model_construct(
            id=":".join((kind, *ids)),
            kind=kind,
            text=told,
            type=None,
            phase=None,
            measure=None,
            existing=ids,
            timing=None,
            priority=None,
            actors=(),
            resources=(),
            rests_on=rests_on,
            because=because,
        )

    def covered(self) -> tuple[Covered, ...]:
        """Every generic measure of the types in question, with what is there for it."""
        return tuple(
            Covered.model_construct(
                measure=measure.id,
                type=measure.type,
                phases=measure.phases,
                timing=advised.timing if (advised := self.over.advice.get(measure.id)) else None,
                coverage=self.view.coverage(measure.id),
                existing=self.view.existing(measure.id),
                by_answers=advised.status if advised else "unknown",
            )
            for measure in self.over.measures
        )


def _place(finding: GapFinding) -> tuple[int, int, int]:
    return ORDER.index(finding.kind), _TIMINGS.index(finding.timing), _PRIORITIES.index(finding.priority)
