"""The lines of the result, tab by tab: each with the id of what Enter explains."""

from collections.abc import Callable
from dataclasses import dataclass

from engine.assess.words import PRIORITY, STANDING, STATUS, TIMING
from engine.model.assessment import Assessment, DirectionAdvice, NearCase, PhaseVerdict, Recommendation
from engine.model.book import Book
from tui.texts import Lang, say
from tui.widgets.board import board
from tui.widgets.citing import cited
from tui.widgets.explaining import Explained
from tui.widgets.prose import Para
from tui.widgets.reading import settled


@dataclass(frozen=True, slots=True)
class Wording:
    """The names of a book and our own texts, in one language."""

    book: Book
    lang: Lang

    def say(self, key: str, **values: object) -> str:
        """One of our texts."""
        return say(self.lang, key, **values)


Lines = Callable[[Assessment, Wording], list[Explained]]


def diagnosis(a: Assessment, r: Wording, *, wide: bool = False) -> list[Explained]:
    """Verdict, board, support of each type, key factors of the types shown."""
    verdict = Explained((Para(a.first_line.get(r.lang), "bold"), *settled(a, r.lang)), "type")
    picture = Explained(tuple(board(a, r.book, r.lang, wide=wide)), "phase")
    lines = [verdict, picture, *_support(a, r), *(line for phase in a.phases for line in _factors(phase, r))]
    if a.type.settled_by and not a.type.settled:
        lines += _settling(a, r)
    return lines


def _settling(a: Assessment, r: Wording) -> list[Explained]:
    """The questions that would settle the type; each leads to why it is asked."""
    return [
        Explained((Para(one.text.get(r.lang), lead="- "),), one.question, r.say("reading.settle") if n == 0 else "")
        for n, one in enumerate(a.type.settled_by)
    ]


def _points(number: int) -> str:
    return f"{number:+d}" if number else "0"


def _support(a: Assessment, r: Wording) -> list[Explained]:
    lines = []
    for n, support in enumerate(a.type.support):
        name = f"{support.type} {r.book.types[support.type].title.get(r.lang)}"
        parts = [f"{r.book.viewpoints[v.viewpoint].title.get(r.lang)} {_points(v.points)}" for v in support.viewpoints]
        paras = (
            Para(r.say("result.support", type=name, total=_points(support.total))),
            *(Para(part, "$foreground-muted", 2) for part in parts),
        )
        lines.append(Explained(paras, support.type, r.say("result.supports") if n == 0 else ""))
    return lines


def _factors(verdict: PhaseVerdict, r: Wording) -> list[Explained]:
    lines = []
    for n, factor in enumerate(verdict.factors):
        phase = r.book.phases[factor.phase]
        head = f"{r.say('result.factors', type=verdict.type)}  {verdict.next.get(r.lang)}" if n == 0 else ""
        paras = (
            Para(f"{factor.order} {phase.title.get(r.lang)}  [{STATUS[factor.status].get(r.lang)}]"),
            Para(phase.key_factor_title.get(r.lang), "$foreground-muted", 2),
        )
        lines.append(Explained(paras, factor.phase, head))
    return lines


def measures(a: Assessment, r: Wording) -> list[Explained]:
    """By timing, in the order of beginning."""
    lines: list[Explained] = []
    for timing in TIMING:
        of_timing = [one for one in a.recommendations if one.timing == timing]
        for n, one in enumerate(of_timing):
            lines.append(_measure(one, r, _headline(TIMING[timing].get(r.lang)) if n == 0 else ""))
    return lines or [Explained((Para(r.say("result.no_measures")),), "type")]


def _headline(words: str) -> str:
    return words[:1].upper() + words[1:]


def _measure(one: Recommendation, r: Wording, head: str) -> Explained:
    measure = r.book.measures[one.measure]
    phases = " ".join(f"{one.type}-{r.book.phases[phase].order}" for phase in one.phases)
    standing = r.say("result.standing", standing=STANDING[one.status].get(r.lang))
    about = f"{phases}  {standing}{cited(measure.citations, r.lang)}"
    paras = (
        Para(measure.title.get(r.lang), lead=f"[{PRIORITY[one.priority].get(r.lang)}] "),
        Para(about, "$foreground-muted", 2),
    )
    return Explained(paras, one.measure, head)


def directions(a: Assessment, r: Wording) -> list[Explained]:
    """The five national directions: hypotheses that address the state, and what they mean here."""
    return [_direction(one, r, r.say("result.directions") if n == 0 else "") for n, one in enumerate(a.directions)]


def _direction(one: DirectionAdvice, r: Wording, head: str) -> Explained:
    item = r.book.national_directions[one.direction]
    paras = (
        Para(f"{item.order} {item.title.get(r.lang)}"),
        Para(r.say(f"relevance.{one.relevance}"), "$foreground-muted", 2),
    )
    return Explained(paras, one.direction, head)


def renewal(a: Assessment, r: Wording) -> list[Explained]:
    """Risk of decline, the three directions of renewal, and the industries against the region's conditions."""
    lines = [Explained((Para(a.renewal.text.get(r.lang), "bold"),), "renewal")]
    for n, fit in enumerate(a.renewal.directions):
        item = r.book.renewal_directions[fit.direction]
        state = r.say("result.fits" if fit.fits else "result.fits_not") + (
            r.say("result.aspired") if fit.aspired else ""
        )
        paras = (Para(item.title.get(r.lang)), Para(state, "$foreground-muted", 2))
        lines.append(Explained(paras, fit.direction, r.say("result.renewal") if n == 0 else ""))
    return lines + _location(a, r)


def _location(a: Assessment, r: Wording) -> list[Explained]:
    lines = []
    for n, fit in enumerate(a.location):
        count = r.say("result.requirements", met=fit.met, not_met=fit.not_met, unknown=fit.unknown)
        name = r.book.industries[fit.industry].title.get(r.lang) + (r.say("result.targeted") if fit.targeted else "")
        paras = (Para(name), Para(count, "$foreground-muted", 2))
        lines.append(Explained(paras, fit.industry, r.say("result.location") if n == 0 else ""))
    return lines


def cases(a: Assessment, r: Wording) -> list[Explained]:
    """The nearest cases: what is alike and what differs."""
    return [_case(one, r) for one in a.cases] or [Explained((Para(r.say("result.no_cases")),), "type")]


def _case(one: NearCase, r: Wording) -> Explained:
    item = r.book.cases[one.case]
    type_ = f"  {item.type}" if item.type else ""
    paras = (Para(f"{item.title.get(r.lang)}{type_}"), Para(item.summary.get(r.lang), "$foreground-muted", 2))
    return Explained(paras, one.case)
