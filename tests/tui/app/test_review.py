"""The review of all answers: list, filters, search, what an edit would change, and the way to the card."""

import pytest

from engine.analysis.edits import edits
from engine.assess import engine_for
from engine.book import load
from engine.model.answers import UNKNOWN, Answer, AnswerState
from tests.tui.app.driving import asked, consulting, jump, press, rest, screen, shown, sitting, stored, together, type_
from tui.review_rows import Reviewed
from tui.screens.review import ReviewScreen
from tui.widgets.effects import effects, verdict_said
from tui.widgets.prose import lines_of

BOOK = load()
SIZES = [(80, 24), (120, 36)]


def review(pilot) -> ReviewScreen:
    assert isinstance(pilot.app.screen, ReviewScreen)
    return pilot.app.screen


def effect(pilot) -> str:
    return "\n".join(str(line) for line in lines_of(review(pilot).query_one("#effect-text")._paras, 1000))


@pytest.mark.parametrize("size", SIZES)
async def test_it_opens_at_the_question_on_the_card_and_enter_goes_to_another(size):
    async with consulting(size=size, example="kitakami") as pilot:
        await jump(pilot, "growth_origin")
        await press(pilot, "f3")
        assert review(pilot).in_view() == "growth_origin"
        assert "域内と誘致の両方" in shown(pilot)
        await press(pilot, "down", "enter")
        following = [question.id for question in BOOK.ordered_questions]
        assert asked(pilot) == following[following.index("growth_origin") + 1]
        await press(pilot, "f7")
        assert asked(pilot) == "growth_origin"


async def test_escape_leads_back_to_the_same_card_with_what_was_begun():
    async with consulting() as pilot:
        await jump(pilot, "shipments")
        await type_(pilot, "12")
        await press(pilot, "f3", "home", "escape")
        assert (asked(pilot), screen(pilot).card.figure.value) == ("shipments", "12")


async def test_every_answer_stands_there_with_all_that_is_beside_it():
    answer = Answer(
        question="manufacturing",
        value=True,
        confidence="unsure",
        source="工業[b]統計",
        note="覚え\x1b",
        participant="課長",
    )
    async with consulting(size=(120, 36)) as pilot:
        sitting(pilot).answer(answer)
        await press(pilot, "f3", "home")
        text = together(shown(pilot))
        for part in ("=はい", "確信度：不確か", "出典：工業[b]統計", "回答者：課長", "メモ：覚え\\x1b"):
            assert part in text


async def test_filters_and_search_narrow_the_list():
    async with consulting(example="kitakami", size=(120, 36)) as pilot:
        answers = sitting(pilot).answers
        await press(pilot, "f3")
        assert len(review(pilot).rows) == len(BOOK.questions)
        await press(pilot, "２")
        assert {one.question.id for one in review(pilot).rows} == {q for q, a in answers.items() if a.known}
        await press(pilot, "5")
        assert {one.question.id for one in review(pilot).rows} == {
            q for q, a in answers.items() if a.confidence.value != "sure"
        }
        await press(pilot, "left")
        assert review(pilot).filter == 3
        await pilot.click("#filters", offset=(2, 0))
        await press(pilot, "slash")
        await type_(pilot, "流域全体はこれ以上")
        assert [one.question.id for one in review(pilot).rows] == ["shipments"]
        await press(pilot, "escape")
        assert len(review(pilot).rows) == len(BOOK.questions)
        await press(pilot, "／")
        await type_(pilot, "ない言葉")
        assert "当てはまる質問はありません" in shown(pilot)
        await press(pilot, "enter", "enter", "escape")
        assert asked(pilot)


async def test_answers_at_odds_are_marked_and_found():
    async with consulting(size=(120, 36)) as pilot:
        for question in ("growth_origin", "attraction_first", "attracted_share"):
            await jump(pilot, question)
            await press(pilot, "1")
        await press(pilot, "f3", "6")
        found = {one.question.id for one in review(pilot).rows}
        assert found >= {"growth_origin", "attraction_first"}
        assert "[x]!" in shown(pilot)


