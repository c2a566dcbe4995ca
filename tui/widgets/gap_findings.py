"""The findings of the gap check by kind: each with what it stands on, who acts and what is to be checked yet."""

from collections.abc import Iterator

from engine.assess.words import PRIORITY, TIMING
from engine.interview.visible import flowing
from engine.model.gaps import GapFinding
from engine.report.gaps.findings import KINDS, based
from engine.report.gaps.labels import KIND, KIND_NOTE
from engine.report.gaps.page import who, why
from engine.report.marks import mark
from engine.report.text import sure
from engine.report.wrap import GLUE
from tui.widgets.explaining import Explained
from tui.widgets.gap_filter import GapSelection
from tui.widgets.gap_lines import GapWording, named, nothing, tentative
from tui.widgets.prose import Para
from tui.widgets.result_lines import MUTED

_MOST = 100
"""Of one kind: a register of thousands has thousands that serve nothing of the type, all alike."""
_ACTED_ON = frozenset({"missing", "repair", "thin"})


def findings(r: GapWording, selection: GapSelection) -> list[Explained]:
    """Those that are wanted, by kind; under the name of the kind what it means and what it does not."""
    chosen = selection.chosen(r.check.findings)
    if not r.check.findings:
        return [nothing(sure(r.phrases.nothing_found))]
    if not chosen:
        return [nothing(r.say("gap_filter.nothing"))]
    return [line for kind in KINDS for line in _of_kind([one for one in chosen if one.kind == kind], r)]


def _of_kind(found: list[GapFinding], r: GapWording) -> Iterator[Explained]:
    if found:
        more = len(found) - _MOST
        lines = [_finding(one, r) for one in found[:_MOST]]
        lines += [nothing(r.say("gaps.and_more", count=more))] if more > 0 else []
        head = f"{KIND[found[0].kind].get(r.lang)}  {r.say('filter.measures', n=len(found))}"
        note = Para(KIND_NOTE[found[0].kind].get(r.lang), MUTED)
        yield from named(lines, head, note)


def _finding(one: GapFinding, r: GapWording) -> Explained:
    about = mark(based(r.phrases, one), r.lang)
    told = sure(flowing(r.phrases.say(one.text))) + about[:1] + about[1:].replace(" ", GLUE)
    stands = [TIMING[one.timing].get(r.lang)] if one.timing else []
    stands += [PRIORITY[one.priority].get(r.lang)] if one.priority else []
    # What serves nothing says itself whether anybody confirmed it.
    open_ = () if one.kind == "orphan" else tentative(one, r)
    lead = f"[{' '.join(stands)}] " if stands else ""
    return Explained((Para(told, lead=lead), *_acts(one, r), *open_), one.id)


def _acts(one: GapFinding, r: GapWording) -> Iterator[Para]:
    """Why it is needed and who acts, of what is missing or thin."""
    if one.kind in _ACTED_ON and one.measure:
        yield Para(sure(r.phrases.pair(r.gap("why"), why(r.phrases, one))), MUTED, 2)
        yield Para(sure(r.phrases.pair(r.say("gaps.who"), who(r.phrases, one))), MUTED, 2)
