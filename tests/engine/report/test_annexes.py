"""The annexes: every answer, logic models as drafts, what changed, the sources of what is told, the method."""

from datetime import datetime

import pytest

from engine.analysis.comparison import compare
from engine.assess import assess
from engine.assess.engine import Engine
from engine.model.answers import Answer
from engine.model.text import Lang
from engine.report.blocks import Block, Note, Table
from engine.report.document import document
from engine.report.edition import Edition
from engine.report.sources_part import cited
from tests.engine.report.reports import LANGS, assessed, book, consultation_of, part, report, report_of, said, words_in

EXAMPLES = sorted(book().examples)


def rows(blocks: tuple[Block, ...]) -> list[tuple[str, ...]]:
    return [row for block in blocks if isinstance(block, Table) for row in block.rows]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("example", EXAMPLES)
def test_every_question_stands_in_the_list_of_answers_once(example: str, lang: Lang) -> None:
    told = part(report(example, lang), "回答の一覧" if lang == "ja" else "All answers")
    given = [row[0] for row in rows(told)]
    answers = book().examples[example].answers
    assert sorted(given) == sorted(book().questions[q].text.get(lang) for q in answers)
    rest = "\n".join(text for block in told if not isinstance(block, Table) for text in words_in(block))
    left = [q.text.get(lang) for q in book().ordered_questions if q.id not in answers]
    assert all(rest.count(f"{text}\n") + rest.endswith(text) >= 1 for text in left)


def test_an_answer_is_told_with_all_that_was_given_with_it() -> None:
    asked = consultation_of({"manufacturing": True, "core_company": "unknown"})
    full = Answer.model_validate(
        {
            "question": "shipments",
            "value": 1234.0,
            "confidence": "likely",
            "source": "工業統計",
            "note": "速報\u202e値",
            "participant": "産業課 山田",
            "at": datetime(2026, 5, 1, 9, 0),
        }
    )
    asked = asked.model_copy(update={"answers": {**asked.answers, "shipments": full}})
    told = document(book(), asked, assess(book(), asked.answers, asked.as_of), "ja")
    found = {row[0]: row[1:] for row in rows(part(told, "回答の一覧"))}
    texts = {q: book().questions[q].text.ja for q in asked.answers}
    assert found[texts["shipments"]] == (
        "1,234億円",
        "おそらく",
        "工業統計 / 備考：速報\\u202e値",
        "産業課 山田、2026年5月1日",
    )
    assert found[texts["core_company"]][:2] == ("分からない", "")
    assert found[texts["manufacturing"]][:2] == ("はい", "確か")


def test_a_question_that_does_not_apply_is_not_called_unanswered() -> None:
    told = part(report_of({"manufacturing": True, "b_focus": False}, "ja"), "回答の一覧")
    inapplicable = book().questions["b_external_analysis"].text.ja
    after = said_of(told).partition("該当しない質問")[2].partition("ほかの回答から該当しない質問")[2]
    assert inapplicable in after


def said_of(blocks: tuple[Block, ...]) -> str:
    return "\n".join(text for block in blocks for text in words_in(block))


@pytest.mark.parametrize("lang", LANGS)
def test_the_measures_to_begin_with_have_logic_models_marked_as_drafts(lang: Lang) -> None:
    told = part(report("kitakami", lang), "ロジックモデル" if lang == "ja" else "Logic models")
    assert isinstance(told[0], Note)
    tables = {block.caption: block for block in told if isinstance(block, Table)}
    found = assessed("kitakami").recommendations
    ahead = [one.measure for one in found if one.priority != "then"]
    assert len(tables) == 2 * len(ahead) > 0
    assert ("Excel" in said_of(told[1:2]), str(len(found) - len(ahead)) in said_of(told[1:2])) == (True, True)
    for measure in ahead:
        title = book().measures[measure].title.get(lang)
        model = book().logic_models[measure]
        text = "\n".join(cell for name, table in tables.items() if title in name for row in table.rows for cell in row)
        for one in (*model.inputs, *model.activities, *model.outputs, *model.short_term, *model.mid_long_term):
            assert one.get(lang) in text
        assert all(one.name.get(lang) in text and one.unit.get(lang) in text for one in model.indicators)


def test_each_indicator_has_room_to_write_in_where_it_stands_and_what_is_aimed_at() -> None:
    told = part(report("kitakami", "ja"), "ロジックモデル")
    tables = [block for block in told if isinstance(block, Table) and "指標（案）" in block.header]
    assert {table.header[-3:] for table in tables} == {("現状値", "目標値", "目標年度")}
    assert {row[-3:] for table in tables for row in table.rows} == {("", "", "")}


@pytest.mark.parametrize("lang", LANGS)
def test_what_changed_since_the_previous_consultation(bits_engine: Engine, lang: Lang) -> None:
    before = consultation_of({"manufacturing": True, "growth_origin": "endogenous"})
    now = consultation_of({"manufacturing": True, "growth_origin": "exogenous"})
    assessment = assess(book(), now.answers, now.as_of)
    heading = "前回の診断からの変化" if lang == "ja" else "since the previous"
    since = compare(bits_engine, before, now)
    told = said_of(part(document(book(), now, assessment, lang, edition=Edition(since=since)), heading))
    assert book().questions["growth_origin"].text.get(lang) in told
    assert since.a.digest in told
    assert since.b.digest == assessment.digest
    same = compare(bits_engine, now, now)
    line, _break = part(document(book(), now, assessment, lang, edition=Edition(since=same)), heading)
    assert ("変わっていない" if lang == "ja" else "as they were") in said_of((line,))


def test_without_a_previous_consultation_there_is_no_such_annex() -> None:
    assert "前回の診断" not in said(report("kitakami", "ja"))


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_section_cited_stands_among_the_sources_with_its_title(example: str) -> None:
    whole = report(example, "ja")
    found = dict(rows(part(whole, "出典")))  # type: ignore[arg-type]
    assert set(found) >= set(cited(part(whole, "推奨施策"))) if "推奨施策" in said(whole) else found
    assert all(title == book().study_sections[section].title.ja for section, title in found.items())


@pytest.mark.parametrize("lang", LANGS)
def test_the_method_comes_last_and_names_how_it_was_worked_out(lang: Lang) -> None:
    whole = report("kitakami", lang)
    told = part(whole, "判定の方法" if lang == "ja" else "Method")
    assert whole.blocks[-1] is told[-1]
    text = said_of(told)
    assessment, limits = assessed("kitakami"), book().thresholds
    for wanted in (
        *(assessment.digest, assessment.knowledge_version, assessment.evaluator),
        *(str(len(book().rules)), str(len(book().questions)), limits.reasons["type_support"].text.get(lang)),
    ):
        assert wanted in text
