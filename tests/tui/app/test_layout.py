import re
import unicodedata
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.tui.app.driving import NAME, asked, consulting, jump, opened, press, screen, shown, together, type_
from tui.screens.help_texts import HELP
from tui.texts import TEXTS, say
from tui.widgets.prose import Para, lines_of

NARROW, WIDE = (80, 24), (120, 36)


@pytest.mark.parametrize(
    ("lang", "size"),
    [
        ("ja", NARROW),
        ("en", WIDE),
        pytest.param("en", NARROW, marks=pytest.mark.slow),
        pytest.param("ja", WIDE, marks=pytest.mark.slow),
    ],
)
async def test_question_and_options_are_never_cut_off(lang, size):
    async with consulting(lang, size, example="kitakami") as pilot:
        book = screen(pilot).sitting.book
        widest = max(book.ordered_questions, key=lambda q: cell_len(q.text.get(lang)))
        most = max(book.ordered_questions, key=lambda q: len(q.options))
        for question in (widest, most, book.questions["shipments"]):
            await jump(pilot, question.id)
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


@pytest.mark.parametrize("lang", ["en", pytest.param("ja", marks=pytest.mark.slow)])
async def test_the_footer_is_whole_at_80_columns(lang):
    async with opened(lang, NARROW) as pilot:
        for keys in ((), ("n",), ("f1",), ("escape", "escape", "e"), ("enter",), ("f4",), ("f5",)):
            await press(pilot, *keys)
            footer = shown(pilot).splitlines()[-1]
            assert cell_len(footer) <= 80
            assert "key." not in footer
            for active in pilot.app.screen.active_bindings.values():
                assert not active.binding.show or active.binding.description in footer


async def test_a_change_of_language_changes_every_word_and_loses_nothing():
    async with consulting("ja", (160, 50)) as pilot:
        await jump(pilot, "shipments")
        await type_(pilot, "12")
        await press(pilot, "f2")
        assert (asked(pilot), screen(pilot).card.figure.value) == ("shipments", "12")
        assert not re.search("[ぁ-んァ-ヶ一-龯]", shown(pilot).replace("日本語", "").replace(NAME, ""))
        await press(pilot, "f1")
        assert "Answers 'don't know'" in shown(pilot)


async def test_the_reading_takes_the_place_of_the_card_on_a_narrow_screen():
    async with consulting("ja", NARROW, example="kitakami") as pilot:
        assert "ここまでの読み" not in shown(pilot)
        count = len(screen(pilot).sitting.answers)
        await press(pilot, "f4")
        assert "ここまでの読み" in shown(pilot)
        await press(pilot, "u")
        assert len(screen(pilot).sitting.answers) == count
        assert "Esc 戻る" in shown(pilot).splitlines()[-1]
        for away in ("f4", "escape"):
            await press(pilot, away)
            assert "ここまでの読み" not in shown(pilot)
            assert "Esc 一覧" in shown(pilot).splitlines()[-1]
            await press(pilot, "f4")
        assert "ここまでの読み" in shown(pilot)


def test_texts_have_both_languages_and_the_same_values():
    for key, (ja, en) in TEXTS.items():
        assert ja, key
        assert en, key
        assert set(re.findall(r"{(\w+)}", ja)) == set(re.findall(r"{(\w+)}", en)), key
    assert say("en", "home.saved", count=2) == "Consultations kept (2)"
    assert all(len(row) == 3 for rows in HELP.values() for row in rows)


def test_paragraphs_hang_below_their_lead_and_keep_their_own_lines():
    lines = [line.plain for line in lines_of((Para("one two three\nfour", lead="- ", indent=2),), 12)]
    assert lines == ["  - one two", "    three", "    four"]


def test_nothing_drawn_is_wider_on_a_japanese_terminal():
    """Frames and marks of our own are of certain width (the ellipsis of a placeholder that is cut off is Textual's)."""
    style = "".join(path.read_text() for path in Path("tui/styles").glob("*.tcss"))
    assert not re.search("border: (?!ascii|none)", style)
    for texts in TEXTS.values():
        for text in texts:
            assert not [c for c in text if unicodedata.east_asian_width(c) == "A"], text
