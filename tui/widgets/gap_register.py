"""The register itself: what each existing measure serves as it stands, and the rows that could not be read."""

from engine.interview.visible import flowing
from engine.report.gaps.register_part import place, reason
from engine.report.text import sure
from tui.widgets.columns import Columns, headings
from tui.widgets.explaining import Explained
from tui.widgets.gap_lines import STANDING_MARK, TO_MAPPING, GapWording, nothing
from tui.widgets.prose import Para, Piece
from tui.widgets.result_lines import MUTED

_MOST = 200
"""Told here; the list where they are confirmed holds all, however many."""
_LEAST = 100
_WIDTHS = {"ja": (0, 16, 0, 16), "en": (0, 16, 0, 20)}
"""Name, department, what it serves, how firmly."""


def existing(r: GapWording) -> list[Explained]:
    """Every existing measure with what it serves; Enter leads to where that is confirmed."""
    if not r.register.measures:
        return [nothing(r.gap("empty_register"))]
    lines = [_existing(one.id, r) for one in r.register.measures[:_MOST]]
    if (more := len(r.register.measures) - _MOST) > 0:
        lines.append(nothing(r.say("gaps.and_more_to_mapping", count=more), TO_MAPPING))
    names = headings(
        [r.gap(name) for name in ("existing_measure", "department", "generic", "standing")], _WIDTHS[r.lang], _LEAST
    )
    first = lines[0]
    note: tuple[Piece, ...] = (Para(r.gap("mapping_note"), MUTED), names)
    return [Explained(first.paras, first.target, first.head, note), *lines[1:]]


def _existing(id: str, r: GapWording) -> Explained:
    one, link = r.phrases.existing_measures[id], r.mapping.of(id)
    name = STANDING_MARK[link.standing] + flowing(one.name)
    served, standing = sure(r.serves(link)) or "-", r.standing(link)
    stacked = (Para(name), Para(sure(f"{served}{r.phrases.bracket(standing)}"), MUTED, 4))
    cells = tuple(map(Para, (name, flowing(one.department), served, standing)))
    return Explained((Columns(cells, _WIDTHS[r.lang], _LEAST, stacked),), TO_MAPPING + id)


def unread(r: GapWording) -> list[Explained]:
    """The rows that could not be taken in, or only in part, each with its reason."""
    if not r.check.unread:
        return [nothing(r.say("gaps.all_read"))]
    note = Para(r.gap("unread_note"), MUTED)
    found = []
    for n, one in enumerate(r.check.unread[:_MOST]):
        taken = r.gap("taken_partly" if one.taken else "taken_not")
        head = f"{place(r.phrases, one.origin)}  {r.phrases.bracket(taken).strip()}"
        paras = (Para(sure(head), "bold"), Para(flowing(one.text), MUTED, 2), Para(sure(reason(r.phrases, one)), "", 2))
        found.append(Explained(paras, "", above=(note,) if n == 0 else ()))
    more = len(r.check.unread) - _MOST
    return [*found, nothing(r.say("gaps.more_rows", count=more))] if more > 0 else found
