"""What is still to be asked, and where each question stands: a pure function of book and answers, so back is free."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from engine.interview.applies import truth
from engine.model.answers import Answer, AnswerState
from engine.model.book import Book
from engine.model.questions import Question, Section

Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """How far a section is: ``answered`` (values) and ``dont_know`` out of ``total`` questions that are to be asked."""

    section: Section
    answered: int
    dont_know: int
    total: int

    @property
    def done(self) -> bool:
        """Whether nothing is left to ask here."""
        return self.answered + self.dont_know == self.total


def state_of(book: Book, question: str, answers: Answers) -> AnswerState:
    """Where a question stands. 'Not applicable' wins over a stored answer, which stays stored and counts again later.

    Raises:
        KeyError: the book has no such question.
    """
    asked = book.questions[question]
    if asked.applies_when is not None and truth(asked.applies_when, answers) is False:
        return AnswerState.NOT_APPLICABLE
    if question not in answers:
        return AnswerState.NOT_ASKED
    return AnswerState.VALUE if answers[question].known else AnswerState.DONT_KNOW


def pending(book: Book, answers: Answers, possible_types: Collection[str] | None = None) -> tuple[Question, ...]:
    """The questions still to be asked, in the book's order.

    Args:
        book: the questions.
        answers: what has been said; a 'don't know' is not asked again.
        possible_types: types, or labels of verdicts (see ``types_in``), that are still possible; None: all of them.
    """
    wanted = None if possible_types is None else types_in(possible_types)
    return tuple(
        question
        for question in book.ordered_questions
        if _relevant(question, wanted) and state_of(book, question.id, answers) is AnswerState.NOT_ASKED
    )


def progress(
    book: Book, answers: Answers, possible_types: Collection[str] | None = None
) -> tuple[SectionProgress, ...]:
    """How far each section is, in order. A section with nothing to ask has a total of 0."""
    wanted = None if possible_types is None else types_in(possible_types)
    states: dict[str, list[AnswerState]] = {section.id: [] for section in book.sections}
    for question in book.ordered_questions:
        state = state_of(book, question.id, answers)
        given = state in (AnswerState.VALUE, AnswerState.DONT_KNOW)
        if given or (state is AnswerState.NOT_ASKED and _relevant(question, wanted)):
            states[question.section].append(state)
    return tuple(_count(section, states[section.id]) for section in book.sections)


def types_in(labels: Iterable[str]) -> frozenset[str]:
    """The types in verdict labels: ``A-2+B`` holds A-2 and B, ``A`` holds A-1 and A-2, ``undetermined`` none."""
    parts = {part for label in labels for part in label.split("+")}
    return frozenset(parts | ({"A-1", "A-2"} if "A" in parts else set())) & {"A-1", "A-2", "B"}


def _relevant(question: Question, types: frozenset[str] | None) -> bool:
    return types is None or not question.relevant_to or not types.isdisjoint(question.relevant_to)


def _count(section: Section, states: list[AnswerState]) -> SectionProgress:
    known, unknown = states.count(AnswerState.VALUE), states.count(AnswerState.DONT_KNOW)
    return SectionProgress(section, known, unknown, len(states))
