"""The workbook: what stands on which sheet, that it can be filtered and printed, and that no text becomes a formula."""

import io
import re
import zipfile
from datetime import date, datetime
from functools import cache

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from engine.analysis.comparison import compare
from engine.analysis.whole import analysed
from engine.assess import assess, engine_for
from engine.assess.words import PRIORITY
from engine.model.answers import UNKNOWN, Answer, Cluster, Confidence, Consultation
from engine.model.text import Lang
from engine.report.edition import WHOLE, Edition
from engine.report.xlsx import render
from engine.report.xlsx_sheet import TICK, Column, Sheet
from engine.report.xlsx_write import CUT, LONGEST, safe, workbook
from tests.engine.report.reports import LANGS, assessed, book

DAY = date(2026, 4, 1)
HEAD = {
    "ja": [
        *("要約", "型の根拠", "重要成功要因", "ロードマップ", "施策の詳細", "不足と対応施策", "国の方向性"),
        *("未確認の点", "立地要件", "ロジックモデル（案）", "回答", "出典と方法"),
    ],
    "en": [
        *("Summary", "Evidence for the type", "Key factors", "Road map", "Measures in detail", "Gaps and measures"),
        *("Five directions", "Open points", "Location", "Logic models (draft)", "Answers", "Sources and method"),
    ],
}


@cache
def made(example: str, lang: Lang) -> Workbook:
    return opened(render(book(), book().examples[example], assessed(example), lang))


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def consultation(answers: dict[str, Answer], name: str = "試し", scenario: str = "") -> Consultation:
    return Consultation(cluster=Cluster(name=name), as_of=DAY, scenario=scenario, answers=answers)


def workbook_of(asked: Consultation, lang: Lang = "ja", edition: Edition = WHOLE) -> Workbook:
    return opened(render(book(), asked, assess(book(), asked.answers, asked.as_of), lang, edition=edition))


def table(page: Worksheet) -> list[dict[str, object]]:
    """The rows below the headings, by heading."""
    top = int(page.auto_filter.ref.split(":")[0][1:])
    headings = [cell.value for cell in page[top]]
    return [dict(zip(headings, (cell.value for cell in row), strict=True)) for row in page.iter_rows(min_row=top + 1)]


@pytest.mark.parametrize("lang", LANGS)
def test_there_is_a_sheet_for_everything_planners_work_on(lang: Lang) -> None:
    assert made("kitakami", lang).sheetnames == HEAD[lang]


@pytest.mark.parametrize("lang", LANGS)
def test_every_sheet_can_be_filtered_and_prints_across_a4(lang: Lang) -> None:
    for page in made("kitakami", lang).worksheets:
        top = int(page.auto_filter.ref.split(":")[0][1:])
        assert page.auto_filter.ref == f"A{top}:{page.dimensions.split(':')[1]}"
        assert page.freeze_panes is not None
        assert page.freeze_panes[1:] == str(top + 1)
        assert page.print_title_rows == f"${top}:${top}"
        assert str(page.print_area).replace("$", "").endswith(f"A1:{page.dimensions.split(':')[1]}")
        setup = page.page_setup
        assert (setup.orientation, int(setup.paperSize), setup.fitToHeight) == ("landscape", 9, 0)
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert assessed("kitakami").digest in str(page.oddFooter.left.text)
        assert page.oddFooter.right.text == "&P / &N"
        widths = [page.column_dimensions[cell.column_letter].width for cell in page[top]]
        assert all(7 <= width <= 97 for width in widths)
        assert all(cell.alignment.wrap_text for cell in page[top])


def test_the_road_map_has_every_measure_by_timing_actor_and_resource() -> None:
    rows = table(made("kitakami", "ja")["ロードマップ"])
    found = assessed("kitakami").recommendations
    assert [row["施策"] for row in rows] == [book().measures[one.measure].title.ja for one in found]
    assert [row["着手順"] for row in rows] == [PRIORITY[one.priority].ja for one in found]
    for row, one in zip(rows, found, strict=True):
        who = {actor.who for actor in book().measures[one.measure].who_acts}
        assert (row["市町村"] == TICK, row["国"] == TICK) == ("city" in who, "state" in who)
        people = "people" in {str(resource) for resource in book().measures[one.measure].resources}
        assert (row["ヒト"] == TICK) is people


def test_what_comes_first_is_bold_and_says_so() -> None:
    page = made("kitakami", "ja")["ロードマップ"]
    top = int(page.auto_filter.ref.split(":")[0][1:])
    bold = {row[0].value for row in page.iter_rows(min_row=top + 1) if row[2].font.bold}
    assert bold == {"まず"}


