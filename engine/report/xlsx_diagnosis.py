"""The sheets on type and phase: every pull of the evidence, every fact of the key factors."""

from collections.abc import Iterator

from engine.assess.words import STATUS
from engine.model.assessment import Assessment, Because, Evidence, FactorStatus, PhaseVerdict
from engine.report import words
from engine.report.format_words import word
from engine.report.phrases import Phrases
from engine.report.xlsx_sheet import Cell, Column, Sheet, joined


def ground(say: Phrases, because: Because | None) -> tuple[str, str]:
    """Basis and sections of a reason."""
    if because is None:
        return "", ""
    sections = dict.fromkeys(citation.section for citation in because.citations)
    return say.say(words.BASIS[because.basis]), say.list(sections)


def columns(say: Phrases, *told: tuple[str, int]) -> tuple[Column, ...]:
    """Columns by the names of their words, each with the widest it may be."""
    return tuple(Column(word(name, say.lang), most) for name, most in told)


def evidence(say: Phrases, assessment: Assessment) -> Sheet:
    """What in the answers pulls for or against each type, by viewpoint."""
    told = columns(
        say,
        *(("type", 18), ("viewpoint", 26), ("pull", 10), ("weight", 8), ("reason", 44), ("facts", 48)),
        *(("basis", 11), ("sections", 12)),
    )
    rows = tuple(_pulls(say, assessment))
    return Sheet(word("evidence", say.lang), word("evidence_title", say.lang), told, rows, (word("points", say.lang),))


def _pulls(say: Phrases, assessment: Assessment) -> Iterator[tuple[Cell, ...]]:
    for support in assessment.type.support:
        for viewpoint in support.viewpoints:
            name = " ".join(say.say(say.book.viewpoints[viewpoint.viewpoint].title).split())
            for pull, reasons in (("for", viewpoint.for_), ("against", viewpoint.against)):
                for because in reasons:
                    given = say.book.rule[because.rule].then.evidence
                    weight = (given.weight if pull == "for" else -given.weight) if given else None
                    facts = joined([say.fact(fact) for fact in because.facts])
                    about = (say.type(support.type), name, say.word(pull), weight, say.say(because.text), facts)
                    yield (*about, *ground(say, because))


def factors(say: Phrases, assessment: Assessment) -> Sheet:
    """Every fact of every key factor, of all three types, and how it stands."""
    told = columns(
        say,
        *(("type", 18), ("in_verdict", 8), ("phase_number", 8), ("phase", 16), ("here", 8), ("key_factor", 30)),
        *(("factor_status", 10), ("fact", 26), ("role", 8), ("fact_status", 8), ("facts", 40)),
        *(("basis", 11), ("sections", 10)),
    )
    rows = tuple(_facts(say, assessment))
    return Sheet(word("factors", say.lang), word("factors_title", say.lang), told, rows)


def _facts(say: Phrases, assessment: Assessment) -> Iterator[tuple[Cell, ...]]:
    shown = {phase.type for phase in assessment.phases}
    for verdict in assessment.board:
        for factor in verdict.factors:
            about = _about(say, verdict, factor, shown=verdict.type in shown)
            for one in factor.evidence:
                yield (*about, *_fact(say, one))


def _about(say: Phrases, verdict: PhaseVerdict, factor: FactorStatus, *, shown: bool) -> tuple[Cell, ...]:
    item = say.book.phases[factor.phase]
    here = shown and str(factor.order) in verdict.possible
    return (
        say.type(verdict.type),
        word("yes", say.lang) if shown else "",
        factor.order,
        say.say(item.title),
        word("yes", say.lang) if here else "",
        say.say(item.key_factor_title),
        say.say(STATUS[factor.status]),
    )


def _fact(say: Phrases, one: Evidence) -> tuple[Cell, ...]:
    because = one.because[0] if one.because else None
    facts = [say.fact(fact) for reason in one.because for fact in reason.facts]
    told = facts or [say.pair(say.word("to_ask"), say.question(question)) for question in one.questions]
    role, status = say.say(words.ROLE[one.role]), say.say(words.EVIDENCE[one.status])
    return (say.say(one.name), role, status, joined(list(dict.fromkeys(told))), *ground(say, because))
