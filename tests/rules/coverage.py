"""Which rules and which of their conditions have been seen both ways: ``python -m tests.rules.coverage``.

A rule is covered when it was known to hold in one set of answers and known not to in another; a condition (a leaf of
a rule's condition tree) when it was true in one and false in another. Two sources are told apart: whole clusters (the
study's examples and the cases in ``tests/cases``), judged from answers to verdict, and the rules' own examples.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from engine.inference.bits import BitEvaluator, Lanes, Masks
from engine.inference.facts import flatten
from engine.inference.judged import Judged
from engine.inference.network import Network
from engine.inference.possible import leaves
from engine.model import rules as r
from engine.model.book import Book
from tests.helpers import case, case_names, shipped_book, values
from tests.rules.specification import Trial, entries

Seen = tuple[bool, bool]
"""Whether it has been true (or held), and whether it has been false (or failed)."""


@dataclass(frozen=True)
class Item:
    """A rule, or one of its conditions, and how it has been seen by each source."""

    rule: r.Rule
    condition: str | None
    in_clusters: Seen
    in_examples: Seen

    @property
    def by_clusters(self) -> bool:
        """Whether whole clusters alone show it both ways."""
        return all(self.in_clusters)

    @property
    def covered(self) -> bool:
        """Whether both sources together show it both ways."""
        return not self.missing

    @property
    def missing(self) -> list[str]:
        """The ways in which neither source shows it."""
        ways = ("true", "false") if self.condition else ("hold", "fail")
        seen = zip(self.in_clusters, self.in_examples, strict=True)
        return [way for way, here in zip(ways, seen, strict=True) if not any(here)]

    @property
    def name(self) -> str:
        """The rule's id, with the condition in words."""
        return f"{self.rule.id}: {self.condition}" if self.condition else self.rule.id


def clusters(network: Network) -> Judged:
    """The study's examples and the cases side by side, judged."""
    book = network.book
    answers = [example.known() for example in book.examples.values()]
    answers += [values(book, case(name)[0]) for name in case_names()]
    lanes = Lanes(len(answers))
    for n, known in enumerate(answers):
        for key, value in flatten(known, network.domains).items():
            by_value = lanes.facts.setdefault(key, {})
            by_value[value] = by_value.get(value, 0) | 1 << n
    judged = Judged(BitEvaluator(network), lanes)
    for rule in book.rules:
        judged.rule(rule.id)
    return judged


def items(book: Book) -> Iterator[Item]:
    """Every rule of the book, each followed by its conditions."""
    network = Network(book)
    judged, trial = clusters(network), Trial(network, entries().values())
    for rule in book.rules:
        of_rule = trial.of_rule(rule.id)
        parts: list[tuple[str | None, r.Condition]] = [(None, rule.when)]
        parts += [(words(leaf), leaf) for leaf in leaves(rule.when)]
        for name, part in parts:
            yield Item(
                rule,
                name,
                _seen(judged.evaluator.condition(part, judged.lanes), judged.everywhere),
                _seen(judged.evaluator.condition(part, trial.lanes), of_rule),
            )


def _seen(masks: Masks, among: int) -> Seen:
    return bool(masks[0] & among), bool(masks[1] & among)


def words(leaf: r.Condition) -> str:
    """A leaf as the rule files write it, in short."""
    match leaf:
        case r.Is():
            return f"{leaf.fact} is {leaf.value}"
        case r.In():
            return f"{leaf.fact} in {', '.join(map(str, leaf.values))}"
        case r.AtLeast():
            return f"{leaf.fact} at least {leaf.threshold:g}"
        case r.Known():
            return f"{leaf.known} known"
        case r.Unknown():
            return f"{leaf.unknown} unknown"
        case r.Finding():
            return f"finding {leaf.finding}"
    raise TypeError(f"not a leaf: {leaf!r}")


def table(found: Iterable[Item]) -> Iterator[str]:
    """The report: a line for each stage and for all, then what is missing, by name."""
    ordered = list(found)
    yield "                        rules                          conditions"
    yield "stage           all  covered  by clusters alone   all  covered  by clusters alone"
    for stage, of in groupby(ordered, key=lambda item: item.rule.stage):
        yield _line(stage.value, list(of))
    yield _line("all", ordered)
    for item in ordered:
        if not item.covered:
            yield (
                f"never seen to {' or to '.join(item.missing)}: {item.name}"
                if item.condition is None
                else (f"never seen {' or '.join(item.missing)}: {item.name}")
            )


def _line(name: str, of: list[Item]) -> str:
    text = f"{name:15}"
    for part in ([i for i in of if i.condition is None], [i for i in of if i.condition is not None]):
        covered, alone = (sum(map(bool, x)) for x in ([i.covered for i in part], [i.by_clusters for i in part]))
        text += f"{len(part):4}  {covered / len(part):7.1%}  {alone:6} ({alone / len(part):6.1%})    "
    return text.rstrip()


def main() -> int:
    """Print the report; 1 where something is missing."""
    found = list(items(shipped_book()))
    print("\n".join(table(found)))
    return 0 if all(item.covered for item in found) else 1


if __name__ == "__main__":
    sys.exit(main())
