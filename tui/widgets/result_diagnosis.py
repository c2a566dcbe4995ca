"""The lines of the diagnosis: verdict, board, evidence by viewpoint as bars, key factors fact by fact."""

from collections.abc import Iterator

from textual.content import Content

from engine.assess.words import STATUS
from engine.model.assessment import Assessment, Evidence, FactorStatus, PhaseVerdict, Support
from engine.report import words
from engine.report.explanation import MARK
from engine.report.text import sure
from tui.widgets import charts
from tui.widgets.board import board
from tui.widgets.columns import Columns, headings
from tui.widgets.explaining import Explained
from tui.widgets.prose import Para, Piece
from tui.widgets.reading import settled
from tui.widgets.result_lines import MUTED, Wording, headed

MOST = 3
"""Points of one viewpoint at most, for or against."""
_VIEWPOINT = 2 * 2 * MOST + 5
_EVIDENCE_MARK = {"yes": MARK["holds"], "no": MARK["fails"], "unknown": MARK["open"]}


def diagnosis(a: Assessment, r: Wording) -> list[Explained]:
    """Verdict, board, support of each type, key factors of the types shown, what would settle it."""
    condition = settled(a, r.book, r.phrases.consultation.answers, r.lang)
    verdict = Explained((Para(a.first_line.get(r.lang), "bold"), *condition), "type")
    picture = Explained(tuple(board(a, r.book, r.lang, wide=True, plain=r.plain)), "phase")
    factors = (line for phase in a.phases for line in _phases(phase, r))
    return [verdict, picture, *_evidence(a, r), *factors, *_settling(a, r)]


def _settling(a: Assessment, r: Wording) -> Iterator[Explained]:
    """The questions that would settle the type; each leads to why it is asked."""
    asked = () if a.type.settled else a.type.settled_by
    lines = (Explained((Para(sure(one.text.get(r.lang)), lead="- "),), one.question) for one in asked)
    return headed(r.say("reading.settle"), lines)


def _evidence(a: Assessment, r: Wording) -> Iterator[Explained]:
    """One row a type: its points in each viewpoint around a zero line, and their total."""
    if not a.type.support:
        return
    viewpoints = [r.book.viewpoints[one.viewpoint] for one in a.type.support[0].viewpoints]
    names = [r.say("result.viewpoint", n=one.order) for one in viewpoints]
    total = 2 * MOST * len(names) + 5
    widths = (0, *(_VIEWPOINT for _ in names), total)
    least = sum(widths) + 2 * len(names) + 24
    above: tuple[Piece, ...] = (
        *(Para(" ".join(one.title.get(r.lang).split()), MUTED) for one in viewpoints),
        headings([r.say("result.type"), *names, r.say("result.total")], tuple(widths), least),
    )
    for n, support in enumerate(a.type.support):
        row = Explained((_support(support, r, names, widths, least),), support.type)
        head = r.say("result.supports") if n == 0 else ""
        yield Explained(row.paras, row.target, head, above if n == 0 else ())


def _support(support: Support, r: Wording, names: list[str], widths: tuple[int, ...], least: int) -> Columns:
    name = f"{support.type} {r.book.types[support.type].title.get(r.lang)}"
    bars = [charts.signed(one.points, most=MOST, plain=r.plain) for one in support.viewpoints]
    whole = charts.signed(support.total, most=MOST * len(names), plain=r.plain, per_point=1)
    cells = (Para(name), *(Para("", lead=one) for one in (*bars, whole)))
    told = (Para(name, lead=one + "  ", indent=2) for name, one in zip(names, bars, strict=True))
    stacked = (Para(name, "bold"), *told, Para(r.say("result.total"), lead=_short(support, r) + "  ", indent=2))
    return Columns(cells, widths, least, stacked)


def _short(support: Support, r: Wording) -> Content:
    """The total as a bar of the width of the others, so that they stand below each other."""
    return charts.signed(support.total, most=2 * MOST, plain=r.plain, per_point=1)


def _phases(verdict: PhaseVerdict, r: Wording) -> Iterator[Explained]:
    """The key factors of one type, each followed by its facts."""
    head = f"{r.say('result.factors', type=verdict.type)}  {verdict.next.get(r.lang)}"
    return headed(head, (line for factor in verdict.factors for line in _factor(factor, r)))


def _factor(factor: FactorStatus, r: Wording) -> Iterator[Explained]:
    phase = r.book.phases[factor.phase]
    lead = charts.mark(factor.status, plain=r.plain) + " "
    title = f"{r.phrases.word('phase_n', factor.order)} {phase.title.get(r.lang)}"
    paras = (
        Para(f"{title}  [{STATUS[factor.status].get(r.lang)}]", "bold", lead=lead),
        Para(phase.key_factor_title.get(r.lang), MUTED, 7),
    )
    yield Explained(paras, factor.phase)
    for one in factor.evidence:
        yield Explained(tuple(_fact(one, r)), f"{factor.phase}:{one.fact}")


def _fact(one: Evidence, r: Wording) -> Iterator[Para]:
    """A fact with its mark, whether it is needed, how it stands, and what would tell where that is unknown."""
    stands = r.list([words.ROLE[one.role].get(r.lang), words.EVIDENCE[one.status].get(r.lang)])
    yield Para(one.name.get(r.lang) + r.phrases.bracket(stands), "", 7, _EVIDENCE_MARK[one.status])
    if one.status == "unknown":
        for question in one.questions:
            yield Para(r.phrases.pair(r.phrases.word("to_ask"), r.question(question)), MUTED, 11)
