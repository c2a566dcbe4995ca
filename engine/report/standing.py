"""Says how far a verdict is settled: by open answers alone, or only if answers that are doubted or clash are right."""

from collections.abc import Mapping
from typing import NamedTuple

from engine.assess import engine_for
from engine.model.answers import Answer, Confidence
from engine.model.assessment import Assessment, Contradiction
from engine.model.book import Book
from engine.model.text import Lang
from engine.report.page_words import filled, word
from engine.report.phrases import Phrases
from engine.report.words import LABEL


class Doubts(NamedTuple):
    """Why answers that bear on a verdict may not be right: questions answered without full confidence, contradictions.

    ``contradictions`` holds those among such answers; what touches the type comes first.
    """

    questions: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]


def doubts(book: Book, answers: Mapping[str, Answer], assessment: Assessment, *, phases: bool) -> Doubts:
    """What is doubted among the answers that bear on the type and, if wanted, on the phases shown."""
    on = {"type"} | ({factor.phase for one in assessment.phases for factor in one.factors} if phases else set())
    bears = engine_for(book).bears_on
    questions = (
        question
        for question, answer in answers.items()
        if answer.known and answer.confidence is not Confidence.SURE and on & set(bears.get(question, ()))
    )
    touching = (
        one for one in on_type_first(book, assessment) if any(on & set(bears.get(a.question, ())) for a in one.answers)
    )
    return Doubts(tuple(questions), tuple(touching))


def on_type_first(book: Book, assessment: Assessment) -> list[Contradiction]:
    """The contradictions, those first whose answers bear most on the type."""
    bears = engine_for(book).bears_on

    def on_type(one: Contradiction) -> float:
        bearing = ["type" in bears.get(given.question, ()) for given in one.answers]
        return sum(bearing) / max(len(bearing), 1)

    return sorted(assessment.contradictions, key=on_type, reverse=True)


def standing(say: Phrases, assessment: Assessment) -> str:
    """Whether type and phase are settled, on what condition, and what is still possible."""
    verdict = assessment.type
    if not verdict.settled:
        labels = " / ".join(say.say(LABEL[one]) if one in LABEL else one for one in verdict.possible)
        return filled("type_open", say.lang, labels)
    if verdict.leading in LABEL:
        return word("none_settled", say.lang)
    phases = all(phase.settled for phase in assessment.phases)
    name = "all_settled" if phases else "type_settled"
    found = doubts(say.book, say.consultation.answers, assessment, phases=phases)
    doubted = doubted_in_words(found, say.lang)
    return filled(f"{name}_if", say.lang, doubted) if doubted else word(name, say.lang)


def doubted_in_words(found: Doubts, lang: Lang) -> str:
    """How many answers are doubted and how many contradictions there are; empty where there are none."""
    counts = {"doubted_n": len(found.questions), "clash_n": len(found.contradictions)}
    return ("、" if lang == "ja" else ", ").join(filled(name, lang, n) for name, n in counts.items() if n)


def in_a_word(say: Phrases, assessment: Assessment) -> str:
    """Whether the type is settled, to stand in brackets behind it."""
    if not assessment.type.settled:
        return say.word("open")
    found = doubts(say.book, say.consultation.answers, assessment, phases=False)
    return say.word("settled_if" if any(found) else "settled")
