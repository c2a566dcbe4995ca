"""The board: three types by three phases, key factors as filled marks, the place of this cluster set out by '>'."""

from rich.cells import cell_len

from engine.model.assessment import Assessment, FactorStatus, PhaseVerdict
from engine.model.book import Book
from tui.texts import Lang, say
from tui.widgets.prose import Para

MARK = {"met": "####", "partly": "##..", "not_met": "....", "unknown": "????"}


def board(assessment: Assessment, book: Book, lang: Lang, *, wide: bool) -> list[Para]:
    """The board as lines; ``wide`` sets the three phases of a type beside each other."""
    paras = [Para(say(lang, "board.title"), "bold")]
    places = [_place(assessment, verdict) for verdict in assessment.board]
    table = [
        [_cell(factor, verdict, place, book, lang) for factor in verdict.factors]
        for verdict, place in zip(assessment.board, places, strict=True)
    ]
    widths = [max(cell_len(cell) for cell in column) + 2 for column in zip(*table, strict=True)]
    for verdict, place, cells in zip(assessment.board, places, table, strict=True):
        name = f"{verdict.type} {book.types[verdict.type].title.get(lang)}"
        style = "bold" if place == ">" else ""
        rows = ["".join(map(_fill, cells, widths)).rstrip()] if wide else cells
        paras += [
            Para(name, style, lead=f"{place} "),
            *(Para(row[2:], style or "$foreground-muted", indent=2, lead=row[:2]) for row in rows),
        ]
    legend = [say(lang, f"board.legend_{n}") for n in (1, 2, 3)]
    if wide:
        legend[:2] = [("、" if lang == "ja" else " ").join(legend[:2])]
    return [*paras, *(Para(line, "$foreground-muted") for line in legend)]


def _place(assessment: Assessment, verdict: PhaseVerdict) -> str:
    """'>' for a type of the verdict, '?' for one that its parent leaves open."""
    if verdict.type in assessment.type.types:
        return ">"
    return "?" if any(verdict.type == one.type for one in assessment.phases) else " "


def _cell(factor: FactorStatus, verdict: PhaseVerdict, place: str, book: Book, lang: Lang) -> str:
    here = not verdict.complete and verdict.low <= factor.order <= verdict.high
    title = book.phases[factor.phase].title.get(lang)
    # The marks come first, so that they stand below each other whatever the names.
    return f"{place if here else ' '} [{MARK[factor.status]}] {title}"


def _fill(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))
