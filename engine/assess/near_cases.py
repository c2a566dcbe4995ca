"""The cases of the study nearest to this cluster: what is alike and what differs, answer by answer.

A case's answers are its answer file. Compared are the questions on which the rules for type, phase and renewal turn,
where both have a value. The score counts like answers less unlike ones, so that a case about which more is told is not
near by that alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

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
    ordered = sorted(found, key=lambda one: (-one.score, one.case.id))
    return tuple(_told(one, known) for one in ordered if one.score >= LEAST)[:MOST]


@dataclass(frozen=True, slots=True)
class _Comparison:
    case: Case
    there: Mapping[str, Value]
    same_type: bool
    alike: list[Question]
    differs: list[Question]

    @property
    def score(self) -> int:
        return SAME_TYPE * self.same_type + len(self.alike) - len(self.differs)


def _compare(
    engine: Engine, outcome: Outcome, case: Case, here: Mapping[str, Value], there: Mapping[str, Value]
) -> _Comparison:
    both = [q for q in engine.compared_questions if q.id in here and q.id in there]
    agree = {q.id for q in both if _agree(here[q.id], there[q.id])}
    return _Comparison(
        case,
        there,
        case.type is not None and case.type in outcome.type.types,
        [q for q in both if q.id in agree],
        [q for q in both if q.id not in agree],
    )


def _told(one: _Comparison, here: Mapping[str, Value]) -> NearCase:
    type_ = one.case.type
    shared = [words.text(f"型が同じ（{type_}）", f"the same type ({type_})")] if one.same_type else []
    alike = [_same(q, here[q.id], one.there[q.id]) for q in one.alike[:MOST_REASONS]]
    return NearCase.model_construct(
        case=one.case.id,
        score=one.score,
        alike=(*shared, *alike)[:MOST_REASONS],
        differs=tuple(_other(q, one.there[q.id]) for q in one.differs[:MOST_REASONS]),
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
