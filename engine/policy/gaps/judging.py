"""Judges facts of the gap check by the rules under ``rules/gaps``, with either evaluator, each set of facts once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from engine.assess.engine import Engine
from engine.book.gap_book import gap_book
from engine.model.assessment import Because, Fact
from engine.model.book import Book
from engine.model.rules import GapKind

GapFactsOf = Mapping[str, str | float]
"""Facts about one subject, by the ids of ``rules/gap_facts.yaml``."""


@dataclass(frozen=True)
class Judge:
    """The rules of the gap check, compiled. Firings on the same facts are kept: a register repeats itself."""

    book: Book
    engine: Engine
    _known: dict[frozenset[tuple[str, str | float]], dict[GapKind, tuple[Because, ...]]] = field(default_factory=dict)

    def gaps(self, facts: GapFactsOf) -> Mapping[GapKind, tuple[Because, ...]]:
        """What the rules find of a subject, each with its reasons in the order of the rules."""
        key = frozenset(facts.items())
        if key not in self._known:
            self._known[key] = dict(self._judged(facts))
        return self._known[key]

    def _judged(self, facts: GapFactsOf) -> Iterable[tuple[GapKind, tuple[Because, ...]]]:
        found: dict[GapKind, list[Because]] = {}
        stated = {key: float(v) if isinstance(v, int | float) else v for key, v in facts.items()}
        for firing in self.engine.firings_on(stated):
            rule = self.book.gap_rule[firing.rule]
            if rule.then.gap is not None:
                found.setdefault(rule.then.gap, []).append(self._because(firing.rule, firing.facts))
        return ((kind, tuple(reasons)) for kind, reasons in found.items())

    def _because(self, rule: str, facts: Iterable[Fact]) -> Because:
        said = self.book.gap_rule[rule]
        return Because.model_construct(
            rule=rule,
            text=said.reads,
            basis=said.basis,
            facts=tuple(Fact(fact.key, fact.value, "register") for fact in facts),
            citations=said.citations,
            holds=True,
        )


_judges: dict[str, Judge] = {}


def judge_for(book: Book) -> Judge:
    """The judge of a book, compiled at first use and kept for the process; one book at a time is kept."""
    if book.version not in _judges:
        for judge in _judges.values():
            judge.engine.close()
        _judges.clear()
        _judges[book.version] = judge_with(book)
    return _judges[book.version]


def judge_with(book: Book, *, use_durable: bool | None = None) -> Judge:
    """A judge of its own, with the evaluator asked for."""
    return Judge(book, Engine(gap_book(book), use_durable=use_durable))
