"""The rules of a book made ready for evaluation: each rule's alternatives, for holding and for known not to hold."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from engine.inference.branches import Branch, branches
from engine.inference.facts import Domain, domains
from engine.inference.leaves import leaf_fact, leaves
from engine.model.book import COMPUTED_FACTS, Book
from engine.model.rules import Rule, Stage

REFUTED_STAGES = frozenset(Stage) - {Stage.TYPE, Stage.CAUTIONS, Stage.GAPS}
"""Stages where it matters that a conclusion is known *not* to follow; elsewhere only what holds is derived."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """One rule in one polarity, with its alternatives."""

    rule: Rule
    holds: bool
    branches: tuple[Branch, ...]


@dataclass(frozen=True)
class Network:
    """All derivations of a book, in order of stage, file and rule."""

    book: Book

    @cached_property
    def domains(self) -> dict[str, Domain]:
        """The domain of every fact."""
        return domains(self.book)

    @cached_property
    def derivations(self) -> tuple[Derivation, ...]:
        """Every rule, and where its stage needs it, its refutation."""
        return tuple(
            Derivation(rule, holds, found)
            for rule in self.book.rules
            for holds in ((True, False) if rule.stage in REFUTED_STAGES else (True,))
            if (found := branches(rule.when, self.domains, holds=holds))
        )

    @cached_property
    def rules_for(self) -> dict[str, tuple[str, ...]]:
        """Ids of the rules that give each conclusion."""
        given: dict[str, list[str]] = defaultdict(list)
        for rule in self.book.rules:
            given[rule.then.key].append(rule.id)
        return {key: tuple(ids) for key, ids in given.items()}

    @cached_property
    def concludes(self) -> dict[str, str]:
        """The conclusion of each rule, as one string."""
        return {rule.id: rule.then.key for rule in self.book.rules}

    @cached_property
    def findings(self) -> tuple[str, ...]:
        """The names of all findings."""
        return tuple(dict.fromkeys(rule.then.finding for rule in self.book.rules if rule.then.finding is not None))

    @cached_property
    def needs(self) -> dict[str, tuple[str, ...]]:
        """For each phase the conclusions that state the necessary facts of its key factor."""
        keys = [key for key in self.rules_for if key.startswith("necessary:")]
        return {phase: tuple(k for k in keys if k.startswith(f"necessary:{phase}:")) for phase in self.book.phases}

    @cached_property
    def of_verdicts(self) -> frozenset[str]:
        """Ids of the rules that read verdicts, and so come after them."""
        read = {rule.id: {leaf_fact(leaf) for leaf in leaves(rule.when)} for rule in self.book.rules}
        return frozenset(rule for rule, facts in read.items() if not facts.isdisjoint(COMPUTED_FACTS))

    @cached_property
    def tested(self) -> frozenset[str]:
        """Every flat fact some branch reads; no other needs to be asserted."""
        return frozenset(test.key for d in self.derivations for branch in d.branches for test in branch)

    @cached_property
    def place(self) -> dict[str, int]:
        """The place of each rule in the book, by which traces are ordered."""
        return {rule.id: n for n, rule in enumerate(self.book.rules)}
