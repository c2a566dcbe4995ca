"""An assessment as the gap check sees it: which generic measures are due when, and how the phases stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from engine.assess.measures import orders_of
from engine.model.assessment import Assessment, FactorStatus, PhaseVerdict, Recommendation
from engine.model.book import Book
from engine.model.gaps import RestsOn
from engine.model.knowledge import Measure, TypeCode
from engine.model.rules import Stage


@dataclass(frozen=True)
class LaidOver:
    """One assessment with its book."""

    book: Book
    assessment: Assessment

    @cached_property
    def types(self) -> tuple[TypeCode, ...]:
        """The types in question: those whose phases the verdict shows, the leading one first."""
        return tuple(verdict.type for verdict in self.assessment.phases)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """Their generic measures, by type and phase."""
        found = [m for m in self.book.measures.values() if m.type in self.types]
        return tuple(sorted(found, key=lambda m: (self.types.index(m.type), m.phases, m.id)))

    @cached_property
    def advice(self) -> dict[str, Recommendation]:
        """What is recommended, by measure."""
        return {one.measure: one for one in self.assessment.recommendations}

    @cached_property
    def verdicts(self) -> dict[TypeCode, PhaseVerdict]:
        """Where work stands, by type."""
        return {verdict.type: verdict for verdict in self.assessment.phases}

    @cached_property
    def factors(self) -> dict[str, FactorStatus]:
        """The key factors of every phase."""
        return {factor.phase: factor for verdict in self.assessment.board for factor in verdict.factors}

    @cached_property
    def working_on(self) -> dict[str, tuple[str, ...]]:
        """For each phase the generic measures of it, and those that work on one of its facts."""
        serves = {f.id: {s.factor for s in f.serves} for f in self.book.rule_files if f.stage is Stage.MEASURES}
        return {
            phase: tuple(m.id for m in self.measures if phase in m.phases or phase in serves.get(m.id, ()))
            for phase, item in self.book.phases.items()
            if item.type in self.types
        }

    def earlier(self, measure: Measure) -> str:
        """How the key factors before a measure's first phase stand: unmet, met, unknown, or none of them is."""
        first = min(orders_of(measure))
        statuses = {self.factors[f"PH.{measure.type}.{n}"].status for n in range(1, first)}
        if not statuses:
            return "none"
        if statuses & {"not_met", "partly"}:
            return "unmet"
        return "met" if statuses == {"met"} else "unknown"

    def raised(self, measure: str) -> bool:
        """Whether the aspiration, or something weak, has the measure begun earlier."""
        advised = self.advice.get(measure)
        rules = (self.book.rule.get(reason.rule) for reason in (advised.because if advised else ()) if reason.holds)
        return any(rule is not None and rule.then.raise_priority == measure for rule in rules)

    def open_points(self, measure: Measure) -> Iterator[RestsOn]:
        """What of the verdict a finding about a measure turns on: type or phase still open."""
        if self.assessment.type.kind == "parent" and measure.type != "B":
            yield "type"
        verdict = self.verdicts[measure.type]
        if verdict.low != verdict.high and max(orders_of(measure)) > verdict.low:
            yield "phase"
