"""What if: other answers supposed for one consultation, held in memory, and what would follow. Holds no widget."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from engine.analysis.comparison import compare
from engine.analysis.robustness import sureness
from engine.assess import assess, engine_for
from engine.model.answers import Answer, Consultation, Unknown, Value
from engine.model.assessment import Assessment
from engine.model.comparison import Comparison
from engine.model.robustness import Sureness
from tui.session import Sitting


@dataclass(frozen=True, slots=True)
class Supposed:
    """What follows from the answers as they are and from those supposed, side by side; ``changes`` is what it is of."""

    changes: Mapping[str, Answer]
    consultation: Consultation
    before: Assessment
    after: Assessment
    sure_before: Sureness
    sure_after: Sureness
    comparison: Comparison


class Supposing:
    """The answers supposed so far. Nothing is stored before :meth:`keep`."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.original = sitting.consultation
        self.changes: Mapping[str, Answer] = MappingProxyType({})

    def suppose(self, question: str, value: Value | Unknown) -> None:
        """Another answer to a question; that of the consultation itself takes the change back."""
        given = self.original.answers.get(question)
        if given is not None and given.value == value:
            self.drop(question)
        else:
            self.changes = MappingProxyType({**self.changes, question: Answer(question=question, value=value)})

    def drop(self, question: str) -> None:
        """Takes one change back."""
        self.changes = MappingProxyType({q: answer for q, answer in self.changes.items() if q != question})

    def clear(self) -> None:
        """Takes every change back."""
        self.changes = MappingProxyType({})

    def consultation(self) -> Consultation:
        """The consultation with the answers supposed."""
        return self.original.model_copy(update={"answers": {**self.original.answers, **self.changes}})

    def value(self, question: str) -> Value | Unknown | None:
        """The answer as supposed, else as it is; None where it was not asked."""
        answer = self.changes.get(question) or self.original.answers.get(question)
        return None if answer is None else answer.value

    def work_out(self) -> Supposed:
        """What follows. Safe in another thread.

        Raises:
            ShusekiError: the book cannot be evaluated.
        """
        changes, supposed = self.changes, self.consultation()
        engine = engine_for(self.sitting.book)
        sides = [(one, assess(self.sitting.book, one.answers, one.as_of)) for one in (self.original, supposed)]
        sure = []
        for one, _ in sides:
            with self.sitting.course.outlook(one.answers) as outlook:
                sure.append(sureness(outlook))
        comparison = compare(engine, self.original, supposed)
        return Supposed(changes, supposed, sides[0][1], sides[1][1], sure[0], sure[1], comparison)

    def keep(self, name: str) -> Sitting:
        """A scenario with the answers supposed, in the store.

        Raises:
            ShusekiError: it could not be kept.
        """
        kept = self.sitting.session.branch(self.sitting.id, name)
        for answer in self.changes.values():
            kept.answer(answer)
        return kept
