"""The glossary, where it is needed: the terms of what is being read come first, and any can be searched."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from engine.model.appendix import Term
from engine.model.book import Book
from engine.report.marks import mark
from engine.report.phrases import source
from tui.screens.dialog import Dialog
from tui.screens.study_place import StudyPlaceScreen
from tui.searching import finds, folded
from tui.texts import Lang
from tui.widgets.prose import Para, Prose
from tui.widgets.row_list import Row, RowList

SHORTEST = 2
"""Wordings of one character are too short to be found within a text."""


@dataclass(frozen=True, slots=True)
class Found:
    """The terms to show: those of the text that is being read, then the others."""

    here: tuple[Term, ...]
    others: tuple[Term, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """All, as they are shown."""
        return (*self.here, *self.others)


def found(terms: Iterable[Term], text: str, query: str) -> Found:
    """The terms that answer the query; those in the text apart."""
    asked = sorted((term for term in terms if _answers(term, query)), key=lambda term: _rank(term, query))
    here = tuple(term for term in asked if occurs(term, text))
    return Found(here, tuple(term for term in asked if term not in here))


def occurs(term: Term, text: str) -> bool:
    """Whether a term stands in a text, under any of its wordings."""
    whole = folded(text)
    wordings = (folded(wording) for wording in term.wordings)
    return any(len(wording) >= SHORTEST and wording in whole for wording in wordings)


def _answers(term: Term, query: str) -> bool:
    return finds(query, term.reading, *term.wordings, term.summary.ja, term.summary.en)


def _rank(term: Term, query: str) -> tuple[int, str]:
    """Terms that are called so before those that only mention it; each in the order of their readings."""
    return (0 if finds(query, term.reading, *term.wordings) else 1, term.reading)


class GlossaryScreen(Dialog[None]):
    """A field to search in, and the terms; Enter shows where one stands in the study."""

    HELP = "glossary"
    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-5)", show=False),
        Binding("pagedown", "move(5)", show=False),
    ]

    def __init__(self, book: Book, text: str = "", at: str = "") -> None:
        """Opens it.

        Args:
            book: holds the terms.
            text: what the person is reading: the terms in it come first.
            at: the id of the term to begin with, as if it had been searched.
        """
        super().__init__()
        self.of = book
        self.text = text
        self.at = at
        self.shown = Found((), ())

    def body(self) -> ComposeResult:
        yield Input(id="glossary-query", compact=True, max_length=60, select_on_focus=False)
        yield Prose(id="glossary-how")
        yield RowList(id="glossary-terms")

    def on_mount(self) -> None:
        if self.at in self.of.glossary:
            self.query_one(Input).value = self.of.glossary[self.at].title.get(self.lang)
        self.query_one(RowList).can_focus = False
        self.query_one(Input).focus()

    def speak(self) -> None:
        self.entitle(self.say("glossary.title"))
        self.query_one(Input).placeholder = self.say("glossary.hint")
        self._show()

    def on_input_changed(self) -> None:
        self._show(cursor=0)

    def _show(self, cursor: int | None = None) -> None:
        self.shown = found(self.of.glossary.values(), self.text, self.query_one(Input).value)
        terms, here = self.shown.terms, len(self.shown.here)
        how = "glossary.how" if terms else "glossary.none"
        self.query_one("#glossary-how", Prose).show(Para(self.say(how), "$foreground-muted"))
        heads = {0: "glossary.here" if here else "glossary.others", here: "glossary.others"}
        rows = [_row(term, self.lang, self.say(heads[n]) if n in heads else "") for n, term in enumerate(terms)]
        self.query_one(RowList).show(rows, cursor)

    def action_move(self, by: int) -> None:
        self.query_one(RowList).action_move(by)

    def on_input_submitted(self) -> None:
        self.query_one(RowList).action_pick()

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        term = self.shown.terms[event.index]
        self.app.push_screen(StudyPlaceScreen(self.of, term.citations, term.basis))


def _row(term: Term, lang: Lang, head: str) -> Row:
    title = f"{term.title.ja} ({term.reading})" if lang == "ja" else term.title.en
    other = term.title.en if lang == "ja" else term.title.ja
    about = term.summary.get(lang) + mark(source(term.basis, term.citations), lang)
    return Row((Para(f"{title}  {other}", "bold"), Para(about, indent=2)), head=head)
