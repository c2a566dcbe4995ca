"""``export`` and ``import``: between the store of consultations and answer files."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from engine.interview.visible import visible
from tui.commands import shared

if TYPE_CHECKING:
    from engine.store.database import Summary

ConsultationArgument = Annotated[str | None, typer.Argument(metavar="[ID]", show_default=False)]


def export(
    consultation: ConsultationArgument = None,
    output: shared.OutputOption = None,
    force: shared.ForceOption = False,
    lang: shared.LangOption = None,
) -> None:
    """Write a stored consultation as an answer file; without an ID, list them."""
    shared.chosen(lang)
    output = shared.file_or_none(output)
    shared.refuse_existing(output, force)
    from engine.store.answer_file import render
    from engine.store.database import Store

    with Store.open() as store:
        if consultation is None:
            shared.give("".join(f"{one.id}  {_name(one)}\n" for one in store.list()), output, force=force)
            return
        shared.give(render(store.load(consultation), shared.load_book()), output, force=force)


def _name(summary: "Summary") -> str:
    """A consultation's cluster, and behind it what is supposed where it is a scenario."""
    return visible(f"{summary.name} / {summary.scenario}" if summary.scenario else summary.name)


def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", show_default=False)], lang: shared.LangOption = None
) -> None:
    """Store an answer file as a new consultation; its id is printed."""
    speak = shared.chosen(lang)
    read = shared.consultation(shared.load_book(), file, None, speak)
    from engine.store.database import Store

    with Store.open() as store:
        sys.stdout.write(store.import_consultation(read) + "\n")
