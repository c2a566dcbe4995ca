"""An annex of a report: every fact of the key factors, how it stands, and by which answers."""

from collections.abc import Iterator

from engine.model.assessment import Assessment, Evidence, FactorStatus
from engine.report import words
from engine.report.blocks import Block, Bullets, Heading, Line
from engine.report.diagnosis import factor_status
from engine.report.phrases import Phrases, source


def phase_evidence(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """For each type shown the key factors with their evidence."""
    for phase in assessment.phases:
        yield Heading(3, say.type(phase.type))
        yield Bullets(tuple(_factor(say, factor) for factor in phase.factors))


def _factor(say: Phrases, factor: FactorStatus) -> Line:
    item = say.book.phases[factor.phase]
    quoted = f"「{item.title.ja}」" if say.lang == "ja" else f" '{item.title.en}'"
    name = say.word("phase_n", factor.order) + quoted
    key_factor = say.pair(say.word("key_factor"), say.say(item.key_factor_title))
    text = say.pair(name, f"{factor_status(say, factor)} - {key_factor}")
    key = item.key_factor
    return Line(text, source(key.basis, key.citations), tuple(_evidence(say, one) for one in factor.evidence))


def _evidence(say: Phrases, evidence: Evidence) -> Line:
    stands = f"{say.say(words.ROLE[evidence.role])}, {say.say(words.EVIDENCE[evidence.status])}"
    if say.lang == "ja":
        stands = stands.replace(", ", "・")
    ask = tuple(Line(say.pair(say.word("to_ask"), say.question(q))) for q in evidence.questions)
    facts = tuple(Line(say.fact(fact)) for because in evidence.because for fact in because.facts)
    told = evidence.because[0] if evidence.because else None
    stated = source(told.basis, told.citations) if told else None
    return Line(say.say(evidence.name) + say.bracket(stands), stated, facts or ask)
