"""What the checks of this package stand on: the ground of other checks, a room of cases, data about the book."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from engine.book.conclusions import each_rule
from engine.book.ground import Found, Ground, Trail, rule_file
from engine.book.problems import both
from engine.inference.leaves import leaf_fact, leaves
from engine.model import rules as r
from engine.model.book import Book
from engine.model.rules import Rule, RuleFile, Stage
from engine.soundness.about import About
from engine.soundness.cases import Cases, Room, TooManyError

READ_BY_PROGRAM = frozenset({"loc_target"})
"""Questions the program itself reads, option by option: industries aimed at come first in the view of location."""


@dataclass(frozen=True)
class Placed:
    """A rule with its place."""

    rule: Rule
    file: RuleFile
    n: int

    @property
    def name(self) -> str:
        """The file it stands in."""
        return rule_file(self.file)

    @property
    def as_asked(self) -> bool:
        """Whether its cases are only those the interview leads to; contradictions are looked for everywhere."""
        return self.rule.stage is not Stage.CONTRADICTIONS


@dataclass(frozen=True)
class Survey:
    """One book under examination. ``about`` is what its keepers have said of it: reviews, empty cells."""

    ground: Ground
    about: About = field(default_factory=About)

    @property
    def book(self) -> Book:
        """The book."""
        return self.ground.book

    @cached_property
    def room(self) -> Room:
        """Where cases are made."""
        return Room(self.book)

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """Every rule with its place, in order of the book."""
        return tuple(Placed(rule, file, n) for file, n, rule in each_rule(self.ground))

    def cases(self, conditions: Sequence[r.Condition], *, as_asked: bool = True) -> Cases | None:
        """The cases that the conditions tell apart; None if they are too many."""
        try:
            return self.room.cases(conditions, as_asked=as_asked)
        except TooManyError:
            return None

    @cached_property
    def possible_rules(self) -> frozenset[str]:
        """The rules whose condition some case fulfils; one with too many cases counts as such."""
        found = set()
        for placed in self.placed:
            cases = self.cases([placed.rule.when], as_asked=placed.as_asked)
            if cases is None or cases.holds(placed.rule.when):
                found.add(placed.rule.id)
        return frozenset(found)

    @cached_property
    def conditions(self) -> tuple[r.Condition, ...]:
        """Every condition of rules and questions."""
        gates = [q.applies_when for q in self.book.questions.values() if q.applies_when is not None]
        return (*(rule.when for rule in self.book.rules), *gates)

    @cached_property
    def leaves(self) -> dict[str, set[r.Condition]]:
        """For each question and computed fact, the tests that read it anywhere."""
        found: dict[str, set[r.Condition]] = {}
        for leaf in (leaf for condition in self.conditions for leaf in leaves(condition)):
            found.setdefault(leaf_fact(leaf), set()).add(leaf)
        return found


def head(file: str) -> Trail:
    """The entry near the top of a file to which something about the whole of it is tied."""
    kind = "rules" if file.startswith("rules/") else "text" if file.startswith("knowledge/questions/") else "title"
    return (kind,)


def too_many(file: str, path: Trail) -> Iterator[Found]:
    """Something was not proved, because it has too many cases."""
    yield Found(
        code="too_many_cases",
        file=file,
        path=path,
        what=both("場合の数が多すぎて検証できません。", "There are too many cases to prove anything here."),
        remedy=both(
            "条件を所見に分け、一つの規則が読む質問を減らしてください。",
            "Split the condition into findings so that a rule reads fewer questions.",
        ),
    )
