"""The report of a gap check: page one, every finding with its why, what the public version leaves out."""

import re
import unicodedata

import pytest
from rich.cells import cell_len

from engine.model.register import Mapping, Register
from engine.model.text import Lang
from engine.report.blocks import Contents, Document, Heading, HeatMap, PageBreak, Table
from engine.report.docx import render as docx
from engine.report.edition import WHOLE, Edition
from engine.report.gaps.document import gaps_document
from engine.report.gaps.labels import KIND
from engine.report.gaps.page import MOST_GAPS
from engine.report.gaps.words import word
from engine.report.html import render as html
from engine.report.markdown import render as markdown
from engine.report.text import render as text
from tests.engine.report.gaps import real
from tests.engine.report.gaps.checks import EXAMPLE, HOSTILE, check, mapping, register
from tests.engine.report.reports import LANGS, assessed, book, part, said


def report(lang: Lang, edition: Edition = WHOLE) -> Document:
    asked = book().examples[EXAMPLE]
    return gaps_document(book(), asked, assessed(EXAMPLE), register(), mapping(), check(), lang, edition)


def real_report(example: str, name: str, lang: Lang) -> Document:
    links, found = real.checked(example, name)
    asked = book().examples[example]
    return gaps_document(book(), asked, assessed(example), real.register(name), links, found, lang)


def page_one(document: Document) -> Document:
    end = next(n for n, block in enumerate(document.blocks) if isinstance(block, PageBreak))
    return Document(document.lang, document.blocks[:end])


@pytest.mark.parametrize("lang", LANGS)
def test_page_one_says_what_a_head_of_department_needs(lang: Lang) -> None:
    page = page_one(report(lang))
    told = said(page)
    assert check().first_line.get(lang) in told
    assert assessed(EXAMPLE).first_line.get(lang) in told
    assert register().name in told
    assert word("limits_text", lang) in told
    for direction in book().national_directions.values():
        assert direction.title.get(lang) in told
    for kind in ("thin", "doubled"):
        assert KIND[kind].get(lang) in told  # type: ignore[index]
    assert sum(isinstance(block, HeatMap) for block in page.blocks) == 1


@pytest.mark.parametrize("lang", LANGS)
def test_the_main_gaps_come_in_the_order_of_beginning_each_with_why_who_and_section(lang: Lang) -> None:
    gaps = next(block for block in page_one(report(lang)).blocks if isinstance(block, Table))
    assert len(gaps.rows) == MOST_GAPS
    first = book().measures["MS.A-2.joint_start"]
    assert gaps.rows[0][0].startswith(first.title.get(lang))
    for row in gaps.rows:
        assert all(row)
        assert re.search(r"\d-\d", row[3])
    assert word("more_gaps", lang, 1) in said(page_one(report(lang)))
    vision = next(row for row in gaps.rows if row[0].startswith(book().measures["MS.A-2.vision"].title.get(lang)))
    assert word("to_check", lang) in vision[0]


@pytest.mark.parametrize("lang", LANGS)
def test_every_finding_is_told_with_its_rule_and_facts_in_words(lang: Lang) -> None:
    told = said(Document(lang, part(report(lang), word("findings", lang))))
    for finding in check().findings:
        for because in finding.because:
            assert because.text.get(lang) in told
            for fact in because.facts:
                declared = book().gap_facts[fact.key]
                assert declared.text.get(lang) in told
                assert declared.said(fact.value).get(lang) in told
            reason = book().gap_rule[because.rule].reason
            assert reason is None or reason.get(lang) in told
    assert not re.search(r"\bin_register\b|\bby_answers\b", told)


def test_every_measure_of_the_register_is_in_the_mapping_with_what_led_to_it() -> None:
    (table,) = [block for block in part(report("ja"), word("mapping", "ja")) if isinstance(block, Table)]
    assert [row[0] for row in table.rows] == [one.name.replace("\u202e", "\\u202e") for one in register().measures]
    assert table.rows[0][3] == "確認済み"
    assert table.rows[1][4] == "内々の語"
    assert table.rows[6][2] == word("serves_none", "ja")


