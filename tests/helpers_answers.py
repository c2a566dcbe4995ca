"""Ways to make answers: any at random, and for a given alternative of a rule those that satisfy exactly it."""

from collections.abc import Iterator, Mapping
from itertools import islice, product
from typing import Any

from hypothesis import strategies as st

from engine.inference.branches import Branch, FactTest
from engine.inference.facts import Facts, Scalar
from engine.inference.network import Network
from engine.model.answers import UNKNOWN, Answer, Unknown, Value
from engine.model.book import Book
from engine.model.questions import Question

NUMBERS = (0.0, 1.0, 7.0, 999.0, 1000.0, 2999.0, 3000.0, 3001.0, 50000.0)
_TYPE_QUESTIONS = (
    "manufacturing", "growth_origin", "attraction_first", "attracted_share", "historic_cluster", "local_accumulation",
    "core_company", "supplier_base", "many_strong_firms",
)  # fmt: skip


def value_of(question: Question) -> st.SearchStrategy[Value]:
    """Any value that an answer to the question can have."""
    options = [option.id for option in question.options]
    match question.kind:
        case "yes_no":
            return st.booleans()
        case "choice":
            return st.sampled_from(options)
        case "several":
            return st.lists(st.sampled_from(options), unique=True).map(lambda chosen: tuple(sorted(chosen)))
    return st.sampled_from(NUMBERS)


@st.composite
def known_values(draw: st.DrawFn, book: Book, most: int = 60) -> dict[str, Value]:
    """Values for some of the questions; more often than not the origin is among them and is a real one."""
    ids = draw(st.lists(st.sampled_from(sorted(book.questions)), unique=True, max_size=most))
    found: dict[str, Value] = {q: draw(value_of(book.questions[q])) for q in ids}
    if draw(st.booleans()):
        found["manufacturing"] = True
        found["growth_origin"] = draw(st.sampled_from(["endogenous", "exogenous", "both"]))
    return found


@st.composite
def any_answers(draw: st.DrawFn, book: Book, most: int = 60) -> dict[str, Answer]:
    """Answers to some of the questions, 'don't know' among them."""
    found: dict[str, Value | Unknown] = dict(draw(known_values(book, most)))
    for q in draw(st.lists(st.sampled_from(sorted(book.questions)), unique=True, max_size=8)):
        found[q] = UNKNOWN
    return {q: Answer(question=q, value=value) for q, value in found.items()}


def answers_of(known: Mapping[str, Any]) -> dict[str, Answer]:
    return {q: Answer(question=q, value=value) for q, value in known.items()}


def answers_satisfying(network: Network, branch: Branch, base: Mapping[str, Value]) -> Iterator[dict[str, Value]]:
    """Answer sets that pass every test of the alternative as far as answers can decide it, laid over ``base``."""
    for tests in _without_findings(network, branch):
        if (known := _overlay(network, tests, base)) is not None:
            yield known


def _without_findings(network: Network, branch: Branch) -> Iterator[tuple[FactTest, ...]]:
    """The tests with each finding replaced by the tests that give it, or that refute every rule for it."""
    direct = tuple(test for test in branch if not test.key.startswith("finding/"))
    wanted = [_ways(network, test) for test in branch if test.key.startswith("finding/")]
    for choice in islice(product(*wanted), 64):
        yield (*direct, *(test for tests in choice for test in tests))


def _ways(network: Network, test: FactTest) -> list[tuple[FactTest, ...]]:
    name, holds = test.key.replace("/", ":", 1), test.values == (True,)
    alternatives = [
        [tests for branch in d.branches for tests in _without_findings(network, branch)]
        for d in network.derivations
        if d.rule.then.key == name and d.holds is holds
    ]
    if holds:
        return [tests for found in alternatives for tests in found]
    return [tuple(t for tests in choice for t in tests) for choice in islice(product(*alternatives), 64)]


def _overlay(network: Network, tests: tuple[FactTest, ...], base: Mapping[str, Value]) -> dict[str, Value] | None:
    known: dict[str, Any] = dict(base)
    touched: dict[str, set[str]] = {}
    flat: Facts = {}
    for test in tests:
        question, _, option = test.key.partition("/")
        if question == "absent":
            known.pop(option, None)
        elif question in network.book.questions:
            if not _state(network, test, question, option, known, touched):
                return None
            flat[test.key] = True
    return known if all(_passes(network, test, known) for test in tests if test.key in flat) else None


def _state(
    network: Network, test: FactTest, question: str, option: str, known: dict[str, Any], touched: dict[str, set[str]]
) -> bool:
    domain = network.domains[question]
    if domain.kind == "several":
        if question not in touched:
            known[question], touched[question] = (), set()
        if test.values == (True,):
            known[question] = tuple(sorted({*known[question], option}))
        elif option in known[question]:
            return False
        touched[question].add(option)
    elif domain.kind == "number":
        known[question] = test.low if test.low is not None else (test.high or 1.0) - 1.0
    else:
        allowed: list[Scalar] = list(test.values or domain.values)
        if question in touched and known[question] in allowed:
            return True
        known[question] = allowed[0]
        touched[question] = set()
    return True


def _passes(network: Network, test: FactTest, known: Mapping[str, Any]) -> bool:
    question, _, option = test.key.partition("/")
    if question not in known:
        return False
    value = option in known[question] if option else known[question]
    return test.passes({test.key: value})


def bases(book: Book, extra: Mapping[str, Mapping[str, Value]]) -> list[dict[str, Value]]:
    """Answer sets to lay the wanted answers over, so that computed facts (type, phase) come out in every way."""
    found: list[dict[str, Value]] = [{}]
    found += [dict(values) for values in extra.values()]
    found += [example.known() for example in book.examples.values()]
    return found
