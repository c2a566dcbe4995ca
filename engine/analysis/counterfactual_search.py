"""Looks at every set of a few changes at once, one lane each, and keeps the smallest that lead elsewhere."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import get_args
from weakref import WeakKeyDictionary

from engine.analysis.counterfactual_aims import NOT_SHOWN, Aim, conditions, deciding, outcomes
from engine.analysis.counterfactual_options import Alternatives, Option
from engine.assess.engine import Engine
from engine.inference.changes import ChangeSets, Picked, sets_up_to
from engine.inference.facts import Facts, flatten
from engine.inference.judged import Judged, union
from engine.model.answers import Answer, Unknown, Value
from engine.model.counterfactual import MOST_CHANGES, Nature
from engine.model.rules import Condition, Stage

MOST_SETS = 400_000
"""Where there are more sets of three, only smaller ones are looked at, and that is said."""

_NATURES: dict[Nature, int] = {nature: n for n, nature in enumerate(get_args(Nature))}

Leaves = Mapping[str, frozenset[Condition]]
_NOTHING: frozenset[Condition] = frozenset()


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search found: sets of options with the outcome they lead to, the smallest first."""

    present: str
    size: int
    sets: int
    candidates: int
    found: tuple[tuple[tuple[Option, ...], str], ...]


class Search:
    """Searches for one set of answers. Make a new one for other answers."""

    def __init__(self, engine: Engine, answers: Mapping[str, Answer]) -> None:
        """Answers to questions the book does not have are ignored."""
        self.engine = engine
        self.kept = _kept.setdefault(engine, Kept(engine))
        self.answers = {q: a for q, a in answers.items() if q in engine.book.questions}
        self.known: dict[str, Value] = {q: a.value for q, a in self.answers.items() if not isinstance(a.value, Unknown)}
        self.facts: Facts = flatten(self.known, {q: engine.network.domains[q] for q in engine.book.questions})

    def search(self, aim: Aim, allowed: Callable[[Option], bool]) -> Searched:
        """The smallest sets of allowed changes that lead to what is aimed at.

        A set that brings about a contradiction, or answers a question that does not apply, does not count. What bars a
        set that would lead there is looked at as closely as the target itself, until nothing more turns up: so no set
        is missed that counts only because another answer changes along.
        """
        own = self.kept.leaves(tuple(conditions(self.engine, aim)))
        barring: dict[str, list[Condition]] = {}
        while True:
            beside = self.kept.leaves(tuple(c for by in barring.values() for c in by))
            tried = _Tried(self, aim, self._options(own, beside, allowed))
            new = tried.barring()
            if new.keys() <= barring.keys():
                return tried.result()
            barring |= new

    def _options(self, own: Leaves, beside: Leaves, allowed: Callable[[Option], bool]) -> list[tuple[Option, ...]]:
        found = []
        for question in self.engine.book.ordered_questions:
            if (name := question.id) in own or name in beside:
                read = own.get(name, _NOTHING), beside.get(name, _NOTHING)
                of = self.kept.alternatives.options(name, self.answers.get(name), *read)
                found.append(tuple(option for option in of if allowed(option)))
        return [of for of in found if of]


class Kept:
    """What a search of any answers in one book comes back to."""

    def __init__(self, engine: Engine) -> None:
        """Nothing is worked out yet."""
        self._reading = engine.reading
        self._leaves: dict[tuple[int, ...], Leaves] = {}
        self.alternatives = Alternatives(engine)

    def leaves(self, of: tuple[Condition, ...]) -> Leaves:
        """What conditions, which are the book's and live as long, read of each question."""
        key = tuple(map(id, of))
        if key not in self._leaves:
            self._leaves[key] = {q: frozenset(read) for q, read in self._reading.leaves(of).items()}
        return self._leaves[key]


_kept: WeakKeyDictionary[Engine, Kept] = WeakKeyDictionary()


class _Tried:
    """All sets of some options, judged."""

    def __init__(self, search: Search, aim: Aim, by_question: list[tuple[Option, ...]]) -> None:
        counts = sets_up_to([len(of) for of in by_question], MOST_CHANGES)
        self.size = next(n for n in range(MOST_CHANGES, -1, -1) if n <= 1 or sum(counts[: n + 1]) <= MOST_SETS)
        ways = {of[0].change.question: [option.facts for option in of] for of in by_question}
        self.options = [option for of in by_question for option in of]
        self.place = [n for n, of in enumerate(by_question) for _ in of]
        self.sets = ChangeSets(search.facts, ways, self.size)
        self.search = search
        self.judged = Judged(search.engine.reading.evaluator, self.sets.lanes)
        masks = outcomes(aim, self.judged, search.engine.book.measures)
        self.present = next(outcome for outcome, mask in masks.items() if mask & 1)
        self.reached = {
            outcome: mask
            for outcome, mask in masks.items()
            if outcome not in (self.present, NOT_SHOWN) and aim.towards in (None, outcome)
        }
        if self.present == aim.towards:
            self.reached = {}

    @cached_property
    def _barred(self) -> dict[str, int]:
        """The lanes that do not count, by the contradiction or the question that bars them."""
        engine = self.search.engine
        by_rule = {rule.id: self.judged.rule(rule.id)[0] for rule in engine.book.of_stage(Stage.CONTRADICTIONS)}
        found = {rule: mask for rule, mask in by_rule.items() if not mask & 1}
        for question, changed in self.sets.changing.items():
            if (applies := engine.book.questions[question].applies_when) is not None:
                found[question] = engine.reading.evaluator.condition(applies, self.judged.lanes)[1] & changed
        return found

    def barring(self) -> dict[str, list[Condition]]:
        """What bars sets that would lead there, with the conditions that decide it."""
        led = union(self.reached.values())
        return {name: self._deciding(name) for name, mask in self._barred.items() if mask & led}

    def _deciding(self, name: str) -> list[Condition]:
        engine = self.search.engine
        if name in engine.book.rule:
            return deciding(engine, engine.book.rule[name])
        applies = engine.book.questions[name].applies_when
        return [applies] if applies is not None else []

    def result(self) -> Searched:
        """What counts, the smallest first; one of those that are alike to the target's rules."""
        barred = union(self._barred.values())
        found = sorted(
            (
                (self._rank(picked), outcome, picked)
                for outcome, mask in self.reached.items()
                for picked in self.sets.smallest(mask & ~barred)
            )
        )
        kept: dict[tuple[str, frozenset[object]], tuple[tuple[Option, ...], str]] = {}
        for _, outcome, picked in found:
            set_ = tuple(self.options[n] for n in picked)
            told = [(option.change.question, option.way) for option in set_]
            parts = (frozenset(part) for size in range(1, len(told) + 1) for part in combinations(told, size))
            if not any((outcome, part) in kept for part in parts):
                kept[outcome, frozenset(told)] = set_, outcome
        return Searched(self.present, self.size, self.sets.size - 1, len(self.sets.changing), tuple(kept.values()))

    def _rank(self, picked: Picked) -> tuple[object, ...]:
        """Fewer changes first, then what is only found out, then the order of the questions, then what is near."""
        natures = sorted(_NATURES[self.options[n].change.nature] for n in picked)
        return len(picked), natures, [self.place[n] for n in picked], [self.options[n].far for n in picked]
