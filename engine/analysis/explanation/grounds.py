"""What one explanation is built from: the answers of a cluster and what follows from them, computed once."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from engine.assess import assess
from engine.assess.engine import Engine
from engine.inference.bits import satisfied
from engine.inference.evaluate import Outcome
from engine.inference.verdict import Truth
from engine.model.answers import Answer, Unknown, Value
from engine.model.assessment import Assessment
from engine.model.book import Book
from engine.model.explanation import Standing
from engine.model.rules import All, AnyOf, Condition, Finding, Not, Rule

STANDING: dict[Truth, Standing] = {True: "holds", False: "fails", None: "open"}


class Grounds:
    """The answers of one cluster with all that follows from them."""

    def __init__(
        self, engine: Engine, answers: Mapping[str, Answer], as_of: date, assessment: Assessment | None = None
    ) -> None:
        """``assessment`` of the same answers and date spares computing it again."""
        self.engine = engine
        self.answers = answers
        self.as_of = as_of
        self._assessment = assessment
        self._rules: dict[str, Truth] = {}

    @property
    def book(self) -> Book:
        """The knowledge."""
        return self.engine.book

    @cached_property
    def known(self) -> dict[str, Value]:
        """The values given, without the 'don't know'."""
        questions = self.book.questions
        return {q: a.value for q, a in self.answers.items() if q in questions and not isinstance(a.value, Unknown)}

    @cached_property
    def outcome(self) -> Outcome:
        """All conclusions."""
        return self.engine.evaluate(self.known)

    @cached_property
    def assessment(self) -> Assessment:
        """The assessment."""
        return self._assessment or assess(self.book, self.answers, self.as_of, engine=self.engine)

    def without(self, question: str) -> "Grounds":
        """The same cluster with one question not answered."""
        answers = {q: a for q, a in self.answers.items() if q != question}
        return Grounds(self.engine, answers, self.as_of)

    def truth(self, condition: Condition, wanted: bool = True) -> Truth:
        """Whether a condition is known to hold (``wanted=False``: whether its negation is)."""
        match condition:
            case Not():
                return self.truth(condition.not_, not wanted)
            case All() | AnyOf():
                return self._joined(condition, wanted)
        facts, of = self.outcome.facts, self.engine.network.domains
        if satisfied(condition, facts, of, wanted):
            return True
        return False if satisfied(condition, facts, of, not wanted) else None

    def _joined(self, condition: All | AnyOf, wanted: bool) -> Truth:
        """Of several conditions: all of them, or any; under a negation the other way round."""
        truths = [self.truth(part, wanted) for part in parts_of(condition)]
        decides = not every(condition, wanted)
        if decides in truths:
            return decides
        return None if None in truths else not decides

    def holds(self, rule: Rule) -> Truth:
        """Whether the condition of a rule is known to hold."""
        if rule.id not in self._rules:
            self._rules[rule.id] = self.truth(rule.when)
        return self._rules[rule.id]

    def live(self, condition: Condition, question: str, wanted: bool = True) -> bool:
        """Whether the answer to an open question can still tell in a condition: read where nothing decides it yet."""
        if self.truth(condition, wanted) is not None:
            return False
        match condition:
            case Not():
                return self.live(condition.not_, question, not wanted)
            case All() | AnyOf():
                return any(self.live(part, question, wanted) for part in parts_of(condition))
            case Finding():
                rules = self.engine.network.rules_for.get(f"finding:{condition.finding}", ())
                return any(self.live(self.book.rule[rule].when, question) for rule in rules)
        return question in self.engine.reading.leaves([condition])


def parts_of(condition: All | AnyOf) -> tuple[Condition, ...]:
    """What a condition joins."""
    return condition.all if isinstance(condition, All) else condition.any


def every(condition: All | AnyOf, wanted: bool) -> bool:
    """Whether all parts are called for, negation counted: 'not any' is 'all not'."""
    return isinstance(condition, All) is wanted
