"""What tests of the reasoning share: the shipped book, answers in short form, small books of rules, and case files."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from engine.book.loading import load
from engine.interview.reading import read_answer
from engine.model.answers import Answer, Value
from engine.model.book import Book
from engine.model.problem import Problem
from engine.model.questions import Question, Section
from engine.model.rules import Rule, RuleFile, Stage, Thresholds

AS_OF = date(2026, 4, 1)
CASES = Path(__file__).parent / "cases"


@cache
def shipped_book() -> Book:
    return load(cache=None)


def answered(book: Book, raw: Mapping[str, Any]) -> dict[str, Answer]:
    """Answers as a person would write them in an answer file, read as the program reads them."""
    return {q: _answer(book, q, value) for q, value in raw.items()}


def _answer(book: Book, question: str, value: Any) -> Answer:
    read = read_answer(book.questions[question], _as_written(value))
    assert not isinstance(read, Problem), f"{question}: {read}"
    return Answer(question=question, value=read)


def _as_written(value: Any) -> Any:
    """The words of a file: there everything but lists is text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, list) else str(value)


def values(book: Book, raw: Mapping[str, Any]) -> dict[str, Value]:
    """The values alone, without the 'don't know'."""
    return {q: a.value for q, a in answered(book, raw).items() if a.known}  # type: ignore[misc]


def case_names() -> list[str]:
    return sorted(path.stem for path in CASES.glob("*.yaml"))


def case(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The answers of a made-up cluster, and what must come out."""
    data = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return data["answers"], data["expect"]


def text(words: str) -> dict[str, str]:
    return {"ja": words, "en": words}


def rule(id: str, when: dict[str, Any], then: dict[str, Any], stage: Stage = Stage.FINDINGS) -> Rule:
    return Rule.model_validate(
        {
            "id": f"{stage}/small/{id}",
            "stage": stage,
            "when": when,
            "then": then,
            "basis": "judgement",
            "reads": text(id),
        }
    )


def question(id: str, kind: str = "yes_no", options: Iterable[str] = ()) -> Question:
    return Question.model_validate(
        {
            "id": id,
            "section": "small",
            "order": 1,
            "kind": kind,
            "text": text(id),
            "help": text(id),
            "why": text(id),
            "options": [{"id": option, "label": text(option)} for option in options],
            "basis": "judgement",
            "citations": [{"section": "2-1-1", "locator_ja": "産業集積"}],
        }
    )


def small_book(questions: Iterable[Question], rules: Iterable[Rule]) -> Book:
    """A book with these questions and rules, the nine phases, and nothing else."""
    files = {stage: [r for r in rules if r.stage is stage] for stage in Stage if any(r.stage is stage for r in rules)}
    empty: dict[str, Any] = {name: {} for name, field in Book.model_fields.items() if "dict" in str(field.annotation)}
    return Book.model_construct(
        **{
            **empty,
            "version": "small",
            "phases": shipped_book().phases,
            "questions": {q.id: q for q in questions},
            "sections": (Section.model_validate({"id": "small", "title": text("small"), "intro": text("small")}),),
            "thresholds": Thresholds.model_construct(
                type_support=2, hybrid_viewpoints=2, margin=1, doubt_likely=4, doubt_unsure=2, reasons={}
            ),
            "rule_files": tuple(
                RuleFile.model_construct(id="small", stage=stage, about=None, facts={}, serves=(), rules=tuple(of))
                for stage, of in files.items()
            ),
        }
    )
