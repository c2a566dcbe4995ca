"""What the reasoning promises whatever is answered: unknown is not no, order is nothing, the same gives the same."""

import random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.assess import assess
from engine.assess.digest import digest
from engine.assess.engine import Engine
from engine.inference.network import Network
from engine.inference.possible import Reading
from engine.model.answers import UNKNOWN, Answer, Confidence, Value
from engine.model.assessment import Assessment
from engine.model.rules import Stage
from tests.helpers import AS_OF, shipped_book
from tests.helpers_answers import answers_of, any_answers, known_values, value_of

BOOK = shipped_book()
NETWORK = Network(BOOK)
TYPE_READS = sorted(
    Reading(NETWORK).leaves([r.when for r in BOOK.rules if r.stage is Stage.TYPE or r.then.scope is not None])
)
UNKNOWN_FREE = {Stage.FINDINGS, Stage.TYPE, Stage.PHASE, Stage.MEASURES}


def judged(engine: Engine, answers: dict[str, Answer]) -> Assessment:
    return assess(BOOK, answers, AS_OF, engine=engine)


@settings(max_examples=20)
@given(any_answers(BOOK), st.integers(0, 2**32))
def test_dropping_an_answer_never_removes_a_possibility(
    bits_engine: Engine, answers: dict[str, Answer], seed: int
) -> None:
    assume(answers)
    dropped = random.Random(seed).choice(sorted(answers))
    more = judged(bits_engine, {q: a for q, a in answers.items() if q != dropped})
    fewer = judged(bits_engine, answers)
    assert set(fewer.type.possible) <= set(more.type.possible), dropped
    for with_it, without in zip(fewer.board, more.board, strict=True):
        assert set(with_it.possible) <= set(without.possible), (dropped, with_it.type)
        for factor, open_factor in zip(with_it.factors, without.factors, strict=True):
            assert set(factor.possible) <= set(open_factor.possible), (dropped, factor.phase)
    assert set(fewer.possible_measures) <= set(more.possible_measures), dropped


@settings(max_examples=20)
@given(any_answers(BOOK))
def test_settled_means_that_one_is_possible(bits_engine: Engine, answers: dict[str, Answer]) -> None:
    result = judged(bits_engine, answers)
    assert result.type.settled == (len(result.type.possible) == 1)
    assert not (result.type.settled and result.type.settled_by)
    for phase in result.board:
        assert phase.settled == (len(phase.possible) == 1)


@settings(max_examples=20)
@given(st.data())
def test_with_every_type_question_answered_the_leading_verdict_is_the_only_possible_one(
    bits_engine: Engine, data: st.DataObject
) -> None:
    known = {q: data.draw(value_of(BOOK.questions[q]), label=q) for q in TYPE_READS}
    verdict = judged(bits_engine, answers_of(known)).type
    assert verdict.possible == (verdict.leading,)
    assert verdict.settled


@settings(max_examples=20)
@given(any_answers(BOOK))
def test_where_work_stands_lies_within_what_is_possible(bits_engine: Engine, answers: dict[str, Answer]) -> None:
    """The range shown neither leaves out where work may stand nor reaches where no answer could bring it."""
    for phase in judged(bits_engine, answers).board:
        places = [int(p) for p in phase.possible if p != "complete"]
        if "complete" in phase.possible:
            places.append(3)
        assert phase.low == min(places)
        assert phase.high == max(places), (phase.type, phase.possible, [f.status for f in phase.factors])


@settings(max_examples=20)
@given(any_answers(BOOK))
def test_the_status_of_a_factor_is_possible_and_alone_when_nothing_is_open(
    bits_engine: Engine, answers: dict[str, Answer]
) -> None:
    for phase in judged(bits_engine, answers).board:
        for factor in phase.factors:
            necessary = [e for e in factor.evidence if e.role == "necessary"]
            if factor.status != "unknown":
                assert factor.status in factor.possible, factor.phase
            if all(e.status != "unknown" for e in necessary):
                assert factor.possible == (factor.status,)
            if any(e.status == "no" for e in necessary):
                assert "met" not in factor.possible


@settings(max_examples=20)
@given(any_answers(BOOK))
def test_every_recommended_measure_is_possible(bits_engine: Engine, answers: dict[str, Answer]) -> None:
    result = judged(bits_engine, answers)
    for r in result.recommendations:
        assert r.measure in result.possible_measures or result.type.leading not in result.type.possible


