"""Turns answers into flat facts: one key, one scalar value; what is unknown has no fact at all.

A question with several answers becomes one yes/no fact an option (``university/kosen``), so that "not chosen" is a
known no and "not answered" stays unknown. Findings are ``finding/<name>``; ``absent/<question>`` states that a
question has no value and serves only the stages that warn the
reader, ``cautions`` and ``contradictions``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from engine.model.answers import Value
from engine.model.book import COMPUTED_FACTS, Book

Scalar = bool | float | str
Facts = dict[str, Scalar]


@dataclass(frozen=True, slots=True)
class Domain:
    """Which values a fact can take: yes or no, one option, several options, or a number."""

    kind: Literal["yes_no", "choice", "several", "number"]
    options: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[Scalar, ...]:
        """The values one flat fact can take; empty for numbers."""
        return {"choice": self.options, "number": ()}.get(self.kind, (True, False))


YES_NO = Domain("yes_no")


def domains(book: Book) -> dict[str, Domain]:
    """The domain of every fact a condition may read: questions, findings and computed facts."""
    found = {q.id: Domain(q.kind, tuple(o.id for o in q.options)) for q in book.questions.values()}
    for name, options in COMPUTED_FACTS.items():
        found[name] = Domain("choice" if name == "type_kind" else "several", options)
    for rule in book.rules:
        if rule.then.finding is not None:
            found[f"finding/{rule.then.finding}"] = YES_NO
    return found


def flatten(known: Mapping[str, Value], of: Mapping[str, Domain]) -> Facts:
    """Flat facts for the given answers, sorted by key. Answers to questions the book does not have are ignored."""
    facts: Facts = {}
    for key in sorted(known):
        if key in of:
            facts.update(_flat(key, known[key], of[key]))
    return facts


def _flat(key: str, value: Value, domain: Domain) -> Facts:
    if domain.kind != "several":
        return {key: float(value) if domain.kind == "number" else value}  # type: ignore[dict-item, arg-type]
    chosen = set(value)  # type: ignore[arg-type]
    return {f"{key}/{option}": option in chosen for option in domain.options}


def absences(facts: Facts, of: Mapping[str, Domain], questions: Mapping[str, object]) -> Facts:
    """For each question without a value, the fact that says so."""
    return {f"absent/{q}": True for q in sorted(questions) if presence_key(q, of[q]) not in facts}


def presence_key(key: str, domain: Domain) -> str:
    """The flat fact whose presence shows that ``key`` has a value."""
    return f"{key}/{domain.options[0]}" if domain.kind == "several" else key
