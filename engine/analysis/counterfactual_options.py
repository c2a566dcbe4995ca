"""Which answers could become others, how that would come about, and whether that may honestly be supposed."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.assess.engine import Engine
from engine.inference.bits import satisfied
from engine.inference.facts import Facts, Scalar, flatten
from engine.model.answers import UNKNOWN, Answer, Confidence, Unknown, Value
from engine.model.counterfactual import Change, Nature
from engine.model.questions import Question
from engine.model.rules import AtLeast, Condition


@dataclass(frozen=True, slots=True)
class Option:
    """A change that can be supposed.

    ``honest``: a planner may find it out or bring it about; otherwise only if an answer were mistaken. ``way`` tells
    apart what the target's own rules tell apart; ``far`` says how far it lies from the answer as it is.
    """

    change: Change
    facts: Facts
    honest: bool
    way: tuple[bool, ...]
    far: int


class Alternatives:
    """The changes of answers in one book. Which answers its rules tell apart is worked out once and kept."""

    def __init__(self, engine: Engine) -> None:
        """Nothing is worked out yet."""
        self._book, self._domains, self._reading = engine.book, engine.network.domains, engine.reading
        self._kept: dict[tuple[str, frozenset[Condition], frozenset[Condition]], list[_Way]] = {}
        self._nearest: dict[tuple[str, int, Value | Unknown], tuple[int, Value]] = {}

    def options(
        self, question: str, answer: Answer | None, own: frozenset[Condition], beside: frozenset[Condition]
    ) -> tuple[Option, ...]:
        """The changes of one answer.

        Args:
            question: the question's id.
            answer: as it stands; None where it was not asked.
            own: what the target's rules read of the answer.
            beside: what is read of it to tell which answers go together.
        """
        asked = self._book.questions[question]
        ways = self._ways(asked, own, beside)
        if answer is None or isinstance(answer.value, Unknown):
            return tuple(self._option(asked, answer, way) for way in ways)
        present = self._told(self._flat(asked, answer.value), own | beside)
        return tuple(self._option(asked, answer, way) for way in ways if way.told != present)

    def _ways(self, asked: Question, own: frozenset[Condition], beside: frozenset[Condition]) -> list["_Way"]:
        key = asked.id, own, beside
        if key not in self._kept:
            self._kept[key] = [
                _Way(self._told(way.facts, own), self._told(way.facts, own | beside), answers)
                for way in self._reading.told_apart(asked.id, own | beside)
                if (answers := [a for facts in way.answers if (a := _possible(asked, facts, own | beside)) is not None])
            ]
        return self._kept[key]

    def _option(self, asked: Question, answer: Answer | None, way: "_Way") -> Option:
        before = UNKNOWN if answer is None else answer.value
        far, after = self._near(asked, before, way)
        change = Change.model_construct(
            question=asked.id,
            before=before,
            after=after,
            nature=nature(asked, answer, after),
            example=len(way.answers) > 1 or asked.kind == "number",
        )
        return Option(change, self._flat(asked, after), honest(asked, answer), way.own, far)

    def _near(self, asked: Question, before: Value | Unknown, way: "_Way") -> tuple[int, Value]:
        """The answer of a way that lies nearest to the present one, the first of several, and how far that is."""
        key = asked.id, id(way), before
        if key not in self._nearest:
            distances = ((_distance(asked, before, one), n) for n, one in enumerate(way.answers))
            far, n = min(distances)
            self._nearest[key] = far, way.answers[n]
        return self._nearest[key]

    def _flat(self, asked: Question, value: Value) -> Facts:
        return flatten({asked.id: value}, {asked.id: self._domains[asked.id]})

    def _told(self, facts: Facts, leaves: Iterable[Condition]) -> tuple[bool, ...]:
        """What the leaves make of an answer; two answers with the same are one to the rules."""
        ordered = sorted(leaves, key=repr)
        return tuple(bool(satisfied(leaf, facts, self._domains, True)) for leaf in ordered)


@dataclass(frozen=True, slots=True)
class _Way:
    """Answers that are one to the rules. ``own``: what the target's rules make of them; ``told``: what all do."""

    own: tuple[bool, ...]
    told: tuple[bool, ...]
    answers: list[Value]


def honest(asked: Question, answer: Answer | None) -> bool:
    """Whether the answer may become another without a sure answer on a given fact having been mistaken."""
    return answer is None or not answer.known or not asked.given or answer.confidence is not Confidence.SURE


def nature(asked: Question, answer: Answer | None, after: Value) -> Nature:
    """How an answer would come to be another."""
    if answer is None or isinstance(answer.value, Unknown):
        return "learn"
    if asked.given or answer.confidence is not Confidence.SURE:
        return "correct"
    if asked.kind == "yes_no":
        return "achieve" if after is True else "lose"
    if isinstance(answer.value, tuple) and isinstance(after, tuple):
        old, new = set(answer.value), set(after)
        return "achieve" if old < new else "lose" if new < old else "change"
    return "change"


def _possible(asked: Question, facts: Facts, leaves: Iterable[Condition]) -> Value | None:
    """The answer these facts stand for; None for a number the question does not take.

    The number below all thresholds stands for all of those: where the question begins higher, its least is taken.
    """
    if asked.kind == "several":
        return tuple(sorted(key.partition("/")[2] for key, chosen in facts.items() if chosen))
    (value,) = facts.values()
    if asked.kind != "number":
        return value
    thresholds = [leaf.threshold for leaf in leaves if isinstance(leaf, AtLeast)]
    return _within(asked, float(value), min(thresholds, default=0.0))


def _within(asked: Question, number: float, lowest: float) -> float | None:
    if asked.minimum is not None and number < asked.minimum:
        return asked.minimum if number < lowest and asked.minimum < lowest else None
    return None if asked.maximum is not None and number > asked.maximum else number


def _distance(asked: Question, before: Value | Unknown, after: Scalar | Value) -> int:
    """How far two answers lie apart: by place among the options, by options chosen in one only, or by the number."""
    if isinstance(after, tuple):
        return len(set(after) ^ set(before if isinstance(before, tuple) else ()))
    if asked.kind == "choice":
        places = [option.id for option in asked.options]
        return abs(places.index(str(after)) - places.index(before)) if before in places else places.index(str(after))
    return round(abs(float(after) - float(before))) if isinstance(before, bool | float) else 0
