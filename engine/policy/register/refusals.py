"""Why a file cannot be read as a register at all, told so that the reader can do something about it."""

from engine.interview import file_problems
from engine.interview.file_problems import problem
from engine.model.problem import Place, Problem

_AS_XLSX = (
    "Excel で開き、「名前を付けて保存」で .xlsx にしてから指定してください。",
    "Open it in Excel, save it as .xlsx, and name that file.",
)
_AS_TABLE = (
    "事業一覧の表を Excel（.xlsx）か CSV で用意してください。",
    "Bring the list of measures as a table in Excel (.xlsx) or CSV.",
)


def directory(where: Place) -> Problem:
    """A folder was named."""
    return file_problems.folder(
        where,
        (
            "事業一覧のファイル（.xlsx、.csv）そのものを指定してください。",
            "Name the register itself (.xlsx or .csv).",
        ),
    )


def no_permission(where: Place) -> Problem:
    """The system refuses access."""
    return file_problems.no_permission(
        where,
        (
            "Excel で開いていれば閉じ、自分のフォルダーに写してから指定してください。",
            "Close it in Excel if it is open there, and use a copy in a folder of your own.",
        ),
    )


def too_big(where: Place, limit: int) -> Problem:
    """Over the limit of size in bytes; not opened."""
    size = limit >> 20
    return problem(
        "file_too_big",
        where,
        (f"{size} MiB を超えるため読みません。", f"It is over {size} MiB and is not read."),
        (
            "写真や図を除き、事業一覧のシートだけのファイルにしてください。",
            "Leave out photographs and figures; keep the sheets of the register only.",
        ),
    )


def empty(where: Place) -> Problem:
    """Nothing in it."""
    return problem(
        "file_empty", where, ("ファイルに何も書かれていません。", "There is nothing in the file."), _AS_TABLE
    )


def old_excel(where: Place) -> Problem:
    """Excel up to 2003."""
    return problem(
        "old_excel",
        where,
        ("古い形式の Excel ファイル（.xls）は読めません。", "Files of the old Excel (.xls) cannot be read."),
        _AS_XLSX,
    )


def binary_excel(where: Place) -> Problem:
    """A workbook in binary parts."""
    return problem(
        "binary_excel",
        where,
        ("バイナリ形式の Excel ファイル（.xlsb）は読めません。", "Binary workbooks (.xlsb) cannot be read."),
        _AS_XLSX,
    )


def password(where: Place) -> Problem:
    """Encrypted."""
    return problem(
        "password_protected",
        where,
        ("パスワードで保護されているため読めません。", "It is protected by a password and cannot be read."),
        (
            "Excel で開き、パスワードを外して保存したものを指定してください。",
            "Open it in Excel, take the password off, save it, and name that file.",
        ),
    )


def open_document(where: Place) -> Problem:
    """LibreOffice Calc."""
    return problem(
        "open_document",
        where,
        ("OpenDocument 形式（.ods）は読めません。", "OpenDocument files (.ods) cannot be read."),
        (
            "表計算ソフトで .xlsx か CSV に保存し直してください。",
            "Save it as .xlsx or CSV in your spreadsheet program.",
        ),
    )


def no_table_format(where: Place, kind: str) -> Problem:
    """A file of another kind: PDF, Word, a picture."""
    return problem(
        "not_a_table_file",
        where,
        (f"{kind} のファイルからは事業一覧を読めません。", f"A register cannot be read from a file of {kind}."),
        _AS_TABLE,
    )


def unknown_binary(where: Place) -> Problem:
    """Neither a workbook nor text."""
    return problem(
        "not_a_table_file",
        where,
        ("Excel（.xlsx）でも文字のファイルでもありません。", "It is neither an Excel workbook (.xlsx) nor text."),
        _AS_TABLE,
    )


def page(where: Place) -> Problem:
    """HTML or the XML of Excel 2003 under the name of a workbook, as business systems export it."""
    return problem(
        "page_inside",
        where,
        (
            "中身は Excel ではなく、HTML または XML の表です（システムの出力に多い形です）。",
            "Inside it is no workbook but a table in HTML or XML, as some systems export it.",
        ),
        _AS_XLSX,
    )


def broken(where: Place) -> Problem:
    """A zip or an XML that is damaged, or no workbook."""
    return problem(
        "workbook_broken",
        where,
        ("Excel ファイルが壊れているか、途中で切れています。", "The workbook is damaged or cut off."),
        (
            "Excel で開けるか確かめ、開けたら別の名前で保存し直してください。",
            "See whether Excel opens it; if so, save it under another name.",
        ),
    )


def bomb(where: Place) -> Problem:
    """It claims to hold far more than a workbook does."""
    return problem(
        "workbook_bursts",
        where,
        (
            "広げると異常な大きさになるため読みません。",
            "Unpacked it would be abnormally large, so it is not read.",
        ),
        (
            "正しいファイルか確かめてください。正しければ、事業一覧の範囲だけを新しいブックに写してください。",
            "Check that it is the right file. If so, copy the register alone into a new workbook.",
        ),
    )


def unsafe(where: Place) -> Problem:
    """Parts whose names point outside the package."""
    return problem(
        "workbook_unsafe",
        where,
        (
            "Excel が作らない場所を指す部品が入っているため読みません。",
            "It holds parts that point to places Excel never writes, so it is not read.",
        ),
        ("正しいファイルか、作成元に確かめてください。", "Ask whoever made it whether it is the right file."),
    )


def document_type(where: Place) -> Problem:
    """A document type in the XML: the door to entities that expand or fetch."""
    return problem(
        "workbook_unsafe",
        where,
        (
            "Excel が書かない宣言（DTD）が入っているため読みません。",
            "It holds a declaration (DTD) that Excel never writes, so it is not read.",
        ),
        ("正しいファイルか、作成元に確かめてください。", "Ask whoever made it whether it is the right file."),
    )


def encoding_unknown(where: Place) -> Problem:
    """Neither UTF-8, nor UTF-16 with its mark, nor CP932."""
    return file_problems.encoding_unknown(
        where, ("Excel で「CSV UTF-8」として保存し直してください。", "Save it again as 'CSV UTF-8' in Excel.")
    )


def encoding_damaged(where: Place) -> Problem:
    """UTF-8, but for some bytes."""
    return file_problems.encoding_damaged(
        where, ("元のファイルを使うか、この行を直してください。", "Use the original file, or mend this line.")
    )


def no_table(where: Place) -> Problem:
    """No sheet has a header with a name of measures."""
    return problem(
        "no_table",
        where,
        (
            "事業の一覧表が見つかりません。「事業名」などの見出しの行が必要です。",
            "No table of measures was found. It needs a row of headings such as 事業名 (name).",
        ),
        (
            "見出しの行を加えるか、列の対応を画面で指定してください。",
            "Add a row of headings, or say on the screen what the columns hold.",
        ),
    )


def only_forms(where: Place, forms: int) -> Problem:
    """No list of measures, but a form for each: label beside value."""
    return problem(
        "no_table",
        where,
        (
            f"1事業1枚の個票の形です（{forms}枚）。1行に1事業の一覧表ではないため、読めません。",
            f"It holds forms of one measure each ({forms}), not a list with one measure a row.",
        ),
        (
            "主要事業一覧など1行1事業の表を指定するか、記入用のひな形（shuseki gaps --template）に転記してください。",
            "Name a list with one measure a row, or copy them into the template (shuseki gaps --template).",
        ),
    )
