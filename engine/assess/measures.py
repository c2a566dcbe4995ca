"""Which measures are recommended, when, in what order of beginning, and why.

The timing follows from the phase; the order of beginning (着手順) is this tool's judgement. The study's own rank of
measures was a colour that the text has lost, and is never guessed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.assess import words
from engine.assess.engine import Engine
from engine.assess.reasons import because
from engine.inference.evaluate import Outcome
from engine.model.assessment import (
    Because,
    Firing,
    MeasureStanding,
    NearCase,
    Order,
    PhaseVerdict,
    Precedent,
    Priority,
    Recommendation,
    Timing,
)
from engine.model.knowledge import Measure
from engine.model.rules import FactorFact, Stage
from engine.model.text import LocalizedText

URGENCY: tuple[Timing, ...] = ("now", "repair", "prepare", "later")
"""Of a measure that belongs to several phases the most urgent timing counts."""
_ORDER: tuple[Priority, ...] = ("first", "next", "then")
MOST_PRECEDENTS = 3


def recommendations(
    engine: Engine, outcome: Outcome, phases: tuple[PhaseVerdict, ...], near: tuple[NearCase, ...]
) -> tuple[Recommendation, ...]:
    """The measures of the types shown, the first to begin first; ties keep the order of type, timing and id.

    Precedents come from the nearest cases first.
    """
    nearness = {case.case: n for n, case in enumerate(near)}
    found = [
        _recommend(engine, outcome, measure, phase, timing, nearness)
        for phase in phases
        for measure in engine.book.measures.values()
        if measure.type == phase.type and (timing := timing_of(measure, phase, lacks=lacking(outcome, measure.id)))
    ]
    order = {phase.type: n for n, phase in enumerate(phases)}
    return tuple(
        sorted(
            found,
            key=lambda r: (_ORDER.index(r.priority), order[r.type], URGENCY.index(r.timing), r.phases, r.measure),
        )
    )


def possible_measures(
    engine: Engine, outcome: Outcome, board: Iterable[PhaseVerdict], labels: Iterable[str]
) -> set[str]:
    """Every measure that some completion of the unknowns recommends."""
    types = {t for label in labels for t in label.split("+")}
    if "A" in types:
        types |= {"A-1", "A-2"}
    return {
        measure.id
        for phase in board
        if phase.type in types
        for measure in engine.book.measures.values()
        if measure.type == phase.type and _reachable(measure, phase, standing(outcome, measure.id))
    }


def _reachable(measure: Measure, phase: PhaseVerdict, status: MeasureStanding) -> bool:
    """Recommended in some completion: while its phase's factor can be unmet, or as a repair while it can be missing."""
    open_factors = {f.order for f in phase.factors if set(f.possible) - {"met"}}
    return status != "in_place" or bool(open_factors & orders_of(measure))


def orders_of(measure: Measure) -> set[Order]:
    """The phases of its type that a measure belongs to."""
    return {int(p.rsplit(".", 1)[1]) for p in measure.phases}  # type: ignore[misc]  # a phase's id ends in its order


def standing(outcome: Outcome, measure: str) -> MeasureStanding:
    """How far a measure is there: ``partly`` is at least in part, ``absent`` only what is known not to be there."""
    full, part = (outcome.conclusions.truth(f"status:{measure}:{level}") for level in ("in_place", "partly"))
    if full:
        return "in_place"
    if part:
        return "partly"
    has_part_rule = f"status:{measure}:partly" in outcome.network.rules_for
    return "absent" if full is False and (part is False or not has_part_rule) else "unknown"


def lacking(outcome: Outcome, measure: str) -> bool:
    """Whether a measure is known not to be there in full."""
    return outcome.conclusions.truth(f"status:{measure}:in_place") is False


def timing_of(measure: Measure, phase: PhaseVerdict, *, lacks: bool) -> Timing | None:
    """When a measure is due for a type: the most urgent of its phases; None when there is nothing left to do."""
    found = {_timing_in(order, phase, lacks) for order in orders_of(measure)} - {None}
    return next((timing for timing in URGENCY if timing in found), None)


def _timing_in(order: int, phase: PhaseVerdict, lacks: bool) -> Timing | None:
    if order in phase.established:
        if lacks:
            return "repair"
        return "now" if phase.complete and order == phase.high else None
    if order <= phase.high:
        return "now"
    return "prepare" if order == phase.high + 1 else "later"


def _recommend(
    engine: Engine,
    outcome: Outcome,
    measure: Measure,
    phase: PhaseVerdict,
    timing: Timing,
    nearness: Mapping[str, int],
) -> Recommendation:
    status = standing(outcome, measure.id)
    missing = _missing_served(engine, outcome, measure, phase)
    brought_forward = bool(missing) and timing in ("prepare", "later")
    timing = "now" if brought_forward else timing
    shifts = Shifts(
        raised=outcome.conclusions.truth(f"raise_priority:{measure.id}") is True,
        type_open=measure.type not in outcome.type.types,
        brought_forward=brought_forward,
    )
    return Recommendation.model_construct(
        measure=measure.id,
        type=measure.type,
        phases=measure.phases,
        timing=timing,
        status=status,
        priority=priority(timing, status, shifts, serves_missing=bool(missing)),
        serves=tuple(f"{s.factor}:{s.fact}" for s in served(engine, measure.id)),
        because=_reasons(engine, outcome, measure, phase, missing),
        how=_how(timing, status, phase, shifts, serves_missing=bool(missing)),
        precedents=_precedents(engine, measure.id, nearness),
        cautions=tuple(p.id for p in engine.book.pitfalls.values() if measure.id in p.bears_on),
    )


