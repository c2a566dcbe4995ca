"""How much an answer tells: mutual information (Shannon 1948) between a question and what is to be known, in bits."""

from collections.abc import Collection
from math import log, log2

from engine.inference.scenarios import Scenarios


def entropy(counts: Collection[int]) -> float:
    """The uncertainty, in bits, of which cell a case lies in; ``counts`` are the cells' sizes."""
    total = sum(counts)
    return -sum(n / total * log2(n / total) for n in counts if n)


def information(scenarios: Scenarios, cells: Collection[int], parts: Collection[int]) -> float:
    """What knowing the part tells on average about the cell: H(cell) + H(part) - H(cell and part), in bits.

    Both are partitions of the scenarios, as masks of lanes. In a sample of n, chance alone shows about
    (cells - 1)(parts - 1) / (2 n ln 2) bits (Miller 1955, Madow 1948), which are taken off.
    """
    if len(parts) < 2 or len(cells) < 2 or not scenarios.total:
        return 0.0
    joint = [[scenarios.count(cell & part) for cell in cells] for part in parts]
    by_part = [sum(row) for row in joint]
    by_cell = [sum(column) for column in zip(*joint, strict=True)]
    gain = entropy(by_cell) + entropy(by_part) - entropy([n for row in joint for n in row])
    by_chance = (len(cells) - 1) * (len(parts) - 1) / (2 * scenarios.total * log(2))
    return max(0.0, gain if scenarios.exact else gain - by_chance)
