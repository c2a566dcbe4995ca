"""Turns firings into reasons a person can read: the rule in words, its facts, its citations."""

from collections.abc import Iterable

from engine.model.assessment import Because, Firing
from engine.model.book import Book


def because(book: Book, firings: Iterable[Firing], most: int | None = None) -> tuple[Because, ...]:
    """One reason a firing, at most ``most``; of several supports of one rule the shortest."""
    shortest: dict[tuple[str, bool], Firing] = {}
    for firing in firings:
        key = firing.rule, firing.holds
        if key not in shortest or len(firing.facts) < len(shortest[key].facts):
            shortest[key] = firing
    return tuple(_reason(book, firing) for firing in list(shortest.values())[:most])


def _reason(book: Book, firing: Firing) -> Because:
    rule = book.rule[firing.rule]
    return Because.model_construct(
        rule=rule.id,
        text=rule.reads,
        basis=rule.basis,
        facts=firing.facts,
        citations=rule.citations,
        holds=firing.holds,
    )