@dataclass(frozen=True, slots=True)
class Shifts:
    """What moves a measure: the aspiration or a weakness, its type still open, or an earlier phase's need."""

    raised: bool = False
    type_open: bool = False
    brought_forward: bool = False


def priority(timing: Timing, status: MeasureStanding, shifts: Shifts, *, serves_missing: bool) -> Priority:
    """First: due now and working on a fact known to be missing. Next: otherwise due now, or a repair. Then: the rest.

    What is in place comes last, unless a fact it works towards is missing all the same. A measure close to the
    aspiration or to what is weak comes one step earlier, and one of a type that is still open (A-1 or A-2) one step
    later: finding out the type comes before it. What may be in place already is not begun first for that alone.
    """
    if status == "in_place":
        return "next" if timing == "now" and serves_missing else "then"
    step = 0 if timing == "now" and serves_missing else 1 if timing in ("now", "repair") else 2
    earliest = 1 if status == "unknown" and not serves_missing else 0
    return _ORDER[min(2, max(earliest, step - shifts.raised + shifts.type_open))]


def served(engine: Engine, measure: str) -> tuple[FactorFact, ...]:
    """The facts of key factors a measure works towards."""
    return next((f.serves for f in engine.book.rule_files if f.stage is Stage.MEASURES and f.id == measure), ())


def _missing_served(engine: Engine, outcome: Outcome, measure: Measure, phase: PhaseVerdict) -> list[str]:
    """Necessary facts it works towards that are known to be missing, of the phases where work stands."""
    working = {f.phase for f in phase.factors if phase.low <= f.order <= phase.high}
    keys = [f"necessary:{s.factor}:{s.fact}" for s in served(engine, measure.id) if s.factor in working]
    return [key for key in keys if outcome.conclusions.truth(key) is False]


def _reasons(
    engine: Engine, outcome: Outcome, measure: Measure, phase: PhaseVerdict, missing: list[str]
) -> tuple[Because, ...]:
    firings: list[Firing] = [f for key in missing for f in outcome.reasons(key, holds=False)]
    firings += _status_firings(outcome, measure.id)
    firings += outcome.reasons(f"raise_priority:{measure.id}")
    types: set[str] = {measure.type, *(["A"] if measure.type.startswith("A") else [])}
    of_type = [f for f in outcome.trace if f.holds and _supports(f.concludes, types)]
    strongest = sorted(of_type, key=lambda f: f.concludes.rsplit(":", 1)[1], reverse=True)
    return because(engine.book, [*firings, *strongest[:2]])


def _status_firings(outcome: Outcome, measure: str) -> list[Firing]:
    """What tells how far a measure is there: the highest level that holds, or where it is absent what denies any."""
    keys = [f"status:{measure}:{level}" for level in ("in_place", "partly")]
    held = next((key for key in keys if outcome.conclusions.truth(key)), None)
    if held is not None:
        return outcome.reasons(held)
    return [f for key in keys for f in outcome.reasons(key, holds=False)]


def _supports(concludes: str, types: set[str]) -> bool:
    parts = concludes.split(":")
    return parts[0] == "evidence" and parts[1] in types and parts[3] == "for"


def _how(
    timing: Timing, status: MeasureStanding, phase: PhaseVerdict, shifts: Shifts, *, serves_missing: bool
) -> LocalizedText:
    in_place = status == "in_place"
    placement = words.BROUGHT_FORWARD if shifts.brought_forward else words.PLACEMENT[timing]
    parts = [] if in_place and timing != "now" else [placement]
    if phase.low != phase.high:
        parts.append(words.OPEN_RANGE)
    if in_place:
        parts.append(words.NOT_ENOUGH if timing == "now" and serves_missing else words.CONTINUE)
    elif timing == "now" and serves_missing:
        parts.append(words.ASK_THEN_BEGIN if status == "unknown" else words.SERVES_MISSING)
    elif status == "unknown":
        parts.append(words.ASK_FIRST)
    if shifts.raised and not in_place:
        parts.append(words.RAISED)
    if shifts.type_open:
        parts.append(words.TYPE_OPEN)
    return words.join(parts, ja="", en=" ")


def _precedents(engine: Engine, measure: str, nearness: Mapping[str, int]) -> tuple[Precedent, ...]:
    """How cases did it, the nearest case first; what exemplifies fewest other measures tells most of this one."""
    exemplifying = [c for c in engine.book.concrete_measures.values() if measure in c.exemplifies]
    found = sorted(exemplifying, key=lambda c: (nearness.get(c.case, len(nearness)), len(c.exemplifies)))
    return tuple(
        Precedent.model_construct(case=c.case, concrete_measure=c.id, text=c.summary, citations=c.citations)
        for c in found[:MOST_PRECEDENTS]
    )
