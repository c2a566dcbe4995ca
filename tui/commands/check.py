"""``check``: verifies knowledge and rules; what it finds is printed with file and line."""

import json

import typer

from engine.model.problem import Problem, ShusekiError
from tui.commands import shared


def check(json_: shared.JsonOption = False, lang: shared.LangOption = None) -> None:
    """Verify knowledge and rules; exit 1 on findings."""
    speak = shared.chosen(lang)
    found = _found()
    if json_:
        shared.give(json.dumps([one.model_dump(mode="json") for one in found], ensure_ascii=False, indent=2))
    elif found:
        shared.give("".join(f"{one.tell(speak)}\n" for one in found))
    else:
        shared.give("指摘はありません。" if speak == "ja" else "No findings.")
    if found:
        raise typer.Exit(1)


def _found() -> tuple[Problem, ...]:
    """What is wrong with the files as they are now, never with what was cached."""
    from engine.book import load
    from engine.book.verify import check as verify

    try:
        return verify(load(cache=None))
    except ShusekiError as error:
        return error.problems
