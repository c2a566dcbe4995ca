"""What the screens share: the book, the store, and one consultation with what follows from it. Holds no widget."""

import gc
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from engine.assess import assess
from engine.book import load
from engine.interview.order import SectionProgress, pending, progress, state_of
from engine.model.answers import Answer, AnswerState, Cluster, Consultation
from engine.model.book import Book
from engine.model.next_question import NextQuestion
from engine.model.problem import Problem, ShusekiError
from engine.model.questions import Question
from engine.store.first_look import FirstLook
from engine.store.history import Event, fold
from engine.store.summary import Summary
from engine.store.written import Undone, Written
from tui.course import Course
from tui.draft_file import DraftFile
from tui.drafts import Begun, Draft, drafted

if TYPE_CHECKING:
    from engine.model.assessment import Assessment
    from engine.model.robustness import Robustness, Sureness
    from engine.store.database import Store


@dataclass(frozen=True, slots=True)
class Found:
    """What follows from the answers of one revision."""

    revision: int
    answers: Mapping[str, Answer]
    assessment: "Assessment"


class Session:
    """The book and the store, for as long as the program runs.

    Loading the store takes as long as a fifth of what a person waits for the first question, so that the list and the
    first consultation are read by a ``look`` where that is possible. Nothing is ever written without the store.
    """

    def __init__(self, book: Book, store: "Store | None" = None, look: FirstLook | None = None) -> None:
        self.book = book
        self.begun: dict[str, Begun] = {}
        self._store = store
        self._look = look
        self._opening = Lock()

    @classmethod
    def open(cls) -> "Session":
        """Loads the book, and opens the store where it needs more than a look.

        Raises:
            ShusekiError: the knowledge or the database cannot be used.
        """
        session = cls(load(), look=FirstLook.open())
        if session._look is None:
            session.open_store()
        return session

    @property
    def store(self) -> "Store":
        """The store, opened when it is first asked for.

        Raises:
            ShusekiError: it cannot be used.
        """
        self.open_store()
        assert self._store is not None
        return self._store

    @property
    def is_open(self) -> bool:
        """Whether the store has been opened."""
        return self._store is not None

    def open_store(self) -> None:
        """Opens the store, if it is not open yet. Safe in another thread. Errors as for ``store``."""
        with self._opening:
            if self._store is None:
                from engine.store.database import Store

                self._store = Store.open()

    @property
    def drafts_folder(self) -> Path | None:
        """That of the store."""
        return self._look.drafts_folder if self._look and not self.is_open else self.store.drafts_folder

    def warm(self) -> None:
        """Works out once what every consultation needs, so that the first answer waits for none of it.

        A book that cannot be evaluated is refused here too; whoever asks for an assessment is told then.

        The book and what is made of it stay until the end. Freezing them spares the collector a walk through hundreds
        of thousands of objects, some 0.1 s each time, in the middle of an interview. Until then none are collected
        (``tui.cli``), as nearly all that is made on opening stays.
        """
        with suppress(ShusekiError):
            assess(self.book, {}, date.today())
            course = Course(self.book)
            for course.mode in ("quick", "full"):
                course.next({})
        gc.collect()
        gc.freeze()
        gc.enable()

    def summaries(self) -> tuple[Summary, ...]:
        """The consultations that are kept, the last changed first."""
        found = self._look.list() if self._look and not self.is_open else None
        return self.store.list() if found is None else found

    def begin(self, cluster: Cluster, as_of: date) -> "Sitting":
        """A new consultation."""
        return self.resume(self.store.create(cluster, as_of))

    def copy(self, example: str) -> "Sitting":
        """A consultation of one's own, with the answers of one of the study's clusters."""
        return self.resume(self.store.import_consultation(self.book.examples[example]))

    def branch(self, consultation: str, name: str) -> "Sitting":
        """A scenario: a new consultation with the answers of this one as they stand.

        Raises:
            ShusekiError: there is no such consultation, or the name is empty.
        """
        return self.resume(self.store.branch(consultation, name))

    def resume(self, consultation: str) -> "Sitting":
        """A consultation that is kept."""
        found = self._look.snapshot(consultation) if self._look and not self.is_open else None
        snapshot = self.store.snapshot(consultation) if found is None else found
        return Sitting(self, consultation, snapshot.consultation, snapshot.seq)

    def close(self) -> None:
        """Gives the store back."""
        with self._opening:
            if self._store is not None:
                self._store.close()