def test_rows_that_could_not_be_read_are_listed_with_sheet_row_reason_and_remedy() -> None:
    (table,) = [block for block in part(report("ja"), word("unread", "ja")) if isinstance(block, Table)]
    assert table.rows == (
        ("事業一覧 20行", "未読の行の中身", "事業名がありません。事業名を書いてください。", "取り込まず"),
    )


@pytest.mark.parametrize("lang", LANGS)
def test_the_public_version_leaves_out_what_was_typed_for_the_house(lang: Lang) -> None:
    public = said(report(lang, Edition(public=True)))
    for kept in (register().measures[0].name, register().measures[0].department, register().name):
        assert kept in public
    for secret in ("秘密の指標", "未読の行の中身", "内々の語", register().measures[0].outline):
        assert secret not in public
    whole = said(report(lang))
    assert "内々の語" in whole
    assert "未読の行の中身" in whole


def test_what_stands_in_the_register_is_never_markup_nor_acts() -> None:
    document = report("ja")
    for written in (text(document), markdown(document), html(document)):
        assert "\u202e" not in written
    assert HOSTILE[:10] in text(document, 2000)


def test_prefectural_rows_are_marked_and_no_rank_is_invented() -> None:
    told = said(report("ja"))
    sheets = [block for block in part(report("ja"), word("sheets", "ja")) if isinstance(block, Table)]
    people = next(table for table in sheets if any("研修" in row[0] for row in table.rows))
    assert {row[1] for row in people.rows} >= {word("prefectural", "ja")}
    assert "差別化施策" not in told
    assert "重要施策" not in told


@pytest.mark.parametrize("lang", LANGS)
def test_the_brief_edition_is_page_one_alone(lang: Lang) -> None:
    brief = report(lang, Edition(brief=True))
    assert brief.blocks == page_one(report(lang)).blocks
    assert not any(isinstance(block, Contents) for block in brief.blocks)


def test_same_in_same_out_and_the_footer_tells_the_check() -> None:
    assert docx(report("ja")) == docx(report("ja"))
    assert check().digest in report("ja").footer[0]
    assert assessed(EXAMPLE).digest in report("ja").footer[0]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("example", "name"), real.CASES)
def test_real_checks_are_told_whole_in_every_format(example: str, name: str, lang: Lang) -> None:
    _, found = real.checked(example, name)
    document = real_report(example, name, lang)
    told = said(document)
    missing = [one for one in found.findings if one.kind in ("missing", "repair", "thin", "unlisted", "differs")]
    assert all(one.text.get(lang) in told for one in missing)
    assert all(one.name in told for one in real.register(name).measures)
    written = text(document)
    assert max(map(cell_len, written.splitlines())) <= 80
    assert not [c for c in written if unicodedata.east_asian_width(c) == "A" and c not in "【】"]
    assert markdown(document)
    assert html(document).count("<table") > 5
    levels = [block.level for block in document.blocks if isinstance(block, Heading)]
    assert levels[0] == 1
    assert set(levels) == {1, 2, 3}


def test_an_empty_register_and_a_cluster_without_type_are_told_too() -> None:
    empty = Register(name="空.xlsx", measures=())
    nothing = check().model_copy(
        update={
            "types": (),
            "findings": (),
            "covered": (),
            "factors": (),
            "heat_maps": (),
            "directions": (),
            "sheets": (),
            "unread": (),
            "measures_total": 0,
            "fiscal_year": None,
        }
    )
    asked = book().examples[EXAMPLE]
    for lang in LANGS:
        told = said(gaps_document(book(), asked, assessed(EXAMPLE), empty, Mapping(), nothing, lang))
        assert word("no_year", lang) in told
        assert word("none_found", lang) not in told, "without a type nothing was looked for"
        assert told.count(nothing.first_line.get(lang)) > 1
        assert word("empty_register", lang) in told
        typed = nothing.model_copy(update={"types": ("A-2",)})
        told = said(gaps_document(book(), asked, assessed(EXAMPLE), empty, Mapping(), typed, lang))
        assert word("none_found", lang) in told