@pytest.mark.parametrize(("lang", "size"), [("ja", (80, 24)), ("en", (120, 36))])
async def test_what_an_edit_would_change_stands_beside_the_list_and_is_what_the_edit_leads_to(lang, size):
    async with consulting(lang, size, example="kitakami") as pilot:
        await jump(pilot, "growth_origin")
        await press(pilot, "f3")
        found = edits(engine_for(BOOK), sitting_of(pilot).answers, "growth_origin")
        for edit in found:
            assert verdict_said(edit.verdict, lang) in effect(pilot)
        exogenous = next(edit for edit in found if edit.value == "exogenous")
        label = BOOK.questions["growth_origin"].options[1].label.get(lang)
        assert f"* {label} -> {verdict_said(exogenous.verdict, lang)}" in effect(pilot)
        assert ("回答を変えると" if lang == "ja" else "another answer") in shown(pilot)
        await press(pilot, "enter", "2")
        assert sitting(pilot).assessment.type.leading == exogenous.verdict.label


def sitting_of(pilot):
    return review(pilot).sitting


async def test_the_effect_follows_the_cursor_and_is_scrolled_after_tab():
    async with consulting(size=(80, 24), example="kitakami") as pilot:
        await press(pilot, "f3", "home")
        first = effect(pilot)
        await press(pilot, "down")
        assert effect(pilot) != first
        assert "3,000億円以上" in effect(pilot) or "3,000億円未満" in effect(pilot)
        await press(pilot, "tab")
        assert review(pilot).query_one("#effect").has_focus
        await press(pilot, "tab")
        assert review(pilot).query_one("#rows").has_focus


async def test_an_answer_is_cleared_and_brought_back_here_and_the_card_knows():
    async with consulting(size=(120, 36), example="kitakami") as pilot:
        await jump(pilot, "growth_origin")
        before = sitting(pilot).assessment
        await press(pilot, "f3", "delete")
        assert review(pilot).in_view() == "growth_origin"
        assert "growth_origin" not in stored_answers(pilot)
        assert "未回答（今の回答）" in effect(pilot)
        await press(pilot, "escape")
        assert not screen(pilot).card.draft().marked
        await press(pilot, "f3", "ctrl+z", "escape")
        assert asked(pilot) == "growth_origin"
        assert screen(pilot).card.draft().marked == {2}
        assert sitting(pilot).assessment == before


def stored_answers(pilot):
    here = review(pilot).sitting
    return here.session.store.load(here.id).answers


def test_of_several_the_effect_names_what_is_added_or_taken_away():
    answers = BOOK.examples["kitakami"].answers
    question = BOOK.questions["appeal_assets"]
    found = edits(engine_for(BOOK), answers, question.id)
    text = "\n".join(para.text for para in effects(question, found, answers[question.id], AnswerState.VALUE, "ja"))
    for option in question.options:
        verb = "除く" if option.id in answers[question.id].value else "加える"
        assert f"「{option.label.ja}」を{verb}" in text
    assert "いずれもなし" in text
    assert "分からない" in text


def test_a_search_looks_at_every_word_whatever_its_width_and_at_both_languages():
    answer = BOOK.examples["kitakami"].answers["shipments"]
    one = Reviewed(BOOK.questions["shipments"], AnswerState.VALUE, answer, at_odds=False)
    assert one.holds("")
    assert one.holds("１，１００億円")
    assert one.holds("SHIP 製造品出荷額")
    assert not one.holds("製造品出荷額 大学")


def test_a_question_of_no_consequence_says_so():
    found = edits(engine_for(BOOK), {}, "loc_water")
    told = effects(
        BOOK.questions["loc_water"], found, Answer(question="loc_water", value=UNKNOWN), AnswerState.DONT_KNOW, "ja"
    )
    assert told[-1].text == "どの答えでも、型とフェーズの判定は変わりません。"


async def test_a_click_on_a_row_goes_to_its_question():
    async with consulting(size=(120, 36)) as pilot:
        await press(pilot, "f3", "home")
        await pilot.click("#rows", offset=(8, 3))
        await rest(pilot)
        assert asked(pilot) in {question.id for question in BOOK.ordered_questions[:3]}
    assert not stored().answers
