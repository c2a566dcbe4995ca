"""The Problems that the command line itself finds: misuse, and what nobody foresaw."""

import errno

from engine.interview.visible import shown
from engine.model.problem import Place, Problem, Severity
from engine.model.text import LocalizedText


def problem(code: str, ja: tuple[str, str], en: tuple[str, str], where: Place | None = None) -> Problem:
    """A Problem of the command line. ``ja``, ``en``: what happened, and what to do."""
    return Problem(
        code=code,
        where=where or Place(),
        what=LocalizedText(ja=ja[0], en=en[0]),
        remedy=LocalizedText(ja=ja[1], en=en[1]),
    )


def _guess(meant: str | None) -> tuple[str, str]:
    return (f"「{meant}」のことですか。", f'Did you mean "{meant}"? ') if meant else ("", "")


def no_terminal() -> Problem:
    """The terminal interface was asked for where there is no terminal."""
    return problem(
        "no_terminal",
        (
            "画面を開けません。標準入力と標準出力が端末ではありません。",
            "診断を文字で出すには「shuseki advise FILE」、一問ずつ答えるには「shuseki interview」を使ってください。",
        ),
        (
            "The terminal interface cannot open: standard input and output are no terminal.",
            'Use "shuseki advise FILE" for a report in text, or "shuseki interview" to answer line by line.',
        ),
    )


def unknown_command(name: str, meant: str | None) -> Problem:
    """There is no such command."""
    ja, en = _guess(meant)
    return problem(
        "unknown_command",
        (f"「{shown(name)}」というコマンドはありません。", f"{ja}一覧は「shuseki --help」で見られます。"),
        (f'There is no command "{shown(name)}".', f'{en}See "shuseki --help" for the list.'),
    )


def unknown_option(name: str, meant: str | None) -> Problem:
    """There is no such option."""
    ja, en = _guess(meant)
    return problem(
        "unknown_option",
        (f"「{shown(name)}」というオプションはありません。", f"{ja}使い方は「--help」で見られます。"),
        (f'There is no option "{shown(name)}".', f'{en}See "--help" for how to use the command.'),
    )


def missing_argument(name: str) -> Problem:
    """An argument or the value of an option was left out."""
    return problem(
        "missing_argument",
        (f"「{shown(name)}」が指定されていません。", "指定してください。使い方は「--help」で見られます。"),
        (f'"{shown(name)}" is missing.', 'Give it; see "--help" for how to use the command.'),
    )


def bad_value(name: str, value: str, choices: tuple[str, ...] = ()) -> Problem:
    """An option was given a value it does not take."""
    ja = f"次のいずれかにしてください：{'、'.join(choices)}。" if choices else "使い方は「--help」で見られます。"
    en = f"Give one of: {', '.join(choices)}." if choices else 'See "--help" for how to use the command.'
    return problem(
        "bad_value",
        (f"「{shown(value)}」は{name}の値として使えません。", ja),
        (f'"{shown(value)}" is no value for {name}.', en),
    )


def empty_output() -> Problem:
    """The name of the file to be written is empty."""
    return problem(
        "empty_output",
        (
            "「-o」の後のファイル名が空です。",
            "書き出すファイルの名前を付けるか、「-o」を外してください（画面に出します）。",
        ),
        ("The name of the file after -o is empty.", "Name the file to write, or leave -o out to see it here."),
    )


def out_of_range(name: str, value: int, least: int, most: int) -> Problem:
    """An option was given a number beyond what it takes."""
    return problem(
        "out_of_range",
        (f"{name}に{value:,}は使えません。", f"{least:,}から{most:,}までの数にしてください。"),
        (f"{value:,} is no value for {name}.", f"Give a number from {least:,} to {most:,}."),
    )


def bad_number(name: str, least: int | None, most: int | None) -> Problem:
    """An option was given something that is no whole number, or one beyond its bounds."""
    if least is not None and most is not None:
        ja, en = f"{least}から{most}までの整数", f"a whole number from {least} to {most}"
    elif least is not None:
        ja, en = f"{least}以上の整数", f"a whole number, {least} or more"
    else:
        ja, en = "整数", "a whole number"
    return problem(
        "bad_number",
        (f"{name}に使えない値が指定されています。", f"{ja}を指定してください。"),
        (f"{name} was given a value that it does not take.", f"Give {en}."),
    )


def wrong_kind(name: str, choices: tuple[str, ...] = ()) -> Problem:
    """An option was given a value of the wrong kind."""
    ja = f"次のいずれかにしてください：{'、'.join(choices)}。" if choices else "使い方は「--help」で見られます。"
    en = f"Give one of: {', '.join(choices)}." if choices else 'See "--help" for how to use the command.'
    return problem(
        "wrong_kind",
        (f"{name}に使えない値が指定されています。", ja),
        (f"{name} was given a value that it does not take.", en),
    )


