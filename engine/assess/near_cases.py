"""The cases of the study nearest to this cluster: what is alike and what differs, answer by answer.

A case's answers are its answer file. Compared are the questions on which the rules for type, phase and renewal turn,
where both have a value. The score counts like answers less unlike ones, so that a case about which more is told is not
near by that alone.
"""

from collections.abc import Mapping

from engine.assess import words
from engine.assess.engine import Engine
from engine.inference.evaluate import Outcome
from engine.model.answers import Value
from engine.model.assessment import NearCase
from engine.model.knowledge import Case
from engine.model.questions import Question
from engine.model.text import LocalizedText

MOST = 3
MOST_REASONS = 4
LEAST = 3
"""Fewer like answers than that are chance: nearly every cluster shares an answer or two with every case."""
SAME_TYPE = 3
"""A case of the same type counts as much as three like answers: the study compares within types."""


def near_cases(engine: Engine, outcome: Outcome, known: Mapping[str, Value]) -> tuple[NearCase, ...]:
    """The nearest cases, the nearest first; none where little is alike."""
    found = [
        _compare(engine, outcome, engine.book.cases[name], known, there)
        for name, there in engine.example_values.items()
        if name in engine.book.cases
    ]
    ordered = sorted(found, key=lambda near: (-near.score, near.case))
    return tuple(near for near in ordered if near.score >= LEAST)[:MOST]


def _compare(
    engine: Engine, outcome: Outcome, case: Case, here: Mapping[str, Value], there: Mapping[str, Value]
) -> NearCase:
    both = [q for q in engine.compared_questions if q.id in here and q.id in there]
    alike = [_same(q, here[q.id], there[q.id]) for q in both if _agree(here[q.id], there[q.id])]
    differs = [_other(q, there[q.id]) for q in both if not _agree(here[q.id], there[q.id])]
    same_type = case.type is not None and case.type in outcome.type.types
    shared = [words.text(f"型が同じ（{case.type}）", f"the same type ({case.type})")] if same_type else []
    return NearCase.model_construct(
        case=case.id,
        score=SAME_TYPE * same_type + len(alike) - len(differs),
        alike=(*shared, *alike)[:MOST_REASONS],
        differs=tuple(differs[:MOST_REASONS]),
    )


def _agree(a: Value, b: Value) -> bool:
    """Whether two answers are alike: the same, or of several options at least one in common."""
    if isinstance(a, tuple) and isinstance(b, tuple):
        return bool(set(a) & set(b)) or a == b
    return a == b


def _same(question: Question, here: Value, there: Value) -> LocalizedText:
    common = tuple(sorted(set(here) & set(there))) if isinstance(here, tuple) and isinstance(there, tuple) else here
    answer = words.answered(question, common)
    return words.text(
        f"「{question.text.ja.rstrip('。')}」に同じ回答（{answer.ja}）",
        f"{question.text.en} The same answer: {answer.en}",
    )


def _other(question: Question, there: Value) -> LocalizedText:
    answer = words.answered(question, there)
    return words.text(
        f"「{question.text.ja.rstrip('。')}」に事例は「{answer.ja}」", f"{question.text.en} In the case: {answer.en}"
    )
