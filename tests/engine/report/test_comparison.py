"""The comparison in words: everything in both languages, three states apart, honest about what was tried."""

import re

import pytest

from engine.analysis.comparison import compare
from engine.assess.engine import Engine
from engine.model.answers import UNKNOWN, Answer, Confidence
from engine.model.book import Book
from engine.model.comparison import Comparison
from engine.report.comparison import changed, compared
from engine.report.comparison_words import _WORDS
from engine.report.markdown import render as markdown
from engine.report.text import render
from tests.engine.report.reports import LANGS


@pytest.fixture(scope="module")
def comparison(book: Book, bits_engine: Engine) -> Comparison:
    return compare(bits_engine, book.examples["sakaki"], book.examples["kitakami"])


@pytest.mark.parametrize("lang", LANGS)
def test_verdicts_stand_side_by_side_and_what_differs_is_marked(book: Book, comparison: Comparison, lang) -> None:
    lines = render(compared(book, comparison, lang)).splitlines()
    marked = [line for line in lines if line.startswith("* ")]
    word = "型" if lang == "ja" else "Type"
    assert marked[0].startswith(f"* {word}")
    assert "A-2" in marked[0]
    assert not any(line.startswith("* ") and ("衰退" in line or "decline" in line) for line in lines)


def test_english_has_no_japanese_and_no_blank_is_left(book: Book, comparison: Comparison) -> None:
    english = "".join(render(compared(book, comparison, "en")).split())
    assert not re.search("[ぁ-んァ-ヶ一-龯]", english)
    for lang in LANGS:
        assert "{" not in render(compared(book, comparison, lang))
    for name, text in _WORDS.items():
        assert text.ja.count("{}") == text.en.count("{}"), name


def test_measures_that_come_for_the_same_reason_are_told_together(book: Book, comparison: Comparison) -> None:
    text = render(compared(book, comparison, "ja"), 10_000)
    (line,) = [line for line in text.splitlines() if line.startswith("- 加わる施策") and "構想策定（B）" in line]
    assert "自治体への打ち込み（B）" in line
    assert line.endswith("次の1件で変わる")


@pytest.mark.parametrize(("lang", "words"), [("ja", ("1件までの組み合わせ", "最少とは限らない")),
                                             ("en", ("up to 1 turns it", "there may be a smaller set"))])  # fmt: skip
def test_what_is_not_proved_smallest_is_not_said_to_be(book: Book, comparison: Comparison, lang, words) -> None:
    cause = comparison.causes[0].model_copy(update={"smallest": False, "tried": 1})
    text = render(compared(book, comparison.model_copy(update={"causes": (cause,)}), lang), 10_000)
    assert all(word in text for word in words)


def test_other_sets_of_the_same_size_are_told_and_counted(book: Book, comparison: Comparison) -> None:
    cause = comparison.causes[0]
    sets = (cause.sets[0], cause.sets[0][::-1])
    several = comparison.model_copy(update={"causes": (cause.model_copy(update={"sets": sets, "more": 4}),)})
    text = render(compared(book, several, "ja"), 10_000)
    assert "別の組み合わせ" in text
    assert "ほかに4通り" in text


def test_each_state_has_its_heading(book: Book, bits_engine: Engine) -> None:
    def answers(**values: object) -> dict[str, Answer]:
        return {q: Answer.model_validate({"question": q, "value": value}) for q, value in values.items()}

    likely = Answer(question="manufacturing", value=True, confidence=Confidence.LIKELY)
    base = book.examples["sakaki"]
    a = answers(
        manufacturing=True, core_company=True, supplier_base=UNKNOWN, historic_cluster=True, attraction_first=True
    )
    b = answers(core_company=False, supplier_base=True, historic_cluster=UNKNOWN, local_accumulation=True)
    sides = [base.model_copy(update={"answers": one}) for one in (a, {**b, "manufacturing": likely})]
    text = render(compared(book, compare(bits_engine, *sides), "ja"))
    headings = (
        "回答の値が異なる",
        "Aでは「分からない」",
        "Bでは「分からない」",
        "Aだけが回答",
        "Bだけが回答",
        "確信度だけが異なる",
    )
    places = [text.index(f"\n{heading}") for heading in headings]
    assert places == sorted(places)
    assert "はい（おそらく）" in text


def test_in_short_what_a_scenario_changes(book: Book, comparison: Comparison) -> None:
    lines = render(changed(book, comparison, "ja"), 10_000).splitlines()
    assert "主力産業は、何によって育ちましたか。（域内の企業・技術 -> 域内と誘致の両方）" in "".join(lines)
    assert lines[-1].startswith("施策：加わる")


def test_markdown_has_tables(book: Book, comparison: Comparison) -> None:
    text = markdown(compared(book, comparison, "ja"))
    assert "| 項目 | A | B |" in text
    assert "| \\* 型 | " in text


@pytest.mark.parametrize("lang", LANGS)
def test_a_cluster_outside_the_scope_can_be_compared(book: Book, bits_engine: Engine, lang) -> None:
    outside = book.examples["sakaki"].model_copy(
        update={"answers": {"manufacturing": Answer(question="manufacturing", value=False)}}
    )
    found = compare(bits_engine, book.examples["sakaki"], outside)
    assert found.b.kind == "out_of_scope"
    assert ("対象外" if lang == "ja" else "out of scope") in render(compared(book, found, lang))
