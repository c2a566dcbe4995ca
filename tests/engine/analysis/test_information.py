"""Mutual information: known cases worked out by hand, and what must hold for any counts."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.analysis.information import entropy, information
from engine.inference.bits import Lanes
from engine.inference.scenarios import Scenarios

FULL = (1 << 8) - 1


def exact(*strata: tuple[int, int], size: int = 8) -> Scenarios:
    return Scenarios(Lanes(size), strata or ((1, (1 << size) - 1),), True, ())


@pytest.mark.parametrize(("counts", "bits"), [((4, 4), 1.0), ((8,), 0.0), ((2, 2, 2, 2), 2.0), ((6, 2, 0), 0.811278)])
def test_entropy(counts: tuple[int, ...], bits: float) -> None:
    assert entropy(counts) == pytest.approx(bits, abs=1e-6)


def test_what_says_the_same_tells_everything_and_what_is_independent_nothing() -> None:
    half, even = 0b1111, 0b01010101
    assert information(exact(), (half, FULL & ~half), (half, FULL & ~half)) == pytest.approx(1.0)
    assert information(exact(), (half, FULL & ~half), (even, FULL & ~even)) == pytest.approx(0.0)


def test_weights_count() -> None:
    """With one half weighing three times the other, knowing the half is worth what a coin of 3 to 1 is worth."""
    half = 0b1111
    weighed = exact((3, half), (1, FULL & ~half))
    assert information(weighed, (half, FULL & ~half), (half, FULL & ~half)) == pytest.approx(0.811278, abs=1e-6)


@given(st.lists(st.integers(0, FULL), min_size=1, max_size=3), st.lists(st.integers(0, FULL), min_size=1, max_size=3))
def test_it_is_never_negative_nor_more_than_there_is_to_know(a: list[int], b: list[int]) -> None:
    cells, parts = partition(a), partition(b)
    bits = information(exact(), cells, parts)
    counts = [cell.bit_count() for cell in cells]
    assert -1e-9 <= bits <= entropy(counts) + 1e-9
    assert bits == pytest.approx(information(exact(), parts, cells))


def partition(cuts: list[int]) -> tuple[int, ...]:
    cells = [FULL]
    for cut in cuts:
        cells = [part for cell in cells for part in (cell & cut, cell & ~cut) if part]
    return tuple(cells)


def test_from_a_sample_chance_alone_tells_nothing() -> None:
    """Two unconnected partitions of many cells: uncorrected, chance would show about 0.09 bits."""
    size, source = 4096, random.Random(7)
    sample = Scenarios(Lanes(size), ((1, (1 << size) - 1),), False, ())
    full = (1 << size) - 1

    def cells(count: int) -> list[int]:
        found = [full]
        for _ in range(count):
            cut = source.getrandbits(size)
            found = [part for cell in found for part in (cell & cut, cell & ~cut)]
        return found

    exactly = Scenarios(sample.lanes, sample.strata, True, ())
    a, b = cells(5), cells(4)
    assert information(exactly, a, b) > 0.05
    assert information(sample, a, b) < 0.015
