"""The line-by-line interview: help, why, back, skip, don't know, quit; nothing typed is lost."""

from pathlib import Path

import pytest

from engine.book import load
from engine.model.answers import UNKNOWN, Consultation
from engine.store.answer_file import read_file
from tests.tui.commanding import Ran, shuseki

BOOK = load()
FIRST, SECOND, THIRD = BOOK.ordered_questions[:3]


def interviewed(tmp_path: Path, *lines: str, lang: str = "ja") -> tuple[Ran, Consultation]:
    target = tmp_path / "answers.yaml"
    ran = shuseki("interview", "--lang", lang, "-o", str(target), typed="".join(f"{line}\n" for line in lines))
    return ran, read_file(target, BOOK)[0]


def values(consultation: Consultation) -> dict[str, object]:
    return {name: answer.value for name, answer in consultation.answers.items()}


def test_answers_are_kept_and_the_advice_is_printed(tmp_path: Path) -> None:
    ran, kept = interviewed(tmp_path, "試し", "はい", "１，２００", "分からない", ":q")
    assert ran.code == 0
    assert values(kept) == {FIRST.id: True, SECOND.id: 1200.0, THIRD.id: UNKNOWN}
    assert ran.out.startswith("産業集積の診断：試し\n")
    assert FIRST.text.ja in ran.err


@pytest.mark.parametrize(("typed", "told"), [("?", FIRST.help.ja), ("？", FIRST.help.ja), ("なぜ", FIRST.why.ja)])
def test_help_and_why(tmp_path: Path, typed: str, told: str) -> None:
    ran, kept = interviewed(tmp_path, "試し", typed, ":q")
    assert told in ran.err
    assert values(kept) == {}


def test_back_takes_the_answer_back(tmp_path: Path) -> None:
    _, kept = interviewed(tmp_path, "試し", "いいえ", "<", "はい", ":q")
    assert values(kept) == {FIRST.id: True}


def test_an_empty_line_skips_and_back_comes_to_what_was_skipped(tmp_path: Path) -> None:
    _, kept = interviewed(tmp_path, "試し", "", "<", "はい", "", "横ばい", ":q")
    assert values(kept) == {FIRST.id: True, THIRD.id: "flat"}


def test_a_wrong_answer_is_told_and_asked_again(tmp_path: Path) -> None:
    ran, kept = interviewed(tmp_path, "Trial", "perhaps so", "yes", ":q", lang="en")
    assert "can be read neither as yes nor as no" in ran.err
    assert values(kept) == {FIRST.id: True}


def test_the_end_of_the_input_keeps_what_was_answered(tmp_path: Path) -> None:
    ran, kept = interviewed(tmp_path, "試し", "はい")
    assert ran.code == 0
    assert values(kept) == {FIRST.id: True}


def test_it_goes_on_with_a_file(tmp_path: Path) -> None:
    begun, target = tmp_path / "begun.yaml", tmp_path / "answers.yaml"
    interviewed(tmp_path, "試し", "はい", ":q")
    target.rename(begun)
    shuseki("interview", str(begun), "-o", str(target), typed="500\n")
    assert values(read_file(target, BOOK)[0]) == {FIRST.id: True, SECOND.id: 500.0}


@pytest.mark.slow
def test_going_on_through_every_question_ends(tmp_path: Path) -> None:
    ran, kept = interviewed(tmp_path, "試し", *["unknown"] * len(BOOK.questions), lang="en")
    assert ran.code == 0
    assert set(values(kept).values()) == {UNKNOWN}


def test_without_a_name_there_is_one_message() -> None:
    ran = shuseki("interview", "--lang", "ja")
    assert (ran.code, ran.out) == (2, "")
    assert "名前" in ran.err.splitlines()[-1]


def test_unsaved_answers_are_pointed_out() -> None:
    assert "-o FILE" in shuseki("interview", "--lang", "ja", typed="試し\nはい\n").err


