"""The verdict on type for many scenarios at once: the same decision as ``verdict``, on masks instead of numbers.

A number that differs between lanes is a dictionary from each value it takes to the mask of lanes where it does.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from engine.inference.verdict import TYPES, VIEWPOINTS
from engine.model.book import Book
from engine.model.rules import Rule, Stage, Thresholds

Numbers = dict[int, int]
"""value -> lanes in which the number has it."""


def combine(a: Numbers, b: Numbers, operation: Callable[[int, int], int]) -> Numbers:
    """Lane by lane ``operation`` of two numbers."""
    result: Numbers = defaultdict(int)
    for x, in_x in a.items():
        for y, in_y in b.items():
            if both := in_x & in_y:
                result[operation(x, y)] |= both
    return dict(result)


def where(numbers: Numbers, test: Callable[[int], bool]) -> int:
    """The lanes in which the number passes a test."""
    mask = 0
    for value, lanes in numbers.items():
        if test(value):
            mask |= lanes
    return mask


def label_masks(book: Book, holding: Callable[[str], int], everywhere: int) -> dict[str, int]:
    """The lanes of each verdict label. ``holding``: by a rule's id the lanes in which it is known to hold."""
    held = {rule.id: holding(rule.id) for rule in book.rules if rule.stage is Stage.TYPE or rule.then.scope is not None}
    outside = _union(held[r.id] for r in book.rules if r.then.scope is not None)
    both = _union(held[r.id] for r in book.rules if r.then.hybrid is not None)
    points = _points([r for r in book.rules if r.then.evidence is not None], held, everywhere)
    outer = _contest("A", "B", points, book.thresholds, both, everywhere)
    inner = _contest("A-1", "A-2", points, book.thresholds, 0, everywhere)
    return _labels(outer, inner, outside, everywhere)


def _points(rules: Iterable[Rule], held: Mapping[str, int], everywhere: int) -> dict[str, dict[str, Numbers]]:
    by_weight: dict[tuple[str, str, str], Numbers] = defaultdict(lambda: defaultdict(int))
    for rule in rules:
        e = rule.then.evidence
        assert e is not None
        by_weight[e.type, e.viewpoint, e.pull][e.weight] |= held[rule.id]
    return {
        t: {
            v: combine(
                _strongest(by_weight[t, v, "for"], everywhere),
                _strongest(by_weight[t, v, "against"], everywhere),
                int.__sub__,
            )
            for v in VIEWPOINTS
        }
        for t in TYPES
    }


def _strongest(weights: Numbers, everywhere: int) -> Numbers:
    left, strongest = everywhere, {}
    for weight in sorted(weights, reverse=True):
        strongest[weight] = weights[weight] & left
        left &= ~weights[weight]
    return {**strongest, 0: left}


def _contest(
    a: str, b: str, points: dict[str, dict[str, Numbers]], limits: Thresholds, declared_both: int, everywhere: int
) -> tuple[int, int]:
    """The lanes in which a is named and those in which b is (both where they overlap)."""
    totals, reach, broad = {}, {}, everywhere
    for t in (a, b):
        total: Numbers = {0: everywhere}
        positive: Numbers = {0: everywhere}
        for numbers in points[t].values():
            total = combine(total, numbers, int.__add__)
            positive = combine(positive, numbers, lambda n, x: n + (x > 0))
        totals[t] = total
        reach[t] = where(total, lambda n: n >= limits.type_support)
        broad &= where(positive, lambda n: n >= limits.hybrid_viewpoints)
    hybrid = reach[a] & reach[b] & (broad | declared_both)
    lead = combine(totals[a], totals[b], int.__sub__)
    a_alone = reach[a] & where(lead, lambda n: n >= limits.margin)
    b_alone = reach[b] & where(lead, lambda n: -n >= limits.margin)
    return hybrid | a_alone, hybrid | b_alone


def _labels(outer: tuple[int, int], inner: tuple[int, int], outside: int, everywhere: int) -> dict[str, int]:
    inside = everywhere & ~outside
    (a, b), (a1, a2) = outer, inner
    masks = {"out_of_scope": outside, "undetermined": inside & ~a & ~b, "B": inside & b & ~a}
    sub = {"A": ~a1 & ~a2, "A-1": a1 & ~a2, "A-2": a2 & ~a1, "A-1+A-2": a1 & a2}
    for name, mask in sub.items():
        masks[name] = inside & a & ~b & mask
        masks[f"{name}+B"] = inside & a & b & mask
    return masks


def _union(masks: Iterable[int]) -> int:
    union = 0
    for mask in masks:
        union |= mask
    return union
