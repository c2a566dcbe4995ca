"""Every way to answer, by keys and by mouse: 'don't know' in each kind of question, sections, whole consultations."""

import re

import pytest

from engine.assess import assess
from engine.book import load
from engine.model.answers import UNKNOWN
from tests.tui.app.driving import asked, consulting, jump, press, rest, screen, shown, sitting, stored, together, type_
from tui.widgets.section_list import SectionList, bar

KINDS = {"yes_no": "manufacturing", "choice": "growth_origin", "several": "appeal_assets", "number": "shipments"}
BOOK = load()


async def click_text(pilot, widget: str, text: str) -> None:
    """Clicks the line of a widget that holds the text."""
    found = pilot.app.screen.query_one(widget)
    lines = [str(line) for _, line in found.lines(found.content_size.width)]
    row = next(n for n, line in enumerate(lines) if text in line)
    await pilot.click(widget, offset=(4, row))
    await rest(pilot)


@pytest.mark.parametrize("question", KINDS.values(), ids=KINDS.keys())
async def test_dont_know_stands_on_the_card_of_every_kind_and_is_reached_by_arrows(question):
    async with consulting() as pilot:
        await jump(pilot, question)
        assert "( ) u 分からない" in re.sub(" +", " ", shown(pilot))
        await press(pilot, "end" if question != "shipments" else "down", "enter")
        assert asked(pilot) != question
    assert stored().answers[question].value is UNKNOWN


@pytest.mark.parametrize("question", KINDS.values(), ids=KINDS.keys())
async def test_dont_know_is_one_click_in_every_kind(question):
    async with consulting() as pilot:
        await jump(pilot, question)
        await click_text(pilot, "#options", "分からない")
        assert asked(pilot) != question
    assert stored().answers[question].value is UNKNOWN


@pytest.mark.parametrize("question", KINDS.values(), ids=KINDS.keys())
async def test_dont_know_is_one_key_in_every_kind_and_shown_as_marked_afterwards(question):
    async with consulting() as pilot:
        await jump(pilot, question)
        if question == "shipments":
            await type_(pilot, "12")
        await press(pilot, "f8", "f7")
        assert asked(pilot) == question
        assert "(*) u 分からない" in re.sub(" +", " ", shown(pilot))
        assert not screen(pilot).card.figure.value
    assert stored().answers[question].value is UNKNOWN


async def test_of_several_a_mark_and_dont_know_never_stand_together():
    async with consulting() as pilot:
        await jump(pilot, "appeal_assets")
        await press(pilot, "1", "end", "space")
        assert screen(pilot).card.options.marked == {11}
        await press(pilot, "２")
        assert screen(pilot).card.options.marked == {1}
        await press(pilot, "enter")
    assert stored().answers["appeal_assets"].value == (BOOK.questions["appeal_assets"].options[1].id,)


async def test_a_figure_typed_takes_the_mark_of_dont_know_away():
    async with consulting() as pilot:
        await jump(pilot, "shipments")
        await press(pilot, "f8", "f7")
        await type_(pilot, "８００")
        await press(pilot, "enter")
    assert stored().answers["shipments"].value == 800.0


async def test_from_the_field_of_a_number_down_to_dont_know_and_up_again():
    async with consulting() as pilot:
        await jump(pilot, "shipments")
        await press(pilot, "down")
        assert screen(pilot).card.options.has_focus
        await press(pilot, "up")
        assert screen(pilot).card.figure.has_focus


async def test_a_degree_of_confidence_is_chosen_by_a_click_on_it():
    async with consulting() as pilot:
        await press(pilot, "space")
        line = pilot.app.screen.query_one("#confidence")
        place = 2 + sum(2 * len(part.strip()) for part in line._parts()[:2])
        await pilot.click("#confidence", offset=(place, 0))
        await rest(pilot)
        assert screen(pilot).card.draft().confidence.value == "unsure"


async def test_sections_by_keys_by_focus_and_by_mouse():
    async with consulting(size=(120, 36)) as pilot:
        sections = [section.id for section in BOOK.sections]

        def here() -> str:
            return BOOK.questions[asked(pilot)].section

        begun = here()
        await press(pilot, "ctrl+down")
        assert here() == sections[sections.index(begun) + 1]
        await press(pilot, "ctrl+up", "ctrl+up")
        assert here() == sections[sections.index(begun) - 1]
        await jump(pilot, "manufacturing")
        await press(pilot, "shift+tab")
        assert pilot.app.screen.query_one("#sections-rows").has_focus
        await press(pilot, "down", "down", "enter")
        assert here() == sections[2]
        assert screen(pilot).card.options.has_focus
        await click_text(pilot, "#sections-rows", BOOK.sections[1].title.ja)
        assert here() == sections[1]
        await press(pilot, "f7")
        assert here() == sections[2]


