import pytest

from engine.book import load
from tests.tui.app.driving import consulting, jump, opened, press, screen, shown, together, type_
from tui.screens.explanation import ExplanationScreen
from tui.screens.glossary import GlossaryScreen, found, occurs
from tui.screens.study_place import StudyPlaceScreen
from tui.searching import finds, folded

BOOK = load()


@pytest.mark.parametrize("query", ["サプライヤー", "ｻﾌﾟﾗｲﾔｰ", "さぷらいやー", "SUPPLIER", "ｓｕｐｐｌｉｅｒ"])
def test_a_term_is_found_however_it_is_typed(query):
    assert "サプライヤー" in [term.title.ja for term in found(BOOK.glossary.values(), "", query).terms][:3]


@pytest.mark.parametrize("term", BOOK.glossary.values(), ids=lambda term: term.id)
def test_every_term_is_found_by_every_name_it_has(term):
    for query in (term.reading, *term.wordings):
        assert term in found(BOOK.glossary.values(), "", query).terms


def test_terms_of_the_text_come_first_and_none_is_lost():
    text = "この調査の対象は、サプライヤーとの取引です。"
    shown_ = found(BOOK.glossary.values(), text, "")
    assert "サプライヤー" in [term.title.ja for term in shown_.here]
    assert all(occurs(term, text) for term in shown_.here)
    assert sorted(term.id for term in shown_.terms) == sorted(BOOK.glossary)


def test_words_are_found_in_any_order_and_nothing_finds_all():
    assert finds("b a", "A", "B")
    assert not finds("a c", "A", "B")
    assert finds("  ", "A")
    assert folded("ｶﾞクＡ　") == "がくa"


async def test_the_glossary_opens_with_the_terms_of_the_question():
    async with consulting("ja", (80, 24), example="kitakami") as pilot:
        await jump(pilot, "core_company")
        await press(pilot, "g")
        text = shown(pilot)
        assert text.index("いま見ている箇所の用語") < text.index("サプライヤー")
        await type_(pilot, "zz")
        assert "見つかりません" in shown(pilot)


async def test_it_speaks_the_other_language_and_keeps_what_was_typed():
    async with consulting("ja", (80, 24), example="kitakami") as pilot:
        await press(pilot, "ctrl+g")
        await type_(pilot, "supplier")
        await press(pilot, "f2")
        text = shown(pilot)
        assert "Glossary" in text
        assert "> supplier" in text
        assert "Search in Japanese" not in text


async def test_a_term_leads_to_its_place_in_the_study():
    async with consulting("ja", (120, 36), example="kitakami") as pilot:
        await press(pilot, "ctrl+g")
        await type_(pilot, "サプライヤー")
        await press(pilot, "enter")
        term = pilot.app.screen_stack[-2].shown.terms[0]
        assert isinstance(pilot.app.screen, StudyPlaceScreen)
        for citation in term.citations:
            assert f"報告書 {citation.section}" in shown(pilot)
            assert f"「{citation.locator_ja}」" in shown(pilot)
            assert together(BOOK.study_sections[citation.section].summary.ja)[:20] in together(shown(pilot))
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, GlossaryScreen)


async def test_a_question_leads_to_its_places_in_the_study():
    async with consulting("en", (120, 50), example="kitakami") as pilot:
        await jump(pilot, "core_company")
        await press(pilot, "l")
        citations = screen_below(pilot).question.citations
        assert citations
        for citation in citations:
            assert f"「{citation.locator_ja}」" in shown(pilot)


def screen_below(pilot):
    return pilot.app.screen_stack[-2]


async def test_a_line_of_the_result_and_a_row_of_its_reasons_lead_there_too():
    async with consulting("ja", (120, 36), example="kitakami") as pilot:
        await press(pilot, "f5", "l")
        assert isinstance(pilot.app.screen, StudyPlaceScreen)
        assert pilot.app.screen.citations
        await press(pilot, "escape", "enter")
        assert isinstance(pilot.app.screen, ExplanationScreen)
        await press(pilot, "l")
        assert isinstance(pilot.app.screen, StudyPlaceScreen)
        assert pilot.app.screen.citations


async def test_what_rests_on_no_passage_is_told_so():
    async with opened("en") as pilot:
        await press(pilot, "l")
        assert "This does not rest directly on a passage of the study." in shown(pilot)


async def test_letters_of_an_input_method_open_them_and_fields_keep_their_letters():
    async with consulting("ja", (120, 36), example="kitakami") as pilot:
        await jump(pilot, "core_company")
        await press(pilot, "ｇ")
        assert isinstance(pilot.app.screen, GlossaryScreen)
        await type_(pilot, "gl")
        assert isinstance(pilot.app.screen, GlossaryScreen)
        await press(pilot, "escape", "ｌ")
        assert isinstance(pilot.app.screen, StudyPlaceScreen)
        await press(pilot, "escape")
        assert screen(pilot).question is not None
