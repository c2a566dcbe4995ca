import re

import pytest
from rich.cells import cell_len

from tests.tui.app.driving import asked, opened, press, screen, shown, together
from tui.screens.help_texts import HELP
from tui.texts import TEXTS, say
from tui.widgets.wrapping import NOT_AT_END, NOT_AT_START, wrap


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_question_and_options_are_never_cut_off(lang, size):
    async with opened(lang, size) as pilot:
        await press(pilot, "e", "enter")
        book = screen(pilot).sitting.book
        widest = max(book.ordered_questions, key=lambda q: cell_len(q.text.get(lang)))
        most = max(book.ordered_questions, key=lambda q: len(q.options))
        for question in (widest, most, book.questions["shipments"]):
            screen(pilot)._jump(question.id)
            await pilot.pause()
            text = middle(shown(pilot), size)
            assert together(question.text.get(lang)) in together(text)
            for option in question.options:
                assert together(option.label.get(lang)) in together(text)


def middle(text: str, size: tuple[int, int]) -> str:
    """The column of the card, by cells, so that its lines can be read one after the other."""
    if size[0] < 108:
        return text
    return "\n".join(cells(line, 26, size[0] - 46) for line in text.splitlines())


def cells(line: str, start: int, end: int) -> str:
    found, place = "", 0
    for character in line:
        if start <= place < end:
            found += character
        place += cell_len(character)
    return found


@pytest.mark.parametrize("lang", ["ja", "en"])
async def test_the_footer_is_whole_at_80_columns(lang):
    async with opened(lang, (80, 24)) as pilot:
        for keys in ((), ("f1",), ("escape", "n"), ("escape", "e"), ("enter",), ("f1",), ("escape", "f4"), ("f5",)):
            await press(pilot, *keys)
            footer = shown(pilot).splitlines()[-1]
            assert cell_len(footer) <= 80
            assert "key." not in footer
            for active in pilot.app.screen.active_bindings.values():
                assert not active.binding.show or active.binding.description in footer


async def test_a_change_of_language_changes_every_word_and_loses_nothing():
    async with opened("ja", (160, 50)) as pilot:
        await press(pilot, "e", "enter")
        before = asked(pilot)
        await press(pilot, *"12", "f2")
        assert (asked(pilot), screen(pilot).card.figure.value) == (before, "12")
        assert not re.search("[ぁ-んァ-ヶ一-龯]", shown(pilot).replace("日本語", ""))


async def test_the_reading_takes_the_place_of_the_card_on_a_narrow_screen():
    async with opened("ja", (80, 24)) as pilot:
        await press(pilot, "e", "enter")
        assert "ここまでの読み" not in shown(pilot)
        count = len(screen(pilot).sitting.answers)
        await press(pilot, "f4")
        assert "ここまでの読み" in shown(pilot)
        await press(pilot, "u")
        assert len(screen(pilot).sitting.answers) == count
        await press(pilot, "f4")
        assert "ここまでの読み" not in shown(pilot)


async def test_help_tells_the_keys():
    async with opened("en") as pilot:
        await press(pilot, "e", "enter", "f1")
        assert "Answers 'don't know'" in shown(pilot)


def test_texts_have_both_languages_and_the_same_values():
    for key, (ja, en) in TEXTS.items():
        assert ja, key
        assert en, key
        assert set(re.findall(r"{(\w+)}", ja)) == set(re.findall(r"{(\w+)}", en)), key
    assert say("en", "home.saved", count=2) == "Consultations kept (2)"
    assert all(len(row) == 3 for rows in HELP.values() for row in rows)


@pytest.mark.parametrize("width", [7, 31, 76])
def test_wrapping_keeps_every_character_and_the_rules_of_line_ends(width):
    from engine.book import load

    for question in load().ordered_questions:
        for text in (question.help.ja, question.help.en):
            lines = wrap(text, width)
            assert together("".join(lines)) == together(text)
            assert all(cell_len(line) <= width for line in lines)
            if width >= 20:
                assert not any(line[0] in NOT_AT_START for line in lines[1:])
                assert not any(line[-1] in NOT_AT_END for line in lines[:-1])
