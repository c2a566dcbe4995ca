"""Writes the sample register of a made-up city as a town hall would: title, unit, headings of two rows, sections, sums.

Run as ``python scripts/sample_register.py``; what it writes is kept in ``tui/samples``. No figure in it is real.
"""

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

FOLDER = Path(__file__).parent.parent / "tui" / "samples"
HEAD = (
    (
        "番号", "担当課", "事業名", "事業の概要", "実施期間", "", "予算額", "", "", "財源内訳", "", "",
        "連携先・対象者",
        "成果指標", "区分",
    ),
    ("", "", "", "", "開始", "終了", "R7当初", "R8当初", "増減", "国", "県", "一般財源", "", "", ""),
)  # fmt: skip
WIDTHS = (5, 12, 30, 44, 8, 8, 10, 10, 10, 9, 9, 10, 22, 26, 8)
NOTES = (
    "※ 増減欄の△は減額を示す。",
    "※ 架空の市の見本であり、事業名・金額・指標はすべて架空です。",
)
LINE = Border(*[Side(style="thin", color="808080")] * 4)
GREY = PatternFill("solid", fgColor="DDE3EA")
AT = datetime.datetime(2026, 10, 1)


def main() -> None:
    """Writes the workbook."""
    sheets = yaml.safe_load((FOLDER / "kakuu_register.yaml").read_text(encoding="utf-8"))
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(sheet["sheet"]), sheet["title"], sheet["sections"])
    book.properties.created = book.properties.modified = AT
    book.save(FOLDER / "kakuu_register.xlsx")


def _fill(sheet: Worksheet, title: str, sections: Sequence[dict[str, object]]) -> None:
    for column, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = width
    sheet.cell(1, 1, title).font = Font(size=14, bold=True)
    sheet.cell(2, len(WIDTHS), "（単位：千円）").alignment = Alignment(horizontal="right")
    _headings(sheet)
    row, number = 5, 1
    for section in sections:
        row = _line(sheet, row, [f"【{section['section']}】"], bold=True)
        first = row
        for measure in section["measures"]:
            row = _line(sheet, row, _cells(number, measure))
            number += 1
        _department(sheet, first, row - 1)
        row = _line(sheet, row, ["", "", "小計", "", "", "", *_sums(section["measures"])], bold=True)
    everything = [measure for section in sections for measure in section["measures"]]
    row = _line(sheet, row, ["", "", "合計", "", "", "", *_sums(everything)], bold=True)
    for note in NOTES:
        sheet.cell(row + 1, 1, note)
        row += 1
    sheet.freeze_panes = "D5"


def _headings(sheet: Worksheet) -> None:
    for at, texts in enumerate(HEAD, 3):
        _line(sheet, at, texts, bold=True)
    for span in ("E3:F3", "G3:I3", "J3:L3"):
        sheet.merge_cells(span)
    for column in (1, 2, 3, 4, 13, 14, 15):
        sheet.merge_cells(start_row=3, end_row=4, start_column=column, end_column=column)


def _cells(number: int, measure: dict[str, object]) -> list[object]:
    before, now = measure.get("before"), measure.get("budget")
    change = now - before if isinstance(before, int) and isinstance(now, int) else None
    funding = measure.get("funding", (None, None, None))
    period = (measure.get("from"), measure.get("to"))
    return [
        number, measure["department"], measure["name"], measure.get("outline", ""), *period, before or "－", now,
        _signed(change), *funding, measure.get("with", ""), measure.get("kpi", ""), measure.get("state", "継続"),
    ]  # fmt: skip


def _signed(change: int | None) -> str:
    if change is None:
        return "皆増"
    return f"△{-change:,}" if change < 0 else f"{change:,}"


def _sums(measures: Iterable[dict[str, object]]) -> list[int]:
    rows = list(measures)
    return [sum(int(one.get(key) or 0) for one in rows) for key in ("before", "budget")]


def _department(sheet: Worksheet, first: int, last: int) -> None:
    """One cell of the department for its run of rows, as it is usually merged."""
    start = first
    for row in range(first, last + 1):
        if row == last or sheet.cell(row + 1, 2).value != sheet.cell(start, 2).value:
            if row > start:
                sheet.merge_cells(start_row=start, end_row=row, start_column=2, end_column=2)
            start = row + 1


def _line(sheet: Worksheet, row: int, values: Sequence[object], *, bold: bool = False) -> int:
    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column, value)
        cell.border, cell.alignment = LINE, Alignment(wrap_text=True, vertical="center")
        if isinstance(value, int) and column in range(7, 13):
            cell.number_format = '#,##0;"△"#,##0'
        if bold:
            cell.font, cell.fill = Font(bold=True), GREY
    return row + 1


if __name__ == "__main__":
    main()
