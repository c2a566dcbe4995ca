"""The Problems and lines of checking a whole folder of consultations."""

from collections.abc import Callable, Sequence

from engine.interview.visible import shown
from engine.model.problem import Place, Problem, Severity
from engine.model.text import Lang
from tui.words.problems import problem

Told = Callable[[Place], Problem]
"""A Problem that waits to be told where it is."""


def _at(code: str, ja: tuple[str, str], en: tuple[str, str]) -> Told:
    return lambda where: problem(code, ja, en, where)


def no_register(stem: str) -> Told:
    """No register goes with an answer file."""
    name = shown(stem)
    return _at(
        "no_register_of_it",
        (
            "対応する事業一覧がありません。",
            f"「{name}.xlsx」か「{name}_事業一覧.csv」のような名前で同じフォルダーに置いてください。",
        ),
        ("No register goes with it.", f'Put one beside it, named such as "{name}.xlsx" or "{name}_measures.csv".'),
    )


def no_answers(register: str) -> Told:
    """No answer file goes with a register."""
    name = shown(register.rpartition(".")[0])
    return _at(
        "no_answers_of_it",
        (
            "この事業一覧に対応する回答ファイルがありません。",
            f"「{name}.yaml」のように、名前をそろえて同じフォルダーに置いてください。",
        ),
        ("No answer file goes with this register.", f'Put one beside it with the same name, such as "{name}.yaml".'),
    )


def several_registers(names: Sequence[str]) -> Told:
    """More than one register could go with an answer file."""
    return _at(
        "several_registers",
        (
            f"対応する事業一覧が{len(names)}つあり、どれか決められません（{_listed(names, '、')}）。",
            "一つだけを残すか、回答ファイルと同じ名前にしてください。",
        ),
        (
            f"{len(names)} registers could go with it ({_listed(names, ', ')}).",
            "Keep one of them, or give the right one the name of the answer file.",
        ),
    )


def two_answer_files(names: Sequence[str]) -> Told:
    """Two answer files differ in their suffix alone."""
    return _at(
        "two_answer_files",
        (f"名前が同じ回答ファイルがあります（{_listed(names, '、')}）。", "一つだけを残してください。"),
        (f"There are answer files of one name ({_listed(names, ', ')}).", "Keep one of them."),
    )


def worker_died(register: str) -> Problem:
    """The process that checked it was ended by the system."""
    return problem(
        "worker_died",
        (
            "点検の途中で処理が打ち切られました（メモリー不足など）。",
            "「shuseki gaps」でこの一件だけを点検し、ファイルを確かめてください。",
        ),
        (
            "The process that checked it was ended by the system, for want of memory perhaps.",
            'Check this one alone with "shuseki gaps", and look at its files.',
        ),
        Place(file=shown(register, 300)),
    )


def nothing_to_check(folder: str) -> Problem:
    """The folder holds no consultation."""
    return problem(
        "nothing_to_check",
        (
            "このフォルダーに、点検する回答ファイルと事業一覧がありません。",
            "「倉敷市.yaml」と「倉敷市.xlsx」のように、名前をそろえて置いてください。市町村ごとのフォルダーでもかまいません。",
        ),
        (
            "This folder holds no answer files with registers.",
            'Put them there in pairs of one name, such as "kurashiki.yaml" and "kurashiki.xlsx", or a folder for each.',
        ),
        Place(file=shown(folder, 300)),
    )


def needs_output() -> Problem:
    """A summary is a file."""
    return problem(
        "batch_needs_output",
        (
            "まとめの出力先が指定されていません。",
            "「-o まとめ.xlsx」のように指定してください。JSONを画面に出すには「--format json」を付けます。",
        ),
        (
            "Nothing says where the summary goes.",
            'Give -o summary.xlsx, or "--format json" to print JSON.',
        ),
    )


def not_of_batch(option: str) -> Problem:
    """An option that is about one register only."""
    return problem(
        "not_of_batch",
        (f"{shown(option)} は「--batch」と一緒には使えません。", "一件ずつ点検するときに使ってください。"),
        (f"{shown(option)} does not go with --batch.", "Use it when you check one register."),
    )


def stopped(done: int, total: int) -> Problem:
    """Ctrl+C ended the batch early."""
    found = problem(
        "batch_stopped",
        (
            f"途中で中止したため、{total:,}件のうち{done:,}件だけのまとめです。",
            "残りも点検するには、もう一度実行してください。",
        ),
        (f"It was stopped: the summary holds {done:,} of {total:,}.", "Run it again to check the rest."),
    )
    return found.model_copy(update={"severity": Severity.WARNING})


def done(count: int, total: int, lang: Lang, seconds: float | None = None) -> str:
    """How far it is, and on a terminal how long it may still take."""
    if seconds is None or not count:
        return f"{count:,}/{total:,}件 点検済み" if lang == "ja" else f"{count:,} of {total:,} checked"
    left = f"{seconds / 60:.0f}分" if seconds >= 90 else f"{seconds:.0f}秒"
    if lang == "ja":
        return f"{count:,}/{total:,}件、残り約{left}"
    left = f"{seconds / 60:.0f} min" if seconds >= 90 else f"{seconds:.0f} s"
    return f"{count:,} of {total:,}, about {left} left"


def summary(checked: int, with_gaps: int, failed: int, lang: Lang) -> str:
    """The end of it in one line."""
    if lang == "ja":
        return f"{checked:,}件を点検しました。不足・補修のあるもの{with_gaps:,}件、点検できなかったもの{failed:,}件。"
    return f"{checked:,} checked; {with_gaps:,} have gaps, {failed:,} could not be checked."


def _listed(names: Sequence[str], between: str) -> str:
    listed = between.join(shown(name) for name in names[:5])
    return listed + (f"{between}..." if len(names) > 5 else "")