def test_an_existing_file_is_refused_before_the_first_question(tmp_path: Path) -> None:
    target = tmp_path / "answers.yaml"
    target.write_text("mine", encoding="utf-8")
    ran = shuseki("interview", "-o", str(target), typed="試し\nはい\n")
    assert ran.code == 2
    assert target.read_text(encoding="utf-8") == "mine"


def answers_up_to(question: str, **given: str) -> list[str]:
    """What is typed before a question comes: an empty line for all but the answers given."""
    asked = [one.id for one in BOOK.ordered_questions]
    return [given.get(name, "") for name in asked[: asked.index(question)]]


def test_a_contradiction_is_told_once_right_after_the_answer_that_makes_it(tmp_path: Path) -> None:
    before = answers_up_to("core_company", growth_origin="1", attraction_first="はい", attracted_share="はい")
    ran, _ = interviewed(tmp_path, "試し", *before, ":q")
    rule = BOOK.rule["contradictions/origin/endogenous_yet_attracted"]
    assert rule.way_out is not None
    told, following = ran.err.index(rule.reads.ja), BOOK.questions["local_accumulation"].text.ja
    assert ran.err.index(BOOK.questions["attracted_share"].text.ja) < told < ran.err.index(following)
    assert ran.err.count(rule.reads.ja) == ran.err.count(rule.way_out.ja) == 1
    assert f"{BOOK.questions['attraction_first'].text.ja} → はい" in ran.err


def test_a_contradiction_made_anew_is_told_anew(tmp_path: Path) -> None:
    before = answers_up_to("core_company", growth_origin="1", attraction_first="はい")
    before[before.index("はい") + 1] = "はい"
    ran, _ = interviewed(tmp_path, "試し", *before[: before.index("はい") + 2], "<", "はい", ":q")
    assert ran.err.count(BOOK.rule["contradictions/origin/endogenous_yet_attracted"].reads.ja) == 2


def quick(*lines: str, lang: str = "ja") -> str:
    """What a quick interview says."""
    typed = "".join(f"{line}\n" for line in lines)
    return shuseki("interview", "--quick", "--lang", lang, typed=typed).err


def test_the_verdict_is_told_in_one_line_after_every_answer(tmp_path: Path) -> None:
    ran, _ = interviewed(tmp_path, "試し", "はい", "500", ":q")
    lines = [line for line in ran.err.splitlines() if "読み：" in line]
    assert len(lines) == 2
    assert "場合ごとの判定（多い順）" in lines[0]
    assert "%" in lines[0]


def test_quick_asks_what_tells_most_and_full_keeps_the_order_of_the_book() -> None:
    assert SECOND.text.ja not in quick("試し", "はい", ":q")
    assert BOOK.questions["growth_origin"].text.ja in quick("試し", "はい", ":q")
    assert SECOND.text.ja in shuseki("interview", "--full", "--lang", "ja", typed="試し\nはい\n:q\n").err


@pytest.mark.parametrize(
    ("lang", "said", "open_"),
    [
        ("ja", "型とフェーズについて尋ねることは終わりました", "次の点が分かれば"),
        ("en", "Every question that bears on type and phase has been asked", "What could still change"),
    ],
)
def test_quick_ends_with_what_would_have_to_be_found_out(lang: str, said: str, open_: str) -> None:
    told = quick("T", "1", "1", *["unknown"] * len(BOOK.questions), lang=lang)
    assert said in told
    assert open_ in told
    assert told.index(said) < told.index(open_)


def test_quick_says_that_a_cluster_outside_the_study_is_settled() -> None:
    assert "調査の対象外であることが確定しました" in quick("試し", "いいえ")


def test_what_is_skipped_is_not_asked_again_in_quick() -> None:
    told = quick("試し", "はい", *[""] * len(BOOK.questions))
    assert told.count(BOOK.questions["growth_origin"].text.ja) == 2  # asked once, and named among what is open


def test_why_names_the_open_conclusions_that_a_question_feeds() -> None:
    told = quick("試し", "はい", "なぜ", ":q")
    assert BOOK.questions["growth_origin"].why.ja in told
    assert "  - 関わる先：型の判定" in told
