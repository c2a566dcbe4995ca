"""The Problems of naming a consultation (file, saved or example) and of changing its answers on the command line."""

from collections.abc import Sequence

from engine.interview.visible import shown
from engine.model.problem import Place, Problem
from tui.words.problems import problem

_PLACES = {
    "file": ("ファイル", "files"),
    "saved": ("保存された相談", "saved consultations"),
    "example": ("例", "examples"),
}


def _guesses(names: Sequence[str]) -> tuple[str, str]:
    if not names:
        return "", ""
    listed = [shown(name) for name in names]
    return f"「{'」「'.join(listed)}」のことですか。", f"Did you mean {' or '.join(listed)}? "


def unknown_source(name: str, tried: Sequence[str], near: Sequence[str]) -> Problem:
    """No consultation of that name was found. ``tried``: of file, saved, example, where it was looked for."""
    ja, en = _guesses(near)
    looked = [_PLACES[one] for one in tried]
    return problem(
        "unknown_source",
        (
            f"「{shown(name)}」は{'、'.join(one[0] for one in looked)}に見つかりません。",
            f"{ja}保存された相談は「shuseki export」、例は「shuseki examples」で一覧を見られます。",
        ),
        (
            f'"{shown(name)}" was not found among {", ".join(one[1] for one in looked)}.',
            f'{en}"shuseki export" lists saved consultations, "shuseki examples" the examples.',
        ),
    )


def several_saved(name: str, ids: Sequence[str]) -> Problem:
    """More than one saved consultation has the name."""
    listed = ", ".join(ids)
    return problem(
        "several_saved",
        (f"「{shown(name)}」という相談が{len(ids)}件保存されています。", f"IDで指定してください：{listed}"),
        (f'{len(ids)} saved consultations are named "{shown(name)}".', f"Name one by its id: {listed}"),
    )


def no_equals_sign(given: str) -> Problem:
    """``--set`` without question and value."""
    return problem(
        "no_equals_sign",
        (f"「--set {shown(given)}」に「=」がありません。", "「--set 質問のID=値」の形で指定してください。"),
        (f'"--set {shown(given)}" has no "=".', "Write it as --set question=value."),
    )


def unknown_question(option: str, name: str, near: str | None) -> Problem:
    """The book has no such question."""
    ja, en = _guesses([near] if near else [])
    return problem(
        "unknown_question",
        (f"「{shown(name)}」という質問はありません。", f"{ja}一覧は「shuseki questions」で見られます。"),
        (f'There is no question "{shown(name)}".', f'{en}"shuseki questions" lists them all.'),
        Place(entry=option),
    )


def changed_twice(name: str) -> Problem:
    """Two changes of one answer."""
    return problem(
        "changed_twice",
        (f"質問「{shown(name)}」の変更が2回指定されています。", "どちらか一方にしてください。"),
        (f'The answer to "{shown(name)}" is changed twice.', "Leave out one of the two."),
    )


def nothing_changed() -> Problem:
    """A scenario without a change."""
    return problem(
        "nothing_changed",
        ("変更する回答が指定されていません。", "「--set 質問のID=値」か「--unset 質問のID」を一つ以上付けてください。"),
        ("No change of an answer was given.", "Add --set question=value or --unset question at least once."),
    )
