"""The five national directions held against the register. They address the state; what a city can do is homework."""

from engine.model.assessment import DirectionAdvice
from engine.model.gaps import DirectionCheck
from engine.policy.gaps.laid_over import LaidOver
from engine.policy.gaps.register_view import RegisterView


def direction_checks(over: LaidOver, view: RegisterView) -> tuple[DirectionCheck, ...]:
    """Each direction: what the register does, what of its measures is missing at home, what to bring to the state."""
    return tuple(_check(over, view, advice) for advice in over.assessment.directions)


def _check(over: LaidOver, view: RegisterView, advice: DirectionAdvice) -> DirectionCheck:
    item = over.book.national_directions[advice.direction]
    serving = item.served_by.measures if item.served_by else ()
    does = {existing.id for one in serving for existing, _ in view.running(one)}
    if item.by_state_money:
        does |= {one.id for one in view.register.measures if "state" in (one.funding or ()) and not view.has_ended(one)}
    due = [one for one in serving if one in over.advice]
    return DirectionCheck.model_construct(
        direction=advice.direction,
        relevance=advice.relevance,
        does=tuple(one.id for one in view.register.measures if one.id in does),
        missing=tuple(one for one in due if view.coverage(one) in ("ended", "nothing")),
        homework=advice.homework,
        ask_state=advice.ask_state,
        schemes=item.schemes,
        because=advice.because,
    )
