"""Answers that do not go together, with all of them and the way out. They are shown; nothing is decided by them."""

from collections.abc import Iterable, Mapping

from engine.assess.engine import Engine
from engine.assess.reasons import because
from engine.inference.evaluate import Outcome
from engine.model.answers import Answer, Unknown
from engine.model.assessment import Contradiction, Fact, Firing, GivenAnswer
from engine.model.rules import Rule, Stage


def contradictions(engine: Engine, outcome: Outcome, given: Mapping[str, Answer]) -> tuple[Contradiction, ...]:
    """Every contradiction that the answers hold, in the order of the rules.

    What was never asked is no answer: a contradiction that rests on something unknown is told only where it was
    answered with 'don't know'.
    """
    found = []
    for rule in engine.book.of_stage(Stage.CONTRADICTIONS):
        firings = outcome.fired.get((rule.id, True), [])
        involved = {question for firing in firings for question in _questions(outcome, firing.facts)}
        if firings and involved <= given.keys():
            answers = tuple(_given(given[q.id]) for q in engine.book.ordered_questions if q.id in involved)
            found.append(_told(engine, rule, answers, firings))
    return tuple(found)


def _given(answer: Answer) -> GivenAnswer:
    value = None if isinstance(answer.value, Unknown) else answer.value
    return GivenAnswer.model_construct(question=answer.question, value=value)


def _told(engine: Engine, rule: Rule, answers: tuple[GivenAnswer, ...], firings: list[Firing]) -> Contradiction:
    assert rule.then.contradiction is not None, "verified when the book is loaded"
    assert rule.way_out is not None, "verified when the book is loaded"
    return Contradiction.model_construct(
        contradiction=rule.then.contradiction,
        text=rule.reads,
        way_out=rule.way_out,
        answers=answers,
        because=because(engine.book, firings),
    )


def _questions(outcome: Outcome, facts: Iterable[Fact]) -> set[str]:
    """The questions behind facts; behind a finding or a key factor those of the rules that gave it."""
    found: set[str] = set()
    for fact in facts:
        head, _, rest = fact.key.partition("/")
        match fact.origin:
            case "answer":
                found.add(head)
            case "absence":
                found.add(rest)
            case _:
                for firing in _behind(outcome, head, rest):
                    found |= _questions(outcome, firing.facts)
    return found


def _behind(outcome: Outcome, head: str, name: str) -> list[Firing]:
    if head == "finding":
        return outcome.reasons(f"finding:{name}")
    needs = outcome.network.needs.get(name, ()) if head == "factor_met" else ()
    return [firing for key in needs for firing in outcome.reasons(key)]
