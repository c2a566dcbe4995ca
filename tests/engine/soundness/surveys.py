"""Small books under examination."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from engine.book.ground import Found, Ground
from engine.model.book import Book
from engine.model.questions import Question
from engine.model.rules import Rule, Stage
from engine.soundness.about import About
from engine.soundness.survey import Survey
from tests.helpers import question, rule, small_book

Check = Callable[[Survey], Iterator[Found]]
YES = {"fact": "a", "is": True}
NO = {"fact": "a", "is": False}
ALSO = {"fact": "b", "is": True}
SIZE = {"fact": "size", "is": "large"}
ASKED = (question("a"), question("b"), question("size", "choice", ("small", "middle", "large")))


def book(*rules: Rule, questions: Iterable[Question] = ASKED, **changes: Any) -> Book:
    return small_book(questions, rules).model_copy(update=changes)


def codes(check: Check, of: Book, about: About | None = None) -> list[str]:
    return [found.code for found in check(Survey(Ground(of), about or About()))]


def found(check: Check, of: Book, about: About | None = None) -> list[tuple[str, str, tuple[str | int, ...]]]:
    """Code, file and place of everything a check finds."""
    return [(one.code, one.file, one.path) for one in check(Survey(Ground(of), about or About()))]


def finding(id: str, when: dict[str, Any], name: str = "f") -> Rule:
    return rule(id, when, {"finding": name})


def evidence(id: str, when: dict[str, Any], weight: int, pull: str = "for") -> Rule:
    return rule(id, when, {"evidence": {"type": "B", "viewpoint": "VP1", "pull": pull, "weight": weight}}, Stage.TYPE)


def caution(id: str, when: dict[str, Any], name: str = "CAU.x") -> Rule:
    return rule(id, when, {"caution": name}, Stage.CAUTIONS)


def relevance(id: str, when: dict[str, Any], level: str) -> Rule:
    return rule(id, when, {"direction": {"direction": "NPD.1", "relevance": level}}, Stage.DIRECTIONS)


def aspired(id: str, when: dict[str, Any], name: str) -> Rule:
    return rule(id, when, {"aspired_direction": name}, Stage.RENEWAL)
