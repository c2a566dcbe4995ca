"""Two windows on one consultation: what the other wrote is taken over, said, and nothing begun here is lost."""

import pytest

from engine.assess import assess
from engine.book import load
from engine.model.answers import Answer, Confidence
from engine.store.database import Store
from tests.tui.app.driving import asked, consulting, jump, press, rest, screen, sitting, stored, type_
from tui.screens import changing
from tui.screens.consultation import ConsultationScreen

BOOK = load()


@pytest.fixture
def other():
    """The store as another window has it open."""
    with Store.open() as store:
        yield store


async def look(pilot) -> None:
    """What the timer does every two seconds."""
    pilot.app.screen._look_elsewhere()
    await rest(pilot)


def told(pilot) -> str:
    return "\n".join(one.message for one in pilot.app._notifications)


async def test_what_another_window_answers_is_taken_over_and_told(other):
    async with consulting(size=(120, 36)) as pilot:
        here = sitting(pilot)
        given = Answer(question="growth_origin", value="exogenous", participant="商工課[b]")
        other.answer(here.id, given)
        await look(pilot)
        assert here.answers["growth_origin"] == given
        assert "ほかの画面での変更を取り込みました" in told(pilot)
        assert f"「{BOOK.questions['growth_origin'].text.ja}」（商工課[b]）" in told(pilot)
        assert here.current
        assert here.assessment == assess(BOOK, here.answers, here.consultation.as_of)
        await press(pilot, "1")
        assert not pilot.app.screen.query("ProblemScreen")
        assert isinstance(pilot.app.screen, ConsultationScreen)
    assert set(stored().answers) == {"growth_origin", "manufacturing"}


async def test_the_card_being_edited_is_not_lost(other):
    async with consulting() as pilot:
        await jump(pilot, "shipments")
        await type_(pilot, "120")
        other.answer(sitting(pilot).id, Answer(question="shipments", value=900.0))
        await look(pilot)
        assert asked(pilot) == "shipments"
        assert screen(pilot).card.figure.value == "120"
        assert screen(pilot).card.figure.has_focus
        await press(pilot, "enter")
    assert stored().answers["shipments"].value == 120.0


async def test_a_card_nothing_was_begun_on_shows_what_the_other_answered(other):
    async with consulting() as pilot:
        await jump(pilot, "shipments")
        given = Answer(question="shipments", value=900.0, confidence=Confidence.LIKELY)
        other.answer(sitting(pilot).id, given)
        await look(pilot)
        assert (asked(pilot), screen(pilot).card.figure.value) == ("shipments", "900")
        assert screen(pilot).card.draft().confidence is Confidence.LIKELY


async def test_many_answers_are_counted_and_a_change_of_the_date_is_named(other):
    from datetime import date

    async with consulting("en") as pilot:
        for question in ("core_company", "manufacturing", "attraction_first"):
            other.answer(sitting(pilot).id, Answer(question=question, value=True))
        other.redate(sitting(pilot).id, date(2027, 4, 1))
        await look(pilot)
        assert "and 2 more" in told(pilot)
        assert sitting(pilot).consultation.as_of == date(2027, 4, 1)


async def test_where_nobody_wrote_nothing_is_said_or_drawn_anew():
    async with consulting() as pilot:
        await press(pilot, "1")
        revision = sitting(pilot).revision
        await look(pilot)
        assert sitting(pilot).revision == revision
        assert not told(pilot)


async def test_it_is_looked_for_by_itself(other, monkeypatch):
    monkeypatch.setattr(changing, "EVERY", 0.02)
    async with consulting() as pilot:
        other.answer(sitting(pilot).id, Answer(question="core_company", value=True))
        while "core_company" not in sitting(pilot).answers:
            await rest(pilot)
        assert "ほかの画面" in told(pilot)


async def test_an_undo_here_takes_back_what_the_other_did_last_and_says_so(other):
    async with consulting() as pilot:
        await press(pilot, "1")
        other.answer(sitting(pilot).id, Answer(question="core_company", value=True))
        await press(pilot, "ctrl+z")
        assert asked(pilot) == "core_company"
        assert "ほかの画面での変更" in told(pilot)
        assert "取り消し" in told(pilot)
    assert set(stored().answers) == {"manufacturing"}
