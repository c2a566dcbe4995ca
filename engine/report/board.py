"""The board of an assessment: three types by three phases, with the place of the cluster."""

from typing import Literal

from engine.model.assessment import Assessment, FactorStatus, PhaseVerdict
from engine.report.blocks import Board, BoardCell, BoardRow
from engine.report.page_words import word
from engine.report.phrases import Phrases


def board(say: Phrases, assessment: Assessment) -> Board:
    """Every type with its phases, whatever the verdict."""
    shown = {phase.type for phase in assessment.phases}
    rows = tuple(_row(say, assessment, phase, phase.type in shown) for phase in assessment.board)
    return Board(word("board", say.lang), rows)


def _row(say: Phrases, assessment: Assessment, phase: PhaseVerdict, shown: bool) -> BoardRow:
    """``open``: shown because its parent A is judged, and A-1 or A-2 is still open."""
    here = {int(one) for one in phase.possible if one.isdigit()} if shown else set()
    place: Literal["here", "open", "none"] = "none"
    if phase.type in assessment.type.types:
        place = "here"
    elif shown:
        place = "open"
    title = say.say(say.book.types[phase.type].title)
    return BoardRow(phase.type, title, place, tuple(_cell(say, one, one.order in here) for one in phase.factors))


def _cell(say: Phrases, factor: FactorStatus, here: bool) -> BoardCell:
    return BoardCell(say.say(say.book.phases[factor.phase].title), factor.status, here)
