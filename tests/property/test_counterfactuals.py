"""On any answers: every set of changes leads where it says, nothing smaller does, and none up to two is missed.

All of it is held against one evaluation after another, the rules' conditions walked one set of answers at a time.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.analysis.counterfactual import counterfactuals
from engine.analysis.counterfactual_options import honest
from engine.assess.engine import Engine
from engine.assess.measures import lacking, timing_of
from engine.inference.evaluate import Outcome, shown_types
from engine.interview.applies import truth
from engine.model.answers import Answer, Value
from engine.model.counterfactual import Counterfactual, Counterfactuals
from engine.model.rules import Stage
from tests.helpers import shipped_book
from tests.helpers_answers import NUMBERS, any_answers

BOOK = shipped_book()
TARGETS = ("type", "phase", "MS.A-1.vision", "MS.A-2.share", "MS.B.tech")

Answers = dict[str, Answer]


def changed(answers: Answers, changes: Mapping[str, Value]) -> Answers:
    return {**answers, **{q: Answer(question=q, value=value) for q, value in changes.items()}}


def evaluated(engine: Engine, answers: Answers) -> Outcome:
    return engine.evaluate({q: a.value for q, a in answers.items() if a.known})  # type: ignore[misc]


def stands(outcome: Outcome, target: str) -> str:
    """How a target stands, by the decisions of one evaluation."""
    if target == "type":
        return outcome.type.label
    shown = shown_types(outcome.type)
    if target in BOOK.measures:
        measure = BOOK.measures[target]
        phase = outcome.phases[measure.type]
        timing = timing_of(measure, phase, lacks=lacking(outcome, target))  # type: ignore[arg-type]
        return "recommended" if measure.type in shown and timing else "not_recommended"
    phase = next(decision for type_, decision in outcome.phases.items() if type_ == target)
    if target not in shown:
        return "not_shown"
    return "complete" if phase.complete else f"{phase.low}" if phase.low == phase.high else f"{phase.low}-{phase.high}"


def contradictions(outcome: Outcome) -> set[str]:
    return {rule.id for rule in BOOK.of_stage(Stage.CONTRADICTIONS) if rule.id in outcome.conclusions.held}


def reached(engine: Engine, answers: Answers, changes: Mapping[str, Value], target: str) -> str | None:
    """Where changes lead; None where they do not count."""
    after = changed(answers, changes)
    for question in changes:
        applies = BOOK.questions[question].applies_when
        if applies is not None and truth(applies, after) is False:
            return None
    outcome = evaluated(engine, after)
    if contradictions(outcome) - contradictions(evaluated(engine, answers)):
        return None
    return stands(outcome, target)


def values_of(one: Counterfactual) -> dict[str, Value]:
    return {change.question: change.after for change in one.changes}


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(any_answers(BOOK, 40), st.sampled_from(TARGETS), st.data())
def test_every_set_leads_there_and_no_part_of_it_does(
    bits_engine: Engine, answers: Answers, target: str, data: st.DataObject
) -> None:
    for result in counterfactuals(bits_engine, answers, target):
        assert stands(evaluated(bits_engine, answers), result.target) == result.present
        if found := (*result.found, *result.premises):
            for one in data.draw(st.lists(st.sampled_from(found), max_size=4)):
                values = values_of(one)
                assert reached(bits_engine, answers, values, result.target) == one.outcome.after != result.present
                for size in range(len(values)):
                    for part in combinations(values, size):
                        shorter = {q: values[q] for q in part}
                        assert reached(bits_engine, answers, shorter, result.target) != one.outcome.after


def any_values(question: str, answers: Answers) -> Iterator[Value]:
    """Every other value of an answer; of several options those with at most one, and all."""
    asked = BOOK.questions[question]
    options = [option.id for option in asked.options]
    several: list[Value] = [(), *((option,) for option in options), tuple(sorted(options))]
    of: dict[str, list[Value]] = {"yes_no": [True, False], "choice": [*options], "number": [*NUMBERS]}
    given_ = answers[question].value if question in answers else None
    yield from (value for value in of.get(asked.kind, several) if value != given_)


def covered(result: Counterfactuals, changes: Mapping[str, Value], outcome: str) -> bool:
    """Whether a set was found that leads there by changes to some of the same questions, yes and no being the same."""
    return any(
        one.outcome.after == outcome
        and all(
            q in changes and (BOOK.questions[q].kind != "yes_no" or changes[q] is value)
            for q, value in values_of(one).items()
        )
        for one in result.found
    )


@pytest.mark.slow
@settings(max_examples=12, deadline=None)
@given(any_answers(BOOK, 40), st.sampled_from(TARGETS), st.data())
def test_no_set_of_one_or_two_changes_is_missed(
    bits_engine: Engine, answers: Answers, target: str, data: st.DataObject
) -> None:
    for result in counterfactuals(bits_engine, answers, target)[:1]:
        read = sorted({*bits_engine.reading.of_type, "a2_shared", "a2_vision", "a1_nextgen_field", "b_focus"})
        candidates = [q for q in read if honest(BOOK.questions[q], answers.get(q))]
        some = data.draw(st.lists(st.sampled_from(candidates), unique=True, max_size=3)) if candidates else []
        for size in (1, 2):
            for questions in combinations(some, size):
                for values in product(*(any_values(q, answers) for q in questions)):
                    changes = dict(zip(questions, values, strict=True))
                    outcome = reached(bits_engine, answers, changes, result.target)
                    if outcome not in (None, result.present, "not_shown"):
                        assert covered(result, changes, outcome), (changes, outcome)
