"""How tables stand on a sheet: halves side by side, departments in rows between, groups above their measures."""

from pathlib import Path

from engine.policy.register import read_register
from tests.engine.policy.register.books import csv_file, workbook

Told = list[tuple[str, str, int | None]]


def told(path: Path) -> Told:
    register = read_register(path)
    assert register.unread == ()
    return [(one.name, one.department, one.budget) for one in register.measures]


def test_halves_side_by_side_are_both_read(tmp_path: Path) -> None:
    rows = [
        ("令和8年度 主要事業（単位：千円）",),
        ("事業名", "担当課", "予算額", None, "事業名", "担当課", "予算額"),
        ("創業塾", "商工課", 500, None, "保育料無償化", "こども課", 9000),
        ("展示会出展補助", "商工課", 800, None, "予防接種", "健康課", 7000),
        (None, None, None, None, "市道舗装", "土木課", 300),
    ]
    assert told(workbook(tmp_path / "w.xlsx", {"一覧": rows})) == [
        ("創業塾", "商工課", 500_000),
        ("展示会出展補助", "商工課", 800_000),
        ("保育料無償化", "こども課", 9_000_000),
        ("予防接種", "健康課", 7_000_000),
        ("市道舗装", "土木課", 300_000),
    ]


def test_three_thirds_without_a_blank_column_between(tmp_path: Path) -> None:
    text = "事業名,予算額（円）,事業名,予算額（円）,事業名,予算額（円）\n創業塾,1,予防接種,2,市道舗装,3\n"
    assert told(csv_file(tmp_path / "a.csv", text)) == [("創業塾", "", 1), ("予防接種", "", 2), ("市道舗装", "", 3)]


def test_one_heading_over_two_columns_makes_no_halves(tmp_path: Path) -> None:
    rows = [("事業名", None, "担当課", "予算額（円）"), ("ものづくり", "創業塾", "商工課", 5)]
    path = workbook(tmp_path / "w.xlsx", {"一覧": rows}, merges=("A1:B1",))
    assert len(read_register(path).measures) == 1


def test_a_department_alone_in_a_row_heads_what_follows(tmp_path: Path) -> None:
    head = ("事業名", "令和8年度予算", "令和7年度予算")
    rows = [
        *[("所管：産業振興課",), head, (None, "千円", "千円"), ("見本市出展補助", 500, 450), ("小計", 500, 450)],
        *[(), ("所管：観光課",), head, (None, "千円", "千円"), ("まつり補助", 9000, 8000), ("小計", 9000, 8000)],
    ]
    assert told(workbook(tmp_path / "w.xlsx", {"一覧": rows})) == [
        ("見本市出展補助", "産業振興課", 500_000),
        ("まつり補助", "観光課", 9_000_000),
    ]


def test_numbered_groups_head_the_finer_ones_below(tmp_path: Path) -> None:
    rows = [
        ("歳出予算　説明資料", None, None, "（単位：千円）"),
        ("事　項", "本年度", "前年度", "説　明"),
        ("商工課",),
        ("１　商工業振興事業",),
        ("(1) 創業者支援事業費", 1200, 1000, "創業補助金"),
        ("２　企業誘致事業",),
        ("(1) 企業立地奨励金", 50000, 62000, "3社"),
        ("３　商工会館の在り方検討",),
        ("４　職業訓練センター",),
    ]
    assert told(workbook(tmp_path / "w.xlsx", {"一覧": rows})) == [
        ("(1) 創業者支援事業費", "商工課", 1_200_000),
        ("(1) 企業立地奨励金", "商工課", 50_000_000),
        ("３ 商工会館の在り方検討", "商工課", None),
        ("４ 職業訓練センター", "商工課", None),
    ]


def test_a_plain_table_of_items_and_amounts(tmp_path: Path) -> None:
    rows = [("令和8年度企画課事業",), (), ("項目", "金額"), ("移住フェア出展事業", "80万円"), ("広報事業", "1,440万円")]
    assert told(workbook(tmp_path / "w.xlsx", {"企画": rows})) == [
        ("移住フェア出展事業", "", 800_000),
        ("広報事業", "", 14_400_000),
    ]


def test_sheets_called_s1_and_s2_are_of_no_year(tmp_path: Path) -> None:
    sheets = {
        name: [("事業名", "予算額（円）"), (f"{name}創業塾", 1), (f"{name}商談会", 2)] for name in ("S1", "S2", "H3")
    }
    assert len(told(workbook(tmp_path / "w.xlsx", sheets))) == 6


def test_a_unit_said_nowhere_is_told_once_for_all_sheets(tmp_path: Path) -> None:
    sheets = {name: [("事業名", "予算額"), (f"{name}創業塾", 1), (f"{name}商談会", 2)] for name in ("商工課", "農政課")}
    (notice,) = read_register(workbook(tmp_path / "w.xlsx", sheets)).notices
    assert notice.code == "unit_not_said"
    assert "商工課、農政課" in notice.what.ja
