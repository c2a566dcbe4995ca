"""Lane by lane the many-scenario judgement is that of durable_rules: facts, every rule, type, statuses, phases."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.assess.engine import Engine
from engine.inference.bits import BitEvaluator, Lanes
from engine.inference.evaluate import Outcome
from engine.inference.facts import flatten
from engine.inference.judged import Judged, kind_of, refines
from engine.model.answers import Value
from engine.model.book import Book
from tests.helpers import case, case_names, shipped_book, values
from tests.helpers_answers import known_values

BOOK = shipped_book()


def side_by_side(engine: Engine, scenarios: list[dict[str, Value]]) -> Judged:
    """Each scenario in a lane of its own."""
    lanes = Lanes(len(scenarios))
    for n, scenario in enumerate(scenarios):
        for key, value in flatten(scenario, engine.network.domains).items():
            by_value = lanes.facts.setdefault(key, {})
            by_value[value] = by_value.get(value, 0) | 1 << n
    return Judged(BitEvaluator(engine.network), lanes)


def agrees(judged: Judged, lane: int, one: Outcome) -> None:
    """The lane holds what the outcome of its answers holds."""

    def here(mask: int) -> bool:
        return bool(mask >> lane & 1)

    assert [label for label, mask in judged.labels.items() if here(mask)] == [one.type.label]
    assert kind_of(one.type.label) == one.type.kind
    for phase, status in one.statuses.items():
        assert [s for s, mask in judged.statuses[phase].items() if here(mask)] == [status]
    for type_, decision in one.phases.items():
        standing = judged.standings[type_]
        assert [n for n, mask in standing.low.items() if here(mask)] == [decision.low]
        assert [n for n, mask in standing.high.items() if here(mask)] == [decision.high]
        assert tuple(n for n, mask in standing.established.items() if here(mask)) == decision.established
        assert here(standing.complete) is decision.complete
        assert here(judged.shows(type_)) is any(t in one.type.types for t in (type_, *("A" * (type_ != "B"))))
    for rule in judged.network.book.rules:
        holds, fails = judged.rule(rule.id)
        assert here(holds) is (rule.id in one.conclusions.held), rule.id
        assert not (holds & fails)
        if rule.id in one.conclusions.refuted:
            assert here(fails), rule.id


@settings(max_examples=12, deadline=None)
@given(st.lists(known_values(BOOK), min_size=1, max_size=8))
def test_each_lane_is_judged_as_durable_rules_judges_its_answers(
    durable_engine: Engine, scenarios: list[dict[str, Value]]
) -> None:
    judged = side_by_side(durable_engine, scenarios)
    for lane, scenario in enumerate(scenarios):
        agrees(judged, lane, durable_engine.evaluate(scenario))


@settings(max_examples=12, deadline=None)
@given(st.lists(known_values(BOOK), min_size=1, max_size=8))
def test_each_lane_is_judged_as_the_one_lane_evaluator_judges_it(
    bits_engine: Engine, scenarios: list[dict[str, Value]]
) -> None:
    judged = side_by_side(bits_engine, scenarios)
    for lane, scenario in enumerate(scenarios):
        agrees(judged, lane, bits_engine.evaluate(scenario))


def test_the_examples_and_the_made_up_clusters_side_by_side(durable_engine: Engine, book: Book) -> None:
    scenarios = [example.known() for example in book.examples.values()]
    scenarios += [values(book, case(name)[0]) for name in case_names()]
    judged = side_by_side(durable_engine, scenarios)
    for lane, scenario in enumerate(scenarios):
        agrees(judged, lane, durable_engine.evaluate(scenario))


@pytest.mark.slow
def test_a_sample_of_a_million_scenarios_is_judged_like_each_of_them(durable_engine: Engine) -> None:
    from engine.inference.scenarios import MANY, Given

    scenarios = durable_engine.scenery.scenarios(Given({}, {}), MANY)
    lanes, counting = scenarios.lanes, scenarios.strata[0][1]
    judged = Judged(durable_engine.reading.evaluator, lanes)
    picked = [lane for lane in random.Random(1).sample(range(MANY), 60) if counting >> lane & 1]
    assert len(picked) > 50
    for lane in picked:
        agrees(judged, lane, durable_engine.evaluate(answers_of(durable_engine, lanes, lane)))


def answers_of(engine: Engine, lanes: Lanes, lane: int) -> dict[str, Value]:
    """The answers of one scenario, put together again from the masks."""
    facts = {key: value for key, by in lanes.facts.items() for value, mask in by.items() if mask >> lane & 1}
    answers: dict[str, Value] = {}
    for question in engine.book.questions.values():
        if question.kind == "several" and f"{question.id}/{question.options[0].id}" in facts:
            answers[question.id] = tuple(o.id for o in question.options if facts[f"{question.id}/{o.id}"])
        elif question.id in facts:
            answers[question.id] = facts[question.id]
    return answers


@pytest.mark.parametrize(
    ("label", "verdict", "same"),
    [
        ("A-1", "A", True),
        ("A-1+A-2", "A", True),
        ("A", "A", True),
        ("A-2+B", "A+B", True),
        ("B", "A+B", False),
        ("A-1", "A+B", False),
        ("A+B", "A", False),
        ("undetermined", "A", False),
        ("A", "A-1", False),
        ("B", "B", True),
    ],
)
def test_a_finer_verdict_says_the_same(label: str, verdict: str, same: bool) -> None:
    assert refines(label, verdict) is same
