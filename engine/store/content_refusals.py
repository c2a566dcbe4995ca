"""The Problems in the content of an answer file: entries nobody knows, parts of the wrong shape, what is missing."""

from collections.abc import Collection, Sequence
from datetime import date

from engine.interview.file_problems import problem
from engine.interview.nearest import nearest
from engine.interview.visible import shown
from engine.model.problem import Place, Problem
from engine.store.yaml_tree import Node, Scalar

LEVELS = {"city": "市区町村", "region": "複数の市区町村にまたがる地域", "prefecture": "都道府県"}


def not_a_mapping(where: Place, node: Node | None, example: str) -> Problem:
    """Entries were expected. Most often the space behind a colon is missing, or the colon is full-width."""
    slip = isinstance(node, Scalar) and (":" in node.text or "：" in node.text)
    remedy = (f"「項目名: 値」の形（{example} など）で書いてください。", f"Write entries as name: value ({example}).")
    if slip:
        remedy = (
            f"コロンは半角にし、その後に半角の空白を入れてください。{remedy[0]}",
            f"Use a half-width colon followed by a space. {remedy[1]}",
        )
    return problem(
        "wrong_type", where, ("項目の並びになっていません。", "This is not a list of named entries."), remedy
    )


def unknown_entry(where: Place, name: str, names: Collection[str]) -> Problem:
    """An entry that means nothing here, with the one probably meant."""
    meant = nearest(name, names)
    ja, en = _did_you_mean(name, meant)
    known = ", ".join(names)
    return problem(
        "unknown_entry",
        where,
        (f"「{shown(name)}」という項目はありません。", f'There is no entry "{shown(name)}".'),
        (f"{ja}ここに書けるのは {known} です。", f"{en}The entries known here are {known}."),
    )


def unknown_question(where: Place, name: str, questions: Collection[str]) -> Problem:
    """A question the book does not have, with the nearest one."""
    meant = nearest(name, questions)
    ja, en = _did_you_mean(name, meant)
    return problem(
        "unknown_question",
        where,
        (f"「{shown(name)}」という質問はありません。", f'There is no question "{shown(name)}".'),
        (f"{ja}質問の一覧は shuseki questions で見られます。", f"{en}shuseki questions lists them all."),
    )


def _did_you_mean(name: str, meant: str | None) -> tuple[str, str]:
    """Names the nearest entry. A name of digits is the tail of a figure: within braces YAML cuts 3,700 in two."""
    if name.isdigit():
        return (
            "数値の桁区切りのコンマは使わないか、値を引用符で囲んでください。",
            "Leave the comma out of figures, or put the value into quotation marks. ",
        )
    return (f"「{meant}」のことですか。", f"Did you mean {meant}? ") if meant else ("", "")


def not_a_text(where: Place) -> Problem:
    """A list or a mapping where one text belongs."""
    return problem(
        "wrong_type",
        where,
        ("1つの語か文が必要です。", "One word or text is needed here."),
        ("一覧や入れ子にせず、値を1つだけ書いてください。", "Write a single value, not a list or a mapping."),
    )


def cluster_missing(where: Place) -> Problem:
    """Nothing says which cluster this is."""
    return problem(
        "cluster_missing",
        where,
        ("どの産業集積についての回答か分かりません（cluster の name がありません）。", "The cluster has no name."),
        (
            "例のように書いてください：cluster: {name: 北上川流域の電子・輸送機器}",
            "Give it one, as in cluster: {name: Electronics in the Kitakami valley}",
        ),
    )


def not_a_level(where: Place, word: str) -> Problem:
    """No level of area that is known."""
    known_ja = "、".join(f"{level}（{name}）" for level, name in LEVELS.items())
    return problem(
        "unknown_level",
        where,
        (f"「{shown(word)}」という区分はありません。", f'There is no level "{shown(word)}".'),
        (f"{known_ja}のいずれかにしてください。", f"Give one of {', '.join(LEVELS)}."),
    )


def not_a_division(where: Place, word: str) -> Problem:
    """No two-digit division of the industrial classification."""
    return problem(
        "not_a_division",
        where,
        (
            f"「{shown(word)}」は産業中分類の番号ではありません。",
            f'"{shown(word)}" is no division of the classification.',
        ),
        (
            "日本標準産業分類の中分類2桁（例：28 電子部品・デバイス・電子回路製造業）で書くか、消してください。",
            "Give the two digits of the Japan Standard Industrial Classification, such as 28, or leave it out.",
        ),
    )


def value_missing(where: Place) -> Problem:
    """A long-form answer without its value."""
    return problem(
        "value_missing",
        where,
        ("回答の値（value）がありません。", "The answer has no value."),
        (
            "value: の後に値を書いてください。分からないときは value: unknown とします。",
            "Write it behind value:, or value: unknown if you do not know.",
        ),
    )


def not_a_time(where: Place, word: str) -> Problem:
    """No point in time."""
    return problem(
        "not_a_time",
        where,
        (f"「{shown(word)}」は日時として読めません。", f'"{shown(word)}" is no date and time.'),
        ("2026-04-01T10:30 の形で書くか、消してください。", "Write it as 2026-04-01T10:30, or leave it out."),
    )


def as_of_missing(where: Place, today: date) -> Problem:
    """A warning: the day of the judgement is not given, so the same file will be judged differently later."""
    return problem(
        "as_of_missing",
        where,
        (f"基準日（as_of）がないため、今日（{today}）としました。", f"as_of is missing; today ({today}) is taken."),
        (
            f"as_of: {today} のように書いておくと、いつでも同じ結果になります。",
            f"Write as_of: {today} to keep the result the same.",
        ),
        warning=True,
    )


def left_open(where: Place, names: Sequence[str]) -> Problem:
    """A warning: entries without a value count as not asked."""
    some, count, more = ", ".join(names[:5]), len(names), len(names) > 5
    return problem(
        "left_open",
        where,
        (
            f"値のない項目が{count}件あります（{some}{' など' if more else ''}）。未回答として扱います。",
            f"{count} entries have no value ({some}{', ...' if more else ''}) and count as not asked.",
        ),
        ("調べても分からないときは unknown と書いてください。", "Write unknown where you do not know."),
        warning=True,
    )


def more_problems(where: Place) -> Problem:
    """The reading stopped: there may be more."""
    return problem(
        "more_problems",
        where,
        ("問題が多いため、ここで読むのをやめました。", "There are so many problems that reading stopped here."),
        ("上の問題を直してから、もう一度読み込んでください。", "Correct those above and read the file again."),
    )
