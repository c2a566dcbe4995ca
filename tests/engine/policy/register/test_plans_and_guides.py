"""Plans of years, evaluations, guides for firms, English tables, printed pages, forms: what is read of each."""

from pathlib import Path

import pytest

from engine.model.problem import ShusekiError
from engine.policy.register import open_register, proposed, read_register
from tests.engine.policy.register.books import csv_file, workbook

PLAN = [
    ("第３次総合計画　実施計画（令和7～9年度）", None, None, None, None, "単位：千円"),
    ("事業名", "担当部", "担当課", "事業費", None, None),
    (None, None, None, "令和7年度", "令和8年度", "令和9年度"),
    ("工業団地造成事業", "産業部", "企業誘致課", 1200, 900, 350),
    ("企業立地構想策定事業", "産業部", "企業誘致課", 12, 0, 0),
    ("目標４　計", None, None, 1212, 900, 350),
]


def test_of_a_plan_of_years_the_first_counts_or_the_one_asked_for(tmp_path: Path) -> None:
    path = workbook(tmp_path / "plan.xlsx", {"実施計画": PLAN}, merges=("D2:F2", "A2:A3", "B2:B3", "C2:C3"))
    first, asked = read_register(path), read_register(path, fiscal_year=2026)
    assert (first.fiscal_year, [m.budget for m in first.measures]) == (2025, [1_200_000, 12_000])
    assert (asked.fiscal_year, [m.budget for m in asked.measures]) == (2026, [900_000, 0])


def test_of_three_years_without_a_plan_the_last_counts(tmp_path: Path) -> None:
    rows = [
        ("主要事業の予算",),
        ("事業名", "R6予算", "R7予算", "R8予算"),
        ("創業支援事業", 1, 2, 3),
        ("展示会", 4, 5, 6),
    ]
    register = read_register(workbook(tmp_path / "w.xlsx", {"一覧": rows}))
    assert (register.fiscal_year, [m.budget for m in register.measures]) == (2026, [3, 6])


def test_an_evaluation_is_of_the_year_of_its_budgets(tmp_path: Path) -> None:
    rows = [
        ("令和7年度 事務事業評価一覧",),
        ("事業名", "所管課", "令和6年度予算額（円）"),
        ("創業支援事業", "商工課", 5),
    ]
    assert read_register(workbook(tmp_path / "w.xlsx", {"一覧": rows})).fiscal_year == 2024


GUIDE = ("支援制度", "対象となる方", "支援内容", "補助率・\n限度額等", "お問い合わせ先")


def test_a_guide_for_firms_has_no_budget_but_whom_and_where_to_ask(tmp_path: Path) -> None:
    row = ("創業者支援補助金", "市内で創業する方、創業者", "経費の一部を補助", "上限50万円", "商工課\n☎0000-11-2222")
    more = ("人材育成補助金", "製造業者", "受講料を補助", "上限10万円", "雇用室")
    other = ("展示会出展補助金", "企業", "小間料を補助", "上限20万円", "商工課")
    path = workbook(tmp_path / "guide.xlsx", {"創業": [GUIDE, row, more], "販路": [("【販路】",), GUIDE, other]})
    first, _, last = read_register(path).measures
    assert (first.budget, first.department, first.actors_text) == (None, "商工課", "市内で創業する方、創業者")
    assert last.name == "展示会出展補助金"


def test_a_sheet_headed_like_another_is_read_like_it(tmp_path: Path) -> None:
    strange = ("くくり", "なまえ", "なかみ")
    told = [
        strange,
        ("ア", "創業支援事業", "市内で創業する人の家賃と設備の費用の一部を市が補助する"),
        ("イ", "販路開拓補助金", "国内と海外の見本市へ共同で出展する企業の小間料を補助する"),
    ]
    path = workbook(
        tmp_path / "w.xlsx", {"一": told, "二": [strange, ("ウ", "匠の会", "匠"), ("エ", "相談窓口", "相談")]}
    )
    layouts = [proposal.layout for proposal in proposed(open_register(path))]
    assert [layout.sheet for layout in layouts] == ["一", "二"]
    assert [m.name for m in read_register(path).measures][2:] == ["匠の会", "相談窓口"]


def test_titles_once_more_on_further_pages_are_no_rows(tmp_path: Path) -> None:
    heads = ("NO", "事　業　名", "所　属", "本年度\n予算額", "前年度\n予算額")
    pages = [
        *[
            ("主要事業調書", None, None, None, "1頁"),
            heads,
            (1, "創業支援事業", "商工課", 5, 4),
            (None, "小　計", None, 5),
        ],
        *[("主要事業調書（続き）", None, None, None, "2頁"), heads, (2, "販路開拓事業", "商工課", 6, 5)],
    ]
    register = read_register(workbook(tmp_path / "w.xlsx", {"調書": pages}))
    assert [m.name for m in register.measures] == ["創業支援事業", "販路開拓事業"]
    assert register.unread == ()


def test_words_of_english_tables(tmp_path: Path) -> None:
    text = (
        "Programme,Lead department,FY2026 budget (JPY million),FY2025 budget (JPY million),First year,Last year\n"
        "R&D grant,Industry Division,12.5,10,2019,\nVouchers,Commerce Division,0,200,2020,2025\n"
    )
    first, second = read_register(csv_file(tmp_path / "e.csv", text)).measures
    assert (first.budget, first.department, first.start, first.end) == (12_500_000, "Industry Division", 2019, None)
    assert (second.budget, second.start, second.end) == (0, 2020, 2025)


def test_under_consideration_is_planned(tmp_path: Path) -> None:
    rows = [("事業名", "概要", "状況"), ("創業支援事業", "家賃を補助", "検討中"), ("展示会", "検討中", "実施中")]
    first, second = read_register(workbook(tmp_path / "w.xlsx", {"一覧": rows})).measures
    assert (first.progress, second.outline, second.progress) == ("planned", "", "running")


def test_forms_of_one_measure_each_are_told_from_a_missing_heading(tmp_path: Path) -> None:
    form = [("事務事業評価シート",), ("事業名", "創業支援事業"), ("担当課", "商工課"), ("事業費（千円）", 3200)]
    with pytest.raises(ShusekiError, match=r"forms of one measure each \(2\)"):
        read_register(workbook(tmp_path / "forms.xlsx", {"一": form, "二": form}))
    with pytest.raises(ShusekiError, match="row of headings"):
        read_register(workbook(tmp_path / "none.xlsx", {"一": [("こんにちは",)]}))
