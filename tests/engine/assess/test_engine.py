"""A book held ready: which evaluator answers, where durable_rules is absent, in threads, and when it is closed."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

import engine.assess as assessment
from engine.assess import assess, engine_for
from engine.assess.engine import Engine, durable_available
from engine.model.answers import Answer
from engine.model.book import Book
from tests.helpers import AS_OF, answered, case, question, rule, small_book

WITHOUT = "engine.inference.durable"


def test_durable_rules_answers_where_it_is_installed(durable_engine: Engine) -> None:
    assert durable_available()
    assert durable_engine.evaluate({}).evaluator == "durable_rules"


def test_the_own_evaluator_answers_where_durable_rules_is_absent(monkeypatch: pytest.MonkeyPatch, book: Book) -> None:
    monkeypatch.setitem(sys.modules, WITHOUT, None)
    assert not durable_available()
    answers = answered(book, case("a2_phase3_towels")[0])
    result = assess(book, answers, AS_OF, engine=Engine(book))
    assert result.evaluator == "bits"
    assert result.type.types == ("A-2",)


def test_the_digest_does_not_tell_the_evaluator(bits_engine: Engine, durable_engine: Engine, book: Book) -> None:
    answers = answered(book, case("b_phase3_battery")[0])
    by_either = [assess(book, answers, AS_OF, engine=e) for e in (bits_engine, durable_engine)]
    assert by_either[0].evaluator != by_either[1].evaluator
    assert by_either[0].digest == by_either[1].digest


def test_several_threads_may_ask_one_engine(durable_engine: Engine, bits_engine: Engine) -> None:
    known = [example.known() for example in durable_engine.book.examples.values()]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda k: durable_engine.evaluate(k).trace, known * 3))
    assert found == [bits_engine.evaluate(k).trace for k in known] * 3


def test_closing_before_anything_was_evaluated_is_nothing(book: Book) -> None:
    Engine(book).close()
    Engine(book, use_durable=False).close()


def test_an_engine_that_was_closed_compiles_anew_when_asked_again(book: Book) -> None:
    pytest.importorskip("durable")
    engine, known = Engine(book), book.examples["sakaki"].known()
    before = engine.evaluate(known).trace
    engine.close()
    engine.close()
    assert engine.evaluate(known).trace == before
    engine.close()


def test_another_book_replaces_the_engine_that_is_kept(monkeypatch: pytest.MonkeyPatch, book: Book) -> None:
    monkeypatch.setattr(assessment, "_engines", {})
    other = small_book([question("a")], [rule("r", {"fact": "a", "is": True}, {"finding": "x"})])
    first = engine_for(book)
    assert engine_for(book) is first
    second = engine_for(other)
    assert second is not first
    assert second.book is other
    assert engine_for(book) is not first
    engine_for(book).close()


def test_answers_to_questions_the_book_does_not_have_are_ignored(bits_engine: Engine, book: Book) -> None:
    answers = answered(book, case("a1_phase2_farm_machines")[0])
    stray = {**answers, "no_such_question": Answer(question="no_such_question", value=True)}
    assert assess(book, stray, AS_OF, engine=bits_engine) == assess(book, answers, AS_OF, engine=bits_engine)
