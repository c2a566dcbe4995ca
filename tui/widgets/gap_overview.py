"""The first tab of the gap check: what a head of department reads, on one page; every line leads to its reasons."""

from collections.abc import Iterator

from engine.assess.words import PRIORITY
from engine.model.gaps import DirectionCheck, GapFinding
from engine.model.rules import GapKind
from engine.report import words
from engine.report.gaps.findings import KINDS
from engine.report.gaps.labels import KIND
from engine.report.gaps.page import main_gaps, subject, who, why
from engine.report.text import sure
from tui.widgets import charts
from tui.widgets.explaining import Explained
from tui.widgets.gap_lines import TO_KIND, TO_MAPPING, GapWording, named, nothing
from tui.widgets.prose import Para, Piece
from tui.widgets.result_lines import MUTED

_MOST = 8
_NAMED = 2
_MAIN: frozenset[GapKind] = frozenset({"missing", "repair"})


def overview(r: GapWording) -> list[Explained]:
    """The result in a sentence, how far the mapping is confirmed, the main gaps, what else there is, directions."""
    return [*_head(r), *_gaps(r), *_others(r), *_directions(r), *_open(r)]


def _head(r: GapWording) -> Iterator[Explained]:
    check = r.check
    told: list[Piece] = [Para(sure(r.phrases.say(check.first_line)), "bold")]
    bar = charts.progress(check.confirmed, check.measures_total, plain=r.plain)
    counts = r.say("gaps.counts", suggested=check.suggested, open=check.open, unread=len(check.unread))
    told.append(Para(counts, lead=bar + " "))
    if not r.check.types:
        told.append(Para(r.say("gaps.type_first")))
    yield Explained(tuple(told), "type")


def _gaps(r: GapWording) -> Iterator[Explained]:
    if not r.check.types:
        return
    found = main_gaps(r.phrases)
    lines = [_gap(one, r) for one in found[:_MOST]]
    if len(found) > _MOST:
        lines.append(nothing(r.say("gaps.more_findings", count=len(found) - _MOST), TO_KIND + found[_MOST].kind))
    head = f"{r.gap('first_gaps')}  {r.say('filter.measures', n=len(found))}"
    yield from named(lines or [nothing(r.gap("no_gaps"))], head)


def _gap(one: GapFinding, r: GapWording) -> Explained:
    say = r.phrases
    order = PRIORITY[one.priority].get(r.lang) if one.priority else KIND[one.kind].get(r.lang)
    stands = [one.type or "", say.say(KIND[one.kind]), r.gap("to_check") if one.tentative else ""]
    name = say.measure(one.measure or "") + say.bracket(say.list(part for part in stands if part))
    below = (
        Para(sure(say.pair(r.gap("why"), why(say, one))), MUTED, 2),
        Para(sure(say.pair(r.say("gaps.who"), who(say, one))), MUTED, 2),
    )
    return Explained((Para(sure(name), lead=f"[{order}] "), *below), one.id)


def _others(r: GapWording) -> Iterator[Explained]:
    """One line for each further kind, with the first of them by name; it leads to all of them."""
    lines = []
    for kind in (kind for kind in KINDS if kind not in _MAIN):
        if found := [one for one in r.check.findings if one.kind == kind]:
            names = [subject(r.phrases, one) for one in found[:_NAMED]]
            names += [r.gap("and_more", len(found) - _NAMED)] if len(found) > _NAMED else []
            told = f"{KIND[kind].get(r.lang)} {r.gap('count', len(found))}{r.phrases.bracket(r.list(names))}"
            lines.append(Explained((Para(sure(told)),), TO_KIND + kind))
    if lines:
        yield from named(lines, r.gap("other"))


def _directions(r: GapWording) -> Iterator[Explained]:
    lines = [_direction(one, r) for one in r.check.directions]
    yield from named(lines, r.gap("directions"), Para(r.say("gaps.directions_note"), MUTED))


def _direction(one: DirectionCheck, r: GapWording) -> Explained:
    item = r.book.national_directions[one.direction]
    relevance = words.RELEVANCE[one.relevance].get(r.lang)
    missing = len(one.missing) if r.check.types else "-"
    counts = r.say("gaps.direction_counts", does=len(one.does), missing=missing)
    return Explained(
        (Para(f"{item.order} {item.title.get(r.lang)}"), Para(f"{relevance}  {counts}", MUTED, 2)), one.direction
    )


def _open(r: GapWording) -> Iterator[Explained]:
    """What is to be confirmed yet, and what the check does not say."""
    left = r.check.suggested + r.check.open
    lines = [Explained((Para(r.say("gaps.left", count=left)),), TO_MAPPING)] if left else []
    lines.append(Explained((Para(r.gap("limits_text"), MUTED),), ""))
    yield from named(lines, r.gap("limits"))