def extra_argument(name: str) -> Problem:
    """More was given than the command takes."""
    return problem(
        "extra_argument",
        (f"「{shown(name)}」は余分です。", "取り除いてください。使い方は「--help」で見られます。"),
        (f'"{shown(name)}" is more than the command takes.', 'Leave it out; see "--help" for how to use it.'),
    )


def misuse(detail: str) -> Problem:
    """The command line was not understood for another reason."""
    return problem(
        "misuse",
        (f"コマンドの指定が正しくありません（{shown(detail, 200)}）。", "使い方は「--help」で見られます。"),
        (f"The command is not used properly: {shown(detail, 200)}", 'See "--help" for how to use it.'),
    )


def one_source() -> Problem:
    """Neither a file nor an example was given, or both."""
    return problem(
        "one_source",
        (
            "回答ファイルか例のどちらか一つを指定してください。",
            "「FILE」（標準入力は「-」）か「--example ID」を付けます。例の一覧は「shuseki examples」で見られます。",
        ),
        (
            "Give either an answer file or an example, one of the two.",
            'Add FILE ("-" for standard input) or --example ID; "shuseki examples" lists the examples.',
        ),
    )


def unknown_example(name: str, meant: str | None) -> Problem:
    """The book has no such example."""
    ja, en = _guess(meant)
    return problem(
        "unknown_example",
        (f"「{shown(name)}」という例はありません。", f"{ja}一覧は「shuseki examples」で見られます。"),
        (f'There is no example "{shown(name)}".', f'{en}See "shuseki examples" for the list.'),
    )


def unknown_section(name: str, names: tuple[str, ...]) -> Problem:
    """The interview has no such section."""
    return bad_value("--section", name, names)


def unknown_conclusion(name: str, meant: str | None) -> Problem:
    """There is no conclusion of that name."""
    ja, en = _guess(meant)
    return problem(
        "unknown_conclusion",
        (
            f"「{shown(name)}」という結論はありません。",
            f"{ja}type、型（A-1）、フェーズ（PH.B.2）、施策（MS.…）、質問のIDなどを指定します。"
            "一覧は「shuseki explain --list」で見られます。",
        ),
        (
            f'There is no conclusion "{shown(name)}".',
            f"{en}Give type, a type (A-1), a phase (PH.B.2), a measure (MS...), the id of a question or the like;"
            ' "shuseki explain --list" lists them all.',
        ),
    )


def unforeseen(error: BaseException) -> Problem:
    """What an error means that nobody caught: output that cannot be written, or something unexpected."""
    if isinstance(error, OSError) and error.filename is None:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            return _disk_full()
        if error.errno in (errno.EBADF, errno.EIO):
            return _no_output()
    return unexpected(error)


def _disk_full() -> Problem:
    return problem(
        "disk_full",
        ("ディスクの空きが足りず、出力を最後まで書けませんでした。", "空きを作るか、別の場所に出力してください。"),
        ("The disk is full; the output is not complete.", "Free some space, or write to another place."),
    )


def _no_output() -> Problem:
    return problem(
        "no_output",
        (
            "標準出力に書けません（閉じられているか、壊れています）。",
            "出力先を確かめるか、対応するコマンドでは「-o FILE」でファイルに書いてください。",
        ),
        (
            "Standard output cannot be written to: it is closed or broken.",
            "Check where the output goes, or write to a file with -o FILE where the command has it.",
        ),
    )


def unexpected(error: BaseException) -> Problem:
    """Something that should not happen happened."""
    detail = shown(f"{type(error).__name__}: {error}", 200)
    return problem(
        "unexpected",
        (
            f"予期しないエラーが起きました（{detail}）。",
            "保存された回答はそのままです。SHUSEKI_DEBUG=1 を付けて実行し、出た詳細を開発者に知らせてください。",
        ),
        (
            f"An unexpected error occurred ({detail}).",
            "Saved answers are as they were. Run again with SHUSEKI_DEBUG=1 for details and tell the developers.",
        ),
    )


def no_names() -> Problem:
    """An interview without a name of the cluster cannot be saved."""
    return problem(
        "no_name",
        ("集積の名前が入力されないまま終わりました。", "最初の問いに、地域と産業の名前を答えてください。"),
        ("The interview ended before the cluster was named.", "Answer the first question with region and industry."),
    )


def nothing_saved() -> Problem:
    """An interview ended and no file was named to keep it."""
    return problem(
        "not_saved",
        ("回答はファイルに保存していません。", "保存するには -o FILE を付けて実行してください。"),
        ("The answers were not saved to a file.", "Run it with -o FILE to keep them."),
    ).model_copy(update={"severity": Severity.WARNING})
