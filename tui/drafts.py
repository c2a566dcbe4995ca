"""What was begun on the cards of a consultation and is not an answer yet."""

from dataclasses import dataclass, field

from engine.model.answers import Answer, Confidence, Unknown
from engine.model.questions import Question


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands on a question's card and is not an answer yet."""

    typed: str = ""
    marked: frozenset[int] = frozenset()
    confidence: Confidence = Confidence.SURE
    source: str = ""
    note: str = ""


@dataclass(slots=True)
class Begun:
    """What was begun in one consultation and not given as an answer: kept while the program runs."""

    drafts: dict[str, Draft] = field(default_factory=dict)
    left_at: str | None = None
    """The question whose card was left with a draft on it, to be shown first on return."""


def drafted(question: Question, answer: Answer) -> Draft:
    """An answer as its card shows it. 'Don't know' is the mark behind those of all options."""
    value, typed, marked = answer.value, "", frozenset[int]()
    if isinstance(value, Unknown):
        marked = frozenset({2 if question.kind == "yes_no" else len(question.options)})
    elif isinstance(value, bool):
        marked = frozenset({0 if value else 1})
    elif isinstance(value, float):
        typed = f"{value:,.15g}"
    else:
        chosen = {value} if isinstance(value, str) else set(value)
        marked = frozenset(n for n, option in enumerate(question.options) if option.id in chosen)
    return Draft(typed, marked, answer.confidence, answer.source, answer.note)
