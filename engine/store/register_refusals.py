"""The Problems of what is kept about registers."""

from engine.interview.file_problems import problem
from engine.interview.visible import shown
from engine.model.problem import Place, Problem


def no_such_register(where: Place, register: str) -> Problem:
    """No register has this id."""
    return problem(
        "no_such_register",
        where,
        (f"事業一覧「{shown(register)}」は保存されていません。", f'There is no register "{shown(register)}".'),
        (
            "取り込み済みの一覧から選ぶか、もう一度取り込んでください。",
            "Choose one from the list, or take it in again.",
        ),
    )
