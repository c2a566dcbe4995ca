"""Which rules a set of facts decides, one way or the other: what two clusters are compared by."""

from engine.inference.bits import satisfied
from engine.inference.facts import Facts
from engine.inference.network import Network
from engine.model.book import Book
from engine.model.rules import Rule, Stage

_COMPARED = frozenset({Stage.TYPE, Stage.PHASE, Stage.RENEWAL})


def compared_rules(book: Book) -> list[Rule]:
    """The rules on type, phase and renewal."""
    return [rule for rule in book.rules if rule.stage in _COMPARED]


def decided(network: Network, rules: list[Rule], facts: Facts) -> dict[str, bool]:
    """For each rule that the facts decide, whether it holds."""
    of = network.domains
    return {
        rule.id: bool(holds)
        for rule in rules
        if (holds := satisfied(rule.when, facts, of, True)) or satisfied(rule.when, facts, of, False)
    }
