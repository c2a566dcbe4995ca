"""``scenario``: a consultation with some of its answers changed, as a new answer file."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from engine.interview.nearest import nearest
from engine.model.problem import Place, Problem, ShusekiError
from tui.commands import shared
from tui.words import sources as words

if TYPE_CHECKING:
    from engine.model.answers import Answer, Consultation
    from engine.model.book import Book

SourceArgument = Annotated[str, typer.Argument(metavar="SOURCE", show_default=False)]
SetOption = Annotated[list[str] | None, typer.Option("--set", metavar="QUESTION=VALUE", show_default=False)]
UnsetOption = Annotated[list[str] | None, typer.Option("--unset", metavar="QUESTION", show_default=False)]
NameOption = Annotated[str | None, typer.Option("--name", metavar="NAME", show_default=False)]


def scenario(
    source: SourceArgument,
    set_: SetOption = None,
    unset: UnsetOption = None,
    name: NameOption = None,
    output: shared.OutputOption = None,
    force: shared.ForceOption = False,
    lang: shared.LangOption = None,
) -> None:
    """Change some answers of a consultation and keep it as a scenario."""
    speak = shared.chosen(lang)
    if not (set_ or unset):
        raise ShusekiError(words.nothing_changed())
    output = shared.file_or_none(output)
    shared.refuse_existing(output, force)
    book = shared.load_book()
    from tui.commands.sources import found

    before = found(book, source, speak)
    after = supposing(book, before, set_ or (), unset or (), name)
    from engine.store.answer_file import render

    shared.give(render(after, book), output, force=force)
    from engine.analysis.comparison import compare
    from engine.assess import engine_for
    from engine.report.comparison import changed
    from engine.report.text import render as text
    from tui.commands.formats import width

    short = text(changed(book, compare(engine_for(book), before, after), speak), width())
    # The file is the data: where it goes to stdout, what it changes goes beside it.
    print(short, end="", file=sys.stderr if output is None else sys.stdout)


def supposing(
    book: "Book", before: "Consultation", changes: Sequence[str], taken_back: Sequence[str], name: str | None
) -> "Consultation":
    """The consultation with answers changed and taken back, named ``name`` or after its changes.

    Raises:
        ShusekiError: a question is not known or changed twice, or a value is none.
    """
    given = [_change(book, change) for change in changes]
    found = [answer for answer in given if not isinstance(answer, Problem)]
    wrong = [answer for answer in given if isinstance(answer, Problem)]
    wrong += [_unknown(book, "--unset", question) for question in taken_back if question not in book.questions]
    touched = [*(answer.question for answer in found), *taken_back]
    wrong += [words.changed_twice(question) for question in dict.fromkeys(touched) if touched.count(question) > 1]
    if wrong:
        raise ShusekiError(*wrong)
    answers = {question: answer for question, answer in before.answers.items() if question not in taken_back}
    answers |= {answer.question: answer for answer in found}
    named = (name or "").strip() or ", ".join([*changes, *(f"-{question}" for question in taken_back)])
    return before.model_copy(update={"answers": answers, "scenario": named})


def _change(book: "Book", change: str) -> "Answer | Problem":
    from engine.interview.reading import read_answer
    from engine.model.answers import Answer

    question, equals, value = (part.strip() for part in change.partition("="))
    if not equals:
        return words.no_equals_sign(change)
    if question not in book.questions:
        return _unknown(book, "--set", question)
    read = read_answer(book.questions[question], value, Place(entry=f"--set {question}"))
    return read if isinstance(read, Problem) else Answer(question=question, value=read)


def _unknown(book: "Book", option: str, question: str) -> Problem:
    return words.unknown_question(option, question, nearest(question, book.questions))
