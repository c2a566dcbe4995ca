"""Draws answers for many lanes at once, the same at every run."""

import random
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_

from engine.inference.facts import Domain, Scalar
from engine.inference.possible import Way

Masks = dict[str, dict[Scalar, int]]
"""For each flat fact the lanes of each of its values."""


def drawn(question: str, domain: Domain, ways: Sequence[Way], source: random.Random, size: int) -> Masks:
    """An answer for each lane, every answer of the question as often as any other.

    Of a question with several answers every set of options; of a number every range that thresholds tell apart.
    """
    return dict(_drawn(question, domain, ways, source, size))


def _drawn(
    question: str, domain: Domain, ways: Sequence[Way], source: random.Random, size: int
) -> Iterator[tuple[str, dict[Scalar, int]]]:
    everywhere = (1 << size) - 1
    if domain.kind == "several":
        for option in domain.options:
            mask = source.getrandbits(size)
            yield f"{question}/{option}", {True: mask, False: everywhere & ~mask}
    else:
        yield question, one_of(dict.fromkeys(values_of(question, domain, ways), everywhere), source, size)


def values_of(question: str, domain: Domain, ways: Sequence[Way]) -> tuple[Scalar, ...]:
    """The values a question with one answer can have; of a number one in each range that thresholds tell apart."""
    return tuple(way.facts[question] for way in ways) if domain.kind == "number" else domain.values


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
