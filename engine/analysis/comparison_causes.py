"""Why two sets of answers lead to different conclusions: the smallest sets of answers that make the difference.

A mixture is A's answers with some of B's put in. Of the answers that differ only those that rules behind the
conclusion read can matter; every mixture of these is tried, the smallest first, one lane each.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import combinations
from math import comb

from engine.analysis.due import recommended_in
from engine.assess.engine import Engine
from engine.inference.bits import BitEvaluator, Lanes
from engine.inference.facts import Facts, flatten
from engine.inference.judged import Judged
from engine.model.answers import Value
from engine.model.comparison import About, Cause, Standing
from engine.model.knowledge import TypeCode
from engine.model.rules import Condition

SURE_SIZE = 3
"""Sets of up to this many answers are always all tried."""
MOST_MIXTURES = 20_000
"""Larger sets are tried while there are no more than this many of their size."""
MOST_SETS = 3
"""Sets of the smallest size that are listed; the rest are counted."""

Names = tuple[str, ...]
Held = Callable[[Judged], int]
"""The lanes in which a conclusion is B's."""


class Causes:
    """Searches the mixtures of two sets of answers."""

    def __init__(self, engine: Engine, a: Mapping[str, Value], b: Mapping[str, Value]) -> None:
        """``a`` and ``b``: the values known in each."""
        self.engine = engine
        self.evaluator = BitEvaluator(engine.network)
        self.differing = tuple(q.id for q in engine.book.ordered_questions if a.get(q.id) != b.get(q.id))
        self.sides = tuple({q: self._flat(q, known) for q in self.differing} for known in (a, b))
        alike = {q: value for q, value in a.items() if q not in self.differing}
        self.alike = flatten(alike, engine.network.domains)
        self._judged = cache(self._judge)

    def of_type(self, label: str) -> Cause:
        """What makes the verdict on type B's, whose label is given."""
        return self._cause("type", "type", self._of_type(), lambda judged: judged.labels.get(label, 0))

    def of_phase(self, type_: TypeCode, standing: Standing) -> Cause:
        """What makes work on a type stand where it stands in B."""
        return self._cause("phase", type_, self._of_phase(type_), partial(_stands, type_, standing))

    def of_measure(self, measure: str, *, recommended: bool) -> Cause:
        """What makes a measure recommended, or no longer, as it is in B."""
        rules = self._conditions([f"status:{measure}:in_place"])
        read = [*self._of_type(), *self._of_phase(self.engine.book.measures[measure].type), *rules]

        def held(judged: Judged) -> int:
            mask = recommended_in(judged, self.engine.book.measures[measure])
            return mask if recommended else judged.everywhere & ~mask

        return self._cause("measure", measure, read, held)

    def _of_type(self) -> list[Condition]:
        rules = self.engine.book.rules
        return [r.when for r in rules if r.then.evidence or r.then.scope is not None or r.then.hybrid is not None]

    def _of_phase(self, type_: TypeCode) -> list[Condition]:
        needs = self.engine.network.needs
        return self._conditions(key for p in self.engine.book.phases.values() if p.type == type_ for key in needs[p.id])

    def _conditions(self, conclusions: Iterable[str]) -> list[Condition]:
        network = self.engine.network
        return [network.book.rule[rule].when for key in conclusions for rule in network.rules_for.get(key, ())]

    def _cause(self, about: About, id: str, read: Iterable[Condition], held: Held) -> Cause:
        questions = self.engine.reading.leaves(read)
        matter = tuple(q for q in self.differing if q in questions)
        tried = 0
        for size in _sizes(len(matter)):
            sets = tuple(combinations(matter, size))
            if mask := held(self._judged(sets)):
                found = [sets[n] for n in _lanes(mask)]
                listed, more = tuple(found[:MOST_SETS]), max(len(found) - MOST_SETS, 0)
                return Cause(about=about, id=id, sets=listed, more=more, smallest=True, tried=size)
            tried = size
        return Cause(about=about, id=id, sets=(self._shrunk(matter, held),), smallest=False, tried=tried)

    def _shrunk(self, matter: Names, held: Held) -> Names:
        """A set of which no answer can be left out. All together do it, as no other answer matters."""
        left = matter
        while fewer := held(self._judged(tuple(_one_less(left)))):
            left = _one_less(left)[next(_lanes(fewer))]
        return left

    def _judge(self, sets: tuple[Names, ...]) -> Judged:
        """A lane for each mixture."""
        lanes = Lanes(len(sets))
        lanes.set_everywhere(self.alike)
        from_b = _membership(sets)
        for question in self.differing:
            mask = from_b.get(question, 0)
            for facts, where in zip(self.sides, (lanes.everywhere & ~mask, mask), strict=True):
                for key, value in facts[question].items():
                    by_value = lanes.facts.setdefault(key, {})
                    by_value[value] = by_value.get(value, 0) | where
        return Judged(self.evaluator, lanes)

    def _flat(self, question: str, known: Mapping[str, Value]) -> Facts:
        return flatten({question: known[question]}, self.engine.network.domains) if question in known else {}


def _stands(type_: TypeCode, wanted: Standing, judged: Judged) -> int:
    standing = judged.standings[type_]
    complete = standing.complete if wanted.complete else ~standing.complete
    return standing.low[wanted.low] & standing.high[wanted.high] & complete


def _sizes(count: int) -> Iterator[int]:
    """The sizes of which all sets are tried, out of ``count`` answers."""
    for size in range(1, count + 1):
        if size > SURE_SIZE and comb(count, size) > MOST_MIXTURES:
            return
        yield size


def _one_less(names: Names) -> list[Names]:
    """The set without one of its answers, for each of them."""
    return [names[:n] + names[n + 1 :] for n in range(len(names))]


def _membership(sets: Sequence[Names]) -> dict[str, int]:
    """For each question the lanes whose set it is in."""
    found: dict[str, bytearray] = {}
    for n, names in enumerate(sets):
        for name in names:
            found.setdefault(name, bytearray(len(sets) // 8 + 1))[n >> 3] |= 1 << (n & 7)
    return {name: int.from_bytes(mask, "little") for name, mask in found.items()}


def _lanes(mask: int) -> Iterator[int]:
    """The numbers of the lanes in a mask, lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
