"""The reading so far: what contradicts itself, verdict, board, what would settle it, the measures to begin with."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from engine.model.answers import Answer
from engine.model.assessment import Assessment, PhaseVerdict
from engine.model.book import Book
from engine.model.next_question import NextQuestion
from engine.model.robustness import Sureness
from engine.report.wrap import GLUE
from tui.session import Sitting
from tui.telling import WORDS, label, share_of_type
from tui.texts import Lang, say
from tui.widgets.arranged_once import ArrangedOnce
from tui.widgets.board import MARK, board
from tui.widgets.prose import GAP, Para, Piece, Prose
from tui.widgets.sureness import aim, sureness

MOST = 4
PARTS = ("verdict", "sureness", "board", "ahead")


class Reading(VerticalScroll, ArrangedOnce):
    """Shows an assessment in short."""

    def __init__(self) -> None:
        super().__init__(id="reading")

    def compose(self) -> ComposeResult:
        """In parts, so that only those are drawn anew that an answer changes."""
        for part in PARTS:
            yield Prose(id=f"reading-{part}")

    def show(self, sitting: Sitting, next_: NextQuestion | None, lang: Lang, *, plain: bool) -> None:
        """``next_``: why the question on the card is asked, where it is the one that tells most."""
        found, book = sitting.found, sitting.book
        note = "" if sitting.current else f"  ({say(lang, 'reading.working')})"
        parts: dict[str, list[Piece]] = {part: [] for part in PARTS}
        parts["verdict"] = [Para(say(lang, "reading.title") + note, "bold")]
        if found is not None:
            assessment = found.assessment
            parts["verdict"] += contradictions(assessment, lang)
            stands = settled(assessment, book, sitting.answers, lang)
            parts["verdict"] += [Para(assessment.first_line.get(lang)), *stands, GAP]
            parts["sureness"] = [*sureness(sitting.sureness, lang, plain=plain), *aim(next_, lang), GAP]
            parts["board"] = [*board(assessment, book, lang, wide=False, plain=plain), GAP]
            parts["ahead"] = [*_settle(assessment, lang), GAP, *_first(assessment, book, lang)]
        for part, pieces in parts.items():
            self.query_one(f"#reading-{part}", Prose).show(*pieces)


def contradictions(assessment: Assessment, lang: Lang) -> list[Para]:
    """The answers that do not go together, each with its way out; nothing where there are none."""
    told = [
        Para(text.get(lang), lead=lead)
        for one in assessment.contradictions
        for lead, text in (("! ", one.text), ("  ", one.way_out))
    ]
    return [Para(say(lang, "reading.contradictions"), "bold"), *told, GAP] if told else []


def settled(assessment: Assessment, book: Book, answers: Mapping[str, Answer], lang: Lang) -> tuple[Para, ...]:
    """That the type is settled, and whether answers it depends on are in doubt; or what it could still be."""
    if assessment.type.settled:
        if assessment.type.leading in WORDS:
            return ()
        # Late: with it comes what writes reports, and nothing is read here before the first question is painted.
        from engine.report.standing import doubted_in_words, doubts

        doubted = doubted_in_words(doubts(book, answers, assessment, phases=False), lang)
        condition = (Para(say(lang, "reading.settled_if", doubted=doubted)),) if doubted else ()
        return (Para(say(lang, "reading.settled")), *condition)
    possible = (", " if lang == "en" else "、").join(label(name, lang) for name in assessment.type.possible)
    return (Para(say(lang, "reading.open", possible=possible)),)


def summary(assessment: Assessment | None, sure: Sureness | None, lang: Lang) -> str:
    """The reading in one line, for narrow screens and for the ear."""
    if assessment is None:
        return say(lang, "reading.line", verdict=say(lang, "reading.working"))
    share = share_of_type(sure)
    state = "settled" if assessment.type.settled else "share" if share else "open"
    known = say(lang, f"reading.line_{state}", share=share)
    leading = assessment.type.leading
    # "undetermined" and "out of scope" already say how settled they are.
    judged = [one for one in assessment.phases if one.type in assessment.type.types]
    parts = [
        label(leading, lang) + ("" if leading in WORDS else known),
        *(_in_short(one, lang) for one in (judged or assessment.phases)),
    ]
    return say(lang, "reading.line", verdict="  ".join(parts))


def _in_short(phase: PhaseVerdict, lang: Lang) -> str:
    span = f"{phase.low}" if phase.low == phase.high else f"{phase.low}-{phase.high}"
    marks = " ".join(f"{factor.order}[{MARK[factor.status]}]" for factor in phase.factors)
    text = f"{phase.type} {marks} {say(lang, 'reading.line_phase', span=span)}"
    return text.replace(" ", GLUE)


def _settle(assessment: Assessment, lang: Lang) -> list[Para]:
    if assessment.type.settled:
        return []
    asked = [Para(one.text.get(lang), lead="- ") for one in assessment.type.settled_by[:MOST]]
    return [Para(say(lang, "reading.settle"), "bold"), *asked]


def _first(assessment: Assessment, book: Book, lang: Lang) -> list[Para]:
    first = [r for r in assessment.recommendations if r.priority == "first"][:MOST]
    names = [Para(book.measures[one.measure].title.get(lang), lead="- ") for one in first]
    return [Para(say(lang, "reading.first"), "bold"), *(names or [Para(say(lang, "reading.none"))])]
