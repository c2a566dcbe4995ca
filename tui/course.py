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

    def next(self, answers: Mapping[str, Answer], section: str | None = None) -> NextQuestion:
        """The next question; what was put off comes round when nothing else is left, the last put off last."""
        with self.outlook(answers) as outlook:
            for left_out in (self._put_off, self._put_off[-1:]):
                if (found := self._without(left_out, answers, outlook, section)).question or not left_out:
                    self._put_off = left_out
                    return found
            return self._without((), answers, outlook, section)

    def _without(
        self, left_out: Sequence[str], answers: Mapping[str, Answer], outlook: Outlook, section: str | None
    ) -> NextQuestion:
        """What was put off counts as not known for the time being, which leaves the scenarios as they are."""
        put_off = {q: Answer(question=q, value=UNKNOWN) for q in left_out if q not in answers}
        return Guide(outlook.engine, {**answers, **put_off}, outlook).next(self.mode, section)
