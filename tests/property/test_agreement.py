"""On any answers: the two evaluators agree, the many-lane verdict is the one-lane one, and values keep their type."""

import random
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.assess import assess
from engine.assess.engine import Engine
from engine.inference.bits import BitEvaluator, Lanes
from engine.inference.evaluate import evaluate
from engine.inference.facts import flatten
from engine.inference.judged import Judged
from engine.inference.network import Network
from engine.inference.possible import Completions, Reading
from engine.model.answers import Answer, Value
from engine.model.book import Book
from engine.model.rules import Stage
from tests.helpers import AS_OF, question, rule, shipped_book, small_book
from tests.helpers_answers import NUMBERS, any_answers, known_values

BOOK = shipped_book()
NETWORK = Network(BOOK)
READING = Reading(NETWORK)
TYPE_READS = sorted(
    Reading(NETWORK).leaves([r.when for r in BOOK.rules if r.stage is Stage.TYPE or r.then.scope is not None])
)


def domain_values(book: Book, q: str) -> list[Value]:
    asked = book.questions[q]
    options = [o.id for o in asked.options]
    if asked.kind == "several":
        return [(), *((o,) for o in options), tuple(sorted(options))]
    return {"yes_no": [True, False], "choice": list(options), "number": list(NUMBERS)}[asked.kind]


@settings(max_examples=80)
@given(known_values(BOOK))
def test_the_evaluators_agree_in_facts_trace_type_and_phases(
    bits_engine: Engine, durable_engine: Engine, known: dict[str, Value]
) -> None:
    ours, theirs = bits_engine.evaluate(known), durable_engine.evaluate(known)
    assert theirs.facts == ours.facts
    assert theirs.trace == ours.trace
    assert (theirs.type, theirs.points) == (ours.type, ours.points)
    assert (theirs.phases, theirs.statuses) == (ours.phases, ours.statuses)
    assert theirs.conclusions.held == ours.conclusions.held
    assert theirs.conclusions.refuted == ours.conclusions.refuted


@settings(max_examples=15)
@given(any_answers(BOOK))
def test_the_whole_assessment_is_the_same_by_either_evaluator(
    bits_engine: Engine, durable_engine: Engine, answers: dict[str, Answer]
) -> None:
    ours = assess(BOOK, answers, AS_OF, engine=bits_engine).model_dump(mode="json", exclude={"evaluator"})
    theirs = assess(BOOK, answers, AS_OF, engine=durable_engine).model_dump(mode="json", exclude={"evaluator"})
    assert theirs == ours


@settings(max_examples=20)
@given(st.integers(0, 2**32), st.floats(0.3, 1.0))
def test_each_lane_of_the_parallel_verdict_is_the_verdict_on_its_answers(seed: int, density: float) -> None:
    """Scenarios made at random, some with unknowns, put into lanes side by side and judged once; then one by one."""
    choose = random.Random(seed)
    scenarios = [
        {q: choose.choice(domain_values(BOOK, q)) for q in TYPE_READS if choose.random() < density} for _ in range(24)
    ]
    lanes = Lanes(len(scenarios))
    for n, scenario in enumerate(scenarios):
        for key, value in flatten(scenario, NETWORK.domains).items():
            by_value = lanes.facts.setdefault(key, {})
            by_value[value] = by_value.get(value, 0) | 1 << n
    masks = Judged(BitEvaluator(NETWORK), lanes).labels
    for n, scenario in enumerate(scenarios):
        assert [label for label, mask in masks.items() if mask >> n & 1] == [evaluate(NETWORK, scenario).type.label]


@settings(max_examples=12)
@given(st.integers(0, 2**32))
def test_possible_labels_are_those_of_every_completion_and_no_other(seed: int) -> None:
    """Some of the questions the type reads are left open; each way to answer them is then judged by itself."""
    choose = random.Random(seed)
    yes_no = [q for q in TYPE_READS if BOOK.questions[q].kind == "yes_no"]
    unknown = choose.sample(yes_no, 5)
    if choose.random() < 0.5:
        unknown[-1] = "growth_origin"
    known = {q: choose.choice(domain_values(BOOK, q)) for q in TYPE_READS if q not in unknown}
    if "manufacturing" not in unknown:
        known["manufacturing"] = True
    ways = product(*(domain_values(BOOK, q) for q in unknown))
    brute = {evaluate(NETWORK, {**known, **dict(zip(unknown, way, strict=True))}).type.label for way in ways}
    assert set(Completions(READING, known).labels()) == brute


@settings(max_examples=6)
@given(st.integers(0, 2**32))
def test_settling_names_just_the_questions_that_change_the_verdict(seed: int) -> None:
    choose = random.Random(seed)
    unknown = choose.sample([q for q in TYPE_READS if BOOK.questions[q].kind == "yes_no"], 4)
    known = {q: choose.choice(domain_values(BOOK, q)) for q in TYPE_READS if q not in unknown}
    known["manufacturing"] = True
    unknown = [q for q in unknown if q != "manufacturing"]

    def label(**answers: Value) -> str:
        return evaluate(NETWORK, {**known, **answers}).type.label

    brute = set()
    for q in unknown:
        others = [o for o in unknown if o != q]
        for way in product((True, False), repeat=len(others)):
            fixed = dict(zip(others, way, strict=True))
            if label(**fixed, **{q: True}) != label(**fixed, **{q: False}):
                brute.add(q)
    assert set(Completions(READING, known).settling()) == brute


MIXED = small_book(
    [question("n", "number"), question("c", "choice", ["7", "True", "8"]), question("y")],
    [
        rule("number", {"fact": "n", "at_least": 7}, {"finding": "big"}),
        rule("exact", {"fact": "n", "is": 7}, {"finding": "seven"}),
        rule("one", {"fact": "n", "is": 1}, {"finding": "one"}),
        rule("word", {"fact": "c", "is": "7"}, {"finding": "word"}),
        rule("true_word", {"fact": "c", "is": "True"}, {"finding": "true_word"}),
        rule("yes", {"fact": "y", "is": True}, {"finding": "yes"}),
    ],
)


def test_seven_and_the_word_7_and_yes_are_never_confused_by_the_second_evaluator() -> None:
    never_confused(Engine(MIXED, use_durable=False))


def test_seven_and_the_word_7_and_yes_are_never_confused_by_durable_rules(durable_engine: Engine) -> None:
    engine = Engine(MIXED, use_durable=True)
    never_confused(engine)
    engine.close()


def never_confused(engine: Engine) -> None:
    assert _findings(engine, n=7.0) == {"big"} | exact(engine)
    assert _findings(engine, n=6.5) == set()
    assert _findings(engine, c="7") == {"word"}
    assert _findings(engine, c="True") == {"true_word"}
    assert _findings(engine, y=True) == {"yes"}
    assert _findings(engine, y=False) == set()
    assert _findings(engine, n=1.0, c="8") == {"one"} & _findings(engine, n=1.0)


def exact(engine: Engine) -> set[str]:
    """A number is read through thresholds only, so an equality on one may be without effect, but alike everywhere."""
    return {"seven"} & _findings(engine, n=7.0)


def _findings(engine: Engine, **known: Value) -> set[str]:
    facts = engine.evaluate(known).facts
    return {key.removeprefix("finding/") for key in facts if key.startswith("finding/") and facts[key] is True}
