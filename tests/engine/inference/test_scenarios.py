"""Scenarios: all of them with exact weights, or a sample that comes near to these; contradictory ones never."""

from collections import defaultdict
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.assess.engine import Engine
from engine.inference.bits import Lanes
from engine.inference.draws import one_of
from engine.inference.scenarios import LIVE, Given, Scenarios
from engine.model.answers import Value
from engine.model.book import Book
from engine.model.rules import Stage
from tests.helpers import question, rule, small_book

CONTRADICTIONS = Stage.CONTRADICTIONS


def engine_of(*contradictions: dict[str, object]) -> Engine:
    """Three questions, rules that read them all, and some contradictions between them."""
    questions = [question("core"), question("suppliers"), question("stage", "choice", ["one", "two", "three"])]
    reading = [
        rule("core", {"fact": "core", "is": True}, {"finding": "core"}),
        rule("suppliers", {"fact": "suppliers", "is": True}, {"finding": "suppliers"}),
        *(rule(s, {"fact": "stage", "is": s}, {"finding": s}) for s in ("one", "two", "three")),
    ]
    barred = [
        rule(f"c{n}", when, {"contradiction": f"c{n}"}, stage=CONTRADICTIONS) for n, when in enumerate(contradictions)
    ]
    return Engine(small_book(questions, [*reading, *barred]), use_durable=False)


NO_CORE_YET_SUPPLIERS = {"all": [{"fact": "core", "is": False}, {"fact": "suppliers", "is": True}]}


def shares(scenarios: Scenarios, *facts: str) -> dict[tuple[object, ...], float]:
    """The share of each combination of values."""
    cells: dict[tuple[object, ...], int] = {(): scenarios.lanes.everywhere}
    for fact in facts:
        values = scenarios.lanes.facts[fact].items()
        cells = {(*names, value): mask & lanes for names, mask in cells.items() for value, lanes in values}
    return {names: scenarios.share(mask) for names, mask in cells.items() if scenarios.share(mask)}


def test_where_nothing_contradicts_every_completion_weighs_alike() -> None:
    scenarios = engine_of().scenery.scenarios(Given({}, {}))
    assert (scenarios.exact, scenarios.total, scenarios.error) == (True, 12, 0.0)
    assert set(shares(scenarios, "core", "suppliers", "stage").values()) == {1 / 12}


def test_a_contradictory_completion_does_not_count_and_its_question_takes_what_fits() -> None:
    scenarios = engine_of(NO_CORE_YET_SUPPLIERS).scenery.scenarios(Given({}, {}))
    assert shares(scenarios, "core", "suppliers") == {(True, True): 1 / 4, (True, False): 1 / 4, (False, False): 1 / 2}


def test_what_is_known_bars_what_contradicts_it() -> None:
    scenarios = engine_of(NO_CORE_YET_SUPPLIERS).scenery.scenarios(Given({"suppliers": True}, {}))
    assert shares(scenarios, "core") == {(True,): 1.0}


def test_a_contradiction_in_the_answers_themselves_bars_nothing() -> None:
    known: dict[str, Value] = {"core": False, "suppliers": True}
    scenarios = engine_of(NO_CORE_YET_SUPPLIERS).scenery.scenarios(Given(known, {}))
    assert scenarios.total == 3


def test_a_contradiction_that_stands_already_bars_no_answer_to_another_question_it_reads() -> None:
    too_early = {"all": [{"fact": "core", "is": False}, {"fact": "stage", "in": ["one", "two", "three"]}]}
    known: dict[str, Value] = {"core": False, "suppliers": True}
    scenarios = engine_of({"any": [NO_CORE_YET_SUPPLIERS, too_early]}).scenery.scenarios(Given(known, {}))
    assert shares(scenarios, "stage") == pytest.approx({("one",): 1 / 3, ("two",): 1 / 3, ("three",): 1 / 3})


def test_where_no_answer_fits_there_is_no_case() -> None:
    impossible = {"all": [{"fact": "core", "in": [True, False]}, {"fact": "suppliers", "is": True}]}
    scenarios = engine_of(impossible).scenery.scenarios(Given({"suppliers": True}, {}), questions=["core"])
    assert (scenarios.total, scenarios.share(scenarios.lanes.everywhere), scenarios.error) == (0, 0.0, 0.0)


@pytest.mark.parametrize(("one_case_in", "share"), [(2, 3 / 4), (4, 7 / 8)])
def test_an_answer_in_doubt_is_open_in_one_case_out_of_so_many(one_case_in: int, share: float) -> None:
    scenarios = engine_of().scenery.scenarios(Given({"core": True}, {"core": one_case_in}))
    assert shares(scenarios, "core")[True,] == pytest.approx(share, abs=scenarios.error)


def test_a_sample_says_how_far_it_may_be_off(bits_engine: Engine) -> None:
    scenarios = bits_engine.scenery.scenarios(Given({}, {}))
    assert (scenarios.exact, scenarios.size) == (False, LIVE)
    assert scenarios.error == pytest.approx(1.96 * 0.5 / LIVE**0.5)


