"""When measures are due: lane by lane what the assessment recommends, with the same timing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.analysis.due import Due
from engine.assess import assess
from engine.assess.engine import Engine
from engine.model.answers import Answer, Value
from tests.engine.inference.test_judged import side_by_side
from tests.helpers import AS_OF, case, case_names, shipped_book, values
from tests.helpers_answers import known_values

BOOK = shipped_book()


def timings_agree(engine: Engine, scenarios: list[dict[str, Value]]) -> None:
    due = Due(engine, side_by_side(engine, scenarios))
    for lane, scenario in enumerate(scenarios):
        answers = {q: Answer(question=q, value=value) for q, value in scenario.items()}
        want = {r.measure: r.timing for r in assess(BOOK, answers, AS_OF, engine=engine).recommendations}
        got = {
            measure: timing
            for measure in BOOK.measures
            for timing, mask in due.timings(measure).items()
            if mask >> lane & 1
        }
        assert got == want
        assert {m for m in BOOK.measures if due.recommended(m) >> lane & 1} == set(want)
        for measure in BOOK.measures:
            assert sum(mask >> lane & 1 for mask in due.cells(measure).values()) == 1


@settings(max_examples=10)
@given(st.lists(known_values(BOOK), min_size=1, max_size=6))
def test_on_any_answers(bits_engine: Engine, scenarios: list[dict[str, Value]]) -> None:
    timings_agree(bits_engine, scenarios)


def test_on_the_examples_and_the_made_up_clusters(bits_engine: Engine) -> None:
    scenarios = [example.known() for example in BOOK.examples.values()]
    timings_agree(bits_engine, scenarios + [values(BOOK, case(name)[0]) for name in case_names()])