@pytest.mark.parametrize("example", ["kitakami", "sakaki"])
def test_gaps_are_the_facts_not_known_to_be_there_with_what_serves_them(example: str) -> None:
    rows = table(made(example, "ja")["不足と対応施策"])
    wanted = [
        (verdict.type, factor.order, one.name.ja, f"{factor.phase}:{one.fact}", one.status)
        for verdict in assessed(example).phases
        for factor in verdict.factors
        for one in factor.evidence
        if one.status != "yes"
    ]
    assert [(str(row["型"]).split()[0], row["フェーズ"], row["事実"]) for row in rows] == [w[:3] for w in wanted]
    assert {row["有無"] for row in rows} <= {"なし", "不明"}
    for row, (*_, served, status) in zip(rows, wanted, strict=True):
        assert row["有無"] == ("なし" if status == "no" else "不明")
        told = str(row[next(key for key in row if str(key).startswith("働きかける施策"))])
        serving = [one.measure for one in assessed(example).recommendations if served in one.serves]
        assert all(book().measures[one].title.ja in told for one in serving)
        assert ("推奨施策のなかにはない" in told) is (not serving)


def test_the_evidence_has_weights_as_numbers() -> None:
    rows = table(made("sakaki", "ja")["型の根拠"])
    assert rows
    assert all(isinstance(row["重み"], int) and (row["重み"] > 0) is (row["支持・不支持"] == "支持") for row in rows)


def test_answers_tell_every_question_and_keep_unknown_apart_from_not_asked() -> None:
    asked = consultation(
        {
            "growth_origin": Answer(question="growth_origin", value="endogenous", confidence=Confidence.LIKELY),
            "wide_links": Answer(question="wide_links", value=UNKNOWN, note="聞く"),
            "core_company": Answer(
                question="core_company", value=True, source="統計", participant="課長", at=datetime(2026, 3, 31, 9)
            ),
        }
    )
    rows = {str(row["質問"]): row for row in table(workbook_of(asked)["回答"])}
    assert len(rows) == len(book().questions)
    text = {name: book().questions[name].text.ja for name in asked.answers}
    assert rows[text["growth_origin"]]["確信度"] == "おそらく"
    assert (rows[text["wide_links"]]["状態"], rows[text["wide_links"]]["回答"]) == ("分からない", "分からない")
    core = rows[text["core_company"]]
    assert (core["回答"], core["出所"], core["回答者"]) == ("はい", "統計", "課長")
    assert core["回答日"] == datetime(2026, 3, 31)
    others = [row for name, row in rows.items() if name not in text.values()]
    assert {row["状態"] for row in others} <= {"未回答", "該当しない"}
    assert {row["回答"] for row in others} == {None}


def test_a_number_is_a_number() -> None:
    question = next((q for q in book().ordered_questions if q.kind == "number"), None)
    if question is None:
        pytest.skip("the knowledge asks for no number")
    asked = consultation({question.id: Answer(question=question.id, value=12.5)})
    row = next(row for row in table(workbook_of(asked)["回答"]) if row["質問"] == question.text.ja)
    assert row["数値"] == 12.5


def test_the_public_edition_leaves_out_what_was_typed_freely() -> None:
    secret = {"note": "秘ノート", "source": "秘ソース", "participant": "秘ヒト", "at": datetime(2026, 3, 31, 9)}
    asked = consultation({"core_company": Answer(question="core_company", value=True, **secret)}, scenario="秘シナリオ")
    whole, public = workbook_of(asked), workbook_of(asked, edition=Edition(public=True))
    assert "秘" in _everything(whole)
    assert "秘" not in _everything(public)
    assert "備考" not in table(public["回答"])[0]
    assert "公開用" in str(public.worksheets[0].oddHeader.left.text)


def _everything(book_: Workbook) -> str:
    cells = (str(cell.value) for page in book_.worksheets for row in page.iter_rows() for cell in row)
    return "".join(cells) + "".join(str(page.oddHeader.left.text) for page in book_.worksheets)


def test_outside_the_scope_there_is_no_advice() -> None:
    asked = consultation({"manufacturing": Answer(question="manufacturing", value=False)})
    assert workbook_of(asked).sheetnames == ["要約", "立地要件", "回答", "出典と方法"]


def test_a_brief_edition_is_the_summary_alone() -> None:
    assert workbook_of(consultation({}), edition=Edition(brief=True)).sheetnames == ["要約"]


def test_what_changed_since_has_a_sheet() -> None:
    before, after = consultation({}), book().examples["sakaki"]
    since = compare(engine_for(book()), before, after)
    pages = workbook_of(after, "en", Edition(since=since))
    assert len(table(pages["Since the previous one"])) > 5


