"""All mutants of a book: the book with one rule broken in one place, or one threshold of the type decision moved."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from engine.inference.facts import domains
from engine.model.book import Book
from engine.model.rules import Rule, RuleFile
from tests.mutation import conclusions
from tests.mutation.conditions import Broken

THRESHOLDS = ("type_support", "hybrid_viewpoints", "margin")


@dataclass(frozen=True)
class Mutant:
    """One rule broken (``made`` is what became of it, None if it was removed), or a threshold moved (no ``rule``)."""

    base: Book
    subject: str
    kind: str
    words: str
    rule: Rule | None = None
    made: Rule | None = None
    threshold: int | None = None

    @property
    def name(self) -> str:
        """What was broken and how, the same in every run."""
        return f"{self.subject} | {self.kind} | {self.words}"

    @cached_property
    def book(self) -> Book:
        """The broken book."""
        if self.rule is None:
            limits = self.base.thresholds.model_copy(update={self.subject.split("/")[1]: self.threshold})
            return _with(self.base, thresholds=limits)
        return _with(self.base, rule_files=tuple(self._file(file) for file in self.base.rule_files))

    def _file(self, file: RuleFile) -> RuleFile:
        if self.rule not in file.rules:
            return file
        made = [(self.made if rule is self.rule else rule) for rule in file.rules]
        return file.model_copy(update={"rules": tuple(rule for rule in made if rule is not None)})


def _with(book: Book, **changed: Any) -> Book:
    """The book anew, so that nothing it had worked out stays with it."""
    return Book.model_construct(**{**{name: getattr(book, name) for name in Book.model_fields}, **changed})


def mutants(book: Book) -> Iterator[Mutant]:
    """Every mutant, in the order of the book."""
    broken = Broken(domains(book))
    for name in THRESHOLDS:
        value = getattr(book.thresholds, name)
        for moved in (value - 1, value + 1):
            if 1 <= moved <= (3 if name == "hybrid_viewpoints" else moved):
                words = f"{moved} instead of {value}"
                yield Mutant(book, f"thresholds/{name}", "threshold", words, threshold=moved)
    for file in book.rule_files:
        for rule in file.rules:
            yield Mutant(book, rule.id, "remove", "the rule is removed", rule)
            for change in broken.changes(rule.when):
                made = rule.model_copy(update={"when": change.condition})
                yield Mutant(book, rule.id, change.kind, change.words, rule, made)
            for words, then in conclusions.changed(book, file, rule):
                yield Mutant(book, rule.id, "conclusion", words, rule, rule.model_copy(update={"then": then}))
