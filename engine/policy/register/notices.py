"""What the reader should know of a file that was read: its encoding, what was left out, where reading stopped."""

from collections.abc import Sequence

from engine.interview.file_problems import problem
from engine.interview.visible import shown
from engine.model.problem import Place, Problem
from engine.policy.register import limits

_CHECK = ("画面の一覧で、抜けがないか確かめてください。", "Check the list on the screen for what is missing.")
_SPLIT = (
    "残りは別のファイルに分けて読ませてください。",
    "Split the file and have the rest read separately.",
)


def _notice(code: str, where: Place, what: tuple[str, str], remedy: tuple[str, str] = _CHECK) -> Problem:
    return problem(code, where, what, remedy, warning=True)


def on_sheet(where: Place, sheet: str, row: int | None = None) -> Place:
    """The place of a sheet, or of a row in it."""
    return where.model_copy(update={"entry": shown(sheet) or None, "line": row})


def read_as(where: Place, encoding: str) -> Problem:
    """Which encoding a CSV file was read in, where it is not UTF-8."""
    return _notice(
        f"read_as_{encoding.replace('-', '')}",
        where,
        (
            f"UTF-8 ではないため、{_ENCODINGS[encoding]} として読みました。",
            f"It is not UTF-8 and was read as {_ENCODINGS[encoding]}.",
        ),
        ("事業名などが正しく読めているか確かめてください。", "Check that the names came out right."),
    )


_ENCODINGS = {"cp932": "CP932 (Shift_JIS)", "utf-16": "UTF-16"}


def other_kind(where: Place, kind: str) -> Problem:
    """The suffix says one thing, the content another."""
    name = {"csv": ("文字の表（CSV）", "text (CSV)"), "xlsx": ("Excel ブック", "a workbook")}[kind]
    return _notice(
        "other_kind",
        where,
        (
            f"拡張子と違い、中身は{name[0]}です。そのように読みました。",
            f"Unlike its suffix says, it is {name[1]}, and was read so.",
        ),
    )


def rows_left(where: Place, sheet: str, row: int) -> Problem:
    """Reading of a sheet stopped at a limit of rows, cells or bytes."""
    return _notice(
        "rows_left",
        on_sheet(where, sheet, row),
        ("量が多いため、この行から先は読んでいません。", "There is too much; from this row on nothing was read."),
        _SPLIT,
    )


def cells_below(where: Place, sheet: str, row: int) -> Problem:
    """There is something below a long run of blank rows."""
    return _notice(
        "cells_below",
        on_sheet(where, sheet, row),
        (
            f"空白の行が {limits.BLANK_ROWS:,} 行続いたため、その先にある記載は読んでいません。",
            f"After {limits.BLANK_ROWS:,} blank rows reading stopped; what stands below was not read.",
        ),
        ("表の間の空白行を削除してください。", "Delete the blank rows between the tables."),
    )


def columns_left(where: Place, sheet: str) -> Problem:
    """Cells to the right of the last column looked at."""
    return _notice(
        "columns_left",
        on_sheet(where, sheet),
        (
            f"{limits.COLUMNS} 列より右の記載は読んでいません。",
            f"What stands to the right of column {limits.COLUMNS} was not read.",
        ),
        ("事業一覧の列を左に寄せてください。", "Move the columns of the register to the left."),
    )


def sheets_left(where: Place, count: int) -> Problem:
    """More sheets than are read."""
    return _notice(
        "sheets_left",
        where,
        (
            f"シートが多いため、{limits.SHEETS} 枚目より後の {count} 枚は読んでいません。",
            f"There are too many sheets; {count} after number {limits.SHEETS} were not read.",
        ),
        _SPLIT,
    )


def sheet_broken(where: Place, sheet: str) -> Problem:
    """One sheet is damaged; the others were read."""
    return _notice(
        "sheet_broken",
        on_sheet(where, sheet),
        ("このシートは壊れていて読めません。", "This sheet is damaged and cannot be read."),
        ("Excel で開き、別の名前で保存し直してください。", "Open the file in Excel and save it under another name."),
    )


