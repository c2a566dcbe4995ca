"""Says what undo and redo would take back: worked out from what happened, so that both outlive the program.

Nothing is ever removed. What is taken back is followed by an ordinary event that restores what stood before it and
names it (``Event.undoes``). An undo takes back the last change that stands; a redo takes back the last undo that no
other change has followed, and what it brings back can be undone again.

Not a change, and so never taken back: what a consultation began with when it was imported or branched off, that it was
deleted or restored, and what left everything as it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from engine.model.answers import Answer, Cluster, Consultation
from engine.store.history import Event, Kind

Held = Answer | Cluster | date | None
"""What an event sets: an answer (None: there is none), a cluster or a date."""

_ANSWERING = (Kind.SET, Kind.CLEARED)
_FATES = (Kind.DELETED, Kind.RESTORED)


@dataclass(frozen=True, slots=True)
class Step:
    """A change that can be taken back, and what stood in its place before."""

    event: Event
    former: Held


@dataclass(frozen=True, slots=True)
class Steps:
    """The events that the next undo and the next redo would take back, whoever made them; None: nothing to take back.

    That of ``redo`` is an undo, and names the question like the change it took back.
    """

    undo: Event | None = None
    redo: Event | None = None


def standing(start: Consultation, events: Iterable[Event]) -> tuple[Step | None, Step | None]:
    """What undo and redo would take back, after ``events`` in the order given happened to ``start``."""
    held: dict[tuple[Kind, str], Held] = {(Kind.SET, question): answer for question, answer in start.answers.items()}
    held |= {(Kind.CLUSTER, ""): start.cluster, (Kind.AS_OF, ""): start.as_of}
    done, undone = list[Step](), list[Step]()
    for event in events:
        if event.kind in _FATES:
            continue
        place = (Kind.SET if event.kind in _ANSWERING else event.kind, event.question)
        former, held[place] = held.get(place), event.answer or event.cluster or event.as_of
        if not event.initial and former != held[place]:
            _push(Step(event, former), done, undone)
    return (done[-1] if done else None), (undone[-1] if undone else None)


def _push(step: Step, done: list[Step], undone: list[Step]) -> None:
    """Puts a step where it can be taken back from."""
    taken = step.event.undoes
    if taken is not None and done and taken == done[-1].event.seq:
        done.pop()
        undone.append(step)
        return
    if taken is not None and undone and taken == undone[-1].event.seq:
        undone.pop()
    else:
        undone.clear()
    done.append(step)