class Sitting:
    """One consultation being worked on. ``revision`` counts its changes, so that stale results can be told."""

    def __init__(self, session: Session, id: str, consultation: Consultation, seq: int) -> None:
        self.session = session
        self.id = id
        self.consultation = consultation
        self.seq = seq
        self.revision = 0
        self.found: Found | None = None
        self._weighed: tuple[Found, Robustness] | None = None
        self._sure: tuple[Mapping[str, Answer], Sureness] | None = None
        self.course = Course(self.book)
        self._draft_file = DraftFile(session.drafts_folder, id, self.book)
        if id not in session.begun:
            session.begun[id] = self._draft_file.read()
        self.begun = session.begun[id]

    @property
    def book(self) -> Book:
        """The knowledge it is judged by."""
        return self.session.book

    @property
    def answers(self) -> Mapping[str, Answer]:
        """What has been answered."""
        return self.consultation.answers

    @property
    def assessment(self) -> "Assessment | None":
        """The last that was taken over."""
        return self.found.assessment if self.found else None

    @property
    def sureness(self) -> "Sureness":
        """How sure the verdict on the answers as they stand is; quicker to be had than the assessment."""
        if self._sure is None or self._sure[0] is not self.answers:
            from engine.analysis.robustness import sureness

            with self.course.outlook(self.answers) as outlook:
                self._sure = self.answers, sureness(outlook)
        return self._sure[1]

    def robustness(self) -> "Robustness | None":
        """That of the assessment, worked out when it is first asked for; none while there is no assessment."""
        if self.found is None:
            return None
        if self._weighed is None or self._weighed[0] is not self.found:
            from engine.analysis.robustness import robustness

            with self.course.outlook(self.found.answers) as outlook:
                weighed = robustness(outlook.engine, self.found.answers, self.found.assessment, outlook=outlook)
            self._weighed = self.found, weighed
        return self._weighed[1]

    @property
    def current(self) -> bool:
        """Whether the assessment is that of the answers as they stand."""
        return self.found is not None and self.found.revision == self.revision

    def answer(self, answer: Answer) -> Problem | None:
        """Keeps an answer: on disk when this returns. A Problem tells that somebody else wrote meanwhile.

        Raises:
            ShusekiError: it could not be kept.
        """
        written = self.session.store.answer(self.id, answer, expected_seq=self.seq)
        self.begun.drafts.pop(answer.question, None)
        answers = {**self._with(written.missed).answers, answer.question: answer}
        return self._wrote(written, answers=answers)

    def clear(self, question: str) -> Problem | None:
        """Takes an answer back, so that the question counts as not asked. Problem and errors as for ``answer``."""
        written = self.session.store.clear(self.id, question, expected_seq=self.seq)
        self.begun.drafts.pop(question, None)
        left = {id: answer for id, answer in self._with(written.missed).answers.items() if id != question}
        return self._wrote(written, answers=left)

    def rename(self, cluster: Cluster) -> Problem | None:
        """Changes the cluster's name, area or industry. Problem and errors as for ``answer``."""
        return self._wrote(self.session.store.rename(self.id, cluster, expected_seq=self.seq), cluster=cluster)

    def redate(self, day: date) -> Problem | None:
        """Changes the day as of which it is judged. Problem and errors as for ``answer``."""
        return self._wrote(self.session.store.redate(self.id, day, expected_seq=self.seq), as_of=day)

    def undo(self) -> Undone | None:
        """Takes the last change back, whoever made it; None: there is none. Errors as for ``answer``.

        What stood beside an answer that is gone stays on its card, as what was begun.
        """
        before = self.answers
        undone = self._took_back(self.session.store.undo(self.id, expected_seq=self.seq))
        if undone is not None and (gone := before.get(undone.event.question)) and gone.question not in self.answers:
            beside = Draft(source=gone.source, note=gone.note)
            self.begun.drafts |= {gone.question: beside} if beside != Draft() else {}
        return undone

    def redo(self) -> Undone | None:
        """Brings back what the last undo took; None: there is nothing. Errors as for ``answer``."""
        return self._took_back(self.session.store.redo(self.id, expected_seq=self.seq))

    def catch_up(self) -> tuple[Event, ...]:
        """Takes over what others wrote, and tells it; what is begun on the cards stays. Cheap where nobody did.

        Raises:
            ShusekiError: the store cannot be read now.
        """
        store = self.session.store
        missed = store.events(self.id, after=self.seq) if store.latest(self.id) != self.seq else ()
        if missed:
            self._stands(self._with(missed), missed[-1].seq)
        return missed

    def _with(self, events: tuple[Event, ...]) -> Consultation:
        """The consultation after what others did."""
        return fold(self.consultation, events) if events else self.consultation

    def _wrote(self, written: Written, **changed: object) -> Problem | None:
        """Takes over what was written here, and before it what others had written."""
        self._stands(self._with(written.missed).model_copy(update=changed), written.seq)
        return written.notice

    def _took_back(self, undone: Undone | None) -> Undone | None:
        if undone is not None:
            self.begun.drafts.pop(undone.event.question, None)
            self._stands(self._with((*undone.written.missed, undone.event)), undone.event.seq)
        return undone

    def _stands(self, consultation: Consultation, seq: int) -> None:
        self.consultation = consultation
        self.seq = seq
        self.revision += 1

    def compute(self) -> Found:
        """The assessment of the answers as they stand now. Safe in another thread."""
        revision, consultation = self.revision, self.consultation
        assessment = assess(self.book, consultation.answers, consultation.as_of)
        return Found(revision, consultation.answers, assessment)

    def take(self, found: Found, sure: "Sureness | None" = None) -> bool:
        """Takes a result over, unless it is stale; ``sure``: how sure its verdict is, where that is known already."""
        if found.revision == self.revision:
            self.found = found
            self._sure = (self.answers, sure) if sure else self._sure
        return self.current

    def next(self, section: str | None = None) -> NextQuestion:
        """The next question to ask. ``section``: that of the question asked last."""
        return self.course.next(self.answers, section)

    def left(self) -> int:
        """How many questions are still to be asked."""
        return len(pending(self.book, self.answers, self._possible()))

    def progress(self) -> tuple[SectionProgress, ...]:
        """How far each section is."""
        return progress(self.book, self.answers, self._possible())

    def state(self, question: str) -> AnswerState:
        """Where a question stands."""
        return state_of(self.book, question, self.answers)

    def draft(self, question: Question) -> Draft:
        """What its card shows: what was begun, else what was answered."""
        if question.id in self.begun.drafts:
            return self.begun.drafts[question.id]
        answer = self.answers.get(question.id)
        return Draft() if answer is None else drafted(question, answer)

    def keep(self, question: Question, draft: Draft) -> None:
        """Remembers what was begun, where it is not what was answered."""
        self.begun.drafts.pop(question.id, None)
        if draft != self.draft(question):
            self.begun.drafts[question.id] = draft

    def leave(self, question: Question | None, draft: Draft) -> None:
        """Remembers, over the end of the program, what was begun on the card that is left, and that it was this one."""
        self.begun.left_at = None
        if question is not None:
            self.keep(question, draft)
            self.begun.left_at = question.id if question.id in self.begun.drafts else None
        self._draft_file.write(self.begun)

    def untouched(self, question: str) -> bool:
        """Whether a question has neither an answer nor anything begun."""
        return question not in self.answers and question not in self.begun.drafts

    def first(self, next_: NextQuestion) -> Question | None:
        """The question to show on opening: the one left unfinished, else the next to ask."""
        question = self.begun.left_at or next_.question
        return self.book.questions[question] if question else None

    def _possible(self) -> tuple[str, ...] | None:
        return None if self.assessment is None else self.assessment.type.possible
