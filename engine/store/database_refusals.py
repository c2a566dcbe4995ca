"""The Problems a database can meet. Of its URL they show system, host and name only: a URL may hold a password."""

from engine.interview.file_problems import problem
from engine.interview.visible import shown
from engine.model.problem import Place, Problem
from engine.store.history import Event, is_deleted

_KEEP = ("ファイルには何も書き込んでいません。", "Nothing was written to it.")


def bad_url() -> Problem:
    """The URL cannot be read; it is not repeated."""
    return problem(
        "bad_database_url",
        Place(entry="SHUSEKI_DATABASE_URL"),
        ("データベースの URL が読めません。", "The URL of the database cannot be read."),
        (
            "sqlite:///C:/data/shuseki.db や postgresql+psycopg://user:password@host/name の形にしてください。",
            "Write it as sqlite:////home/me/shuseki.db or postgresql+psycopg://user:password@host/name.",
        ),
    )


def no_driver(where: Place, system: str) -> Problem:
    """The library for this system of databases is not installed, or there is none."""
    if system == "postgresql":
        remedy = (
            "ライブラリ psycopg を入れるか、SHUSEKI_DATABASE_URL を消してください。",
            "Install the library psycopg, or unset SHUSEKI_DATABASE_URL.",
        )
    else:
        remedy = (
            "SHUSEKI_DATABASE_URL に SQLite か PostgreSQL の URL を指定するか、消してください。",
            "Name an SQLite or PostgreSQL database in SHUSEKI_DATABASE_URL, or unset it.",
        )
    return problem(
        "database_driver_missing",
        where,
        (
            f"この種類（{shown(system)}）のデータベースには接続できません。",
            f"A database of this kind ({shown(system)}) cannot be connected to.",
        ),
        remedy,
    )


def no_data_folder(where: Place) -> Problem:
    """The folder for the user's data cannot be made."""
    return problem(
        "no_data_folder",
        where,
        ("データを保存するフォルダーを作れません。", "The folder for the stored data cannot be made."),
        (
            "フォルダーの権限を確かめるか、SHUSEKI_DATABASE_URL で別の保存先を指定してください。",
            "Check the permissions of the folder, or name another store with SHUSEKI_DATABASE_URL.",
        ),
    )


def broken(where: Place) -> Problem:
    """It is no database, or a damaged one."""
    return problem(
        "store_broken",
        where,
        (
            f"保存データが壊れているか、データベースではありません。{_KEEP[0]}",
            f"The stored data is damaged, or this is no database. {_KEEP[1]}",
        ),
        (
            "このファイルを（-wal、-shm で終わるファイルも一緒に）別の場所に移すと、新しい保存先で始められます。"
            "控えがあれば元に戻してください。",
            "Move this file away, together with those ending in -wal and -shm, to begin with a new store; "
            "or put a backup back.",
        ),
    )


def not_ours(where: Place) -> Problem:
    """A database of something else."""
    return problem(
        "store_not_ours",
        where,
        (f"ほかのソフトウェアのデータベースです。{_KEEP[0]}", f"This database belongs to other software. {_KEEP[1]}"),
        ("空のデータベースか、新しいファイル名を指定してください。", "Name an empty database or a new file."),
    )


def newer(where: Place, found: int, known: int) -> Problem:
    """Written by a later version of this program."""
    return problem(
        "store_newer",
        where,
        (
            f"新しい版の Shuseki で作られた保存データです（形式{found}、この版は{known}まで）。{_KEEP[0]}",
            f"This store was made by a newer Shuseki (format {found}; this one knows {known}). {_KEEP[1]}",
        ),
        ("Shuseki を新しい版にしてください。", "Update Shuseki."),
    )


def no_backup(where: Place) -> Problem:
    """An old store was to be brought up to date, and no copy of it could be made first."""
    return problem(
        "store_no_backup",
        where,
        (
            f"以前の形式の保存データです。新しい形式に直す前の控えを同じフォルダーに作れないため、開きません。{_KEEP[0]}",
            "This store has an earlier format. No backup could be made in its folder before bringing it up to date, "
            f"so it was not opened. {_KEEP[1]}",
        ),
        (
            "フォルダーの権限とディスクの空きを確かめて、もう一度開いてください。",
            "Check the permissions of the folder and the free space of the disk, and open it again.",
        ),
    )


def backed_up(where: Place, found: int, now: int, copy: str) -> Problem:
    """What is told once after an old store was brought up to date."""
    name = shown(copy, 300)
    return problem(
        "store_backed_up",
        where,
        (
            f"以前の形式（{found}）の保存データを新しい形式（{now}）に直しました。直す前の控え：{name}",
            f"The store was brought from format {found} to {now}. What it was before is kept as {name}.",
        ),
        ("控えは、不要になったら消して構いません。", "Delete that backup when you no longer need it."),
        warning=True,
    )


