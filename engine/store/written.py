"""What the store gives back: a consultation with how far it is, and what became of a write."""

from dataclasses import dataclass

from engine.model.answers import Consultation
from engine.model.problem import Problem
from engine.store.history import Event


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a write: its ``seq``, and what others had written since the caller last looked.

    ``notice`` is a warning to show where ``missed`` is not empty. Both sides' events are kept.
    """

    seq: int
    missed: tuple[Event, ...] = ()
    notice: Problem | None = None


@dataclass(frozen=True, slots=True)
class Undone:
    """What became of an undo or redo. ``event`` was added by it, and says what stands now."""

    written: Written
    event: Event


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A consultation and the ``seq`` of the last event in it (0: none), to be given back as ``expected_seq``."""

    consultation: Consultation
    seq: int
