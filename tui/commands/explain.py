"""``explain``: the rules, facts, answers and passages behind one conclusion, or why it did not come."""

from typing import Annotated

import typer

from engine.model.problem import ShusekiError
from tui.commands import shared
from tui.words import problems

SourceArgument = Annotated[list[str], typer.Argument(metavar="[FILE] CONCLUSION", show_default=False)]


def explain(conclusion: SourceArgument, example: shared.ExampleOption = None, lang: shared.LangOption = None) -> None:
    """Explain why a conclusion came, or did not come."""
    speak = shared.chosen(lang)
    *files, asked = conclusion
    if len(files) > 1:
        raise ShusekiError(problems.misuse(" ".join(files[1:])))
    book = shared.load_book()
    read = shared.consultation(book, files[0] if files else None, example, speak)
    from engine.report.explanation import explained, targets
    from engine.report.text import render
    from tui.commands.advise import width

    if asked not in targets(book):
        from engine.interview.nearest import nearest

        raise ShusekiError(problems.unknown_conclusion(asked, nearest(asked, targets(book))))
    shared.give(render(explained(book, read, asked, speak), width()))
