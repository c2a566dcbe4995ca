"""``questions``: what the interview asks, for reading or for a program."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from engine.model.problem import ShusekiError
from engine.model.text import Lang
from tui.commands import shared
from tui.words import problems
from tui.words.interview import word

if TYPE_CHECKING:
    from engine.model.questions import Question

SectionOption = Annotated[str | None, typer.Option("--section", metavar="ID", show_default=False)]


def questions(json_: shared.JsonOption = False, section: SectionOption = None, lang: shared.LangOption = None) -> None:
    """List the questions."""
    speak = shared.chosen(lang)
    book = shared.load_book()
    names = tuple(one.id for one in book.sections)
    if section is not None and section not in names:
        raise ShusekiError(problems.unknown_section(section, names))
    asked = [q for q in book.ordered_questions if section in (None, q.section)]
    if json_:
        shared.give(json.dumps([entry(question) for question in asked], ensure_ascii=False, indent=2))
        return
    titles = {one.id: one.title.get(speak) for one in book.sections}
    shared.give(_text(asked, titles, speak))


def entry(question: "Question") -> dict[str, object]:
    """A question as a program reads it; every text in both languages."""
    fields = {"id", "section", "kind", "options", "text", "help", "why", "unit", "applies_when", "relevant_to"}
    return question.model_dump(mode="json", by_alias=True, include=fields)


def _text(asked: list["Question"], titles: dict[str, str], lang: Lang) -> str:
    from engine.report.text import sure
    from engine.report.wrap import wrap
    from tui.commands.formats import width

    lines, section = [], ""
    for question in asked:
        if question.section != section:
            section = question.section
            lines += ["", f"## {titles[section]} ({section})", ""]
        kind = word(f"kind_{question.kind}", lang)
        lines += wrap(sure(f"{question.id}: {question.text.get(lang)} [{kind}]"), width())
        options = [f"{n} {o.id}: {o.label.get(lang)}" for n, o in enumerate(question.options, 1)]
        lines += ["  " + line for option in options for line in wrap(sure(option), width() - 2)]
    return "\n".join(lines).lstrip("\n")
