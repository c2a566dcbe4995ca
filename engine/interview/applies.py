"""Says whether a condition holds over the answers: true, false, or None while it is not known (Kleene's logic).

Only ``applies_when`` is decided here, so findings and computed facts are never known.
"""

from collections.abc import Mapping

from engine.model import rules as r
from engine.model.answers import Answer, Unknown


def truth(condition: r.Condition, answers: Mapping[str, Answer]) -> bool | None:
    """Whether ``condition`` holds, known from the answers alone."""
    match condition:
        case r.All():
            return _all([truth(part, answers) for part in condition.all])
        case r.AnyOf():
            return _not(_all([_not(truth(part, answers)) for part in condition.any]))
        case r.Not():
            return _not(truth(condition.not_, answers))
        case r.Known():
            return _known(condition.known, answers)
        case r.Unknown():
            return not _known(condition.unknown, answers)
        case r.Is():
            return _among(condition.fact, (condition.value,), answers)
        case r.In():
            return _among(condition.fact, condition.values, answers)
        case r.AtLeast():
            return _at_least(condition, answers)
        case r.Finding():
            return None


def _all(parts: list[bool | None]) -> bool | None:
    if False in parts:
        return False
    return None if None in parts else True


def _not(value: bool | None) -> bool | None:
    return None if value is None else not value


def _known(question: str, answers: Mapping[str, Answer]) -> bool:
    return question in answers and answers[question].known


def _among(question: str, wanted: tuple[r.Scalar, ...], answers: Mapping[str, Answer]) -> bool | None:
    if not _known(question, answers):
        return None
    given = answers[question].value
    chosen = given if isinstance(given, tuple) else (given,)
    # True == 1 in Python; yes is not the number one.
    return any(one == other and isinstance(one, bool) is isinstance(other, bool) for one in chosen for other in wanted)


def _at_least(condition: r.AtLeast, answers: Mapping[str, Answer]) -> bool | None:
    value = answers[condition.fact].value if condition.fact in answers else None
    if isinstance(value, bool | str | tuple | Unknown | None):
        return None
    return value >= condition.threshold
