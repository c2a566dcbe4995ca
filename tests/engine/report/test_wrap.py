"""The wrap helper: nothing lost, nothing too wide, kinsoku kept."""

from time import process_time

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from engine.report.wrap import GLUE, NO_END, NO_START, wrap

SENTENCE = "中核大企業（とサプライヤー）の巻き込みは、域内の「取組」に加わることから始まる。"
ALPHABET = "あいうえお産業集積型。、「」（）ーっ abcXYZ 123,.()"


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(st.text(alphabet=ALPHABET, max_size=200), st.integers(8, 80))
def test_keeps_every_character_and_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert squeezed("".join(lines)) == squeezed(text)
    assert all(cell_len(line) <= width for line in lines)


def test_no_line_begins_or_ends_with_the_wrong_mark() -> None:
    for width in range(16, 60):
        lines = wrap(SENTENCE * 3, width)
        assert not [line for line in lines[1:] if line[0] in NO_START]
        assert not [line for line in lines[:-1] if line[-1] in NO_END]


def test_breaks_between_phrases_not_within_them() -> None:
    assert wrap("今日はとても良い天気ですね。", 18) == ["今日はとても良い", "天気ですね。"]


def test_words_of_latin_letters_and_numbers_stay_whole() -> None:
    assert wrap("The region answers 12,345 questions", 14) == ["The region", "answers 12,345", "questions"]


def test_a_number_of_a_section_stays_whole() -> None:
    assert wrap("see 2-2-5 and on-site", 8) == ["see", "2-2-5", "and on-", "site"]


def test_no_particle_is_left_at_the_beginning_after_a_bracket() -> None:
    assert wrap("調査の重要度の区分（色）は失われた。", 24)[1][0] != "は"


def test_a_word_wider_than_the_line_is_broken() -> None:
    assert wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_glue_holds() -> None:
    assert wrap(f"ab cd{GLUE}ef", 6) == ["ab", "cd ef"]


def test_empty_text_is_one_empty_line() -> None:
    assert wrap("", 10) == [""]


def test_a_mark_set_off_by_a_space_begins_no_line() -> None:
    assert wrap("Shipments grew by 12.3 % since", 22) == ["Shipments grew by", "12.3 % since"]


def test_a_word_too_long_is_not_broken_just_before_a_mark() -> None:
    assert wrap("prefecture, city", 10) == ["prefectur", "e, city"]


def test_the_time_grows_with_the_text_and_not_with_its_square() -> None:
    for text in ("産業集積の型の" * 6000, "a" * 40_000, "x y " * 10_000, "a" + " " * 40_000 + "b"):
        began = process_time()
        lines = wrap(text, 76)
        assert process_time() - began < 5
        assert squeezed("".join(lines)) == squeezed(text)