def log_on_share(where: Place) -> Problem:
    """It lies on a network share, and somebody keeps it open with a write-ahead log."""
    return problem(
        "store_log_on_share",
        where,
        (
            "共有フォルダーの保存データが、共有に向かない方式（WAL）で使われています。壊れるおそれがあるため開きません。",
            "This store lies on a network share and is in use with a write-ahead log, which may damage it there; "
            "it was not opened.",
        ),
        (
            "この保存データを開いているほかの画面をすべて閉じてから、もう一度開いてください。",
            "Close every other window that has it open, then open it again.",
        ),
    )


def busy(where: Place) -> Problem:
    """Somebody else has been writing for too long."""
    return problem(
        "store_busy",
        where,
        (
            "ほかの画面または人が書き込み中で、保存できません。",
            "Another window or person is writing; it cannot be used now.",
        ),
        ("少し待って、もう一度操作してください。", "Wait a moment and try again."),
    )


def read_only(where: Place) -> Problem:
    """Writing is not allowed there."""
    return problem(
        "store_read_only",
        where,
        ("保存先に書き込めません。", "The store cannot be written to."),
        (
            "ファイルとフォルダーの権限を確かめるか、SHUSEKI_DATABASE_URL で別の保存先を指定してください。",
            "Check the permissions of the file and its folder, or name another store with SHUSEKI_DATABASE_URL.",
        ),
    )


def full(where: Place) -> Problem:
    """The disk is full."""
    return problem(
        "store_full",
        where,
        ("ディスクの空きが足りず、保存できません。", "The disk is full; nothing can be stored."),
        ("空きを作ってから、もう一度操作してください。", "Free some space and try again."),
    )


def failed(where: Place, error: Exception) -> Problem:
    """Anything else. Only the kind of the error is told, since its words may hold the URL or answers."""
    kind = type(getattr(error, "orig", None) or error).__name__
    return problem(
        "store_failed",
        where,
        (f"保存先を使えません（{shown(kind)}）。", f"The store cannot be used ({shown(kind)})."),
        (
            "保存先とネットワークを確かめ、もう一度操作してください。",
            "Check the place of the store and the network, and try again.",
        ),
    )


def no_such_consultation(where: Place, consultation: str) -> Problem:
    """No consultation has this id."""
    return problem(
        "no_such_consultation",
        where,
        (f"相談「{shown(consultation)}」は保存されていません。", f'There is no consultation "{shown(consultation)}".'),
        ("保存済みの一覧から選んでください。", "Choose one from the list."),
    )


def deleted(where: Place, consultation: str) -> Problem:
    """It was deleted, and can be brought back."""
    return problem(
        "consultation_deleted",
        where,
        (
            f"相談「{shown(consultation)}」は削除されています。",
            f'The consultation "{shown(consultation)}" was deleted.',
        ),
        ("必要なら元に戻せます。", "It can be restored."),
    )


def scenario_without_name(where: Place) -> Problem:
    """A scenario was to branch off and nothing says what it supposes."""
    return problem(
        "scenario_without_name",
        where,
        ("シナリオの名前がありません。", "The scenario has no name."),
        ("何を仮定するかが分かる名前を付けてください。", "Give it a name that says what it supposes."),
    )


def elsewhere(where: Place, missed: tuple[Event, ...], question: str | None) -> Problem:
    """A notice that goes with a write: somebody else has written since the caller last looked. Both are kept.

    ``question``: the one that was written about, if it was one.
    """
    same = any(event.question and event.question == question for event in missed)
    if is_deleted(missed):
        return _deleted_elsewhere(where)
    ja, en = ("同じ質問への回答も含まれます。", "The same question is among them. ") if same else ("", "")
    return problem(
        "changed_elsewhere",
        where,
        (
            f"ほかの画面または人が、この相談に{len(missed)}件の変更を加えました。{ja}"
            "どちらも記録に残り、後の回答が有効です。",
            f"Another window or person made {len(missed)} change(s) to this consultation. {en}"
            "Both are kept; the later counts.",
        ),
        ("読み直して、内容を確かめてください。", "Load it again and look at what changed."),
        warning=True,
    )


def _deleted_elsewhere(where: Place) -> Problem:
    return problem(
        "deleted_elsewhere",
        where,
        (
            "ほかの画面または人が、この相談を削除しました。今の変更は記録しました。",
            "Another window or person deleted this consultation. What you changed was kept.",
        ),
        (
            "続けるには、削除した相談の一覧から元に戻してください。",
            "To go on with it, restore it from the deleted ones.",
        ),
        warning=True,
    )
