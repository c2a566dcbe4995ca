"""The last part of a report: how the result was worked out, and by which version of what."""

from collections.abc import Iterator

from engine.model.assessment import Assessment
from engine.model.text import Basis
from engine.report.blocks import Block, Bullets, KeyValue, Line, Source
from engine.report.first_page import MOST_REASONS
from engine.report.method_words import word
from engine.report.phrases import Phrases, ours

_RULES = ("type_rule", "phase_rule", "unknown_rule")
_LIMITS = ("type_support", "margin", "hybrid_viewpoints")


def method_part(say: Phrases, assessment: Assessment, *, public: bool) -> Iterator[Block]:
    """The procedure with its thresholds and their reasons; figures, evaluator, versions, digest."""
    yield KeyValue(tuple(_procedure(say)))
    yield Bullets(tuple(say.statement(say.book.thresholds.reasons[name]) for name in _LIMITS))
    yield KeyValue(tuple(_identity(say, assessment, public=public)))


def _procedure(say: Phrases) -> Iterator[Line]:
    lang = say.lang
    yield Line(word("how_text", lang), label=word("how", lang))
    yield Line(word("study_and_us_text", lang), label=word("study_and_us", lang))
    for name in _RULES:
        ground = ours(say.book.viewpoints.values()) if name == "type_rule" else Source(Basis.JUDGEMENT)
        yield Line(word(f"{name}_text", lang), ground, label=word(name, lang))
    yield Line(word("reasons_rule_text", lang, MOST_REASONS), label=word("reasons_rule", lang))


def _identity(say: Phrases, assessment: Assessment, *, public: bool) -> Iterator[Line]:
    lang, answers = say.lang, [a for a in say.consultation.answers.values() if a.known]
    counts = {"questions": len(say.book.questions), "rules": len(say.book.rules), "answers": len(answers)}
    if public:
        figures = word("figures_public", lang, **counts)
    else:
        figures = word("figures_text", lang, sourced=sum(bool(a.source) for a in answers), **counts)
    yield Line(figures, label=word("figures", lang))
    yield Line(word(assessment.evaluator, lang), label=word("evaluator", lang))
    yield Line(assessment.knowledge_version, label=word("version", lang))
    yield Line(word("digest_text", lang, assessment.digest), label=word("digest", lang))
