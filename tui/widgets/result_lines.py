"""The lines of the result, tab by tab: each with what it rests on."""

from collections.abc import Callable

from engine.assess.words import PRIORITY, STANDING, STATUS, TIMING
from engine.model.assessment import Assessment, Because, DirectionAdvice, NearCase, PhaseVerdict, Recommendation
from tui.widgets.board import board
from tui.widgets.citing import basis_mark, cited
from tui.widgets.explaining import Explained, Node, Reasons
from tui.widgets.prose import Para
from tui.widgets.reading import settled

Lines = Callable[[Assessment, Reasons], list[Explained]]


def diagnosis(a: Assessment, r: Reasons, *, wide: bool = False) -> list[Explained]:
    """Verdict, board, support of each type, key factors of the types shown."""
    verdict = Explained((Para(a.first_line.get(r.lang), "bold"), *settled(a, r.lang)), r.because(a.type.because))
    questions = tuple(one.question for one in a.type.settled_by)
    picture = Explained(tuple(board(a, r.book, r.lang, wide=wide)), _board_nodes(a, r))
    lines = [verdict, picture, *_support(a, r), *(line for phase in a.phases for line in _factors(phase, r))]
    if questions and not a.type.settled:
        lines.append(Explained((Para(r.say("reading.settle")),), r.questions(questions), r.say("result.open")))
    return lines


def _board_nodes(a: Assessment, r: Reasons) -> tuple[Node, ...]:
    return tuple(
        Node(
            f"{verdict.type} {r.book.types[verdict.type].title.get(r.lang)}",
            tuple(
                Node(
                    f"{r.book.phases[f.phase].title.get(r.lang)}: {r.book.phases[f.phase].key_factor_title.get(r.lang)}"
                    f" ({STATUS[f.status].get(r.lang)})"
                )
                for f in verdict.factors
            ),
            "bold",
        )
        for verdict in a.board
    )


def _points(number: int) -> str:
    return f"{number:+d}" if number else "0"


def _support(a: Assessment, r: Reasons) -> list[Explained]:
    lines = []
    for n, support in enumerate(a.type.support):
        name = f"{support.type} {r.book.types[support.type].title.get(r.lang)}"
        parts = [f"{r.book.viewpoints[v.viewpoint].title.get(r.lang)} {_points(v.points)}" for v in support.viewpoints]
        reasons = tuple(b for v in support.viewpoints for b in (*v.for_, *v.against))
        paras = (
            Para(r.say("result.support", type=name, total=_points(support.total))),
            *(Para(part, "$foreground-muted", 2) for part in parts),
        )
        lines.append(Explained(paras, r.because(reasons), r.say("result.supports") if n == 0 else ""))
    return lines


def _factors(verdict: PhaseVerdict, r: Reasons) -> list[Explained]:
    lines = []
    for n, factor in enumerate(verdict.factors):
        phase = r.book.phases[factor.phase]
        head = f"{r.say('result.factors', type=verdict.type)}  {verdict.next.get(r.lang)}" if n == 0 else ""
        paras = (
            Para(f"{factor.order} {phase.title.get(r.lang)}  [{STATUS[factor.status].get(r.lang)}]"),
            Para(phase.key_factor_title.get(r.lang), "$foreground-muted", 2),
        )
        nodes = tuple(
            Node(
                r.say(f"result.{one.role}", name=one.name.get(r.lang), state=r.say(f"result.{one.status}")),
                r.because(one.because) if one.because else r.questions(one.questions),
            )
            for one in factor.evidence
        )
        lines.append(Explained(paras, (*nodes, *r.citations(phase.citations)), head))
    return lines


def measures(a: Assessment, r: Reasons) -> list[Explained]:
    """By timing, in the order of beginning."""
    lines: list[Explained] = []
    for timing in TIMING:
        of_timing = [one for one in a.recommendations if one.timing == timing]
        for n, one in enumerate(of_timing):
            lines.append(_measure(one, r, _headline(TIMING[timing].get(r.lang)) if n == 0 else ""))
    return lines or [Explained((Para(r.say("result.no_measures")),), r.questions(_settling(a)))]


