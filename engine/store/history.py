"""What is stored is what happened; what is, is a fold over it. So nothing is ever lost, and all can be taken back."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from engine.model.answers import Answer, Cluster, Consultation
from engine.model.text import Frozen


class Kind(StrEnum):
    """What can happen to a consultation."""

    SET = "set"
    CLEARED = "cleared"
    CLUSTER = "cluster"
    AS_OF = "as_of"
    DELETED = "deleted"
    RESTORED = "restored"


class Event(Frozen):
    """One thing that happened. ``seq`` grows with every event of a database, whatever the consultation.

    ``question`` goes with SET and CLEARED, ``answer`` with SET, ``cluster`` and ``as_of`` with the kinds of their name.
    ``undoes`` is the ``seq`` of the event that this one takes back (see ``undoing``). ``initial`` marks what the
    consultation began with when it was imported or branched off.
    """

    seq: int
    consultation: str
    kind: Kind
    recorded: datetime
    question: str = ""
    answer: Answer | None = None
    cluster: Cluster | None = None
    as_of: date | None = None
    undoes: int | None = None
    initial: bool = False


def fold(start: Consultation, events: Iterable[Event]) -> Consultation:
    """``start`` with the events applied in the order given. A later answer to a question replaces an earlier one."""
    cluster, as_of, answers = start.cluster, start.as_of, dict(start.answers)
    for event in events:
        if event.answer is not None:
            answers[event.question] = event.answer
        elif event.kind is Kind.CLEARED:
            answers.pop(event.question, None)
        cluster, as_of = event.cluster or cluster, event.as_of or as_of
    return Consultation(cluster=cluster, as_of=as_of, scenario=start.scenario, answers=answers)


def is_deleted(events: Iterable[Event]) -> bool:
    """Whether the last word is that the consultation is deleted. Deleting hides; it takes nothing away."""
    kinds = [event.kind for event in events if event.kind in (Kind.DELETED, Kind.RESTORED)]
    return bool(kinds) and kinds[-1] is Kind.DELETED
