"""Registers of existing measures, what people said these serve, and how files were read. See ``Store.registers``."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from engine.model.register import Confirmation, Layout, Register
from engine.store import layouts, register_rows, words
from engine.store.confirming import Said, Standing, standing
from engine.store.records import Records
from engine.store.register_rows import Fate, RegisterSummary

__all__ = ["RegisterSummary", "Registers"]

Transaction = Callable[[], AbstractContextManager[Records]]


class Registers:
    """The registers of a store. Like answers: on disk when a call returns, never overwritten, from several windows.

    Every method raises ShusekiError, and nothing else, where the database refuses or holds no such thing.
    """

    def __init__(self, reading: Transaction, writing: Transaction) -> None:
        """Use ``Store.registers``."""
        self._reading = reading
        self._writing = writing

    def add(self, consultation: str, register: Register) -> str:
        """Takes a register in for a consultation; its id. From then on it counts for its fiscal year."""
        with self._writing() as records:
            records.hold(consultation)
            return register_rows.add(records, consultation, register)

    def list(self, consultation: str, *, removed: bool = False) -> tuple[RegisterSummary, ...]:
        """The registers that count, one a fiscal year, the latest year first and those of no known year last.

        Where several of a year were taken in, the one added or restored last counts, and the one before it again when
        that is removed. With ``removed`` those that were removed instead, the one removed last first.
        """
        with self._reading() as records:
            records.start(consultation)
            return (register_rows.removed if removed else register_rows.counting)(records, consultation)

    def load(self, register: str) -> Register:
        """One register by its id, whether it counts or not."""
        with self._reading() as records:
            return register_rows.load(records, register)

    def remove(self, register: str) -> None:
        """Hides a register. ``restore`` brings it back."""
        self._note(register, Fate.REMOVED)

    def restore(self, register: str) -> None:
        """Brings a register back; it counts for its fiscal year again."""
        self._note(register, Fate.RESTORED)

    def confirm(self, consultation: str, *said: Confirmation) -> bool:
        """Records what a person said existing measures serve; what is given at once is taken back at once.

        It holds for every consultation of the same area: the same codes, or where there are none the same name.

        Returns:
            Whether it says anything new. If not, nothing was written.
        """
        with self._writing() as records:
            records.hold(consultation)
            area = words.area_of(records, consultation)
            news = standing(words.log(records, area)).changed_by(said)
            if news:
                words.say(records, consultation, area, said)
            return news

    def confirmations(self, consultation: str) -> tuple[Confirmation, ...]:
        """What stands for the area of a consultation, in the order in which it was said.

        Of each existing measure (name and department, however typed) and type the last word is there. Where two words
        share a measure and a type, the later one counts for that type.
        """
        with self._reading() as records:
            return self._standing(records, consultation).words

    def undo_confirmation(self, consultation: str) -> tuple[Confirmation, ...] | None:
        """Takes back what was said last about the area, whoever said it, and tells it; None: there is nothing."""
        with self._writing() as records:
            records.hold(consultation)
            said = self._standing(records, consultation).said
            return _taken_back(records, said[-1], said[-1].seq) if said else None

    def redo_confirmation(self, consultation: str) -> tuple[Confirmation, ...] | None:
        """Brings back what was taken back last, and tells it; None: nothing was, or something was said since."""
        with self._writing() as records:
            records.hold(consultation)
            undone = self._standing(records, consultation).undone
            return _taken_back(records, undone[-1][1], undone[-1][0].seq) if undone else None

    def layouts(self) -> tuple[Layout, ...]:
        """How sheets were read before: of the same headings the last way, the one remembered last first."""
        with self._reading() as records:
            return layouts.remembered(records)

    def remember_layout(self, layout: Layout) -> None:
        """Remembers how a sheet was read, for every consultation."""
        with self._writing() as records:
            layouts.remember(records, layout)

    def _note(self, register: str, fate: Fate) -> None:
        with self._writing() as records:
            register_rows.note(records, register, fate)

    @staticmethod
    def _standing(records: Records, consultation: str) -> Standing:
        return standing(words.log(records, words.area_of(records, consultation)))


def _taken_back(records: Records, said: Said, undoes: int) -> tuple[Confirmation, ...]:
    words.take_back(records, said, undoes)
    return said.words
