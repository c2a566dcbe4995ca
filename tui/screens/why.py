"""Chooses what is to be explained: the line one stands on, what came out, and above all what did not (why not?)."""

from collections.abc import Sequence

from engine.analysis.explanation import targets
from engine.model.assessment import Assessment, PhaseVerdict, Relevance
from engine.model.book import Book
from engine.model.explanation import Standing
from engine.report.explanation import MARK
from tui.screens.search import Entry, SearchDialog
from tui.widgets.prose import Para

_RELEVANCE: dict[Relevance, Standing] = {"high": "holds", "some": "holds", "unknown": "open", "none_seen": "fails"}


class WhyScreen(SearchDialog[str]):
    """Dismissed with the id of what to explain, or with nothing."""

    def __init__(self, book: Book, assessment: Assessment, here: str) -> None:
        super().__init__()
        self.knowledge = book
        self.assessment = assessment
        self.here = here
        self.names = targets(book)

    def heading(self) -> str:
        return f"{self.say('why.choose')}  {self.say('why.choose_legend')}"

    def hint(self) -> str:
        return self.say("why.search")

    def offered(self) -> Sequence[Entry[str]]:
        """The line, what did not come out, what did, and everything else."""
        found = standings(self.assessment, self.knowledge)
        groups: list[tuple[str, list[str], Standing | None]] = [("why.here", [self.here], None)]
        for standing in ("fails", "open", "holds"):
            groups.append((f"why.{standing}", [one for one, how in found.items() if how == standing], standing))
        named = {self.here, *found}
        groups.append(("why.rest", [target for target in self.names if target not in named], None))
        return [self._entry(one, self.say(group), MARK[how]) for group, listed, how in groups for one in listed]

    def _entry(self, target: str, group: str, mark: str) -> Entry[str]:
        name = self.names[target]
        other = name.en if self.lang == "ja" else name.ja
        text = " ".join(name.get(self.lang).split())
        book = self.knowledge
        phase = book.phases.get(target)
        measure = book.measures.get(target)
        code = f"{measure.type} " if measure else ""
        named = text if phase is None or text.startswith(phase.type) else f"{phase.type} {text}"
        return Entry(target, (Para(code + named),), group, f"{other} {target}", mark)


def standings(assessment: Assessment, book: Book) -> dict[str, Standing]:
    """By id of the types, phases, measures and directions: whether they came out, are open yet, or did not."""
    return {
        **{one: _type(one, assessment, book) for one in book.types},
        **{
            factor.phase: _phase(phase, factor.order, assessment, book)
            for phase in assessment.board
            for factor in phase.factors
        },
        **{one: _measure(one, assessment) for one in book.measures},
        **{one.direction: "holds" if one.fits else "open" for one in assessment.renewal.directions},
        **{one.direction: _RELEVANCE[one.relevance] for one in assessment.directions},
    }


def _type(code: str, assessment: Assessment, book: Book) -> Standing:
    """Whether a type is in the verdict. The parent holds with either of its own, and while it does these are open."""
    kin = {code, *(one.id for one in book.types.values() if one.parent == code)}
    if kin & set(assessment.type.types):
        return "holds"
    possible = {part for label in assessment.type.possible for part in label.split("+")}
    undivided = book.types[code].parent in possible
    return "open" if kin & possible or undivided else "fails"


def _phase(phase: PhaseVerdict, order: int, assessment: Assessment, book: Book) -> Standing:
    """Whether work stands there; of a type that is open it is open too."""
    how = _type(phase.type, assessment, book)
    if how == "fails" or str(order) not in phase.possible:
        return "fails"
    return "holds" if how == "holds" and phase.settled else "open"


def _measure(measure: str, assessment: Assessment) -> Standing:
    if any(one.measure == measure for one in assessment.recommendations):
        return "holds"
    return "open" if measure in assessment.possible_measures else "fails"
