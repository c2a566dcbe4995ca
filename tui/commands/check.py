"""``check``: verifies knowledge and rules and prints what it finds with file and line; also draws and tabulates."""

import json
import sys
from threading import Timer
from typing import TYPE_CHECKING, Annotated

import typer

from engine.model.problem import Problem, ShusekiError
from engine.model.text import Lang, LocalizedText
from tui.commands import shared
from tui.words import checking
from tui.words import problems as refusals

if TYPE_CHECKING:
    from engine.model.book import Book
    from engine.soundness.verify import Checked

AllOption = Annotated[bool, typer.Option("--all")]
CellsOption = Annotated[bool, typer.Option("--cells")]
GraphOption = Annotated[str | None, typer.Option("--graph", metavar="mermaid|dot", show_default=False)]
AboutOption = Annotated[str | None, typer.Option("--about", metavar="ID", show_default=False)]

_PATIENCE = 1.0
"""Seconds of silence after which a word on what goes on is due."""


def check(
    json_: shared.JsonOption = False,
    all_: AllOption = False,
    cells: CellsOption = False,
    graph: GraphOption = None,
    about: AboutOption = None,
    lang: shared.LangOption = None,
) -> None:
    """Verify knowledge and rules; exit 1 on findings."""
    speak = shared.chosen(lang)
    if graph is not None or about is not None:
        shared.give(_drawn(graph or "mermaid", about, speak))
    elif cells:
        shared.give(_cells(speak, as_json=json_))
    else:
        _verified(speak, as_json=json_, everything=all_)


def _verified(lang: Lang, *, as_json: bool, everything: bool) -> None:
    """Print what is found, and leave with 1 if anything is open."""
    waiting = Timer(_PATIENCE, lambda: print(checking.word("working", lang), file=sys.stderr, flush=True))
    waiting.daemon = True
    waiting.start()
    try:
        opened, accepted = _found()
    finally:
        waiting.cancel()
    accepted = accepted if everything else ()
    shared.give(_as_json(opened, accepted) if as_json else _as_text(opened, accepted, lang))
    if opened:
        raise typer.Exit(1)


def _found() -> tuple[tuple[Problem, ...], tuple[tuple[Problem, LocalizedText], ...]]:
    """What is open and what is accepted in the files as they are now, never in what was cached."""
    from engine.book import load

    try:
        found = _checked(load(cache=None))
    except ShusekiError as error:
        return error.problems, ()
    return found.open, found.accepted


def _checked(book: "Book") -> "Checked":
    from engine.soundness.verify import check as verify

    return verify(book)


def _as_json(opened: tuple[Problem, ...], accepted: tuple[tuple[Problem, LocalizedText], ...]) -> str:
    """The findings as a list; those accepted come last and have the reason under ``accepted``."""
    found = [one.model_dump(mode="json") for one in opened]
    found += [{**one.model_dump(mode="json"), "accepted": reason.model_dump()} for one, reason in accepted]
    return json.dumps(found, ensure_ascii=False, indent=2)


def _as_text(opened: tuple[Problem, ...], accepted: tuple[tuple[Problem, LocalizedText], ...], lang: Lang) -> str:
    lines = [one.tell(lang) for one in opened] or [checking.word("none", lang)]
    if accepted:
        lines += ["", checking.word("accepted", lang)]
        lines += [checking.word("because", lang, one.tell(lang), reason.get(lang)) for one, reason in accepted]
    return "".join(f"{line}\n" for line in lines)


def _drawn(form: str, about: str | None, lang: Lang) -> str:
    """The graph in the form asked for."""
    from engine.soundness.graph import FORMS, edges

    if form not in FORMS:
        raise ShusekiError(refusals.bad_value("--graph", form, tuple(FORMS)))
    book = shared.load_book()
    return FORMS[form](book, edges(book, about), lang)


def _cells(lang: Lang, *, as_json: bool) -> str:
    """The table of coverage."""
    from engine.book.sources import Roots, collect
    from engine.soundness.about import read_about
    from engine.soundness.cells import table

    book = shared.load_book()
    about, faults = read_about(collect(Roots.of(None, None)))
    if faults:
        raise ShusekiError(*faults)
    rows = table(book, about)
    if as_json:
        return json.dumps([checking.cell_data(book, cell) for cell in rows], ensure_ascii=False, indent=2)
    return checking.cell_table(book, about.cells.reasons, rows, lang)