async def test_progress_stands_at_the_left_and_in_the_head_of_a_narrow_screen():
    total = len(BOOK.questions)
    async with consulting(size=(120, 36)) as pilot:
        before = shown(pilot)
        assert f"0/{sum(one.total for one in sitting(pilot).progress())}" in before
        await press(pilot, "1")
        assert pilot.app.screen.query_one(SectionList)
        assert "1/3" in shown(pilot)
    async with consulting(size=(80, 24), example="kitakami") as pilot:
        given = len(BOOK.examples["kitakami"].answers)
        assert f"{given}/{total}" in shown(pilot).splitlines()[0]


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((0, 0, 0), "[..........] -"),
        ((0, 0, 4), "[..........] 0/4"),
        ((2, 0, 4), "[#####.....] 2/4"),
        ((1, 1, 4), "[###??.....] 2/4"),
        ((0, 4, 4), "[??????????] 4/4"),
        ((99, 1, 100), "[#########?] 100/100"),
        ((4, 0, 4), "[##########] 4/4"),
    ],
)
def test_a_bar_keeps_dont_know_apart_and_is_full_only_when_all_is_asked(counts, told):
    assert bar(*counts, plain=True).plain == told


async def test_the_wheel_scrolls_the_card():
    async with consulting(size=(80, 24), example="kitakami") as pilot:
        await jump(pilot, "appeal_assets")
        card = screen(pilot).card
        await press(pilot, "pagedown")
        assert card.scroll_offset.y > 0
        await press(pilot, "pageup")
        at = card.scroll_offset.y
        card._on_mouse_scroll_down(_wheel(card))
        await rest(pilot)
        assert card.scroll_offset.y > at


def _wheel(widget):
    from textual.events import MouseScrollDown

    return MouseScrollDown(widget, 5, 5, 0, 1, 0, False, False, False)


@pytest.mark.parametrize("lang", ["ja", "en"])
async def test_a_whole_consultation_in_quick_mode_with_undo_in_between(lang):
    """By keys alone, from the first question to the end of quick mode; every fifth answer is taken back and redone."""
    told = BOOK.examples["sakaki"].answers
    async with consulting(lang, (120, 36)) as pilot:
        given = 0
        while question := asked(pilot):
            await give(pilot, question, told.get(question))
            given += 1
            assert question in sitting(pilot).answers
            if given % 5 == 0:
                now = asked(pilot)
                await press(pilot, "ctrl+z")
                assert asked(pilot) == question
                assert question not in sitting(pilot).answers
                await press(pilot, "ctrl+y")
                assert question in sitting(pilot).answers
                if now:
                    await jump(pilot, now)
                    assert asked(pilot) == now
        here = sitting(pilot)
        assert here.current
        assert here.assessment == assess(BOOK, here.answers, here.consultation.as_of)
        assert screen(pilot).next.type_asked
        text = together(shown(pilot))
        assert ("結果を見る" if lang == "ja" else "Showtheresult") in text
        await press(pilot, "enter")
        assert ("A-2" in shown(pilot)) is (here.assessment.type.leading == "A-2")
        answers = dict(here.answers)
    assert dict(stored().answers) == answers
    assert all(answers[q].value in (told[q].value if q in told else UNKNOWN, UNKNOWN) for q in answers)


async def give(pilot, question: str, answer) -> None:
    """Answers as a person does: a number key, marks and Enter, n for none of them, a figure, or F8."""
    asked_, value = BOOK.questions[question], answer.value if answer else UNKNOWN
    if value is UNKNOWN:
        await press(pilot, "f8")
    elif asked_.kind == "yes_no":
        await press(pilot, "1" if value else "2")
    elif asked_.kind == "number":
        await type_(pilot, f"{value:.0f}")
        await press(pilot, "enter")
    else:
        ids = [option.id for option in asked_.options]
        chosen = (value,) if asked_.kind == "choice" else value
        keys = [str((ids.index(one) + 1) % 10) for one in chosen]
        await press(pilot, *(keys or ["n"]), *(["enter"] if asked_.kind == "several" and keys else []))
