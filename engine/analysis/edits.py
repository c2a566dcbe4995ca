"""What another answer to one question would make of the verdict: each answer it could have, one lane each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from engine.assess.engine import Engine
from engine.inference.bits import Lanes
from engine.inference.facts import Facts, flatten
from engine.inference.judged import Judged, types_of
from engine.model.answers import UNKNOWN, Answer, Unknown, Value
from engine.model.knowledge import TypeCode
from engine.model.questions import Question
from engine.model.rules import Stage


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict in short: its label on type, and where work stands for each type it shows.

    ``places``: such as ``1``, ``1-3`` or ``complete``. ``contradictions``: the rules by which answers are at odds.
    """

    label: str
    places: tuple[tuple[TypeCode, str], ...]
    contradictions: frozenset[str] = field(default_factory=frozenset)

    def differs(self, other: "Verdict") -> bool:
        """Whether type or phase are others."""
        return (self.label, self.places) != (other.label, other.places)


@dataclass(frozen=True, slots=True)
class Edit:
    """One answer to the question and the verdict it leads to.

    ``range``: of a number, the least and the first that is too great to be told apart from ``value`` (None: no bound).
    ``present``: it is the answer as it stands, or one that no rule tells from it.
    """

    value: Value | Unknown
    verdict: Verdict
    present: bool = False
    range: tuple[float | None, float | None] | None = None


def edits(engine: Engine, answers: Mapping[str, Answer], question: str) -> tuple[Edit, ...]:
    """Every answer a question could have, 'don't know' last, each with the verdict it leads to.

    Of several options each is taken away or added by itself, and all are taken away; of a number there is one for each
    range that the rules tell apart. What is not asked counts as what is not known, as everywhere.

    Raises:
        KeyError: the book has no such question.
    """
    asked = engine.book.questions[question]
    given = answers.get(question)
    present = UNKNOWN if given is None else given.value
    values = [*_values(engine, asked, present), UNKNOWN]
    known = {q: a.value for q, a in answers.items() if q in engine.book.questions and not isinstance(a.value, Unknown)}
    verdicts = _judged(engine, known, question, values)
    ranges = _ranges(asked, values)
    return tuple(
        Edit(value, verdict, _same(value, present, range_), range_)
        for value, verdict, range_ in zip(values, verdicts, ranges, strict=True)
    )


def _values(engine: Engine, asked: Question, present: Value | Unknown) -> Iterator[Value]:
    match asked.kind:
        case "yes_no":
            yield from (True, False)
        case "choice":
            yield from (option.id for option in asked.options)
        case "several":
            yield from _sets(asked, present)
        case "number":
            yield from _figures(engine, asked)


def _sets(asked: Question, present: Value | Unknown) -> Iterator[tuple[str, ...]]:
    """The options chosen, each with one of them changed, and none at all."""
    chosen = frozenset(present) if isinstance(present, tuple) else frozenset[str]()
    sets = [chosen, *(chosen ^ {option.id} for option in asked.options), frozenset[str]()]
    yield from dict.fromkeys(tuple(sorted(one)) for one in sets)


def _figures(engine: Engine, asked: Question) -> Iterator[float]:
    """The least number of each range that rules tell apart."""
    scenery = engine.scenery
    thresholds = sorted(float(v) for v in scenery.values(asked.id)) if asked.id in scenery.read else [0.0]
    least = asked.minimum or 0.0
    yield from dict.fromkeys(max(number, least) for number in thresholds)


def _ranges(asked: Question, values: Sequence[Value | Unknown]) -> Iterator[tuple[float | None, float | None] | None]:
    figures = [float(v) for v in values if not isinstance(v, Unknown)] if asked.kind == "number" else []  # type: ignore[arg-type]
    for n, value in enumerate(values):
        if n < len(figures) and not isinstance(value, Unknown):
            yield (figures[n] if n else None), (figures[n + 1] if n + 1 < len(figures) else None)
        else:
            yield None


def _same(value: Value | Unknown, present: Value | Unknown, range_: tuple[float | None, float | None] | None) -> bool:
    if range_ is None or isinstance(present, Unknown):
        return value == present
    low, high = range_
    figure = float(present)  # type: ignore[arg-type]  # only a number has a range
    return (low is None or figure >= low) and (high is None or figure < high)


def _judged(
    engine: Engine, known: Mapping[str, Value], question: str, values: Sequence[Value | Unknown]
) -> list[Verdict]:
    lanes = Lanes(len(values))
    lanes.set_everywhere(_flat(engine, {q: v for q, v in known.items() if q != question}))
    for n, value in enumerate(values):
        for key, fact in () if isinstance(value, Unknown) else _flat(engine, {question: value}).items():
            masks = lanes.facts.setdefault(key, {})
            masks[fact] = masks.get(fact, 0) | 1 << n
    judged = Judged(engine.reading.evaluator, lanes)
    return [_verdict(engine, judged, 1 << n) for n in range(len(values))]


def _flat(engine: Engine, known: Mapping[str, Value]) -> Facts:
    return flatten(known, {q: engine.network.domains[q] for q in known})


def _verdict(engine: Engine, judged: Judged, lane: int) -> Verdict:
    label = _named(judged.labels.items(), lane)
    places = tuple((t, _named(judged.standings[t].places.items(), lane)) for t in types_of(label))
    rules = (rule.id for rule in engine.book.of_stage(Stage.CONTRADICTIONS))
    return Verdict(label, places, frozenset(rule for rule in rules if judged.rule(rule)[0] & lane))


def _named(masks: Iterable[tuple[str, int]], lane: int) -> str:
    return next(name for name, mask in masks if mask & lane)
