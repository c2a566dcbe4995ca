"""The copy of a municipality's own workbook: their cells and look, our columns, and nothing that runs."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.workbook.workbook import Workbook

from engine.assess.words import text
from engine.model.gaps import GapCheck, GapFinding
from engine.model.register import Link, Mapping, Register
from engine.model.text import Lang
from engine.policy.register import read_register
from engine.report.register_copy import register_copy
from engine.report.register_copy_words import COLUMNS, word
from engine.report.register_look import looks
from tests.engine.report.gaps.checks import HOSTILE, because, check
from tests.engine.report.reports import LANGS, book

HEAD = ("事業名", "概要", "担当課", "予算額（千円）", "開始年度")
ROWS = (
    ("人材育成事業", "講座を開く。", "商工課", 1200, "R6"),
    (HOSTILE, "=1+1", "商工課", 300, "R7"),
    ("出展支援事業", "展示会への出展を補助する。", "商工課", 500, "R5"),
)


def original(folder: Path) -> Path:
    """As offices keep it: title, colours, a formula, a link, a drop-down, a comment, a name, a hidden sheet."""
    path = folder / "令和8年度_事業一覧.xlsx"
    made = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    page, other = made.add_worksheet("一覧"), made.add_worksheet("裏")
    page.merge_range(0, 0, 0, 4, "令和8年度　事業一覧", made.add_format({"bold": True, "font_size": 16}))
    for n, heading in enumerate(HEAD):
        page.write_string(2, n, heading, made.add_format({"bold": True, "bg_color": "#FFCC00", "border": 1}))
    for n, row in enumerate(ROWS, 3):
        for column, value in enumerate(row):
            page.write(n, column, value) if isinstance(value, int) else page.write_string(n, column, value)
    page.write_formula(6, 3, "=SUM(D4:D6)", None, 2000)
    page.write_string(6, 0, "合計")
    page.write_datetime(1, 3, date(2026, 4, 1), made.add_format({"num_format": "yyyy年m月d日"}))  # type: ignore[arg-type]
    page.write_url(1, 4, "https://example.invalid/x")
    page.data_validation(3, 2, 9, 2, {"validate": "list", "source": ["商工課"]})
    page.conditional_format(3, 3, 9, 3, {"type": "formula", "criteria": "=D4>0", "format": made.add_format()})
    page.write_comment(3, 0, "秘密のコメント")
    page.set_column(0, 0, 33)
    page.freeze_panes(3, 1)
    made.define_name("外部", "='[別のブック.xlsx]一覧'!$A$1")
    other.write_string(0, 0, "裏のシート")
    other.hide()
    made.close()
    return path


def mapped(register: Register) -> Mapping:
    first, second, third = (one.id for one in register.measures)
    return Mapping(
        links=(
            Link(existing=first, generic=("MS.A-2.hr",), standing="confirmed"),
            Link(existing=second),
            Link(existing=third, generic=("MS.A-2.brand",), standing="suggested"),
        )
    )


def checked(register: Register) -> GapCheck:
    thin = GapFinding(
        id="thin:MS.A-2.hr",
        kind="thin",
        text=text("=手薄である。", "=Thin."),
        measure="MS.A-2.hr",
        existing=(register.measures[0].id,),
        because=(because("gaps/measure/thin_actors", ("actors_there", "some")),),
    )
    return check().model_copy(update={"findings": (*check().findings[:1], thin), "unread": ()})


def copied(path: Path, lang: Lang = "ja") -> bytes:
    register = read_register(path)
    return register_copy(path, register, mapped(register), checked(register), book(), lang)


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def parts(data: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name).decode()


@pytest.mark.parametrize("lang", LANGS)
def test_our_columns_stand_beside_each_measure(lang: Lang, tmp_path: Path) -> None:
    page = opened(copied(original(tmp_path), lang))["一覧"]
    headings = [page.cell(3, 6 + n).value for n in range(len(COLUMNS))]
    assert headings == [word(name, lang) for name in COLUMNS]
    served, suggested, standing, found, reason = ([page.cell(row, 6 + n).value for row in (4, 5, 6)] for n in range(5))
    hr, brand = book().measures["MS.A-2.hr"].title.get(lang), book().measures["MS.A-2.brand"].title.get(lang)
    assert served == [f"MS.A-2.hr {hr}", None, None]
    assert suggested == [None, None, f"{brand}（A-2）" if lang == "ja" else f"{brand} (A-2)"]
    assert len(set(standing)) == 3
    assert "手薄" in str(found[0]) if lang == "ja" else "Thin" in str(found[0])
    assert reason[0] == book().gap_rule["gaps/measure/thin_actors"].reads.get(lang)
    assert found[1] == found[2] == word("nothing", lang)
    assert [page.cell(7, 6 + n).value for n in range(5)] == [None] * 5


def test_their_cells_and_look_stay(tmp_path: Path) -> None:
    path = original(tmp_path)
    theirs, ours = openpyxl.load_workbook(path, data_only=True)["一覧"], opened(copied(path))["一覧"]
    for row in theirs.iter_rows(max_row=9, max_col=5):
        for cell in row:
            assert ours.cell(cell.row, cell.column).value == cell.value
    head = ours.cell(3, 1)
    assert (head.font.b, head.fill.fgColor.rgb, head.border.top.style) == (True, "FFFFCC00", "thin")
    assert ours.cell(2, 4).number_format == "yyyy年m月d日"
    assert ours.freeze_panes == "B4"
    assert ours.column_dimensions["A"].width == pytest.approx(theirs.column_dimensions["A"].width)
    assert "A1:E1" in {str(one) for one in ours.merged_cells.ranges}
    assert opened(copied(path))["裏"].sheet_state == "hidden"


def test_nothing_in_the_copy_runs_or_leads_outside(tmp_path: Path) -> None:
    data = copied(original(tmp_path))
    for name, part in parts(data):
        assert "<f>" not in part, name
        assert "<f " not in part, name
        assert 'TargetMode="External"' not in part, name
        assert "<definedName " not in part, name
        assert "秘密のコメント" not in part, name
        for live in ("<hyperlink", "<dataValidation ", "<conditionalFormatting", "externalLink", "connection", "vba"):
            assert live.casefold() not in part.casefold(), (name, live)
    page = opened(data)["一覧"]
    assert (page.cell(5, 1).value, page.cell(5, 1).data_type) == (HOSTILE, "s")
    assert (page.cell(5, 2).value, page.cell(5, 2).data_type) == ("=1+1", "s")
    assert page.cell(7, 4).value == 2000


@pytest.mark.parametrize("lang", LANGS)
def test_the_copy_is_read_as_the_same_register_with_what_was_confirmed(lang: Lang, tmp_path: Path) -> None:
    path = original(tmp_path)
    before = read_register(path)
    again = tmp_path / "令和8年度_事業一覧_点検.xlsx"
    again.write_bytes(copied(path, lang))
    after = read_register(again)
    assert [(one.name, one.budget, one.start) for one in after.measures] == [
        (one.name, one.budget, one.start) for one in before.measures
    ]
    assert [one.generic for one in after.measures] == [("MS.A-2.hr",), None, None]
    assert [(one.outline, one.kpi, one.progress) for one in after.measures] == [
        (one.outline, one.kpi, one.progress) for one in before.measures
    ]
    assert after.unread == ()


@pytest.mark.parametrize("lang", LANGS)
def test_a_sheet_tells_what_was_left_out_and_what_is_missing(lang: Lang, tmp_path: Path) -> None:
    page = opened(copied(original(tmp_path), lang)).worksheets[-1]
    said = [str(row[0].value) for row in page.iter_rows()]
    assert word("values", lang) in said
    assert any(check().findings[0].text.get(lang) in line for line in said)
    assert check().digest in said[-1]


def test_a_csv_file_becomes_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "令和8年度事業一覧.csv"
    lines = [",".join(HEAD), *(",".join(f'"{value}"'.replace('""', '"') for value in row) for row in ROWS[::2])]
    path.write_bytes("\r\n".join((*lines, '"=cmd|x","y","商工課",1,R6')).encode("cp932"))
    page = opened(copied(path)).worksheets[0]
    assert page.cell(1, 6).value == word("serves", "ja")
    assert page.cell(2, 6).value == f"MS.A-2.hr {book().measures['MS.A-2.hr'].title.ja}"
    assert (page.cell(4, 1).value, page.cell(4, 1).data_type) == ("=cmd|x", "s")


def test_bytes_do_as_well_as_a_file_and_the_copy_is_the_same_each_time(tmp_path: Path) -> None:
    path = original(tmp_path)
    register = read_register(path)
    args = (register, mapped(register), checked(register), book())
    assert register_copy(path.read_bytes(), *args, "ja") == register_copy(path, *args, "ja")


def test_a_look_that_is_unsafe_or_broken_is_left_out_and_said_so(tmp_path: Path) -> None:
    path = original(tmp_path)
    assert set(looks(path.read_bytes(), {"一覧": (9, 5)})) == {"一覧"}
    spoiled = tmp_path / path.name.replace("令和", "R")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(spoiled, "w") as target:
        for info in source.infolist():
            part = source.read(info)
            if info.filename == "xl/styles.xml":
                part = re.sub(rb"(<\?xml[^>]*\?>)", rb"\1<!DOCTYPE a [<!ENTITY b 'c'>]>", part)
            target.writestr(info.filename, part)
    assert looks(spoiled.read_bytes(), {"一覧": (9, 5)}) == {}
    assert looks(b"PK\x03\x04 no zip", {}) == {}
    register = read_register(path)
    made = opened(register_copy(spoiled, register, mapped(register), checked(register), book(), "ja"))
    assert made["一覧"].cell(4, 1).value == "人材育成事業"
    assert word("plain", "ja", "一覧、裏") in [row[0].value for row in made.worksheets[-1].iter_rows()]