def _headline(words: str) -> str:
    return words[:1].upper() + words[1:]


def _settling(a: Assessment) -> tuple[str, ...]:
    return tuple(one.question for one in a.type.settled_by)


def _measure(one: Recommendation, r: Reasons, head: str) -> Explained:
    measure = r.book.measures[one.measure]
    phases = " ".join(f"{one.type}-{r.book.phases[phase].order}" for phase in one.phases)
    standing = r.say("result.standing", standing=STANDING[one.status].get(r.lang))
    about = f"{phases}  {standing}{cited(measure.citations, r.lang)}"
    paras = (
        Para(measure.title.get(r.lang), lead=f"[{PRIORITY[one.priority].get(r.lang)}] "),
        Para(about, "$foreground-muted", 2),
    )
    who = tuple(
        Node(f"{basis_mark(w.basis, r.lang)} {r.say(f'who.{w.who}')}: {w.does.get(r.lang)}") for w in measure.who_acts
    )
    schemes = tuple(
        Node(r.say("result.scheme", name=s.name.get(r.lang)), r.citations(s.citations)) for s in measure.schemes
    )
    cases = tuple(
        Node(f"{r.book.cases[p.case].title.get(r.lang)}: {p.text.get(r.lang)}", r.citations(p.citations))
        for p in one.precedents
    )
    nodes = [
        Node(measure.summary.get(r.lang), r.citations(measure.citations)),
        Node(r.say("result.how"), (Node(one.how.get(r.lang)),), "bold"),
        Node(r.say("result.why"), r.because(one.because), "bold"),
        Node(r.say("result.who"), who, "bold"),
        *([Node(r.say("result.schemes"), schemes, "bold")] if schemes else []),
        *([Node(r.say("result.precedents"), cases, "bold")] if cases else []),
        *([Node(r.say("result.cautions"), _caution_nodes(one.cautions, r), "bold")] if one.cautions else []),
    ]
    return Explained(paras, tuple(nodes), head)


def _caution_nodes(ids: tuple[str, ...], r: Reasons) -> tuple[Node, ...]:
    found = []
    for name in ids:
        pitfall = r.book.pitfalls.get(name)
        item = pitfall or r.book.cautions.get(name)
        if item is not None:
            text = pitfall.lesson if pitfall else item.summary
            found.append(Node(f"{item.title.get(r.lang)}: {text.get(r.lang)}", r.citations(item.citations)))
    return tuple(found)


def directions(a: Assessment, r: Reasons) -> list[Explained]:
    """The five national directions: hypotheses that address the state, and what they mean here."""
    lines = [_direction(one, r) for one in a.directions]
    lines[:1] = [Explained(lines[0].paras, lines[0].nodes, r.say("result.directions"))]
    return lines


def _direction(one: DirectionAdvice, r: Reasons) -> Explained:
    item = r.book.national_directions[one.direction]
    paras = (
        Para(f"{item.order} {item.title.get(r.lang)}"),
        Para(r.say(f"relevance.{one.relevance}"), "$foreground-muted", 2),
    )
    nodes = (
        Node(item.summary.get(r.lang), r.citations(item.citations)),
        Node(r.say("result.why"), r.because(one.because), "bold"),
        Node(r.say("result.homework"), tuple(Node(text.get(r.lang)) for text in one.homework), "bold"),
        Node(r.say("result.ask_state"), tuple(Node(text.get(r.lang)) for text in one.ask_state), "bold"),
    )
    return Explained(paras, nodes)


