"""Undo, redo and clearing of everything, by keys: what is shown, said, stored and concluded afterwards."""

from datetime import date

from engine.assess import assess
from engine.book import load
from engine.model.answers import UNKNOWN, Cluster, Confidence
from engine.store.database import Store
from tests.tui.app.driving import asked, consulting, jump, opened, press, screen, shown, sitting, stored, type_

BOOK = load()


def notices(pilot) -> list[str]:
    return [one.message for one in pilot.app._notifications]


def text(question: str) -> str:
    return BOOK.questions[question].text.ja


async def test_undo_brings_the_question_back_with_its_former_answer_and_says_so():
    async with consulting() as pilot:
        await press(pilot, "1")
        await jump(pilot, "manufacturing")
        await press(pilot, "2")
        assert sitting(pilot).assessment.type.leading == "out_of_scope"
        await press(pilot, "ctrl+z")
        assert asked(pilot) == "manufacturing"
        assert notices(pilot) == [f"取り消し：「{text('manufacturing')}」の回答を「いいえ」から「はい」に戻しました。"]
        assert screen(pilot).card.draft().marked == {0}
        here = sitting(pilot)
        assert here.current
        assert here.assessment == assess(BOOK, here.answers, here.consultation.as_of)
        assert here.assessment.type.leading != "out_of_scope"
        assert stored().answers["manufacturing"].value is True
        await press(pilot, "ctrl+z")
        assert notices(pilot)[-1].endswith("の回答を「はい」から「未回答」に戻しました。")
        assert not sitting(pilot).answers
        await press(pilot, "ctrl+y", "ctrl+y")
        assert notices(pilot)[-1] == f"やり直し：「{text('manufacturing')}」の回答を「はい」から「いいえ」にしました。"
    assert stored().answers["manufacturing"].value is False


async def test_nothing_to_undo_or_redo_is_said():
    async with consulting() as pilot:
        await press(pilot, "ctrl+z", "ctrl+y")
        assert notices(pilot) == ["取り消せる変更はありません。", "やり直せる変更はありません。"]


async def test_an_earlier_sitting_is_undone_and_another_answer_ends_what_can_be_redone():
    async with consulting() as pilot:
        await press(pilot, "1", "1")
    async with opened(size=(80, 24)) as pilot:
        await press(pilot, "enter", "ctrl+z")
        assert set(sitting(pilot).answers) == {"manufacturing"}
        await press(pilot, "2", "ctrl+y")
        assert notices(pilot)[-1] == "やり直せる変更はありません。"


async def test_confidence_source_and_note_are_taken_back_too():
    async with consulting() as pilot:
        await press(pilot, "1")
        await jump(pilot, "manufacturing")
        await press(pilot, "tab", "right", "tab")
        await type_(pilot, "統計")
        await press(pilot, "enter")
        assert stored().answers["manufacturing"].confidence is Confidence.LIKELY
        await press(pilot, "ctrl+z")
        assert "の確信度・出典・メモを元に戻しました" in notices(pilot)[-1]
        assert screen(pilot).card.draft().source == ""
    answer = stored().answers["manufacturing"]
    assert (answer.confidence, answer.source) == (Confidence.SURE, "")


async def test_the_date_and_the_name_are_taken_back():
    async with consulting() as pilot:
        begun, here = asked(pilot), sitting(pilot)
        here.redate(date(2027, 4, 1))
        here.rename(Cluster(name="別名"))
        await press(pilot, "ctrl+z", "ctrl+z")
        assert notices(pilot) == [
            "取り消し：名前・地域・産業を「試験の集積」に戻しました。",
            "取り消し：基準日を2026-04-01に戻しました。",
        ]
        assert asked(pilot) == begun
        assert "試験の集積" in shown(pilot)
    assert stored().as_of == date(2026, 4, 1)


async def test_what_is_typed_on_another_card_stays_when_something_is_undone():
    async with consulting() as pilot:
        await press(pilot, "1")
        await jump(pilot, "shipments")
        await type_(pilot, "120")
        await press(pilot, "ctrl+z")
        assert asked(pilot) == "shipments"
        await press(pilot, "down", "ctrl+z")
        assert asked(pilot) == "manufacturing"
        await jump(pilot, "shipments")
        assert screen(pilot).card.figure.value == "120"


async def test_an_answer_is_cleared_from_its_card_and_brought_back():
    async with consulting() as pilot:
        await press(pilot, "1")
        await press(pilot, "f7", "delete")
        assert asked(pilot) == "manufacturing"
        assert "manufacturing" not in sitting(pilot).answers
        assert "未回答に戻しました" in notices(pilot)[-1]
        assert not screen(pilot).card.draft().marked
        assert "manufacturing" not in stored().answers
        await press(pilot, "delete")
        assert notices(pilot)[-1] == "この質問に消す回答はありません。"
        await press(pilot, "ctrl+z")
        assert screen(pilot).card.draft().marked == {0}
    assert stored().answers["manufacturing"].value is True


async def test_an_answer_is_cleared_while_the_field_of_a_number_has_the_focus():
    async with consulting() as pilot:
        await jump(pilot, "shipments")
        await type_(pilot, "120")
        await press(pilot, "enter", "f7")
        assert screen(pilot).card.figure.value == "120"
        await press(pilot, "ctrl+d")
        assert screen(pilot).card.figure.value == ""
    assert "shipments" not in stored().answers


async def test_after_the_end_an_undo_leads_back_to_the_last_question():
    unknown = {name: BOOK.examples["kitakami"].answers.get(name) for name in BOOK.questions}
    answers = {
        q: (a or BOOK.examples["kitakami"].answers["manufacturing"]).model_copy(
            update={"question": q, "value": UNKNOWN}
        )
        for q, a in unknown.items()
        if q != "manufacturing"
    }
    consultation = BOOK.examples["kitakami"].model_copy(update={"answers": answers})
    with Store.open() as store:
        store.import_consultation(consultation)
    async with opened() as pilot:
        await press(pilot, "enter", "2")
        assert not asked(pilot)
        await press(pilot, "ctrl+z")
        assert asked(pilot) == "manufacturing"
        assert "取り消し" in notices(pilot)[-1]