def hidden_rows(where: Place, sheet: str, count: int) -> Problem:
    """Rows that a filter hides were read too."""
    return _notice(
        "hidden_rows",
        on_sheet(where, sheet),
        (
            f"非表示の行（フィルターなど）{count} 行も読みました。",
            f"{count} hidden rows (by a filter, perhaps) were read too.",
        ),
        ("除く行があれば、元の表から削除してください。", "Delete from the table what is not to be read."),
    )


def quote_open(where: Place, line: int) -> Problem:
    """A quotation mark of a CSV file is never closed."""
    return _notice(
        "quote_open",
        where.model_copy(update={"line": line}),
        (
            '引用符（"）が閉じていないため、この行は引用符のない行として読みました。',
            "A quotation mark is never closed; the line was read as if there were none.",
        ),
        ("この行の引用符を直してください。", "Mend the quotation marks of this line."),
    )


def control_characters(where: Place) -> Problem:
    """Characters that no text holds were replaced."""
    return _notice(
        "control_characters",
        where,
        (
            "文字でないもの（NUL など）が混じっていたため、\ufffd に置き換えました。",
            "It holds what is no text (such as NUL); this was replaced by \ufffd.",
        ),
    )


def text_cut(where: Place) -> Problem:
    """Cells longer than Excel allows, or more text than is kept."""
    return _notice(
        "text_cut",
        where,
        ("長すぎる文字列を途中で切りました。", "Texts that are too long were cut."),
    )


def sheets_not_read(where: Place, names: Sequence[str]) -> Problem:
    """Sheets with something in them that were not taken in."""
    listed = [shown(name) for name in names[:8]]
    more_ja = f" ほか {len(names) - 8} 枚" if len(names) > 8 else ""
    more_en = f" and {len(names) - 8} more" if len(names) > 8 else ""
    return _notice(
        "sheets_not_read",
        where,
        (
            f"次のシートは事業一覧として読んでいません：{'、'.join(listed)}{more_ja}。",
            f"These sheets were not read as registers: {', '.join(listed)}{more_en}.",
        ),
        ("必要なシートがあれば、列の対応の画面で選んでください。", "Choose those you need where columns are mapped."),
    )


def unit_not_said(where: Place, sheets: Sequence[str]) -> Problem:
    """Neither the heading nor a note says the unit of the budget, of one sheet or of several."""
    listed = [shown(name) for name in sheets[:8]]
    several = len(sheets) > 1
    more_ja, more_en = (f" ほか {n} 枚", f" and {n} more") if (n := len(sheets) - 8) > 0 else ("", "")
    which_ja = f"（{'、'.join(listed)}{more_ja}）" if several else ""
    which_en = f" ({', '.join(listed)}{more_en})" if several else ""
    return _notice(
        "unit_not_said",
        where if several else on_sheet(where, sheets[0]),
        (
            f"予算の単位（円、千円）がどこにも書かれていないため、円として読みました{which_ja}。",
            f"Nothing says the unit of the budget (yen or thousand yen); it was read as yen{which_en}.",
        ),
        (
            "列の対応の画面か --unit で、単位を確かめてください。",
            "Check the unit where columns are mapped, or name it with --unit.",
        ),
    )


def measures_left(where: Place, count: int) -> Problem:
    """More rows than a register holds."""
    return _notice(
        "measures_left",
        where,
        (
            f"{limits.MEASURES:,} 件を超えたため、残り {count:,} 行は取り込んでいません。",
            f"There are over {limits.MEASURES:,} measures; {count:,} rows were not taken in.",
        ),
        _SPLIT,
    )


def unread_left(where: Place, count: int) -> Problem:
    """More unread rows than are listed one by one."""
    return _notice(
        "unread_left",
        where,
        (
            f"読めない行が多いため、残り {count:,} 行は一覧に載せていません。",
            f"There are too many rows that cannot be read; {count:,} more are not listed.",
        ),
        ("見出しの行と列の対応を確かめてください。", "Check the row of headings and the columns."),
    )


def formats_broken(where: Place) -> Problem:
    """The number formats are damaged: dates come out as numbers."""
    return _notice(
        "formats_broken",
        where,
        (
            "書式の情報が壊れているため、日付が数字になっている可能性があります。",
            "The formats are damaged; dates may have come out as numbers.",
        ),
    )
