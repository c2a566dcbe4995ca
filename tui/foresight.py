"""What would follow from the answers that the next key may give: worked out while the planner reads the question.

A key then has only to be written down and painted. Nothing depends on it: what was not foreseen is worked out when it
comes.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from engine.analysis.outlook import Outlook
from engine.assess import assess, engine_for
from engine.model.answers import Answer, Confidence, Unknown, Value
from engine.model.next_question import NextQuestion
from tui.course import Standing, proposed
from tui.session import Sitting

if TYPE_CHECKING:
    from engine.model.assessment import Assessment
    from engine.model.robustness import Sureness

Given = tuple[str, Value | Unknown, Confidence]
"""All of an answer that bears on what follows from it."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What follows from one answer. ``put_off``: what is then left for later."""

    next: NextQuestion
    put_off: tuple[str, ...]
    sureness: "Sureness"
    assessment: "Assessment"


@dataclass(frozen=True, slots=True)
class Ground:
    """What foreseeing starts from; where any of it has changed, what was foreseen no longer holds."""

    answers: Mapping[str, Answer]
    as_of: date
    standing: Standing
    section: str


class Foresight:
    """What was foreseen on one ground. ``look`` runs in a thread, everything else on the screen's own."""

    def __init__(self, sitting: Sitting) -> None:
        """Nothing is foreseen yet."""
        self.sitting = sitting
        self._ground: Ground | None = None
        self._seen: dict[Given, Foreseen] = {}

    def wanted(self, candidates: Sequence[Answer]) -> tuple[Answer, ...]:
        """Those of the answers that are not foreseen on the ground as it is now."""
        self._hold(candidates[0].question if candidates else "")
        return tuple(answer for answer in candidates if _given(answer) not in self._seen)

    def look(self, wanted: Sequence[Answer], stopped: Callable[[], bool]) -> None:
        """Foresees answers one after the other, until told that it is of no use any more."""
        ground, seen = self._ground, self._seen
        for answer in wanted:
            if ground is None or (found := _foreseen(self.sitting, ground, answer, stopped)) is None:
                return
            seen[_given(answer)] = found

    def of(self, answer: Answer) -> Foreseen | None:
        """What follows from an answer to be given now, where it was foreseen."""
        self._hold(answer.question)
        return self._seen.get(_given(answer))

    def _hold(self, question: str) -> None:
        """Forgets what no longer holds."""
        here = self.sitting
        section = here.book.questions[question].section if question else ""
        ground = Ground(here.answers, here.consultation.as_of, here.course.standing, section)
        before = self._ground
        if before is None or before.answers is not ground.answers or before != ground:
            self._ground, self._seen = ground, {}


def _given(answer: Answer) -> Given:
    # A number that equals a yes is told apart by its question.
    return answer.question, answer.value, answer.confidence


def _foreseen(sitting: Sitting, ground: Ground, answer: Answer, stopped: Callable[[], bool]) -> Foreseen | None:
    """In steps, as a key may come between them; None where one came."""
    answers = {**ground.answers, answer.question: answer}
    if stopped():
        return None
    outlook = Outlook(engine_for(sitting.book), answers)
    if stopped():
        return None
    found, put_off = proposed(outlook, ground.standing, ground.section)
    if stopped():
        return None
    from engine.analysis.robustness import sureness

    sure = sureness(outlook)
    del outlook  # megabytes, before the next are drawn
    return None if stopped() else Foreseen(found, put_off, sure, assess(sitting.book, answers, ground.as_of))
