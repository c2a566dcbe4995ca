"""The sheets on what was answered and what was not."""

from collections.abc import Iterator
from datetime import date

from engine.assess import engine_for
from engine.interview.order import state_of
from engine.interview.visible import visible
from engine.model.analysis import Analysis
from engine.model.answers import Answer, AnswerState, Confidence, Unknown
from engine.model.assessment import Assessment
from engine.model.questions import Question
from engine.report import words
from engine.report.closing import in_order
from engine.report.dates import day_in_japan
from engine.report.format_words import word
from engine.report.page_words import word as page_word
from engine.report.phrases import Phrases
from engine.report.xlsx_diagnosis import columns
from engine.report.xlsx_sheet import Cell, Sheet, joined

_OWN = (("source", 24), ("note", 30), ("participant", 12), ("answered_on", 15))
"""What users typed freely, and when: not for the public."""


def answers(say: Phrases, *, public: bool) -> Sheet:
    """Every question with where it stands; the answer of a question for a number also as a number."""
    told = columns(
        say,
        *(("interview_section", 14), ("question", 42), ("state", 10), ("answer", 30), ("figure", 8), ("unit", 7)),
        *(("confidence", 9), *(() if public else _OWN)),
    )
    sections = {section.id: say.say(section.title) for section in say.book.sections}
    rows = tuple((sections[q.section], *_row(say, q, public=public)) for q in say.book.ordered_questions)
    return Sheet(word("answers", say.lang), page_word("annex_answers", say.lang), told, rows)


def _row(say: Phrases, question: Question, *, public: bool) -> tuple[Cell, ...]:
    state = state_of(say.book, question.id, say.consultation.answers)
    answer = say.consultation.answers.get(question.id)
    head = (say.say(question.text), word(f"state_{state.value}", say.lang))
    if answer is None or state not in (AnswerState.VALUE, AnswerState.DONT_KNOW):
        return (*head, *((None,) * (4 if public else 4 + len(_OWN))))
    return (*head, *_given(say, question, answer), *(() if public else _grounds(answer)))


def _given(say: Phrases, question: Question, answer: Answer) -> tuple[Cell, ...]:
    if isinstance(answer.value, Unknown):
        return page_word("dont_know", say.lang), None, None, None
    number = answer.value if question.kind == "number" and not isinstance(answer.value, str | bool | tuple) else None
    unit = say.say(question.unit) if number is not None and question.unit else None
    return say.value(question, answer.value), number, unit, page_word(answer.confidence.value, say.lang)


def _grounds(answer: Answer) -> tuple[Cell, ...]:
    day: date | None = day_in_japan(answer.at) if answer.at else None
    kept = (visible(text, keep="\n") for text in (answer.source, answer.note, answer.participant))
    return (*kept, day)


def _in_doubt(say: Phrases, assessment: Assessment) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The answers that bear on a conclusion and were given without full confidence, or contradict another."""
    bears = engine_for(say.book).bears_on
    clashing = {given.question for one in assessment.contradictions for given in one.answers}
    for question in say.book.ordered_questions:
        answer = say.consultation.answers.get(question.id)
        if answer is None or not answer.known or not bears.get(question.id):
            continue
        doubted = answer.confidence is not Confidence.SURE
        told = [say.word("doubted_as", say.word(answer.confidence.value))] if doubted else []
        told += [say.word("contradictions")] if question.id in clashing else []
        if told:
            yield question.id, say.list(told), bears[question.id]


def open_points(say: Phrases, assessment: Assessment, analysis: Analysis | None) -> Sheet:
    """Every question without a value that bears on a conclusion, with analysis what tells most first; then doubts."""
    told = columns(
        say,
        *(("number", 6), ("interview_section", 16), ("question", 50), ("state", 12)),
        *(("bears_on", 44), ("settles", 8), ("why_asked", 44)),
    )
    matters = [point.question for point in analysis.robustness.matters] if analysis else []
    rank = {question: n for n, question in enumerate(matters)}
    points = sorted(in_order(assessment), key=lambda one: rank.get(one.question, len(rank)))
    settling = {one.question for one in assessment.type.settled_by}
    sections = {section.id: say.say(section.title) for section in say.book.sections}
    states = [(one.question, say.say(words.STATE[one.state]), one.bears_on) for one in points]
    rows = []
    for n, (id_, state, bears_on) in enumerate((*states, *_in_doubt(say, assessment)), 1):
        question = say.book.questions[id_]
        bears = joined([say.target(target) for target in bears_on])
        settles = word("yes", say.lang) if id_ in settling else ""
        about = (n, sections[question.section], say.say(question.text), state)
        rows.append((*about, bears, settles, say.say(question.why)))
    notes = (word("open_note", say.lang),)
    return Sheet(word("open", say.lang), word("open_title", say.lang), told, tuple(rows), notes)