@settings(max_examples=40)
@given(any_answers(BOOK))
def test_no_firing_on_findings_type_phase_or_measures_cites_an_unanswered_question(
    bits_engine: Engine, answers: dict[str, Answer]
) -> None:
    known = {q: a.value for q, a in answers.items() if a.known}
    outcome = bits_engine.evaluate(known)
    for firing in outcome.trace:
        if BOOK.rule[firing.rule].stage in UNKNOWN_FREE:
            for fact in firing.facts:
                assert fact.origin in ("answer", "finding"), (firing.rule, fact)
                if fact.origin == "answer":
                    assert fact.key.split("/")[0] in known, (firing.rule, fact)


@settings(max_examples=40)
@given(any_answers(BOOK))
def test_what_a_firing_cites_has_the_value_that_was_answered(bits_engine: Engine, answers: dict[str, Answer]) -> None:
    known = {q: a.value for q, a in answers.items() if a.known}
    for firing in bits_engine.evaluate(known).trace:
        for fact in firing.facts:
            if fact.origin == "answer":
                q, _, option = fact.key.partition("/")
                assert fact.value == ((option in known[q]) if option else known[q])  # type: ignore[operator]


@settings(max_examples=20)
@given(any_answers(BOOK), st.integers(0, 2**32))
def test_the_order_of_answers_changes_nothing(bits_engine: Engine, answers: dict[str, Answer], seed: int) -> None:
    shuffled = list(answers.items())
    random.Random(seed).shuffle(shuffled)
    assert judged(bits_engine, dict(shuffled)).model_dump_json() == judged(bits_engine, answers).model_dump_json()


@settings(max_examples=20)
@given(any_answers(BOOK))
def test_assessing_twice_gives_the_same_and_leaves_the_answers_alone(
    bits_engine: Engine, answers: dict[str, Answer]
) -> None:
    before = {q: a.model_dump_json() for q, a in answers.items()}
    first = judged(bits_engine, answers).model_dump_json()
    assert judged(bits_engine, answers).model_dump_json() == first
    assert {q: a.model_dump_json() for q, a in answers.items()} == before


@settings(max_examples=20)
@given(any_answers(BOOK))
def test_dont_know_reasons_like_not_asked(bits_engine: Engine, answers: dict[str, Answer]) -> None:
    without = {q: a for q, a in answers.items() if a.known}
    skip = {"digest", "unanswered"}
    assert judged(bits_engine, answers).model_dump(exclude=skip) == judged(bits_engine, without).model_dump(
        exclude=skip
    )


@settings(max_examples=20)
@given(any_answers(BOOK), st.sampled_from(list(Confidence)))
def test_confidence_never_changes_a_verdict(
    bits_engine: Engine, answers: dict[str, Answer], confidence: Confidence
) -> None:
    other = {q: a.model_copy(update={"confidence": confidence}) for q, a in answers.items()}
    skip = {"digest"}
    assert judged(bits_engine, other).model_dump(exclude=skip) == judged(bits_engine, answers).model_dump(exclude=skip)


@given(any_answers(BOOK), st.text(max_size=20))
def test_the_digest_ignores_notes_sources_names_and_times(answers: dict[str, Answer], words: str) -> None:
    noted = {q: a.model_copy(update={"note": words, "source": words, "participant": words}) for q, a in answers.items()}
    assert digest("v", noted, AS_OF) == digest("v", answers, AS_OF)


@given(known_values(BOOK), st.data())
def test_the_digest_changes_with_a_value_a_confidence_the_date_and_the_knowledge(
    known: dict[str, Value], data: st.DataObject
) -> None:
    assume(known)
    answers = answers_of(known)
    q = data.draw(st.sampled_from(sorted(known)))
    original = digest("v", answers, AS_OF)

    def changed(**update: object) -> str:
        return digest("v", {**answers, q: answers[q].model_copy(update=update)}, AS_OF)

    other = data.draw(value_of(BOOK.questions[q]).filter(lambda value: value != known[q]))
    assert changed(value=other) != original
    assert changed(value=UNKNOWN) != original
    assert changed(confidence=Confidence.UNSURE) != original
    assert digest("v", answers, AS_OF.replace(year=2027)) != original
    assert digest("w", answers, AS_OF) != original
    assert digest("v", {k: a for k, a in answers.items() if k != q}, AS_OF) != original


def test_the_digest_tells_7_from_the_word_7_and_from_yes() -> None:
    def of(value: object) -> str:
        return digest("v", {"q": Answer.model_construct(question="q", value=value, confidence=Confidence.SURE)}, AS_OF)

    assert len({of(v) for v in (7.0, "7", True, "True", 1.0, UNKNOWN, "unknown_", ())}) == 8
    assert of(7) == of(7.0)
    assert of(("a", "b")) == of(("b", "a"))
