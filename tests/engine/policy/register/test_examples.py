"""Registers as town halls keep them, and what must come out of each."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from engine.model.knowledge import Actor
from engine.model.register import ColumnChoice, Layout
from engine.policy.register import open_register, proposed, read_register, taken
from tests.engine.policy.register.books import HEADINGS, ROW, csv_file, workbook


def test_a_plain_sheet_gives_every_field(tmp_path: Path) -> None:
    register = read_register(workbook(tmp_path / "R8.xlsx", {"一覧": [HEADINGS, ROW]}))
    (measure,) = register.measures
    assert (measure.name, measure.outline, measure.department) == ("創業支援事業", "創業者の家賃を補助する", "商工課")
    assert (measure.budget, measure.start, measure.end) == (1_200_000, 2024, 2026)
    assert measure.actors == (Actor.INDUSTRY,)
    assert measure.actors_text == "創業者"
    assert (measure.kpi, measure.funding, measure.progress) == ("創業件数 10件", ("own",), "running")
    assert measure.origin is not None
    assert (measure.origin.sheet, measure.origin.row) == ("一覧", 2)
    assert (register.name, register.fiscal_year, register.unread) == ("R8.xlsx", 2026, ())


NOTED = [
    ("令和８年度　商工観光部　主要事業一覧",),
    (),
    (None, None, None, None, None, None, None, "（単位：千円）"),
    ("No.", "施策名", "事業名", "予算額", None, None, "事業期間", None, "財源内訳", None, None, "担当課"),
    (None, None, None, "R7当初", "R8当初", "増減", "始期", "終期", "国", "県", "一般", None),
    ("款7　商工費",),
    (1, "ものづくり", "設備投資\n支援事業", 900, "１，２００", 300, "H30", "R9", 0, 500, 700, "商工課"),
    (2, None, "人材確保事業", 800, "△500", -1300, "令和元年", None, None, None, 300, None),
    ("小計", None, None, 1700, 700, -1000),
    (),
    ("No.", "施策名", "事業名", "予算額", None, None, "事業期間", None, "財源内訳", None, None, "担当課"),
    (None, None, None, "R7当初", "R8当初", "増減", "始期", "終期", "国", "県", "一般", None),
    (3, "観光", "観光誘客事業", 400, 500, 100, "R5", "R7", 250, None, 250, "観光課"),
    ("合計", None, None, 2100, 1200, -900),
    ("※予算額は当初予算の額である。",),
]  # fmt: skip
NOTED_MERGES = (
    "A1:L1", "A4:A5", "B4:B5", "C4:C5", "L4:L5", "D4:F4", "G4:H4", "I4:K4", "B7:B8", "L7:L8", "A14:C14", "A15:L15",
)  # fmt: skip


def test_notes_merged_headers_totals_and_pages(tmp_path: Path) -> None:
    register = read_register(workbook(tmp_path / "一覧.xlsx", {"商工観光": NOTED}, NOTED_MERGES))
    assert [measure.name for measure in register.measures] == ["設備投資支援事業", "人材確保事業", "観光誘客事業"]
    assert [measure.budget for measure in register.measures] == [1_200_000, -500_000, 500_000]
    assert [measure.department for measure in register.measures] == ["商工課", "商工課", "観光課"]
    assert [(m.start, m.end) for m in register.measures] == [(2018, 2027), (2019, None), (2023, 2025)]
    assert [m.funding for m in register.measures] == [("prefecture", "own"), ("own",), ("state", "own")]
    assert register.fiscal_year == 2026
    assert register.unread == ()
    assert register.notices == ()


def test_the_same_table_as_csv_in_cp932_where_merged_cells_are_blank(tmp_path: Path) -> None:
    lines = (",".join("" if cell is None else f'"{cell}"' for cell in row) for row in NOTED)
    register = read_register(csv_file(tmp_path / "一覧.csv", "\r\n".join(lines), "cp932"))
    assert [measure.budget for measure in register.measures] == [1_200_000, -500_000, 500_000]
    assert [measure.department for measure in register.measures] == ["商工課", "商工課", "観光課"]
    assert [m.funding for m in register.measures] == [("prefecture", "own"), ("own",), ("state", "own")]
    assert register.unread == ()
    assert [notice.code for notice in register.notices] == ["read_as_cp932"]


def test_one_sheet_a_department_and_sheets_that_are_no_register(tmp_path: Path) -> None:
    sheets = {
        "表紙": [("令和8年度",), ("事業一覧",), ("担当課：商工課",)],
        "商工課": [HEADINGS[:2], ("A事業", "あ"), ("B事業", "い")],
        "観光課": [HEADINGS[:2], ("C事業", "う"), ("D事業", "え")],
        "凡例": [("項目", "説明"), ("事業名", "事業の名称"), ("事業概要", "事業の内容"), ("担当課", "所管する課")],
        "記入例": [HEADINGS[:2], ("見本事業", "お")],
        "作業用": [HEADINGS[:2], ("E事業", "か")],
    }
    path = workbook(tmp_path / "部.xlsx", sheets, hidden=("作業用",))
    assert {p.layout.sheet: p.chosen for p in proposed(open_register(path))} == {
        "商工課": True, "観光課": True, "記入例": False, "作業用": False,
    }  # fmt: skip
    register = read_register(path)
    assert [(m.name, m.department) for m in register.measures] == [
        ("A事業", "商工課"), ("B事業", "商工課"), ("C事業", "観光課"), ("D事業", "観光課"),
    ]  # fmt: skip
    (notice,) = register.notices
    assert notice.code == "sheets_not_read"
    assert all(name in notice.what.ja for name in ("表紙", "凡例", "記入例", "作業用"))


def test_of_sheets_by_year_and_copies_only_one_is_chosen(tmp_path: Path) -> None:
    rows = [HEADINGS[:3], ("A事業", "あ", "x課"), ("B事業", "い", "x課"), ("C事業", "う", "y課")]
    years = workbook(tmp_path / "years.xlsx", {"R7": rows, "R8": rows})
    assert [p.chosen for p in proposed(open_register(years))] == [False, True]
    copies = workbook(tmp_path / "copies.xlsx", {"抜粋": rows, "全体": [*rows, ("D事業", "え", "z課")]})
    assert [p.chosen for p in proposed(open_register(copies))] == [False, True]


def test_what_is_not_understood_is_told_and_the_rest_taken(tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        ("甲事業", "概要", "商工課", "要求中(別紙)", "8", "R8", "", "", "謎", "？？"),
        ("乙事業", "概要", "商工課", "1,200", "R8", "R6", "", "", "", "新規"),
        (None, "名のない事業", "商工課", 500, "R6", "R8"),
        ("丙事業", "概要", "商工課", 700, "R6", "R8", "", "", "一般財源", "継続"),
        ("丁事業", "概要", "商工課", "－", "R6", "～", "", "", "一般", "継続"),
    ]
    register = read_register(workbook(tmp_path / "a.xlsx", {"一覧": rows}))
    assert [m.name for m in register.measures] == ["甲事業", "乙事業", "丙事業", "丁事業"]
    assert [(u.origin.row, u.problem.code, u.taken) for u in register.unread] == [
        (2, "budget_unclear", True),
        (2, "start_unclear", True),
        (2, "funding_unclear", True),
        (2, "progress_unclear", True),
        (3, "end_unclear", True),
        (4, "name_missing", False),
    ]
    assert register.measures[0].budget is None
    assert register.measures[1].end is None
    assert (register.measures[3].budget, register.measures[3].end) == (None, None)
    assert "名のない事業" in register.unread[-1].text


def test_formulas_count_by_their_stored_value_and_are_never_computed(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "f.xlsx", {"一覧": [HEADINGS[:4], ("A事業", "=1+1", "商工課", "=SUM(1,2)"), ("B", "い", "課", 5)]}
    )
    register = read_register(path)
    assert register.measures[0].budget is None
    assert register.measures[0].outline == ""
    assert [u.problem.code for u in register.unread] == ["cell_formula", "cell_formula"]
    assert "=1+1" not in register.model_dump_json()


def test_dates_and_number_formats_read_as_they_are_shown(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(("事業名", "予算額（千円）", "開始年度", "終了年度", "補助率"))
    sheet.append(("A事業", 1_234_000, date(2026, 3, 31), 8, 0.5))
    sheet.append(("B事業", 5_000, date(2026, 4, 1), 9, "国1/2"))
    sheet["B2"].number_format = "#,##0,"
    sheet["B3"].number_format = '#,##0"円"'
    sheet["D2"].number_format = sheet["D3"].number_format = '"令和"0"年度"'
    sheet["E2"].number_format = "0%"
    book.save(tmp_path / "formats.xlsx")
    first, second = read_register(tmp_path / "formats.xlsx").measures
    assert (first.budget, first.start, first.end) == (1_234_000, 2025, 2026)
    assert (second.budget, second.start, second.end, second.funding) == (5_000, 2026, 2027, ("state",))


def test_a_measure_of_several_rows_and_an_amount_of_several_measures(tmp_path: Path) -> None:
    rows = [
        ("事業名", "事業概要", "担当課", "予算額（円）", "成果指標"),
        ("A事業", "あ", "商工課", 100, "件数"),
        (None, "い", None, None, "率"),
        ("B事業", "う", "商工課", 300, None),
        ("C事業", "え", "商工課", None, None),
    ]
    register = read_register(workbook(tmp_path / "m.xlsx", {"一覧": rows}, ("A2:A3", "D2:D3", "D4:D5")))
    assert [(m.name, m.outline, m.budget, m.kpi) for m in register.measures] == [
        ("A事業", "あ\nい", 100, "件数\n率"), ("B事業", "う", None, ""), ("C事業", "え", None, ""),
    ]  # fmt: skip
    assert [(u.origin.row, u.problem.code) for u in register.unread] == [(4, "budget_shared"), (5, "budget_shared")]


def test_a_row_without_a_name_below_a_measure_is_joined_and_told(tmp_path: Path) -> None:
    text = "事業名,事業概要,担当課,成果指標\nA事業,あ,商工課,件数\n,,,率\nB事業,い,商工課,\n"
    register = read_register(csv_file(tmp_path / "j.csv", text))
    assert [(m.name, m.kpi) for m in register.measures] == [("A事業", "件数\n率"), ("B事業", "")]
    assert [(u.origin.row, u.problem.code, u.taken) for u in register.unread] == [(3, "row_joined", True)]


def test_ids_stay_while_name_and_department_stay(tmp_path: Path) -> None:
    before = read_register(
        csv_file(tmp_path / "a.csv", "事業名,担当課,予算額\nA事業,商工課,1\nB事業,商工課,2\nA事業,商工課,3\n")
    )
    after = read_register(csv_file(tmp_path / "b.csv", "担当課,事業名,予算額\n商工課,Ｂ事業,9\n商工課,A事業,1\n"))
    assert len({measure.id for measure in before.measures}) == 3
    assert before.measures[2].id == f"{before.measures[0].id}-2"
    assert [m.id for m in after.measures] == [before.measures[1].id, before.measures[0].id]


LAST_YEARS = Layout(
    header=1,
    columns=(
        ColumnChoice(field="name", column=1, heading="とりくみ"),
        ColumnChoice(field="outline", column=2, heading="何をするか"),
        ColumnChoice(field="budget", column=4, heading="R7当初予算（千円）"),
        ColumnChoice(field="department", column=5, heading="どこの課"),
    ),
    unit=1_000,
)


def test_last_years_layout_is_found_again(tmp_path: Path) -> None:
    """Its headings say nothing that this program knows: a person mapped them, and that is remembered."""
    new = csv_file(
        tmp_path / "R8.csv",
        "一覧\n番,どこの課,とりくみ,R7当初予算（円）,R8当初予算（円）,何をするか\n1,商工課,A,2000,5000,あ\n2,商工課,B,4000,6000,い\n",
    )
    assert proposed(open_register(new)) == ()
    (proposal,) = proposed(open_register(new), (LAST_YEARS,))
    assert proposal.sureness == "remembered"
    register = taken(open_register(new), (proposal.layout,))
    assert [(m.name, m.outline, m.department, m.budget) for m in register.measures] == [
        ("A", "あ", "商工課", 5_000), ("B", "い", "商工課", 6_000),
    ]  # fmt: skip
    assert register.fiscal_year == 2026


@pytest.mark.parametrize(
    ("headings", "column"),
    [
        (("事業名", "前年度予算額", "本年度予算額", "増減"), 3),
        (("事業名", "R6決算額", "R7当初予算額", "R8要求額"), 4),
        (("事業名", "R8当初予算", "R8補正後予算", "R7決算額"), 2),
        (("事業名", "令和7年度予算額", "令和8年度予算額", "対前年比"), 3),
        (("事業名", "R8当初予算額", "R9計画額", "R10計画額"), 2),
        (("事業名", "総事業費", "当初予算額", "差引"), 3),
        (("Name of measure", "Last year budget", "This year budget", "Change"), 3),
    ],
)
def test_the_years_budget_among_several(tmp_path: Path, headings: tuple[str, ...], column: int) -> None:
    rows = "\n".join([",".join(headings), "A事業,1,2,3", "B事業,4,5,6"])
    (proposal,) = proposed(open_register(csv_file(tmp_path / "b.csv", rows)))
    assert [c.column for c in proposal.layout.columns if c.field == "budget"] == [column]


def test_headings_that_say_nothing_are_told_by_what_stands_below(tmp_path: Path) -> None:
    text = (
        "事業名,ポイント,,いつ,種\n"
        "A事業,市内の中小企業が行う設備投資に対して経費の一部を補助する事業である,商工課,R6～R8,継続\n"
        "B事業,創業を考える人のための相談窓口を商工会議所と共同で設ける事業である,観光課,R7～,新規\n"
    )
    (first, second) = read_register(csv_file(tmp_path / "c.csv", text)).measures
    assert first.outline.startswith("市内の中小企業")
    assert (first.department, first.start, first.end, first.progress) == ("商工課", 2024, 2026, "running")
    assert (second.start, second.end) == (2025, None)


def test_sections_name_the_department_where_no_column_does(tmp_path: Path) -> None:
    text = (
        "事業名,事業概要,予算額\n【商工課】,,\nA事業,あ,1\n【観光課】,,\nB事業,い,2\nB計画策定事業,う,3\n商工課計,,6\n"
    )
    register = read_register(csv_file(tmp_path / "s.csv", text))
    assert [(m.name, m.department) for m in register.measures] == [
        ("A事業", "商工課"), ("B事業", "観光課"), ("B計画策定事業", "観光課"),
    ]  # fmt: skip
    assert [notice.code for notice in register.notices] == ["unit_not_said"]


def test_an_english_register(tmp_path: Path) -> None:
    text = (
        "Measure,Description,Division,Budget (thousand yen),Start,End,Partners,KPI,Funding,Status\n"
        'Start-up support,Rent subsidy,Commerce division,"1,200",2024,2026,'
        "Local firms and universities,10 start-ups,State 1/2,ongoing\n"
    )
    (measure,) = read_register(csv_file(tmp_path / "e.csv", text)).measures
    assert (measure.budget, measure.start, measure.end) == (1_200_000, 2024, 2026)
    assert measure.actors == (Actor.INDUSTRY, Actor.ACADEMIA)
    assert (measure.funding, measure.progress) == (("state",), "running")


def test_a_form_and_a_legend_are_no_register(tmp_path: Path) -> None:
    form = [
        ("事務事業評価シート",),
        ("事業名", "創業支援事業", "担当課", "商工課"),
        ("事業概要", "創業者への補助", "開始年度", "R3"),
        ("予算額", "1,000千円", "指標", "件数"),
    ]
    assert proposed(open_register(workbook(tmp_path / "form.xlsx", {"様式": form}))) == ()


def test_a_title_with_its_unit_is_no_heading_and_short_words_are(tmp_path: Path) -> None:
    rows = [
        ("令和8年度予算", "", "", "", "（単位：百万円）"),
        ("部", "課", "事業", "予算", "国", "県", "起債", "その他", "一財", "摘要"),
        ("商工部", "商工課", "創業", "12.5", "", "6", "", "", "6.5", ""),
        (None, None, "金融", "300", "", "", "", "300", "", ""),
        (None, "企業誘致課", "誘致", "△3.2"),
        (None, None, "部計", "309.3"),
    ]
    register = read_register(workbook(tmp_path / "short.xlsx", {"R8": rows}, ("A3:A5", "B3:B4")))
    assert [(m.name, m.department, m.budget, m.funding) for m in register.measures] == [
        ("創業", "商工部 商工課", 12_500_000, ("prefecture", "own")),
        ("金融", "商工部 商工課", 300_000_000, ("other",)),
        ("誘致", "商工部 企業誘致課", -3_200_000, None),
    ]


def test_another_table_below_with_its_columns_elsewhere(tmp_path: Path) -> None:
    rows = [
        ("１　工業関係",),
        ("事業名", "概要", "担当", "予算（千円）"),
        ("A支援事業", "あ", "工業課", 100),
        (),
        ("２　商業関係",),
        ("担当", "事業名", "概要", "予算（円）", "備考"),
        ("商業課", "B支援事業", "い", 300, ""),
    ]
    register = read_register(workbook(tmp_path / "two.xlsx", {"一覧": rows}))
    assert [(m.name, m.department, m.outline, m.budget) for m in register.measures] == [
        ("A支援事業", "工業課", "あ", 100_000),
        ("B支援事業", "商業課", "い", 300),
    ]
    assert register.unread == ()


def test_no_known_heading_but_names_of_measures(tmp_path: Path) -> None:
    rows = [
        ("やること", "くわしく", "どこ", "いくら"),
        ("ものづくり支援事業", "設備投資に対する補助を行う", "商工課", 1000),
        ("創業塾開催事業", "創業を目指す人の塾を開く", "観光課", 200),
    ]
    (proposal,) = proposed(open_register(workbook(tmp_path / "w.xlsx", {"一覧": rows})))
    assert (proposal.sureness, proposal.chosen) == ("unsure", False)
    staff = [("氏名", "住所", "所属"), ("山田太郎", "東京都", "商工課"), ("鈴木花子", "大阪府", "観光課")]
    assert proposed(open_register(workbook(tmp_path / "s.xlsx", {"名簿": staff}))) == ()


@pytest.mark.parametrize(
    "name", ["家計相談支援事業", "会計年度任用職員研修", "産業振興計画", "統計調査", "合計特殊出生率対策事業"]
)
def test_names_that_only_look_like_totals(tmp_path: Path, name: str) -> None:
    text = f"事業名,事業概要,予算額（円）\nA支援事業,あ,1\n{name},い,2\n合　計,,3\n"
    assert [m.name for m in read_register(csv_file(tmp_path / "t.csv", text)).measures] == ["A支援事業", name]
