"""The next question: what is asked first, what is never asked, when quick stops, and that the subject is kept."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.analysis.asking import turns_on
from engine.analysis.next_question import AS_GOOD, Guide
from engine.assess import assess
from engine.assess.engine import Engine
from engine.inference.possible import Way
from engine.interview.order import pending, state_of
from engine.model.answers import UNKNOWN, Answer, AnswerState
from engine.model.book import Book
from engine.model.next_question import Mode
from tests.helpers import AS_OF, answered, case, shipped_book
from tests.helpers_answers import any_answers

BOOK = shipped_book()
SECTION = {question.id: question.section for question in BOOK.questions.values()}


def interviewed(engine: Engine, mode: Mode, answers: Mapping[str, Answer], most: int = 200) -> list[str]:
    """Everything asked of somebody who gives these answers and otherwise says that he does not know."""
    given_: dict[str, Answer] = {}
    section, asked = None, list[str]()
    while len(asked) < most and (question := Guide(engine, given_).next(mode, section).question):
        asked.append(question)
        section = SECTION[question]
        given_[question] = answers.get(question, Answer(question=question, value=UNKNOWN))
    return asked


def test_it_begins_where_the_book_begins(bits_engine: Engine) -> None:
    found = Guide(bits_engine, {}).next("quick")
    assert (found.question, found.goal) == ("manufacturing", "type")
    assert not found.type_settled
    assert not found.type_asked


def test_out_of_scope_after_one_question(bits_engine: Engine) -> None:
    outside = {"manufacturing": Answer(question="manufacturing", value=False)}
    found = Guide(bits_engine, outside).next("quick")
    assert (found.question, found.type_settled, found.phase_settled) == (None, True, True)


def test_the_core_company_is_asked_before_its_suppliers(bits_engine: Engine, book: Book) -> None:
    for name in ("sakaki", "kitakami", "hiroshima"):
        asked = interviewed(bits_engine, "quick", book.examples[name].answers)
        for dependent in ("supplier_base", "a1_production", "a1_core_involved"):
            if dependent in asked:
                assert asked.index("core_company") < asked.index(dependent)


@pytest.mark.parametrize("name", ["hiroshima", "shikokuchuo", "hokusei", "gunma"])
def test_quick_settles_what_the_file_can_settle(bits_engine: Engine, book: Book, name: str) -> None:
    answers = book.examples[name].answers
    asked = interviewed(bits_engine, "quick", answers)
    given_ = {q: answers.get(q, Answer(question=q, value=UNKNOWN)) for q in asked}
    found = Guide(bits_engine, given_).next("quick")
    assert (found.type_settled, found.phase_settled) == (True, True)
    by_all, by_few = (assess(BOOK, a, AS_OF, engine=bits_engine) for a in (answers, given_))
    assert by_few.type.leading == by_all.type.leading
    assert [(p.type, p.low, p.high) for p in by_few.phases] == [(p.type, p.low, p.high) for p in by_all.phases]
    assert len(asked) < 20 < len(pending(BOOK, {}))


def test_quick_does_not_ask_for_phases_where_no_type_is_decided(bits_engine: Engine, book: Book) -> None:
    asked = interviewed(bits_engine, "quick", book.examples["kyoto"].answers)
    assert not {q for q in asked if SECTION[q] == "phase_b"}


@pytest.mark.parametrize("name", ["sakaki", "hiroshima", "toyama_pharma", "gunma"])
def test_what_may_not_apply_is_asked_after_what_surely_does(bits_engine: Engine, book: Book, name: str) -> None:
    """Of the core company nothing is known: what is asked about it waits until the rest has been asked."""
    answers = {**book.examples[name].answers, "core_company": Answer(question="core_company", value=UNKNOWN)}
    asked = interviewed(bits_engine, "quick", answers)
    about = [n for n, q in enumerate(asked) if "core_company" in turns_on(book.questions[q])]
    others = [n for n, q in enumerate(asked) if n > asked.index("core_company") and n not in about]
    assert about
    assert others
    guide = Guide(bits_engine, {q: answers.get(q, dont_know(q)) for q in asked[: about[0]]})
    goal = guide.next("quick").goal
    assert goal is not None
    assert all(turns_on(q) for q in guide.candidates(goal))


def dont_know(question: str) -> Answer:
    return Answer(question=question, value=UNKNOWN)


def test_full_goes_on_to_measures_and_the_rest(bits_engine: Engine) -> None:
    answers = answered(BOOK, case("a1_phase2_farm_machines")[0])
    assert Guide(bits_engine, answers).next("quick").question is None
    found = Guide(bits_engine, answers).next("full")
    assert found.goal == "measures"
    measures = bits_engine.told_about["measures"]
    more = {q: Answer(question=q, value=UNKNOWN) for q in measures if q not in answers}
    assert Guide(bits_engine, {**answers, **more}).next("full").goal == "rest"


def test_full_asks_everything_that_applies_and_ends(bits_engine: Engine, book: Book) -> None:
    asked = interviewed(bits_engine, "full", {}, most=len(BOOK.questions) + 1)
    given_ = {q: Answer(question=q, value=UNKNOWN) for q in asked}
    assert len(asked) == len(set(asked))
    assert pending(BOOK, given_) == ()


@settings(max_examples=15)
@given(any_answers(BOOK), st.sampled_from(["quick", "full"]), st.sampled_from([None, "anchor", "phase_b", "location"]))
def test_what_is_asked_has_not_been_asked_and_applies(
    bits_engine: Engine, answers: dict[str, Answer], mode: Mode, section: str | None
) -> None:
    found = Guide(bits_engine, answers).next(mode, section)
    if found.question is not None:
        assert state_of(BOOK, found.question, answers) is AnswerState.NOT_ASKED
        assert found.left >= 1
    elif mode == "quick":
        assert found.type_asked
        assert found.phase_asked


@settings(max_examples=10)
@given(any_answers(BOOK))
def test_quick_stops_only_when_no_answer_to_one_more_question_changes_the_verdict(
    bits_engine: Engine, answers: dict[str, Answer]
) -> None:
    """Where quick has stopped, every question left is answered in every way that rules tell apart, one at a time."""
    if Guide(bits_engine, answers).next("quick").question is not None:
        return
    verdict = shown(bits_engine, answers)
    known = {q: a.value for q, a in answers.items() if a.known}
    for question in pending(BOOK, answers):
        for way in ways_of(bits_engine, question.id):
            lane = bits_engine.evaluate({**known, **as_value(BOOK, question.id, way.facts)})
            assert (lane.type.label, {t: p for t, p in lane.phases.items() if t in verdict[1]}) == verdict


def ways_of(engine: Engine, question: str) -> tuple[Way, ...]:
    return engine.scenery.ways(question) if question in engine.scenery.read else ()


def shown(engine: Engine, answers: Mapping[str, Answer]):  # type: ignore[no-untyped-def]
    outcome = engine.evaluate({q: a.value for q, a in answers.items() if a.known})
    types = {t for t in outcome.phases if t in outcome.type.types or ("A" in outcome.type.types and t != "B")}
    return outcome.type.label, {t: p for t, p in outcome.phases.items() if t in types}


def as_value(book: Book, question: str, facts: Mapping[str, object]):  # type: ignore[no-untyped-def]
    if book.questions[question].kind == "several":
        return {question: tuple(sorted(key.partition("/")[2] for key, chosen in facts.items() if chosen))}
    return {question: facts[question]}


def test_the_conversation_stays_with_its_subject(bits_engine: Engine, book: Book) -> None:
    """A question of the section asked last comes first wherever it tells at least half as much as the best."""
    for example in book.examples.values():
        some = dict(list(example.answers.items())[:6])
        for section in ("origin", "anchor", "phase_a2"):
            guide = Guide(bits_engine, some)
            found = guide.next("quick", section)
            if found.question is None or SECTION[found.question] == section:
                continue
            rivals = [q for q in guide.pending if q.section == section and q.id in asking_of(guide, found.goal)]
            best = max(guide.tells(found.goal, q.id) for q in guide.candidates(found.goal))
            needed = {found.question}
            assert all(guide.tells(found.goal, q.id) < AS_GOOD * best or q.applies_when for q in rivals), needed


def asking_of(guide: Guide, goal: str | None) -> frozenset[str]:
    return guide.asking.about_type if goal == "type" else guide.asking.about_phase
