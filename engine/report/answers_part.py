"""An annex of a report: every answer by section, with confidence, source, note, who gave it and when."""

from collections.abc import Iterator

from engine.interview.order import state_of
from engine.interview.visible import flowing, visible
from engine.model.answers import Answer, AnswerState, Unknown
from engine.model.assessment import Assessment
from engine.model.questions import Question
from engine.report.blocks import Block, Bullets, Heading, Line, Paragraph, Table
from engine.report.dates import answered_on, in_words
from engine.report.page_words import word
from engine.report.phrases import Phrases


def answers_part(say: Phrases, assessment: Assessment, *, public: bool) -> Iterator[Block]:
    """What was answered, 'don't know' included; then, within the study, what was not asked or does not apply."""
    states = {q.id: state_of(say.book, q.id, say.consultation.answers) for q in say.book.ordered_questions}
    yield Paragraph(Line(_counts(say, assessment, list(states.values()))))
    given = (AnswerState.VALUE, AnswerState.DONT_KNOW)
    who = not public and any(a.participant or a.at for a in say.consultation.answers.values())
    for section in say.book.sections:
        asked = [q for q in say.book.ordered_questions if q.section == section.id and states[q.id] in given]
        if asked:
            yield _table(say, say.pair(word("answer", say.lang), say.say(section.title)), asked, public=public, who=who)
    if assessment.type.kind == "out_of_scope":
        return
    for state, name in ((AnswerState.NOT_ASKED, "not_asked_list"), (AnswerState.NOT_APPLICABLE, "not_applicable_list")):
        left = [q for q in say.book.ordered_questions if states[q.id] is state]
        if left:
            yield Heading(3, word(name, say.lang))
            yield Bullets(tuple(_by_section(say, left)))


def _counts(say: Phrases, assessment: Assessment, states: list[AnswerState]) -> str:
    counts = {
        "known": states.count(AnswerState.VALUE),
        "dont_know": states.count(AnswerState.DONT_KNOW),
        "not_asked": states.count(AnswerState.NOT_ASKED),
        "not_applicable": states.count(AnswerState.NOT_APPLICABLE),
    }
    return word("answers_note", say.lang, day=in_words(assessment.as_of, say.lang), **counts)


def _by_section(say: Phrases, left: list[Question]) -> Iterator[Line]:
    for section in say.book.sections:
        below = tuple(Line(say.say(q.text)) for q in left if q.section == section.id)
        if below:
            yield Line(say.say(section.title), below=below)


def _table(say: Phrases, caption: str, asked: list[Question], *, public: bool, who: bool) -> Table:
    names = ["question", "answer", "confidence", *([] if public else ["source_note"]), *(["who_when"] if who else [])]
    shares = [0.34, 0.2, 0.16, *([] if public else [0.3]), *([0.16] if who else [])]
    rows = tuple(_row(say, question, public=public, who=who) for question in asked)
    return Table(tuple(word(n, say.lang) for n in names), rows, caption, tuple(s / sum(shares) for s in shares))


def _row(say: Phrases, question: Question, *, public: bool, who: bool) -> tuple[str, ...]:
    answer = say.consultation.answers[question.id]
    unknown = isinstance(answer.value, Unknown)
    value = word("dont_know", say.lang) if isinstance(answer.value, Unknown) else say.value(question, answer.value)
    confidence = "" if unknown else word(answer.confidence.value, say.lang)
    row = [say.say(question.text), value, confidence]
    return (*row, *([] if public else [_grounds(say, answer)]), *([_who(say, answer)] if who else []))


def _grounds(say: Phrases, answer: Answer) -> str:
    """Where the answer is from, and what was noted beside it."""
    note = say.pair(word("note", say.lang), flowing(answer.note)) if answer.note else ""
    return (" / " if say.lang == "ja" else "; ").join(part for part in (flowing(answer.source), note) if part)


def _who(say: Phrases, answer: Answer) -> str:
    when = answered_on(answer.at, say.lang) if answer.at else ""
    return say.list(part for part in (visible(answer.participant), when) if part)
