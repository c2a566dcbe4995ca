"""``interview``: one question at a time on plain lines, for screen readers and pipes."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from engine.interview.visible import visible
from engine.model.problem import ShusekiError
from engine.model.text import Lang
from tui.commands import shared
from tui.commands.talk import EndedError, Talk, read_line, say_line
from tui.words import problems
from tui.words.interview import word

if TYPE_CHECKING:
    from engine.model.answers import Consultation

QuickOption = Annotated[bool, typer.Option("--quick/--full")]


def interview(
    file: shared.FileArgument = None,
    output: shared.OutputOption = None,
    force: shared.ForceOption = False,
    quick: QuickOption = False,
    lang: shared.LangOption = None,
) -> None:
    """Answer line by line and get the advice at the end."""
    speak = shared.chosen(lang)
    output = shared.file_or_none(output)
    shared.refuse_existing(output, force)
    book = shared.load_book()
    say_line(word("welcome", speak))
    begun = shared.consultation(book, file, None, speak) if file is not None else _named(speak)
    talk = Talk(book, begun, speak, output, mode="quick" if quick else "full")
    try:
        talk.run()
    except EndedError:
        say_line(word("ended", speak))
    talk.save()
    if output is None:
        shared.tell((problems.nothing_saved(),), speak)
    else:
        say_line(word("saved", speak, visible(output)))
    from tui.commands.advise import as_text

    shared.give(as_text(book, talk.consultation, speak))


def _named(lang: Lang) -> "Consultation":
    from engine.model.answers import Cluster, Consultation

    try:
        name = ""
        while not name:
            name = read_line(word("name", lang))
    except EndedError:
        _unnamed()
    return Consultation(cluster=Cluster(name=name), as_of=date.today())


def _unnamed() -> NoReturn:
    raise ShusekiError(problems.no_names()) from None
