"""Charts in cells: bars whose length is told in figures too, of certain width on every terminal.

A bar is a run of blank cells with a background; in the plain form it is ``####....``. Functions take ``plain`` and
return styled Content of one line, to stand as ``Para(name, lead=meter(...))`` or inside a Picture. ``plain_for(app)``
says which form an app wants.
"""

from collections.abc import Sequence

from textual.app import App
from textual.content import Content

from engine.model.assessment import Status
from engine.report.shares import percent

FILL = "on $primary"
AGAINST = "on $warning"
TRACK = "on $foreground 14%"
LIT = "on $primary 35%"
HALF_LIT = "on $primary 17%"
GROUND = "on $foreground 6%"
"""Grounds of the board: where work stands, where it may, and elsewhere."""

CELLS = 10
MARK: dict[Status, str] = {"met": "####", "partly": "##..", "not_met": "....", "unknown": "????"}
"""How a key factor stands, in plain characters."""


def plain_for(app: "App[object]") -> bool:
    """Whether charts are to be plain: the user chose so, or backgrounds are not sure to be told apart here."""
    return bool(getattr(app, "plain", False)) or app.no_color or app.native_ansi_color


def run(pieces: Sequence[tuple[int, str, str]], *, plain: bool) -> Content:
    """Cells one after the other: how many, the style of their background, and the character of the plain form."""
    if plain:
        return Content("".join(sign * count for count, _, sign in pieces))
    return Content.assemble(*((" " * count, style) for count, style, _ in pieces if count))


def filled(share: float, cells: int) -> int:
    """How many of ``cells`` a share (0 to 1) fills: all only where it is 1, none only where it is 0."""
    return min(max(round(share * cells), int(share > 0)), cells - int(share < 1))


def bar(share: float, *, plain: bool, cells: int = CELLS, style: str = FILL) -> Content:
    """A share (0 to 1) as a bar of so many cells, in brackets where plain. No figure: it must stand beside it."""
    full = filled(share, cells)
    drawn = run([(full, style, "#"), (cells - full, TRACK, ".")], plain=plain)
    return "[" + drawn + "]" if plain else " " + drawn + " "


def meter(share: float, *, plain: bool, cells: int = CELLS) -> Content:
    """A share (0 to 1) as a bar and its figure in percent; ``cells + 9`` cells wide in either form."""
    return bar(share, plain=plain, cells=cells) + f" {percent(share):>6}"


def progress(done: int, total: int, *, plain: bool, cells: int = CELLS) -> Content:
    """How many of how many as a bar and figures, such as ``[###.......] 3/10``; of nothing, an empty bar and ``-``."""
    share = done / total if total else 0.0
    told = f"{done}/{total}" if total else "-"
    return bar(share, plain=plain, cells=cells) + f" {told}"


def signed(points: int, *, most: int, plain: bool, per_point: int = 2) -> Content:
    """Points from ``-most`` to ``+most`` around a zero line, and the figure: ``......|####.. +2``.

    Always ``2 * most * per_point + 5`` cells wide. Points beyond ``most`` fill their side and the figure tells them.
    """
    side, length = most * per_point, min(abs(points), most) * per_point
    left, right = (length, 0) if points < 0 else (0, length)
    before = run([(side - left, TRACK, "."), (left, AGAINST, "#")], plain=plain)
    after = run([(right, FILL, "#"), (side - right, TRACK, ".")], plain=plain)
    figure = Content.styled(f" {points:>+3d}" if points else "   0", "bold")
    return before + "|" + after + figure


def split(met: int, not_met: int, unknown: int, *, plain: bool, per_one: int = 2) -> Content:
    """What is met, what is not and what is unknown of a few things, ``per_one`` cells each: ``####--??``.

    The figures must stand beside it. Unknown comes last and is drawn as neither.
    """
    return run(
        [(met * per_one, FILL, "#"), (not_met * per_one, AGAINST, "-"), (unknown * per_one, TRACK, "?")], plain=plain
    )


def mark(status: Status, *, plain: bool, cells: int = 4) -> Content:
    """How a key factor stands: full, half, empty, or ``?`` where it is unknown; ``cells + 2`` cells wide.

    Its word must stand beside it. The plain form is always of 4 cells in brackets.
    """
    if plain:
        return Content(f"[{MARK[status]}]")
    full = {"met": cells, "partly": cells // 2}.get(status, 0)
    told = "??" if status == "unknown" else ""
    return " " + Content.styled(" " * full, FILL) + Content.styled(f"{told:^{cells - full}}", TRACK) + " "


def heat(count: int, most: int, *, plain: bool, cells: int = 6) -> Content:
    """A count on a ground that is the stronger the more there are: the figure itself, in ``cells`` cells."""
    text = f"{count or '-':^{cells}}"
    if plain or not count:
        return Content(text) if plain else Content.styled(text, TRACK)
    return Content.styled(text, f"on $primary {15 + round(25 * count / max(most, 1))}%")
