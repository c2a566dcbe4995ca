"""What is foreseen must be what is worked out when the answer comes, and be forgotten when anything has changed."""

import pytest

from engine.assess import assess
from engine.book import load
from engine.model.answers import UNKNOWN, Answer, Cluster, Confidence
from engine.store.database import Store
from tui.foresight import Foresight
from tui.session import Session, Sitting

BOOK = load()


@pytest.fixture
def sitting(tmp_path):
    with Store.open(f"sqlite:///{tmp_path / 'shuseki.db'}") as store:
        session = Session(BOOK, store)
        yield session.resume(store.create(Cluster(name="産地"), BOOK.examples["sakaki"].as_of))


def go_on(sitting: Sitting, count: int) -> str:
    """Answers so many questions as an example does; the next."""
    told, section = BOOK.examples["sakaki"].answers, None
    for _ in range(count):
        question = str(sitting.next(section).question)
        section = BOOK.questions[question].section
        sitting.answer(told.get(question) or Answer(question=question, value=UNKNOWN))
    return str(sitting.next(section).question)


@pytest.mark.parametrize("count", [0, 3])
@pytest.mark.parametrize("full", [False, True])
def test_what_is_foreseen_is_what_comes(sitting, count, full):
    if full:
        sitting.course.turn()
    question = go_on(sitting, count)
    foresight = Foresight(sitting)
    kinds = {"yes_no": [True, False], "choice": [o.id for o in BOOK.questions[question].options]}
    values = [*kinds.get(BOOK.questions[question].kind, []), UNKNOWN]
    answers = [Answer(question=question, value=value, confidence=Confidence.LIKELY) for value in values]
    foresight.look(foresight.wanted(answers), lambda: False)
    assert not foresight.wanted(answers)
    foreseen = foresight.of(answers[-1])
    assert foreseen is not None
    sitting.answer(answers[-1])
    assert foreseen.next == sitting.next(BOOK.questions[question].section)
    assert foreseen.put_off == sitting.course.standing[1]
    assert foreseen.sureness == sitting.sureness
    assert foreseen.assessment == assess(BOOK, sitting.answers, sitting.consultation.as_of)


def test_it_holds_for_the_confidence_it_was_worked_out_with(sitting):
    foresight, answer = Foresight(sitting), Answer(question="manufacturing", value=True)
    foresight.look(foresight.wanted([answer]), lambda: False)
    assert foresight.of(answer.model_copy(update={"note": "メモ", "source": "統計"}))
    assert not foresight.of(answer.model_copy(update={"confidence": Confidence.UNSURE}))


@pytest.mark.parametrize("change", ["answer", "mode", "put_off"])
def test_it_is_forgotten_when_answers_mode_or_what_was_put_off_change(sitting, change):
    foresight, answer = Foresight(sitting), Answer(question="manufacturing", value=True)
    foresight.look(foresight.wanted([answer]), lambda: False)
    if change == "answer":
        sitting.answer(Answer(question="core_company", value=True))
    elif change == "mode":
        sitting.course.turn()
    else:
        sitting.course.put_off("core_company")
    assert foresight.of(answer) is None


def test_it_ends_as_soon_as_it_is_told_to(sitting):
    foresight, answer = Foresight(sitting), Answer(question="manufacturing", value=True)
    foresight.look(foresight.wanted([answer]), lambda: True)
    assert foresight.of(answer) is None
