"""The first page: what stands on it, how the reasons are chosen, and that it is the beginning of the whole report."""

import pytest

from engine.model.text import Lang
from engine.report.blocks import Board, Bullets, Contents, Note, PageBreak, Table
from engine.report.edition import Edition
from engine.report.first_page import MOST_REASONS, MOST_STEPS, strongest
from engine.report.phrases import Phrases
from tests.engine.report.reports import LANGS, assessed, book, part, report, report_of, said, words_in

EXAMPLES = sorted(book().examples)
TYPED = [example for example in EXAMPLES if assessed(example).type.types]
BRIEF = Edition(brief=True)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("example", EXAMPLES)
def test_the_brief_report_is_the_beginning_of_the_whole(example: str, lang: Lang) -> None:
    brief, whole = report(example, lang, BRIEF), report(example, lang)
    after = whole.blocks.index(PageBreak())
    assert brief.blocks == whole.blocks[:after]
    assert isinstance(whole.blocks[after + 1], Contents)
    assert (brief.footer, brief.title) == (whole.footer, whole.title)


@pytest.mark.parametrize("example", TYPED)
def test_reasons_are_of_the_verdict_and_the_strongest(example: str) -> None:
    verdict = assessed(example).type
    say = Phrases(book(), book().examples[example], "ja")
    chosen = strongest(say, verdict)
    named = {one for label in verdict.leading.split("+") for one in (label, label[0])}
    assert 0 < len(chosen) <= MOST_REASONS
    assert {one.type for one in chosen} <= named
    assert len({one.because.rule for one in chosen}) == len(chosen)
    held = [
        book().rule[because.rule].then.evidence
        for support in verdict.support
        if support.type in named
        for viewpoint in support.viewpoints
        for because in viewpoint.for_
    ]
    assert max(one.weight for one in chosen) == max(one.weight for one in held if one)
    viewpoints = {one.viewpoint for one in held if one}
    assert len({one.viewpoint for one in chosen}) == min(len(viewpoints), MOST_REASONS)


@pytest.mark.parametrize("example", TYPED)
def test_every_reason_has_its_section(example: str) -> None:
    reasons = part(report(example, "ja"), "判定の主な理由")
    lines = [line for block in reasons for line in getattr(block, "lines", ())]
    rules = [line.below[-1] if line.below else line for line in lines]
    assert rules
    assert all(rule.source and rule.source.sections for rule in rules)


@pytest.mark.parametrize("example", TYPED)
def test_a_reason_begins_with_the_answers_it_stands_on(example: str) -> None:
    say = Phrases(book(), book().examples[example], "ja")
    (told,) = part(report(example, "ja"), "判定の主な理由")
    assert isinstance(told, Bullets)
    for line, pull in zip(told.lines, strongest(say, assessed(example).type), strict=True):
        assert line.text.startswith(say.fact(pull.because.facts[0]))
        assert line.below[-1].text == pull.because.text.ja


@pytest.mark.parametrize("example", sorted(set(EXAMPLES) - set(TYPED)))
def test_without_a_type_the_points_are_told_instead_of_reasons(example: str) -> None:
    (told,) = part(report(example, "ja"), "判定の主な理由")
    text = "\n".join(words_in(told))
    assert all(f"{one.type} {one.total:+d}" in text for one in assessed(example).type.support if one.total)


def test_the_first_steps_are_the_measures_that_come_first_and_say_who_acts() -> None:
    first = [one for one in assessed("kitakami").recommendations if one.priority == "first"]
    (table,) = (block for block in part(report("kitakami", "ja"), "最初の一歩") if isinstance(block, Table))
    titles = [book().measures[one.measure].title.ja for one in first[:MOST_STEPS]]
    assert [row[0].partition("（")[0] for row in table.rows] == titles
    assert all(row[2].startswith("市町村：") for row in table.rows)


@pytest.mark.parametrize("lang", LANGS)
def test_the_board_shows_where_work_stands(lang: Lang) -> None:
    (board,) = (block for block in report("kitakami", lang).blocks if isinstance(block, Board))
    assessment = assessed("kitakami")
    assert [row.code for row in board.rows] == [phase.type for phase in assessment.board]
    for row, phase in zip(board.rows, assessment.board, strict=True):
        assert [cell.status for cell in row.cells] == [factor.status for factor in phase.factors]
        assert (row.place == "here") is (row.code in assessment.type.types)
    shown = {phase.type: set(phase.possible) for phase in assessment.phases}
    here = {(r.code, str(n)) for r in board.rows for n, cell in enumerate(r.cells, 1) if cell.here}
    assert here == {(t, p) for t, places in shown.items() for p in places if p.isdigit()}


@pytest.mark.parametrize("lang", LANGS)
def test_with_nothing_answered_no_measure_is_named_and_nothing_is_called_a_no(lang: Lang) -> None:
    text = said(report_of({}, lang, edition=BRIEF))
    assert ("施策はまだ挙げない" if lang == "ja" else "no measure is named yet") in text
    assert ("「いいえ」としては数えていない" if lang == "ja" else "An open one never counts as no") in text


def test_dont_know_is_told_apart_from_not_asked() -> None:
    text = said(report_of({"manufacturing": True, "core_company": "unknown"}, "ja", edition=BRIEF))
    assert "うち「分からない」1問" in text


def test_contradicting_answers_are_told_before_the_verdict() -> None:
    blocks = report_of({"manufacturing": True, "core_company": False, "supplier_base": True}, "ja").blocks
    (note,) = (n for n, block in enumerate(blocks) if isinstance(block, Note) and block.line.label == "回答の食い違い")
    assert note < next(n for n, block in enumerate(blocks) if isinstance(block, Board))


def test_the_date_stands_with_its_fiscal_year() -> None:
    assert "2023年3月31日（令和5年3月31日）、令和4年度（2022年度）" in said(report("kitakami", "ja", BRIEF))


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_foot_of_every_page_names_digest_and_knowledge(example: str) -> None:
    found = " ".join(report(example, "ja").footer)
    assert assessed(example).digest in found
    assert assessed(example).knowledge_version in found
