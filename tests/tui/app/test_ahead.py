"""A key is answered from what was worked out while the question was read; without that, as it comes."""

import pytest

from engine.assess import assess
from engine.book import load
from engine.model.answers import UNKNOWN, Answer
from tests.tui.app.driving import asked, consulting, jump, press, rest, screen, shown, sitting, type_
from tui.screens import answering
from tui.session import Sitting

BOOK = load()


@pytest.fixture
def at_once(monkeypatch):
    """Foreseeing begins as soon as a question is shown, so that nobody has to wait for it."""
    monkeypatch.setattr(answering, "READING_SECONDS", 0.001)


@pytest.fixture
def nothing_else(at_once, monkeypatch):
    """After the first assessment nothing is worked out but what is foreseen."""
    compute, seen = Sitting.compute, []

    def first_only(self):
        assert not seen, "it was foreseen, so nothing is left to work out"
        seen.append(self)
        return compute(self)

    monkeypatch.setattr(Sitting, "compute", first_only)


async def foreseen(pilot) -> None:
    """Waits until every answer to the question on the card is foreseen."""
    here = screen(pilot)
    while here.foresight.wanted(here.card.candidates()):
        await rest(pilot)


async def test_answers_that_were_foreseen_are_current_at_once(nothing_else):
    async with consulting(size=(120, 36)) as pilot:
        for key in ("1", "1", "f8", "2"):
            await foreseen(pilot)
            await press(pilot, key)
            here = sitting(pilot)
            assert here.current
            assert here.assessment == assess(BOOK, here.answers, here.consultation.as_of)
            assert screen(pilot).next == here.next(BOOK.questions[screen(pilot).passed[-1]].section)
            assert "計算しています" not in shown(pilot)
        assert len(here.answers) == 4


@pytest.mark.parametrize(
    ("question", "keys"), [("appeal_assets", ["1", "３", "enter"]), ("shipments", ["8", "0", "enter"])]
)
async def test_marks_and_figures_are_foreseen_as_they_are_made(nothing_else, question, keys):
    async with consulting() as pilot:
        await jump(pilot, question)
        for key in keys:
            await foreseen(pilot)
            await press(pilot, key)
        assert sitting(pilot).current
        assert question in sitting(pilot).answers


async def test_an_answer_with_another_confidence_is_foreseen_with_it(nothing_else):
    async with consulting() as pilot:
        await press(pilot, "space", "tab", "right", "right")
        await foreseen(pilot)
        await press(pilot, "enter")
        assert sitting(pilot).answers["manufacturing"].confidence.value == "unsure"
        assert sitting(pilot).current


async def test_who_answers_before_it_is_foreseen_gets_the_same(monkeypatch):
    monkeypatch.setattr(answering, "READING_SECONDS", 3600.0)
    async with consulting() as pilot:
        await press(pilot, "1", "1")
        here = sitting(pilot)
        assert here.current
        assert here.assessment == assess(BOOK, here.answers, here.consultation.as_of)


async def test_what_another_window_wrote_between_is_not_overlooked(at_once):
    async with consulting() as pilot:
        await foreseen(pilot)
        here = sitting(pilot)
        here.session.store.answer(here.id, Answer(question="growth_origin", value="exogenous"))
        await press(pilot, "1", "escape")
        assert set(here.answers) == {"growth_origin", "manufacturing"}
        assert here.assessment == assess(BOOK, here.answers, here.consultation.as_of)


async def test_a_store_that_refuses_a_foreseen_answer_is_told_and_the_card_stays(at_once):
    async with consulting() as pilot:
        await foreseen(pilot)
        question, before = asked(pilot), screen(pilot).next
        sitting(pilot).session.store.delete(sitting(pilot).id)
        sitting(pilot).id = "no-such-consultation"
        await press(pilot, "1", "escape")
        assert asked(pilot) == question
        assert screen(pilot).next == before
        assert not sitting(pilot).answers
        await type_(pilot, "2")


async def test_dont_know_is_foreseen_too(nothing_else):
    async with consulting() as pilot:
        await foreseen(pilot)
        await press(pilot, "u")
        assert sitting(pilot).answers["manufacturing"].value is UNKNOWN
        assert sitting(pilot).current
