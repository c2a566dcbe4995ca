"""Which question comes next in one sitting: what tells most, and last what was put off. Nothing of it is stored."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Lock

from engine.analysis.next_question import Guide
from engine.analysis.outlook import Outlook
from engine.assess import engine_for
from engine.model.answers import UNKNOWN, Answer
from engine.model.book import Book
from engine.model.next_question import Mode, NextQuestion

Standing = tuple[Mode, tuple[str, ...]]
"""The mode, and what was put off, the last put off last."""


class Course:
    """How one sitting goes on. ``mode``: ask until type and phase are settled, or everything."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.mode: Mode = "quick"
        self._put_off: tuple[str, ...] = ()
        self._outlook: Outlook | None = None
        # An outlook computes as it is asked: not for two threads at once.
        self._lock = Lock()

    def turn(self) -> None:
        """To the other mode."""
        self.mode = "full" if self.mode == "quick" else "quick"

    def put_off(self, question: str) -> None:
        """Leaves a question for later."""
        self._put_off = (*(q for q in self._put_off if q != question), question)

    @contextmanager
    def outlook(self, answers: Mapping[str, Answer]) -> Iterator[Outlook]:
        """The scenarios of the answers, drawn once for all that is worked out from them."""
        with self._lock:
            if self._outlook is None or self._outlook.answers is not answers:
                self._outlook = Outlook(engine_for(self.book), answers)
            yield self._outlook

    @property
    def standing(self) -> Standing:
        """What, with the answers, decides how it goes on."""
        return self.mode, self._put_off

    def next(self, answers: Mapping[str, Answer], section: str | None = None) -> NextQuestion:
        """The next question; what was put off comes round when nothing else is left, the last put off last."""
        with self.outlook(answers) as outlook:
            found, self._put_off = proposed(outlook, self.standing, section)
        return found

    def go_on(self, put_off: tuple[str, ...]) -> None:
        """To a question that was proposed; ``put_off``: what is then left for later."""
        self._put_off = put_off
        with self._lock:
            # Megabytes of other answers than those that stand now.
            self._outlook = None


def proposed(outlook: Outlook, standing: Standing, section: str | None) -> tuple[NextQuestion, tuple[str, ...]]:
    """The next question by the answers of an outlook, and what is then still left for later."""
    mode, put_off = standing
    for left_out in (put_off, put_off[-1:]):
        if (found := _without(left_out, outlook, mode, section)).question or not left_out:
            return found, left_out
    return _without((), outlook, mode, section), put_off


def _without(left_out: Sequence[str], outlook: Outlook, mode: Mode, section: str | None) -> NextQuestion:
    """What was put off counts as not known for the time being, which leaves the scenarios as they are."""
    put_off = {q: Answer(question=q, value=UNKNOWN) for q in left_out if q not in outlook.answers}
    return Guide(outlook.engine, {**outlook.answers, **put_off}, outlook).next(mode, section)
