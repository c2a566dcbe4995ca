"""Draws answers for many lanes at once, the same at every run."""

import random
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from engine.inference.facts import Domain, Scalar

Masks = dict[str, dict[Scalar, int]]
"""For each flat fact the lanes of each of its values."""


def drawn(question: str, domain: Domain, values: Sequence[Scalar], source: random.Random, size: int) -> Masks:
    """An answer for each lane, every answer of the question as often as any other.

    Of a question with several answers every set of options; else every one of ``values``.
    """
    everywhere = (1 << size) - 1
    if domain.kind != "several":
        return {question: one_of(dict.fromkeys(values, everywhere), source, size)}
    chosen = {f"{question}/{option}": source.getrandbits(size) for option in domain.options}
    return {key: {True: mask, False: everywhere & ~mask} for key, mask in chosen.items()}


def one_of(allowed: dict[Scalar, int], source: random.Random, size: int) -> dict[Scalar, int]:
    """For each value the lanes in which it was drawn, among the lanes where it is allowed, there as often as any other.

    A lane that draws what it may not have draws again. Lanes where nothing is allowed draw nothing.
    """
    bits = (len(allowed) - 1).bit_length()
    one, several = _how_many(allowed.values())
    masks = {value: where & one for value, where in allowed.items()}
    left = several
    while left:
        planes = [source.getrandbits(size) for _ in range(bits)]
        for n, (value, where) in enumerate(allowed.items()):
            masks[value] |= _spelling(n, planes, left & where)
        left &= ~reduce(or_, masks.values())
    return masks


def _how_many(masks: Iterable[int]) -> tuple[int, int]:
    """The lanes that lie in just one of the masks, and those in several."""
    any_, several = 0, 0
    for mask in masks:
        several |= any_ & mask
        any_ |= mask
    return any_ & ~several, several


def _spelling(n: int, planes: Sequence[int], among: int) -> int:
    """The lanes whose bits, one a plane, spell ``n``."""
    for bit, plane in enumerate(planes):
        among &= plane if n >> bit & 1 else ~plane
    return among


def one_in(count: int, source: random.Random, size: int) -> int:
    """Lanes chosen with one chance in ``count``."""
    everywhere = (1 << size) - 1
    return one_of({float(n): everywhere for n in range(count)}, source, size)[0.0]
