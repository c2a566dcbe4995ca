"""``explain``: why a conclusion came, did not, or is open, down to answers and passages; or why a question is asked."""

from typing import TYPE_CHECKING, Annotated

import typer

from engine.model.problem import ShusekiError
from engine.model.text import Lang
from tui.commands import shared
from tui.commands.formats import FormatOption, printed, refuse_other
from tui.words import problems

if TYPE_CHECKING:
    from engine.model.explanation import Explanation

SourceArgument = Annotated[list[str] | None, typer.Argument(metavar="[FILE] CONCLUSION", show_default=False)]
DepthOption = Annotated[int | None, typer.Option("--depth", metavar="N", min=0, show_default=False)]
ListOption = Annotated[bool, typer.Option("--list")]


def explain(
    conclusion: SourceArgument = None,
    example: shared.ExampleOption = None,
    lang: shared.LangOption = None,
    form: FormatOption = "text",
    depth: DepthOption = None,
    list_: ListOption = False,
) -> None:
    """Explain why a conclusion came, or did not come."""
    speak = shared.chosen(lang)
    refuse_other(form)
    if list_:
        _list(speak)
        return
    if not conclusion:
        raise ShusekiError(problems.missing_argument("CONCLUSION"))
    *files, asked = conclusion
    if len(files) > 1:
        raise ShusekiError(problems.misuse(" ".join(files[1:])))
    shared.give(rendered(_explained(files[0] if files else None, example, asked, speak), speak, form, depth))


def _list(lang: Lang) -> None:
    from engine.analysis.explanation import targets
    from engine.report.explanation import listing

    shared.give(listing(targets(shared.load_book()), lang))


def _explained(file: str | None, example: str | None, asked: str, lang: Lang) -> "Explanation":
    from engine.analysis.explanation import explain as explained
    from engine.analysis.explanation import targets
    from engine.assess import engine_for

    book = shared.load_book()
    read = shared.consultation(book, file, example, lang)
    if asked not in targets(book):
        from engine.interview.nearest import nearest

        raise ShusekiError(problems.unknown_conclusion(asked, nearest(asked, targets(book))))
    return explained(engine_for(book), read.answers, read.as_of, asked)


def rendered(tree: "Explanation", lang: Lang, form: str, depth: int | None) -> str:
    """The explanation in one of the formats."""
    from engine.report.explanation import cut_at, document

    if form == "json":
        return (tree if depth is None else cut_at(tree, depth)).model_dump_json(indent=2)
    report = document(tree, lang, depth)
    return printed(report, form)