def test_the_same_answers_give_the_same_sample(book: Book) -> None:
    one, other = (Engine(book, use_durable=False).scenery.scenarios(Given({}, {}), 512) for _ in range(2))
    assert one.lanes.facts == other.lanes.facts


def test_of_a_question_with_several_answers_every_set_of_options_counts_alike(bits_engine: Engine) -> None:
    scenarios = bits_engine.scenery.scenarios(Given({}, {}), questions=["a2_shared"])
    options = len(bits_engine.book.questions["a2_shared"].options)
    none = scenarios.lanes.everywhere
    for option in bits_engine.book.questions["a2_shared"].options:
        none &= scenarios.lanes.mask(f"a2_shared/{option.id}", False)
    assert scenarios.exact
    assert scenarios.share(none) == pytest.approx(1 / 2**options)


TYPE_QUESTIONS = ["core_company", "supplier_base", "many_strong_firms", "local_accumulation", "historic_cluster"]
ORIGINS = ["endogenous", "exogenous", "both", "none"]


@settings(max_examples=10)
@given(st.sets(st.sampled_from([*TYPE_QUESTIONS, "a1_production", "attracted_share"]), min_size=2), st.data())
def test_the_exact_weights_are_those_of_answering_in_turn(
    bits_engine: Engine, open_: set[str], data: st.DataObject
) -> None:
    """Worked out once more by walking through the questions one by one with fractions."""
    known: dict[str, Value] = {"growth_origin": data.draw(st.sampled_from(ORIGINS)), "manufacturing": True}
    scenarios = bits_engine.scenery.scenarios(Given(known, {}), questions=open_)
    ordered = [q.id for q in bits_engine.book.ordered_questions if q.id in open_]
    assert scenarios.exact
    got = shares(scenarios, *ordered)
    want = {names: float(share) for names, share in walked(bits_engine, known, ordered).items()}
    assert got == pytest.approx(want)


def walked(engine: Engine, known: dict[str, Value], questions: list[str]) -> dict[tuple[object, ...], Fraction]:
    """The share of each completion: at each question the answers that contradict nothing so far share alike."""
    cells: dict[tuple[object, ...], Fraction] = {(): Fraction(1)}
    for question_ in questions:
        following: dict[tuple[object, ...], Fraction] = defaultdict(Fraction)
        for names, share in cells.items():
            so_far = {**known, **dict(zip(questions, names, strict=False))}
            fitting = [v for v in (True, False) if not contradicted(engine, {**so_far, question_: v}, known)]
            for value in fitting:
                following[(*names, value)] += share / len(fitting)
        cells = following
    whole = sum(cells.values())
    return {names: share / whole for names, share in cells.items()}


def contradicted(engine: Engine, answers: dict[str, Value], known: dict[str, Value]) -> bool:
    return bool(standing(engine, answers) - standing(engine, known))


def standing(engine: Engine, answers: dict[str, Value]) -> set[str]:
    """The contradictions that are known to hold, but for those that turn on verdicts."""
    lanes = Lanes(1)
    lanes.set_everywhere(engine.scenery.flat(answers))
    rules = [r for r in engine.book.of_stage(CONTRADICTIONS) if "factor_met" not in str(r.when)]
    return {r.id for r in rules if engine.reading.evaluator.condition(r.when, lanes)[0]}


@settings(max_examples=6)
@given(st.sets(st.sampled_from(TYPE_QUESTIONS), min_size=3), st.sampled_from(ORIGINS))
def test_a_sample_comes_near_to_the_exact_shares(bits_engine: Engine, open_: set[str], origin: str) -> None:
    scenery, given_ = bits_engine.scenery, Given({"growth_origin": origin, "manufacturing": True}, {})
    exact = scenery.scenarios(given_, questions=open_)
    sample = scenery.scenarios(given_, size=LIVE, questions=[*open_, *bits_engine.told_about["measures"]])
    ordered = [q for q in scenery.read if q in open_]
    assert exact.exact
    assert not sample.exact
    near = shares(sample, *ordered)
    for names, share in shares(exact, *ordered).items():
        assert near.get(names, 0.0) == pytest.approx(share, abs=1.5 * sample.error)


def test_one_of_draws_only_what_is_allowed_and_each_as_often() -> None:
    import random

    size = 30_000
    everywhere = (1 << size) - 1
    half = (1 << size // 2) - 1
    masks = one_of({"a": everywhere, "b": half, "c": 0}, random.Random(3), size)
    assert masks["a"] | masks["b"] == everywhere
    assert (masks["a"] & masks["b"], masks["b"] & ~half, masks["c"]) == (0, 0, 0)
    assert (masks["a"] & half).bit_count() / (size // 2) == pytest.approx(1 / 2, abs=0.02)
