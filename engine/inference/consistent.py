"""Which answers go together: the contradictions of the book, put to each question as it is answered in turn."""

from collections.abc import Mapping
from functools import cached_property

from engine.inference.bits import BitEvaluator, Lanes, Masks
from engine.inference.judged import union
from engine.inference.possible import Reading
from engine.model.book import Book
from engine.model.rules import Condition, Rule, Stage


class Contradictions:
    """The rules on contradictory answers. Those that read verdicts hold of unknowns only, and so of no scenario."""

    def __init__(self, book: Book, reading: Reading) -> None:
        """Only rules over answers count."""
        self._evaluator: BitEvaluator = reading.evaluator
        rules = [rule for rule in book.of_stage(Stage.CONTRADICTIONS) if rule.id not in reading.network.of_verdicts]
        self._reads: dict[str, frozenset[str]] = {r.id: frozenset(reading.leaves([r.when])) for r in rules}
        self._rules: tuple[Rule, ...] = tuple(rules)

    def standing(self, lanes: Lanes) -> frozenset[str]:
        """The rules that hold of what is the same in all lanes; they cannot be held against a scenario."""
        return frozenset(rule.id for rule in self._rules if self._holds(rule.when, lanes) == lanes.everywhere)

    def bad(self, question: str, lanes: Lanes, but: frozenset[str]) -> int:
        """The lanes in which an answer to this question contradicts what is known there."""
        return union(self._holds(rule.when, lanes) for rule in self._of.get(question, ()) if rule.id not in but)

    def concerns(self, question: str) -> bool:
        """Whether any contradiction turns on this question."""
        return question in self._of

    @cached_property
    def _of(self) -> Mapping[str, tuple[Rule, ...]]:
        questions = {question for read in self._reads.values() for question in read}
        return {q: tuple(rule for rule in self._rules if q in self._reads[rule.id]) for q in questions}

    def _holds(self, condition: Condition, lanes: Lanes) -> int:
        found: Masks = self._evaluator.condition(condition, lanes)
        return found[0]
