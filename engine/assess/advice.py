"""National directions, location, cautions and open points: what else the answers mean for the planner."""

from collections import Counter
from collections.abc import Mapping

from engine.assess.engine import Engine
from engine.assess.reasons import because
from engine.inference.evaluate import Outcome
from engine.inference.verdict import Truth
from engine.model.answers import Answer
from engine.model.assessment import (
    CautionNote,
    DirectionAdvice,
    LocationFit,
    Relevance,
    RequirementCheck,
    TypeVerdict,
    Unanswered,
)
from engine.model.knowledge import Caution, Industry, NationalDirection, Pitfall, Requirement


def directions(engine: Engine, outcome: Outcome) -> tuple[DirectionAdvice, ...]:
    """The five directions. They address the state; what they mean for the municipality is our inference."""
    ordered = sorted(engine.book.national_directions.values(), key=lambda d: d.order)
    return tuple(_direction(engine, outcome, d) for d in ordered)


def _direction(engine: Engine, outcome: Outcome, direction: NationalDirection) -> DirectionAdvice:
    keys = {level: f"direction:{direction.id}:{level}" for level in ("high", "some")}
    truths = {level: outcome.conclusions.truth(key) for level, key in keys.items() if key in outcome.network.rules_for}
    relevance = _relevance(truths)
    concerned = relevance in ("high", "some")
    firings = [f for key in keys.values() for f in outcome.reasons(key, holds=concerned)]
    return DirectionAdvice.model_construct(
        direction=direction.id,
        relevance=relevance,
        homework=tuple(s.text for s in direction.homework),
        ask_state=tuple(s.text for s in direction.ask_state),
        because=because(engine.book, firings),
    )


def _relevance(truths: Mapping[str, Truth]) -> Relevance:
    if truths.get("high"):
        return "high"
    if truths.get("some"):
        return "some"
    return "none_seen" if all(truth is False for truth in truths.values()) else "unknown"


def location(engine: Engine, outcome: Outcome) -> tuple[LocationFit, ...]:
    """The region's assets against each industry's requirement texts; industries aimed at come first."""
    industries = sorted(engine.book.industries.values(), key=lambda i: i.order)
    fits = [_fit(engine, outcome, industry) for industry in industries]
    return tuple(sorted(fits, key=lambda fit: not fit.targeted))


def _fit(engine: Engine, outcome: Outcome, industry: Industry) -> LocationFit:
    checks = tuple(_check(engine, outcome, industry.id, r) for r in industry.requirements)
    count = Counter(check.status for check in checks)
    return LocationFit.model_construct(
        industry=industry.id,
        targeted=outcome.facts.get(f"loc_target/{industry.id.removeprefix('IND.')}") is True,
        met=count["met"],
        not_met=count["not_met"],
        unknown=count["unknown"],
        requirements=checks,
    )


def _check(engine: Engine, outcome: Outcome, industry: str, requirement: Requirement) -> RequirementCheck:
    key = f"requirement:{industry}:{requirement.id}"
    truth = outcome.conclusions.truth(key)
    asked = key in outcome.network.rules_for
    return RequirementCheck.model_construct(
        requirement=requirement.id,
        status="not_asked" if not asked else "unknown" if truth is None else "met" if truth else "not_met",
        because=() if truth is None else because(engine.book, outcome.reasons(key, holds=truth)),
    )


def cautions(engine: Engine, outcome: Outcome) -> tuple[CautionNote, ...]:
    """The reservations that apply: first those about this cluster, then those about reading the result."""
    held = dict.fromkeys(
        f.concludes.removeprefix("caution:") for f in outcome.trace if f.concludes.startswith("caution:")
    )
    notes = [_note(engine, outcome, caution) for caution in held]
    return tuple(sorted(notes, key=lambda note: note.caution not in engine.book.pitfalls))


def _note(engine: Engine, outcome: Outcome, caution: str) -> CautionNote:
    item: Pitfall | Caution = engine.book.pitfalls.get(caution) or engine.book.cautions[caution]
    return CautionNote.model_construct(
        caution=caution,
        text=item.lesson if isinstance(item, Pitfall) else item.summary,
        because=because(engine.book, outcome.reasons(f"caution:{caution}")),
        citations=item.citations,
    )


def unanswered(
    engine: Engine, outcome: Outcome, answers: dict[str, Answer], type_: TypeVerdict
) -> tuple[Unanswered, ...]:
    """Questions without a value that bear on a conclusion still possible, in the order of the interview."""
    types = {t for label in type_.possible for t in label.split("+")}
    types |= {"A-1", "A-2"} if "A" in types else set()
    return tuple(
        Unanswered.model_construct(
            question=q.id, state="dont_know" if q.id in answers else "not_asked", bears_on=bears_on
        )
        for q in engine.book.ordered_questions
        if (q.id not in answers or not answers[q.id].known)
        and (not q.relevant_to or types & set(q.relevant_to))
        and not _ruled_out(engine, outcome, q.id)
        and (bears_on := engine.bears_on.get(q.id, ()))
    )


def _ruled_out(engine: Engine, outcome: Outcome, question: str) -> bool:
    """Whether the question is known not to apply."""
    condition = engine.book.questions[question].applies_when
    return condition is not None and engine.known_not_to_hold(condition, outcome.facts)
