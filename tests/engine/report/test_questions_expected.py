"""The questions to expect: each is there where it can be asked, and answered from what the assessment says."""

import pytest

from engine.analysis.whole import analysed
from engine.assess.engine import Engine
from engine.model.text import Lang
from engine.report.blocks import Block, Heading
from engine.report.document import document
from engine.report.questions_type import decided_on
from tests.engine.report.reports import LANGS, assessed, book, part, report, report_of, words_in

EXAMPLES = sorted(book().examples)


def answered(blocks: tuple[Block, ...]) -> dict[str, str]:
    """Each question, without its number, with the whole of its answer."""
    found: dict[str, str] = {}
    question = ""
    for block in blocks:
        if isinstance(block, Heading):
            question = block.text.replace("　", " ", 1).partition(" ")[2]
        else:
            found[question] = found.get(question, "") + "\n".join(words_in(block))
    return found


def questions(example: str, lang: Lang) -> dict[str, str]:
    return answered(part(report(example, lang), "想定問答" if lang == "ja" else "Questions to expect"))


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_type_is_asked_about(example: str) -> None:
    verdict, found = assessed(example).type, questions(example, "ja")
    if not decided_on(assessed(example)):
        assert not [question for question in found if question.endswith("ではないのか。")]
        assert "型を決める回答がまだない" in found["なぜ型を判定しないのか。"]
        return
    for code in ("A-1", "A-2", "B"):
        title = book().types[code].title.ja
        asked = [question for question in found if f"{code} {title}" in question]
        under_parent = code != "B" and "A" in verdict.types
        assert bool(asked) is not under_parent
        if asked and code not in verdict.types:
            assert asked[0].endswith("ではないのか。")
            possible = any(code in label.split("+") for label in verdict.possible)
            assert ("残る回答によってはこの型もありうる" in found[asked[0]]) is possible
            assert ("この型にはならない" in found[asked[0]]) is not possible


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("example", EXAMPLES)
def test_every_question_has_an_answer(example: str, lang: Lang) -> None:
    found = questions(example, lang)
    assert len(found) >= 8
    assert all(len(text.strip()) > 10 for text in found.values())


def test_what_the_study_leaves_unsaid_is_told() -> None:
    told = questions("kitakami", "ja")["調査が述べていないことは何か。"]
    for caution in ("no_causality", "rank_lost", "no_procedure", "as_of_2023"):
        assert book().cautions[f"CAU.{caution}"].summary.ja in told


def test_no_amount_is_named_for_what_it_costs() -> None:
    told = questions("kitakami", "ja")["いくらかかるのか。"]
    assert "この診断からは分からない" in told
    assert not [mark for mark in ("億円", "万円") if mark in told]


def test_near_cases_and_actors_are_named() -> None:
    found = questions("kitakami", "ja")
    others = [one.case for one in assessed("kitakami").cases if one.case != "kitakami"]
    for case in others[:3]:
        assert book().cases[case].summary.ja in found["ほかに同じことをした地域はあるのか。"]
    first = next(one for one in assessed("kitakami").recommendations if one.priority == "first")
    for actor in book().measures[first.measure].who_acts:
        assert actor.does.ja in found["だれが担うのか。"]


@pytest.mark.parametrize("lang", LANGS)
def test_how_sure_and_what_changes_are_those_of_the_analysis(bits_engine: Engine, lang: Lang) -> None:
    asked, assessment = book().examples["sakaki"], assessed("sakaki")
    analysis = analysed(bits_engine, asked.answers, assessment)
    whole = document(book(), asked, assessment, lang, analysis)
    found = answered(part(whole, "想定問答" if lang == "ja" else "Questions to expect"))
    sure = next(text for question, text in found.items() if question.startswith(("どのくらい", "How sure")))
    assert f"{analysis.robustness.scenarios:,}" in sure
    changes = next(text for question, text in found.items() if question.startswith(("何が分かれば", "What would")))
    assert changes.count("\n") >= 1


@pytest.mark.parametrize("lang", LANGS)
def test_outside_the_study_it_is_asked_why(lang: Lang) -> None:
    whole = report_of({"manufacturing": False}, lang)
    found = answered(part(whole, "想定問答" if lang == "ja" else "Questions to expect"))
    assert next(iter(found)).startswith("なぜこの調査の対象外" if lang == "ja" else "Why is it outside")
