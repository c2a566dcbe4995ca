"""Writes registers the way town halls have them: workbooks by openpyxl, CSV files in any encoding."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Cells = Sequence[Sequence[object]]

HEADINGS = (
    "事業名",
    "事業概要",
    "担当課",
    "予算額（千円）",
    "開始年度",
    "終了年度",
    "対象者",
    "成果指標",
    "財源",
    "状況",
)
ROW = (
    "創業支援事業",
    "創業者の家賃を補助する",
    "商工課",
    1200,
    "令和6",
    "R8",
    "創業者",
    "創業件数 10件",
    "一般財源",
    "継続",
)


def workbook(path: Path, sheets: Mapping[str, Cells], merges: Sequence[str] = (), hidden: Sequence[str] = ()) -> Path:
    """A workbook of sheets of rows; the merged cells are those of the first sheet."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        fill(book.create_sheet(name), rows)
    for merge in merges:
        book.worksheets[0].merge_cells(merge)
    for name in hidden:
        book[name].sheet_state = "hidden"
    book.save(path)
    return path


def fill(sheet: Worksheet, rows: Cells) -> None:
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                sheet.cell(number, column, value)


def csv_file(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path
