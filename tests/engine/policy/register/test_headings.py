"""What headings say, in one row and in several."""

import pytest

from engine.policy.register.headings import heading, neutral


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        (("事業名",), "name"),
        (("①　事　業　名",), "name"),
        (("事務事業名称",), "name"),
        (("(3) 取組名",), "name"),
        (("具体的取組",), "name"),
        (("事業の目的・概要",), "outline"),
        (("取組内容",), "outline"),
        (("事業", "内容"), "outline"),
        (("担当部署名",), "department"),
        (("所管課",), "department"),
        (("担当", "部"), "department"),
        (("令和8年度予算額（千円）",), "budget"),
        (("R8当初",), "budget"),
        (("予算額", "R8"), "budget"),
        (("予算額", "本年度"), "budget"),
        (("事業費", "千円"), "budget"),
        (("決算額",), "budget"),
        (("事業開始年度",), "start"),
        (("事業期間", "自"), "start"),
        (("事業期間", "至"), "end"),
        (("終期",), "end"),
        (("計画期間",), "period"),
        (("実施主体",), "actors"),
        (("連携先・協力機関",), "actors"),
        (("成果指標(KPI)",), "kpi"),
        (("指標", "名称"), "kpi"),
        (("財源内訳", "国庫支出金", "千円"), "funding"),
        (("事業費の財源内訳",), "funding"),
        (("財源", "その他"), "funding"),
        (("活用する国の制度",), "scheme"),
        (("交付金名",), "scheme"),
        (("新規・継続の別",), "progress"),
        (("進捗状況",), "progress"),
        (("対応する施策コード",), "generic"),
        (("Project name",), "name"),
        (("Budget (thousand yen)",), "budget"),
        (("Funding source",), "funding"),
    ],
)
def test_fields(parts: tuple[str, ...], field: str) -> None:
    assert heading(parts).meaning.field == field


@pytest.mark.parametrize(
    "parts",
    [
        ("備考",),
        ("予算額", "増減"),
        ("前年度比較",),
        ("事業番号",),
        ("予算科目",),
        ("達成率",),
        ("今後の方向性",),
        ("担当課評価",),
    ],
)
def test_columns_that_are_none_of_ours(parts: tuple[str, ...]) -> None:
    assert heading(parts).meaning.ignored


@pytest.mark.parametrize("parts", [("",), ("説明文：これは概要です",), ("件",), ("とりくみ",)])
def test_headings_that_say_nothing(parts: tuple[str, ...]) -> None:
    assert heading(parts).meaning.field is None


def test_a_remembered_heading_knows_no_year_and_no_unit() -> None:
    assert neutral("予算額／R7当初（千円）") == neutral("予算額／令和8年度当初（円）")
    assert neutral("事業名") != neutral("事業概要")
