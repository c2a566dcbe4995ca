"""The Problems the product's own files can meet before their content is looked at."""

from engine.interview.file_problems import encoding_damaged as damaged
from engine.interview.file_problems import encoding_unknown as unknown
from engine.interview.file_problems import folder, problem
from engine.interview.file_problems import no_permission as refused
from engine.model.problem import Place, Problem

_SIZE_LIMIT_MIB = 1
SIZE_LIMIT = _SIZE_LIMIT_MIB * 2**20


def directory(where: Place) -> Problem:
    """A folder was named instead of an answer file."""
    return folder(where, ("回答ファイル（.yaml）そのものを指定してください。", "Name the answer file (.yaml) itself."))


def folder_to_write(where: Place) -> Problem:
    """A folder was named as the file to be written."""
    return folder(
        where,
        (
            "フォルダーの後に、書き出すファイルの名前を付けてください。",
            "Add the name of the file to write to the folder.",
        ),
    )


def template_is_folder(where: Place) -> Problem:
    """A folder was named as the template of Word."""
    return folder(
        where,
        (
            "Wordのテンプレート（.docx、.dotx）そのものを指定してください。",
            "Name the Word template (.docx, .dotx) itself.",
        ),
    )


def store_is_folder(where: Place) -> Problem:
    """A folder was named as the file of the store."""
    return folder(
        where,
        (
            "SHUSEKI_DATABASE_URL には、フォルダーではなく保存データのファイル（.db）を指定してください。",
            "Name the file of the store (.db) in SHUSEKI_DATABASE_URL.",
        ),
    )


def no_permission(where: Place) -> Problem:
    """The system refuses access."""
    return refused(
        where,
        (
            "権限を変えるか、自分のフォルダーに写してから使ってください。",
            "Change its permissions, or use a copy in a folder of your own.",
        ),
    )


def too_big(where: Place) -> Problem:
    """Over the limit of size; not even parsed."""
    return problem(
        "file_too_big",
        where,
        (f"{_SIZE_LIMIT_MIB} MiB を超えるため読みません。", f"It is over {_SIZE_LIMIT_MIB} MiB and is not read."),
        (
            "回答ファイルは通常 数十 KB です。指定したファイルが正しいか確かめてください。",
            "An answer file has some tens of KB. Check that this is the right file.",
        ),
    )


def empty(where: Place) -> Problem:
    """Nothing in it."""
    return problem(
        "file_empty",
        where,
        ("ファイルが空です。", "The file is empty."),
        (
            "cluster と as_of と answers を書いてください。見本は shuseki examples で見られます。",
            "Write cluster, as_of and answers into it; shuseki examples shows how.",
        ),
    )


def encoding_unknown(where: Place) -> Problem:
    """Neither UTF-8 nor CP932."""
    return unknown(
        where,
        (
            "メモ帳などで開き、文字コード「UTF-8」で保存し直してください。",
            "Open it in an editor and save it again as UTF-8.",
        ),
    )


def encoding_damaged(where: Place) -> Problem:
    """UTF-8, but for some bytes: damaged on its way, or cut off within a character."""
    return damaged(
        where,
        (
            "元のファイルを使うか、この行を直して UTF-8 で保存してください。",
            "Use the original file, or mend this line and save it as UTF-8.",
        ),
    )


def read_as_cp932(where: Place) -> Problem:
    """A warning that goes along with the result."""
    return problem(
        "read_as_cp932",
        where,
        (
            "UTF-8 ではないため、CP932（Shift_JIS）として読みました。",
            "It is not UTF-8 and was read as CP932 (Shift_JIS).",
        ),
        (
            "名称などが正しく読めているか確かめ、次からは UTF-8 で保存してください。",
            "Check that names came out right, and save it as UTF-8 next time.",
        ),
        warning=True,
    )


def control_character(where: Place, escape: str) -> Problem:
    """A NUL or another control character stands in the text."""
    return problem(
        "control_character",
        where,
        (f"文字として読めない制御文字（{escape}）が入っています。", f"It holds a control character ({escape})."),
        (
            "その文字を消してください。Word や Excel のファイルではなく、テキストファイルが必要です。",
            "Remove it. A plain text file is needed, not one of Word or Excel.",
        ),
    )


def cut_off(where: Place) -> Problem:
    """This program wrote it, and its end is gone."""
    return problem(
        "cut_off",
        where,
        ("ファイルが途中で切れています（最後の行がありません）。", "The file is cut off; its last line is missing."),
        (
            "元のファイルを使ってください。内容がそろっていると確かなら、1行目を消せば読めます。",
            "Use the original file. If you are sure that nothing is missing, remove its first line.",
        ),
    )


def too_big_to_write(where: Place) -> Problem:
    """It would be over the limit that reading sets."""
    return problem(
        "file_too_big",
        where,
        (
            f"書き出すと {_SIZE_LIMIT_MIB} MiB を超え、読み戻せなくなります。",
            f"It would be over {_SIZE_LIMIT_MIB} MiB and could not be read back.",
        ),
        ("備考（note）の長い文章を短くしてください。", "Shorten the long notes."),
    )


def exists(where: Place) -> Problem:
    """There is a file of that name already."""
    return problem(
        "file_exists",
        where,
        (
            "同じ名前のファイルがすでにあります。上書きしていません。",
            "A file of this name exists; it was not overwritten.",
        ),
        ("別の名前にするか、上書きを指定してください。", "Choose another name, or ask for overwriting."),
    )


def no_folder(where: Place) -> Problem:
    """The folder to write into does not exist."""
    return problem(
        "folder_missing",
        where,
        ("書き出し先のフォルダーがありません。", "The folder to write into does not exist."),
        ("フォルダーを作るか、別の場所を指定してください。", "Create it, or name another place."),
    )
