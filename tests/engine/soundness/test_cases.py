"""The cases conditions are compared on: none that can come about is left out."""

import random

import pytest
from pydantic import TypeAdapter

from engine.inference.evaluate import evaluate
from engine.inference.network import Network
from engine.model.book import COMPUTED_FACTS
from engine.model.rules import Condition
from engine.soundness import cases
from engine.soundness.cases import Room, TooManyError, verdicts
from tests.engine.soundness.surveys import ALSO, ASKED, NO, SIZE, YES, book, finding
from tests.helpers import question, shipped_book

_CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)


def condition(written: object) -> Condition:
    return _CONDITION.validate_python(written)


def test_each_question_read_is_answered_in_each_way_or_not_at_all() -> None:
    room = Room(book(finding("one", YES)))
    assert room.cases([condition(YES)]).spread.size == 3
    assert room.cases([condition({"all": [YES, ALSO]})]).spread.size == 9
    # Of three sizes the condition tells one from the two others.
    assert room.cases([condition(SIZE)]).spread.size == 3


def test_what_a_finding_reads_is_read() -> None:
    room = Room(book(finding("one", YES)))
    reads = condition({"finding": "f"})
    here = room.cases([reads, condition(YES)])
    assert here.masks(reads) == here.masks(condition(YES))


def test_nobody_answers_a_question_that_is_known_not_to_apply() -> None:
    gated = question("b").model_copy(update={"applies_when": condition(YES)})
    room = Room(book(finding("one", ALSO), questions=(*(q for q in ASKED if q.id != "b"), gated)))
    both = condition({"all": [NO, ALSO]})
    assert room.cases([both]).holds(both) == 0
    assert room.cases([both], as_asked=False).holds(both) != 0


def test_too_many_cases_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "MOST", 2)
    with pytest.raises(TooManyError):
        Room(book(finding("one", YES))).cases([condition(YES)])


def test_a_phase_is_worked_on_only_for_a_type_that_is_named() -> None:
    found = verdicts(frozenset({"leading_type/B", "working_phase/PH.B.2"}))
    assert {(f["leading_type/B"], f["working_phase/PH.B.2"]) for f in found} == {
        (True, True),
        (True, False),
        (False, False),
    }


@pytest.mark.parametrize("seed", range(20))
def test_whatever_an_evaluation_decides_is_among_the_verdicts(seed: int) -> None:
    """Holds the verdicts of this package to those that answers really lead to."""
    chance, of = random.Random(seed), shipped_book()
    known = {
        q.id: chance.choice((True, False)) if q.kind == "yes_no" else chance.choice(q.options).id
        for q in of.questions.values()
        if q.kind in ("yes_no", "choice") and chance.random() < 0.7
    }
    facts = evaluate(Network(of), known).facts
    for type_ in ("A-1", "A-2", "B"):
        of_type = {f"{fact}/PH.{type_}.{n}" for fact in ("working_phase", "factor_met") for n in (1, 2, 3)}
        read = frozenset({"type_kind", *(f"leading_type/{t}" for t in COMPUTED_FACTS["leading_type"]), *of_type})
        assert {key: value for key, value in facts.items() if key in read} in verdicts(read)
