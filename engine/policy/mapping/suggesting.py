"""Suggests generic measures for existing ones: best first, with the words that led to each."""

from collections.abc import Iterator, Sequence

from engine.model.knowledge import TypeCode
from engine.model.register import ExistingMeasure, Suggestion
from engine.policy.mapping.index import Index
from engine.policy.mapping.saying import RULE, Rule, Said, said
from engine.policy.mapping.telling_words import telling_words

MOST = 5
"""Suggestions for one existing measure at most."""
_CONCRETE = 3
"""Concrete measures named with a suggestion at most."""


def suggest(
    index: Index,
    measures: Sequence[ExistingMeasure],
    types: Sequence[TypeCode],
    rule: Rule = RULE,
    *,
    grounds: bool = True,
) -> dict[str, tuple[Suggestion, ...]]:
    """What each measure may serve, best first; nothing where nothing is near enough.

    Args:
        index: The index of the book.
        measures: Existing measures, each with its own id.
        types: Types whose generic measures come into question; all where none is given.
        rule: The figures of the rule.
        grounds: Whether the words that led to each are wanted, and what it is like; a batch does not show them.
    """
    by_type: dict[str, list[int]] = {}
    for target, of_type in enumerate(index.types):
        if not types or of_type in types:
            by_type.setdefault(of_type, []).append(target)
    return {measure.id: _suggested(index, measure, list(by_type.values()), rule, grounds) for measure in measures}


def _suggested(
    index: Index, measure: ExistingMeasure, by_type: list[list[int]], rule: Rule, grounds: bool
) -> tuple[Suggestion, ...]:
    what = said(index, measure, rule)
    ranked = sorted((rank, -score, target) for of_type in by_type for rank, score, target in _near(what, of_type, rule))
    chosen = sorted((score, target) for _, score, target in ranked[:MOST])
    return tuple(
        Suggestion.model_construct(
            measure=index.targets[target],
            score=round(-score, 3),
            words=telling_words(index, what, target) if grounds else (),
            concrete=_alike(index, what, target, rule) if grounds else (),
        )
        for score, target in chosen
    )


def _near(what: Said, targets: list[int], rule: Rule) -> Iterator[tuple[int, float, int]]:
    """The measures of one type that are near enough, each with its rank: so each type has its best among the few."""
    scores = what.scores(targets, rule)
    floor = max(rule.near, rule.beside * max(scores.values(), default=0.0))
    ranked = sorted((-score, target) for target, score in scores.items() if score >= floor)
    for rank, (score, target) in enumerate(ranked):
        yield rank, -score, target


def _alike(index: Index, what: Said, target: int, rule: Rule) -> tuple[str, ...]:
    """The concrete measures exemplifying a generic one that this is like, the likest first."""
    speaks = what.speaks
    found = sorted((-speaks[n], n) for n in index.exemplified.get(target, ()) if speaks[n] >= rule.like * what.total)
    return tuple(index.targets[n] for _, n in found[:_CONCRETE])