def test_with_analysis_what_tells_most_comes_first() -> None:
    asked, found = book().examples["sakaki"], assessed("sakaki")
    analysis = analysed(engine_for(book()), asked.answers, found)
    rows = table(opened(render(book(), asked, found, "ja", analysis))["未確認の点"])
    matters = [point.question for point in analysis.robustness.matters if point.state != "doubted"]
    unanswered = {one.question for one in found.unanswered}
    expected = [book().questions[one].text.ja for one in matters if one in unanswered]
    assert [row["質問"] for row in rows][: len(expected)] == expected


def test_answers_in_doubt_are_open_points_too() -> None:
    values = {"manufacturing": True, "core_company": False, "supplier_base": True}
    asked = consultation({q: Answer(question=q, value=value) for q, value in values.items()})
    doubted = asked.answers["core_company"].model_copy(update={"confidence": Confidence.UNSURE})
    asked = asked.model_copy(update={"answers": {**asked.answers, "core_company": doubted}})
    rows = {row["質問"]: row for row in table(workbook_of(asked)["未確認の点"])}
    states = {q: rows[book().questions[q].text.ja] for q in ("core_company", "supplier_base")}
    assert "回答は「不確か」、回答の食い違い" in states["core_company"].values()
    assert "回答の食い違い" in states["supplier_base"].values()


_FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=HYPERLINK(\"http://x\",\"y\")", "{=1}", "＝1",
             "http://example.com", "mailto:a@example.com", "_x0041_", "a\x00\x1b\u202e"]  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(st.one_of(st.sampled_from(_FORMULAS), st.text(max_size=40)))
def test_no_text_becomes_a_formula_or_a_link(text: str) -> None:
    sheet = Sheet("一", text, (Column(text), Column("数")), ((text, 1), (text, DAY)), (text,))
    page = opened(workbook([sheet], "ja", title=text, footer=text, as_of=DAY)).worksheets[0]
    cells = [cell for row in page.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    if text.strip():
        assert page["A4"].value == safe(text)
    assert (page["B4"].value, page["B5"].value) == (1, datetime(2026, 4, 1))


def test_what_looks_like_a_formula_stays_text_when_it_is_edited() -> None:
    sheet = Sheet("一", "題", (Column("甲"), Column("乙")), (("=1+1", "無害"),))
    page = opened(workbook([sheet], "ja", title="", footer="", as_of=DAY)).worksheets[0]
    assert page["A3"].quotePrefix
    assert not page["B3"].quotePrefix


@pytest.mark.parametrize("character", ["あ", "𠮷"])
def test_a_text_too_long_for_a_cell_is_cut_with_a_mark(character: str) -> None:
    most = character * (LONGEST // (len(character.encode("utf-16-le")) // 2))
    assert safe(most) == most
    assert safe(most + character).endswith(character + CUT)
    assert len(safe(most + character).encode("utf-16-le")) // 2 <= LONGEST
    sheet = Sheet("一", "題", (Column("甲"),), ((character * (LONGEST + 5),),))
    page = opened(workbook([sheet], "ja", title="", footer="", as_of=DAY)).worksheets[0]
    assert str(page["A3"].value).endswith(CUT)


def test_the_same_consultation_is_the_same_file_dated_as_of() -> None:
    asked = book().examples["sakaki"]
    data = render(book(), asked, assessed("sakaki"), "en")
    assert data == render(book(), asked, assessed("sakaki"), "en")
    created = opened(data).properties.created
    assert created is not None
    assert created.date() == asked.as_of


def test_an_ampersand_in_a_name_is_no_code_of_the_header() -> None:
    data = render(book(), asked := consultation({}, "A&D&P" + "長" * 300), assess(book(), {}, DAY), "ja")
    assert asked.cluster.name.startswith("A&D")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        header = re.search(r"<oddHeader>(.*?)</oddHeader>", archive.read("xl/worksheets/sheet1.xml").decode())
    assert header is not None
    assert "A&amp;&amp;D&amp;&amp;P" in header[1]
    assert len(header[1].replace("&amp;", "&")) <= 255


@pytest.mark.parametrize("name", ["B&G財団", "A&[Picture]", "&" * 300, "𠮷" * 300, "A & D"])
def test_every_name_leaves_a_header_within_the_limit(name: str) -> None:
    data = render(book(), consultation({}, name), assess(book(), {}, DAY), "ja")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        header = re.search(r"<oddHeader>(.*?)</oddHeader>", archive.read("xl/worksheets/sheet1.xml").decode())
    assert header is not None
    assert len(header[1].replace("&amp;", "&").encode("utf-16-le")) <= 2 * 255
    title = opened(data).properties.title
    assert title is not None
    assert len(title) <= 255
