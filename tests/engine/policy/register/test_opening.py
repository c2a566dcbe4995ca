"""What can be opened, what is refused and how, and which encoding was read."""

from pathlib import Path

import openpyxl
import pytest

from engine.model.problem import ShusekiError
from engine.policy.register import open_register, proposed, proposed_at, read_register, taken
from engine.policy.register.grid import Unreadable
from tests.engine.policy.register import hostile
from tests.engine.policy.register.books import csv_file, workbook

TEXT = "事業名,事業概要,予算額（円）\nA支援事業,あ,1\nB支援事業,い,2\n"


def refusal(path: Path) -> str:
    with pytest.raises(ShusekiError) as caught:
        read_register(path)
    return caught.value.problems[0].code


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1Workbook", "old_excel"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password_protected"),
        ("a.pdf", b"%PDF-1.7", "not_a_table_file"),
        ("a.xlsx", b"<html><table>", "page_inside"),
        ("a.xls", b"<?xml version='1.0'?><Workbook>", "page_inside"),
        ("a.csv", b"", "file_empty"),
        ("a.csv", b" ,,\r\n", "file_empty"),
        ("a.csv", "事業名,事業概要\nあああ".encode("euc_jp"), "encoding_unknown"),
        ("a.csv", TEXT.encode() + b"\xff", "encoding_damaged"),
        ("a.csv", b"\x00\x01\x02" * 100, "not_a_table_file"),
        ("a.xlsx", b"PK\x03\x04 cut off", "workbook_broken"),
        ("a.csv", "氏名,住所\n山田,東京\n".encode(), "no_table"),
        ("a.csv", "事業名,事業概要\n".encode(), "no_table"),
        ("a.ods", hostile.zipped({"mimetype": "x", "content.xml": "<x/>"}), "open_document"),
        ("a.docx", hostile.zipped({"word/document.xml": "<x/>"}), "not_a_table_file"),
        ("a.xlsb", hostile.zipped({"xl/workbook.bin": "x"}), "binary_excel"),
        ("a.zip", hostile.zipped({"a.csv": "x"}), "not_a_table_file"),
    ],
    # The time of packing stands in a ZIP file: of its bytes no name can be made that all workers agree on.
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_refusals(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert refusal(path) == code


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.xlsx") == "file_missing"
    assert refusal(tmp_path) == "is_a_directory"


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("utf-8", []), ("utf-8-sig", []), ("cp932", ["read_as_cp932"]), ("utf-16", ["read_as_utf16"])],
)
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, told: list[str], delimiter: str) -> None:
    opened = open_register(csv_file(tmp_path / "a.csv", TEXT.replace(",", delimiter), encoding))
    assert [notice.code for notice in opened.notices] == told
    assert opened.sheets[0].rows[2] == {1: "A支援事業", 2: "あ", 3: "1"}


def test_content_counts_more_than_the_name(tmp_path: Path) -> None:
    as_text = csv_file(tmp_path / "a.xlsx", TEXT)
    assert [notice.code for notice in open_register(as_text).notices] == ["other_kind"]
    book = workbook(tmp_path / "b.xlsx", {"x": [("事業名",)]})
    book.rename(tmp_path / "b.csv")
    assert [notice.code for notice in open_register(tmp_path / "b.csv").notices] == ["other_kind"]


def test_the_quotation_mark_that_never_closes_costs_one_line(tmp_path: Path) -> None:
    opened = open_register(csv_file(tmp_path / "q.csv", TEXT + '"C支援事業,う,3\n"D支援\n事業",え,4\n'))
    assert [(notice.code, notice.where.line) for notice in opened.notices] == [("quote_open", 4)]
    assert [row[1] for row in opened.sheets[0].rows.values()][3:] == ['"C支援事業', "D支援\n事業"]


def test_formula_looking_text_stays_text(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "f.csv", TEXT + '"=HYPERLINK(""http://x"")",@SUM(1),3\n')
    assert read_register(path).measures[2].name == '=HYPERLINK("http://x")'


def test_reading_aids_are_no_text(tmp_path: Path) -> None:
    texts = (
        f"{hostile.HEAD}<sst {hostile.MAIN}><si><r><t>事業</t></r><r><t>名</t></r><rPh><t>ジギョウ</t></rPh></si></sst>"
    )
    rows = '<row r="1"><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>9</v></c><c t="b"><v>1</v></c></row>'
    path = tmp_path / "p.xlsx"
    path.write_bytes(hostile.with_sheet(hostile.sheet_xml(rows), **{"xl/sharedStrings.xml": texts}))
    assert open_register(path).sheets[0].rows[1] == {2: "事業名", 3: Unreadable("error", "?"), 4: "TRUE"}


def test_what_openpyxl_writes_is_read_as_openpyxl_reads_it(tmp_path: Path) -> None:
    rows = [
        ("事業名", "額", "割合"),
        ("A", 1_234, 0.25),
        ("B\n支援", -5.5, None),
        (None, True, "x"),
        ("&<>\"'", 10**12, ""),
    ]
    path = workbook(tmp_path / "o.xlsx", {"一": rows, "二": []}, ("A1:B1",), ("二",))
    opened = open_register(path)
    assert [(sheet.name, sheet.hidden) for sheet in opened.sheets] == [("一", False), ("二", True)]
    read = openpyxl.load_workbook(path)["一"]
    for row, cells in opened.sheets[0].rows.items():
        for column, value in cells.items():
            there = read.cell(row, column).value
            assert value == (there if not isinstance(there, bool) else str(there).upper())
    assert opened.sheets[0].merge_at(1, 2) is not None


def test_a_person_points_at_the_header(tmp_path: Path) -> None:
    opened = open_register(csv_file(tmp_path / "h.csv", "とりくみ,何\nものづくり,あ\nひとづくり,い\n"))
    assert proposed(opened) == ()
    found = proposed_at(opened, "", 1)
    assert found is not None
    assert [(column.heading, column.field) for column in found.columns] == [("とりくみ", None), ("何", None)]
    assert proposed_at(opened, "", 99) is None
    assert proposed_at(opened, "none", 1) is None
    with pytest.raises(ShusekiError):
        taken(opened, (found.layout,))


def test_hidden_rows_are_read_and_told(tmp_path: Path) -> None:
    path = workbook(tmp_path / "h.xlsx", {"x": [("事業名", "事業概要"), ("A支援事業", "あ"), ("B支援事業", "い")]})
    book = openpyxl.load_workbook(path)
    book["x"].row_dimensions[3].hidden = True
    book.save(path)
    register = read_register(path)
    assert len(register.measures) == 2
    assert [notice.code for notice in register.notices] == ["hidden_rows"]