def renewal(a: Assessment, r: Reasons) -> list[Explained]:
    """Risk of decline, the three directions of renewal, and the industries against the region's conditions."""
    lines = [Explained((Para(a.renewal.text.get(r.lang), "bold"),), r.because(a.renewal.because))]
    for n, fit in enumerate(a.renewal.directions):
        item = r.book.renewal_directions[fit.direction]
        state = r.say("result.fits" if fit.fits else "result.fits_not") + (
            r.say("result.aspired") if fit.aspired else ""
        )
        cases = tuple(Node(r.book.cases[case].title.get(r.lang)) for case in fit.cases)
        nodes = (
            Node(item.summary.get(r.lang), r.citations(item.citations)),
            Node(r.say("result.why"), r.because(fit.because), "bold"),
            Node(r.say("result.precedents"), cases, "bold"),
        )
        paras = (Para(item.title.get(r.lang)), Para(state, "$foreground-muted", 2))
        lines.append(Explained(paras, nodes, r.say("result.renewal") if n == 0 else ""))
    return lines + _location(a, r)


def _location(a: Assessment, r: Reasons) -> list[Explained]:
    lines = []
    for n, fit in enumerate(a.location):
        industry = r.book.industries[fit.industry]
        texts = {one.id: one for one in industry.requirements}
        count = r.say("result.requirements", met=fit.met, not_met=fit.not_met, unknown=fit.unknown)
        nodes = tuple(
            Node(
                f"[{r.say(f'requirement.{one.status}')}] {texts[one.requirement].text.get(r.lang)}",
                (*(r.because(one.because) if one.because else ()), *r.citations(texts[one.requirement].citations)),
            )
            for one in fit.requirements
        )
        name = industry.title.get(r.lang) + (r.say("result.targeted") if fit.targeted else "")
        paras = (Para(name), Para(count, "$foreground-muted", 2))
        lines.append(Explained(paras, nodes, r.say("result.location") if n == 0 else ""))
    return lines


def cases(a: Assessment, r: Reasons) -> list[Explained]:
    """The nearest cases: what is alike and what differs."""
    return [_case(one, r) for one in a.cases] or [Explained((Para(r.say("result.no_cases")),))]


def _case(one: NearCase, r: Reasons) -> Explained:
    item = r.book.cases[one.case]
    type_ = f"  {item.type}" if item.type else ""
    paras = (Para(f"{item.title.get(r.lang)}{type_}"), Para(item.summary.get(r.lang), "$foreground-muted", 2))
    success = tuple(Node(s.text.get(r.lang), r.citations(s.citations)) for s in item.success_factors)
    nodes = [
        Node(r.say("result.alike"), tuple(Node(text.get(r.lang)) for text in one.alike), "bold"),
        *(
            [Node(r.say("result.differs"), tuple(Node(t.get(r.lang)) for t in one.differs), "bold")]
            if one.differs
            else []
        ),
        *([Node(r.say("result.success"), success, "bold")] if success else []),
        *r.citations(item.citations),
    ]
    return Explained(paras, tuple(nodes))


def open_points(a: Assessment, r: Reasons) -> list[Explained]:
    """Cautions first, then what is not known and bears on a conclusion."""
    lines = [
        Explained(
            (Para(one.text.get(r.lang)),),
            (*_only(one.because, r), *r.citations(one.citations)),
            r.say("result.cautions") if n == 0 else "",
        )
        for n, one in enumerate(a.cautions)
    ]
    for n, point in enumerate(a.unanswered):
        question = r.book.questions[point.question]
        mark = "[?] " if point.state == "dont_know" else "[ ] "
        nodes = (Node(question.why.get(r.lang)), Node(question.help.get(r.lang)), *r.citations(question.citations))
        head = r.say("result.unanswered") if n == 0 else ""
        lines.append(Explained((Para(question.text.get(r.lang), lead=mark),), nodes, head))
    return lines


def _only(reasons: tuple[Because, ...], r: Reasons) -> tuple[Node, ...]:
    return r.because(reasons) if reasons else ()
