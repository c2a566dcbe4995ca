"""The board: three types by three phases, key factors as filled marks, the place of this cluster lit and marked '>'."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from engine.assess.words import STATUS
from engine.model.assessment import Assessment, FactorStatus, PhaseVerdict, Status
from engine.model.book import Book
from tui.texts import Lang, say
from tui.widgets import charts
from tui.widgets.charts import MARK
from tui.widgets.prose import Para, Piece, lines_of

__all__ = ["MARK", "board"]

MUTED = "$foreground-muted"
BESIDE = 66
"""From so many cells on, the phases of a type stand beside each other."""
_GAP = 1
_FACTOR = 8


def board(assessment: Assessment, book: Book, lang: Lang, *, wide: bool, plain: bool = True) -> list[Piece]:
    """The board with its title and legend.

    Args:
        assessment: of what.
        book: for the names.
        lang: in which language.
        wide: whether the phases of a type may stand beside each other; they do where there is room.
        plain: in characters only, or with the place lit and factors as coloured cells.
    """
    grid = Grid(tuple(_rows(assessment, book, lang)), wide=wide, plain=plain)
    legend = [say(lang, f"board.legend_{n}") for n in (1, 2, 3)] if plain else [say(lang, "board.legend")]
    if wide and plain:
        legend[:2] = [("、" if lang == "ja" else " ").join(legend[:2])]
    return [Para(say(lang, "board.title"), "bold"), grid, *(Para(line, MUTED) for line in legend)]


@dataclass(frozen=True, slots=True)
class Cell:
    """A phase of a type: its name, how its key factor stands in a word, and whether work stands here."""

    place: str
    name: str
    status: Status
    told: str


@dataclass(frozen=True, slots=True)
class TypeRow:
    """A type and its phases. ``place``: '>' if it is in the verdict, '?' if it may come to be."""

    place: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The picture itself."""

    rows: tuple[TypeRow, ...]
    wide: bool
    plain: bool

    def drawn(self, width: int) -> Sequence[Content]:
        """Phases beside each other where that is wanted and there is room, else below each other."""
        beside = self.wide and width >= BESIDE
        found: list[Content] = []
        for number, row in enumerate(self.rows):
            # A type set apart by a blank line; where lines are few, as beside a question, none are spent on it.
            found += [Content("")] if number and beside and not self.plain else []
            style = "bold" if row.place == ">" else ""
            found += lines_of((Para(row.name, style, lead=f"{row.place} "),), width)
            found += self._beside(row, width) if beside else self._below(row, width)
        return found

    def _below(self, row: TypeRow, width: int) -> list[Content]:
        longest = max(cell_len(cell.name) for cell in row.cells)
        told = self.plain is False and 2 + 1 + 6 + 1 + longest + 2 + max(cell_len(c.told) for c in row.cells) <= width
        found = []
        for cell in row.cells:
            gap = " " * (longest - cell_len(cell.name) if told else 0)
            text = cell.name + ("" if self.plain else f"{gap}  {cell.told}")
            style = "bold" if cell.place.strip() else "" if row.place == ">" else MUTED
            lead = self._place(cell) + charts.mark(cell.status, plain=self.plain) + " "
            found += lines_of((Para(text.replace(" ", "\u00a0") if told else text, style, 2, lead),), width)
        return found

    def _place(self, cell: Cell) -> Content:
        lit = cell.place.strip() != "" and not self.plain
        return Content.styled(f"{cell.place}", charts.LIT if lit else "") + ("" if self.plain else " ")

    def _beside(self, row: TypeRow, width: int) -> list[Content]:
        room = (width - 2 - _GAP * (len(row.cells) - 1)) // len(row.cells)
        blocks = [self._block(cell, room) for cell in row.cells]
        height = max(map(len, blocks))
        filled = [
            [*block[:-1], *[self._blank(cell, room)] * (height - len(block)), block[-1]]
            for block, cell in zip(blocks, row.cells, strict=True)
        ]
        gap = Content(" " * _GAP)
        return [Content("  ") + gap.join(line) for line in zip(*filled, strict=True)]

    def _block(self, cell: Cell, width: int) -> list[Content]:
        """A phase: its name on the ground of its place, and below how its key factor stands. Plain: in one line."""
        bold = "bold" if cell.place.strip() else ""
        if self.plain:
            lead = Content(f"{cell.place} ") + charts.mark(cell.status, plain=True) + " "
            lines = lines_of((Para(cell.name, bold, lead=lead),), width - 1)
        else:
            lines = lines_of((Para(cell.name, bold, lead=f"{cell.place} "),), width - 1)
            lines.append(" " + charts.mark(cell.status, plain=False, cells=_FACTOR) + f" {cell.told}")
        ground = self._ground(cell)
        return [line.pad_right(max(width - line.cell_length, 0)).stylize_before(ground) for line in lines]

    def _blank(self, cell: Cell, width: int) -> Content:
        return Content(" " * width).stylize_before(self._ground(cell))

    def _ground(self, cell: Cell) -> str:
        if self.plain:
            return ""
        return charts.LIT if cell.place == ">" else charts.HALF_LIT if cell.place == "?" else charts.GROUND


def _rows(assessment: Assessment, book: Book, lang: Lang) -> list[TypeRow]:
    return [_row(assessment, verdict, book, lang) for verdict in assessment.board]


def _row(assessment: Assessment, verdict: PhaseVerdict, book: Book, lang: Lang) -> TypeRow:
    place = _place(assessment, verdict)
    name = f"{verdict.type} {book.types[verdict.type].title.get(lang)}"
    return TypeRow(place, name, tuple(_cell(factor, verdict, place, book, lang) for factor in verdict.factors))


def _place(assessment: Assessment, verdict: PhaseVerdict) -> str:
    """'>' for a type of the verdict, '?' for one that its parent leaves open."""
    if verdict.type in assessment.type.types:
        return ">"
    return "?" if any(verdict.type == one.type for one in assessment.phases) else " "


def _cell(factor: FactorStatus, verdict: PhaseVerdict, place: str, book: Book, lang: Lang) -> Cell:
    here = str(factor.order) in verdict.possible
    title = book.phases[factor.phase].title.get(lang)
    return Cell(place if here else " ", title, factor.status, STATUS[factor.status].get(lang))
