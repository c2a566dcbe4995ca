"""What was begun on the cards of a consultation and is not an answer yet."""

from dataclasses import dataclass, field

from engine.model.answers import Answer, Confidence, Unknown
from engine.model.questions import Question

NONE, DONT_KNOW = "(none)", "(unknown)"
"""Rows that are no options; no option is called so."""


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
    """What was begun in one consultation and not given as an answer."""

    drafts: dict[str, Draft] = field(default_factory=dict)
    left_at: str | None = None
    """The question whose card was left with a draft on it, to be shown first on return."""


def rows_of(question: Question) -> tuple[str, ...]:
    """What the rows of its card stand for, by which marks are told apart."""
    options = ("yes", "no") if question.kind == "yes_no" else tuple(option.id for option in question.options)
    return (*options, *([NONE] if question.kind == "several" else []), DONT_KNOW)


def drafted(question: Question, answer: Answer) -> Draft:
    """An answer as its card shows it. 'None of these' and 'don't know' are the marks behind those of all options."""
    value, typed, marked = answer.value, "", frozenset[int]()
    if isinstance(value, Unknown):
        marked = frozenset({len(rows_of(question)) - 1})
    elif isinstance(value, bool):
        marked = frozenset({0 if value else 1})
    elif isinstance(value, float):
        typed = f"{value:,.15g}"
    else:
        chosen = {value} if isinstance(value, str) else set(value)
        marked = frozenset(n for n, row in enumerate(rows_of(question)) if row in (chosen or {NONE}))
    return Draft(typed, marked, answer.confidence, answer.source, answer.note)
