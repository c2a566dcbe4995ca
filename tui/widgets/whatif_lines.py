"""The lines of what if: what is supposed, then everything that follows as it stands now and then, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from engine.model.answers import Unknown, Value
from engine.model.assessment import Assessment
from engine.model.comparison import Comparison, MeasureDifference
from engine.model.robustness import Sureness
from engine.report import words
from engine.report.comparison import measure_rows, verdict_rows
from tui.supposing import Supposed, Supposing
from tui.telling import shares, varied
from tui.widgets import charts
from tui.widgets.board import board
from tui.widgets.columns import Columns, headings
from tui.widgets.explaining import Explained
from tui.widgets.prose import Para, Piece, lines_of
from tui.widgets.result_lines import MUTED, Wording, headed

_LEAST = 60
_ITEM = 20


@dataclass(frozen=True, slots=True)
class Change:
    """A line that is a change (``question``), or the one that adds another (no question)."""

    paras: tuple[Piece, ...]
    question: str = ""
    head: str = ""
    above: tuple[Piece, ...] = ()


WhatIfLine = Change | Explained


def supposed_lines(supposing: Supposing, r: Wording) -> Iterator[Change]:
    """What is supposed, each to be chosen again or taken back, and the line that adds another."""
    yield Change((Para(r.say("whatif.add"), lead="+ "),))
    for n, question in enumerate(supposing.changes):
        given = supposing.original.answers.get(question)
        turned = r.say(
            "whatif.turned",
            before=told_value(question, None if given is None else given.value, r),
            after=told_value(question, supposing.value(question), r),
        )
        paras = (Para(r.question(question), lead="* "), Para(turned, "", 2))
        above = (Para(r.say("whatif.how_to_drop"), MUTED),) if n == 0 else ()
        yield Change(paras, question, r.say("whatif.changes", n=len(supposing.changes)) if n == 0 else "", above)


def told_value(question: str, value: Value | Unknown | None, r: Wording) -> str:
    """An answer in words, not asked and 'don't know' kept apart."""
    if value is None:
        return r.say("whatif.not_asked")
    if isinstance(value, Unknown):
        return r.say("whatif.dont_know")
    return r.phrases.value(r.book.questions[question], value)


def compared_lines(found: Supposed, r: Wording) -> list[Explained]:
    """Verdict, board, shares, measures and directions, now and then."""
    return [
        *headed(r.say("whatif.verdict"), _verdict(found, r)),
        *headed(r.say("whatif.board"), [_boards(found, r)]),
        *_shares(found, r),
        *_measures(found.comparison, r),
        *_directions(found.before, found.after, r),
    ]


def _row(name: str, before: Piece, after: Piece, r: Wording, target: str, *, differs: bool) -> Explained:
    """One item on both sides; where it is narrow, the sides below each other."""
    shown = Para(name, "bold" if differs else "", lead="* " if differs else "  ")
    stacked = (shown, before, after)
    return Explained((Columns((shown, before, after), (_ITEM, 0, 0), _LEAST, stacked),), target)


def _headings(r: Wording) -> tuple[Piece, ...]:
    names = [r.say(f"whatif.{one}") for one in ("item", "now", "then")]
    return (Para(r.say("whatif.differs"), MUTED), headings(names, (_ITEM, 0, 0), _LEAST))


def _verdict(found: Supposed, r: Wording) -> Iterator[Explained]:
    """Of type, support, phases and risk; each leads to why it would be so."""
    targets = ["type"]
    if "out_of_scope" not in (found.before.type.kind, found.after.type.kind):
        targets += [one.type for one in found.before.type.support]
    targets += [one.type for one in found.comparison.phases] + ["renewal"]
    rows = verdict_rows(r.book, found.comparison, r.lang)
    for n, ((name, before, after), target) in enumerate(zip(rows, targets, strict=True)):
        line = _row(
            name, Para(before), Para(after, "bold" if before != after else ""), r, target, differs=before != after
        )
        yield Explained(line.paras, target, above=_headings(r)) if n == 0 else line


@dataclass(frozen=True, slots=True)
class _Both:
    """Pieces below each other, as one."""

    pieces: tuple[Piece, ...]

    def drawn(self, width: int) -> list[Content]:
        """The lines of all."""
        return lines_of(self.pieces, width)


def _boards(found: Supposed, r: Wording) -> Explained:
    """The two boards beside each other."""
    sides = [(r.say("whatif.now"), found.before), (r.say("whatif.then"), found.after)]
    drawn: tuple[Piece, ...] = tuple(
        _Both((Para(name, "bold"), board(one, r.book, r.lang, wide=False, plain=r.plain)[1])) for name, one in sides
    )
    return Explained((Columns(drawn, (0, 0), _LEAST, drawn),), "phase")


def _shares(found: Supposed, r: Wording) -> Iterator[Explained]:
    """In what share of the cases each verdict stays as it is."""
    sides = (_share_lines(found.sure_before, r), _share_lines(found.sure_after, r))
    name = Para(r.say("whatif.shares"), lead="  ")
    pieces: tuple[Piece, ...] = (name, *map(_Both, sides))
    yield Explained((Columns(pieces, (_ITEM, 0, 0), _LEAST, pieces),), "type")


def _share_lines(sure: Sureness, r: Wording) -> tuple[Piece, ...]:
    if not varied(sure):
        return (Para("-"),)
    _, told = shares(sure, r.lang)
    return tuple(Para(name, lead=charts.meter(share, plain=r.plain, cells=6) + "  ") for name, share in told)


def _measures(comparison: Comparison, r: Wording) -> Iterator[Explained]:
    """Those that come, go, or are placed otherwise."""
    rows = measure_rows(r.book, comparison, r.lang)
    groups = {
        "come": [row for row in rows if row[0].a is None],
        "go": [row for row in rows if row[0].b is None],
        "move": [row for row in rows if row[0].a is not None and row[0].b is not None],
    }
    for name, group in groups.items():
        yield from headed(r.say(f"whatif.{name}", n=len(group)), (_measure(*row, r) for row in group))
    yield Explained((Para(r.say("whatif.alike", n=comparison.measures_alike), MUTED),), "type")


def _measure(one: MeasureDifference, before: str, after: str, r: Wording) -> Explained:
    item = r.book.measures[one.measure]
    sign = "+ " if one.a is None else "- " if one.b is None else "* "
    turned = r.say("whatif.turned", before=before, after=after) if before and after else before or after
    return Explained((Para(f"{item.type} {item.title.get(r.lang)}", lead=sign), Para(turned, MUTED, 2)), one.measure)


def _directions(before: Assessment, after: Assessment, r: Wording) -> Iterator[Explained]:
    """The directions of the state that would concern the cluster otherwise."""
    pairs = [(x, y) for x, y in zip(before.directions, after.directions, strict=True) if x.relevance != y.relevance]
    lines = []
    for x, y in pairs:
        name = r.book.national_directions[x.direction].title.get(r.lang)
        told = [Para(words.RELEVANCE[one.relevance].get(r.lang)) for one in (x, y)]
        lines.append(_row(name, told[0], told[1], r, x.direction, differs=True))
    if not lines:
        lines = [Explained((Para(r.say("whatif.no_directions"), MUTED),), "type")]
    yield from headed(r.say("whatif.directions"), lines)
