"""Says what stands of all that people said existing measures serve: the last word counts, and each can be taken back.

Words are only ever added. What is taken back is followed by a row that names it (``Said.undoes``); redoing names the
row that took it back. So two windows may speak at the same moment: whoever takes back, it is one word and no other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.interview.folding import fold
from engine.model.knowledge import TypeCode
from engine.model.register import Confirmation

Matter = tuple[str, str, TypeCode]
"""What a word is about: an existing measure by name and department, folded, and one type."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said at once, of one existing measure or of several; or the row that this one takes back."""

    seq: int
    consultation: str
    area: str
    words: tuple[Confirmation, ...] = ()
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands, oldest first, and what would be brought back by redoing, the next one last.

    Of ``undone`` the first of a pair is the row that took back, the second what it took back.
    """

    said: tuple[Said, ...]
    undone: tuple[tuple[Said, Said], ...] = ()

    @property
    def words(self) -> tuple[Confirmation, ...]:
        """What counts: the last word about every matter, in the order in which it was said.

        A word about several types may have been followed by one about some of them; it still counts for the others, so
        that who reads them in order, type by type, has what was meant.
        """
        return tuple(dict.fromkeys(_last(word for one in self.said for word in one.words).values()))

    def changed_by(self, words: Iterable[Confirmation]) -> bool:
        """Whether saying this, in this order, would change what counts."""
        last = _last(word for one in self.said for word in one.words)
        return any(last.get(matter) != word for matter, word in _last(words).items())


def standing(log: Iterable[Said]) -> Standing:
    """What stands after ``log``, oldest first. A row that takes back what does not stand says nothing."""
    up, down = dict[int, Said](), dict[int, Said]()
    undone = list[Said]()
    for row in log:
        if row.undoes is None:
            up[row.seq] = row
            undone.clear()
        elif row.undoes in up:
            down[row.seq] = up.pop(row.undoes)
            undone.append(row)
        elif row.undoes in down:
            back = down.pop(row.undoes)
            up[back.seq] = back
            undone = [other for other in undone if other.seq != row.undoes]
    return Standing(tuple(up[seq] for seq in sorted(up)), tuple((row, down[row.seq]) for row in undone))


def _last(words: Iterable[Confirmation]) -> dict[Matter, Confirmation]:
    last: dict[Matter, Confirmation] = {}
    for word in words:
        for matter in _matters(word):
            last.pop(matter, None)
            last[matter] = word
    return last


def _matters(word: Confirmation) -> Iterator[Matter]:
    name, department = fold(word.name), fold(word.department)
    return ((name, department, type_) for type_ in word.types)
