"""What stands beside the reasoning: it is packed and comes back whole, and each of its checks finds its fault."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.book import load
from engine.book.appendix import folded
from engine.book.cache import to_json
from engine.model.appendix import Appendix, OutcomeStage, Term
from engine.model.book import Book
from engine.model.problem import Problem

from .conftest import ITEM, Tiny

MODEL = "knowledge/logic_models/MS.B.infra.yaml"
SECTION = "knowledge/study_sections/2-2-5.yaml"
TERM = "knowledge/glossary/TERM.park.yaml"


def told(problem: Problem) -> tuple[str, str | None, str | None]:
    return problem.code, problem.where.file, problem.where.entry


def test_it_is_read_with_the_book_and_by_its_own_names(tiny: Tiny) -> None:
    book = tiny.load()
    assert list(book.glossary) == ["TERM.park"]
    assert list(book.study_sections) == ["2-2-5"]
    assert book.logic_models["MS.B.infra"].indicators_of(OutcomeStage.OUTPUT)[0].unit.en == "cases"


def test_a_kept_book_has_it_packed_until_it_is_asked_for(tiny: Tiny, tmp_path: Path) -> None:
    first = tiny.load(tmp_path / "kept")
    kept = tiny.load(tmp_path / "kept")
    assert "appendix" not in kept.__dict__
    assert kept == first
    assert kept.appendix == first.appendix
    assert kept.glossary["TERM.park"].title.ja == "題"


def test_the_version_of_a_book_covers_it(tiny: Tiny) -> None:
    before = tiny.load().version
    tiny.replace(TERM, "題", "別の題")
    assert tiny.load().version != before


def test_a_measure_without_a_logic_model(tiny: Tiny) -> None:
    (tiny.folder / MODEL).unlink()
    assert told(tiny.problem()) == ("missing_item", MODEL, None)


def test_a_logic_model_of_no_measure(tiny: Tiny) -> None:
    tiny.write("knowledge/logic_models/MS.B.infla.yaml", (tiny.folder / MODEL).read_bytes())
    problem = tiny.problem()
    assert told(problem) == ("unknown_reference", "knowledge/logic_models/MS.B.infla.yaml", "id")
    assert problem.remedy.en == "Did you mean 'MS.B.infra'?"


def test_a_broken_logic_model_is_told_once(tiny: Tiny) -> None:
    tiny.replace(MODEL, "inputs:", "imputs:")
    assert {problem.where.file for problem in tiny.problems()} == {MODEL}
    assert "missing_item" not in {problem.code for problem in tiny.problems()}


@pytest.mark.parametrize("stage", ["output", "short_term", "mid_long_term"])
def test_every_stage_has_an_indicator(tiny: Tiny, stage: str) -> None:
    other = "output" if stage != "output" else "short_term"
    tiny.replace(MODEL, f"stage: {stage}", f"stage: {other}")
    problem = tiny.problem()
    assert told(problem) == ("indicator_missing", MODEL, "indicators")
    assert stage in problem.what.en


@pytest.mark.parametrize("part", ["inputs", "activities", "outputs", "short_term", "mid_long_term"])
def test_no_part_of_a_logic_model_is_empty(tiny: Tiny, part: str) -> None:
    tiny.replace(MODEL, f"{part}: [{{ja: 文, en: Sentence.}}]", f"{part}: []")
    assert told(tiny.problem()) == ("schema_too_short", MODEL, part)


def test_a_logic_model_is_never_said_to_be_the_study_s(tiny: Tiny) -> None:
    tiny.replace(MODEL, "basis: judgement", "basis: stated")
    assert told(tiny.problem()) == ("schema_literal_error", MODEL, "basis")


def test_a_cited_section_that_is_not_described(tiny: Tiny) -> None:
    tiny.replace("knowledge/cautions/CAU.read.yaml", "2-2-5", "2-2-6")
    problem = tiny.problem()
    assert told(problem) == ("unknown_reference", "knowledge/cautions/CAU.read.yaml", "citations[0].section")
    assert problem.remedy.en == "Did you mean '2-2-5'?"


def test_a_source_of_an_example_in_a_section_that_is_not_described(tiny: Tiny) -> None:
    tiny.add_example("value: true", source="3-1 語句")
    assert told(tiny.problem()) == (
        "unknown_reference",
        "knowledge/examples/made_up.yaml",
        "answers.core_company.source",
    )


def test_two_sections_in_one_place(tiny: Tiny) -> None:
    tiny.write("knowledge/study_sections/2-3.yaml", ITEM.replace("2-2-5", "2-3") + "order: 1\n")
    assert told(tiny.problem()) == ("repeated_order", "knowledge/study_sections/2-3.yaml", "order")


def test_a_section_that_cites_another(tiny: Tiny) -> None:
    tiny.write("knowledge/study_sections/2-3.yaml", ITEM + "order: 2\n")
    assert told(tiny.problem()) == ("other_section", "knowledge/study_sections/2-3.yaml", "citations[0].section")


@pytest.mark.parametrize("wording", ["題", "title", "Ｔｉｔｌｅ"])
def test_two_terms_of_one_wording(tiny: Tiny, wording: str) -> None:
    own = ITEM.replace("題", "語").replace("Title", "Word")
    tiny.write("knowledge/glossary/TERM.word.yaml", own + f"reading: ご\nalso: [{wording}]\n")
    problem = tiny.problem()
    assert told(problem) == ("wording_claimed_twice", "knowledge/glossary/TERM.word.yaml", None)
    assert "TERM.park" in problem.what.en


@pytest.mark.parametrize("reading", ["ダイ", "題", "dai", "''"])
def test_a_reading_is_hiragana(tiny: Tiny, reading: str) -> None:
    tiny.replace(TERM, "だい", reading)
    assert told(tiny.problem()) == ("schema_string_pattern_mismatch", TERM, "reading")


def test_a_term_of_the_tool_cites_nothing_and_is_judgement(tiny: Tiny) -> None:
    cited = "citations: [{section: 2-2-5, locator_ja: 語句}]\n"
    tiny.replace(TERM, cited, "")
    assert told(tiny.problem())[:2] == ("schema_value_error", TERM)
    tiny.replace(TERM, "basis: stated", "basis: judgement")
    assert tiny.load().glossary["TERM.park"].of_tool


words = st.text("語Ａａa b'\"\\「」", min_size=1).filter(str.strip)


@given(title=words, also=st.lists(words, max_size=3), summary=words)
def test_any_term_survives_being_packed_and_kept(title: str, also: list[str], summary: str) -> None:
    term = Term.model_validate(
        {
            "id": "TERM.any",
            "title": {"ja": title, "en": title},
            "summary": {"ja": summary, "en": summary},
            "reading": "ご",
            "also": also,
            "basis": "judgement",
        }
    )
    appendix = Appendix(glossary={"TERM.any": term})
    book = Book.model_construct(version="", packed_appendix=appendix.packed())
    assert book.appendix == appendix
    assert json.loads(to_json(book))["packed_appendix"] == appendix.packed()


@given(words)
def test_a_wording_is_one_whatever_its_width_and_case(word: str) -> None:
    assert folded(word.upper()) == folded(word.lower()) == folded(folded(word))


@pytest.fixture(scope="module")
def shipped() -> Book:
    return load()


def test_the_shipped_sections_are_in_the_order_of_their_numbers(shipped: Book) -> None:
    ordered = sorted(shipped.study_sections.values(), key=lambda section: section.order)
    assert [section.id for section in ordered] == sorted(shipped.study_sections)
    assert [section.order for section in ordered] == list(range(1, len(ordered) + 1))


def test_every_shipped_term_of_the_study_is_used(shipped: Book) -> None:
    texts = [folded(text) for text in _texts(shipped)]
    unused = [
        term.id
        for term in shipped.glossary.values()
        if not term.of_tool and not any(folded(wording) in text for wording in term.wordings for text in texts)
    ]
    assert unused == []


def test_the_shipped_glossary_covers_what_a_reader_meets_first(shipped: Book) -> None:
    wordings = {wording for term in shipped.glossary.values() for wording in term.wordings}
    assert {
        "産業集積",
        "フェーズ",
        "重要成功要因",
        "中核企業",
        "産学官",
        "新陳代謝",
        "A-1",
        "A-2",
        "リスクマネー",
    } <= wordings
    assert {"確定", "場合の割合", "着手順", "基準日", "診断ダイジェスト", "知識の版", "シナリオ", "先行"} <= wordings


def test_no_shipped_logic_model_names_a_figure_it_cannot_have(shipped: Book) -> None:
    """A draft says what to measure; a target in figures is for people to set."""
    for model in shipped.logic_models.values():
        for part in (model.inputs, model.activities, model.outputs, model.short_term, model.mid_long_term):
            for text in part:
                assert not any(char.isdigit() for char in text.ja + text.en), (model.id, text)


def _texts(book: Book) -> list[str]:
    """What a user reads of the knowledge: questions, types, phases, measures, cautions and the rest."""
    from engine.book.ground import every_item, nodes
    from engine.model.text import LocalizedText

    beside = ("glossary", "logic_models", "study_sections")
    items = (item for kind, _, item in every_item(book) if kind not in beside)
    return [
        text
        for item in items
        for _, node in nodes(item)
        if isinstance(node, LocalizedText)
        for text in (node.ja, node.en)
    ]
