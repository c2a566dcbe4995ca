"""How sure the verdict is, in words that the screen and the plain lines share. Loads no Textual."""

from collections.abc import Iterator

from engine.model.assessment import Assessment
from engine.model.book import Book
from engine.model.next_question import NextQuestion
from engine.model.robustness import Robustness, Sureness
from engine.report.robustness_words import STATE, word
from engine.report.shares import percent
from tui.texts import Lang, say

MOST_TYPES = 3
MOST_POINTS = 4
WORDS = ("undetermined", "out_of_scope")
"""Verdicts that are no type."""

Share = tuple[str, float]
"""What holds, and in what share of the cases."""


def label(name: str, lang: Lang) -> str:
    """A label of a verdict: a code as it is, or a word."""
    return say(lang, f"verdict.{name}") if name in WORDS else name


def varied(found: Sureness | None) -> bool:
    """Whether there are cases that may differ at all."""
    return found is not None and found.scenarios > 0 and found.open_questions > 0


def shares(found: Sureness, lang: Lang) -> tuple[str, list[Share]]:
    """What the shares are of, and the shares.

    Where no type is judged yet, what it most often comes to; where the phase is a range, the place it mostly comes to.
    """
    if found.leading in WORDS:
        return say(lang, "sure.open"), [(label(one.label, lang), one.share) for one in found.types[:MOST_TYPES]]
    places = [(f"{p.type} {word(f'place_{p.places[0].place}', lang)}", p.places[0].share) for p in found.phases]
    both = [(say(lang, "sure.both"), found.both_hold)]
    return say(lang, "sure.title"), [
        (say(lang, "sure.type"), found.type_holds),
        *(places if found.places_open else both),
    ]


def over(found: Sureness, lang: Lang) -> str:
    """Over how many cases the shares were taken."""
    key = "sure.all" if found.exact else "sure.sample"
    return say(lang, key, n=f"{found.scenarios:,}", error=f"{found.error * 100:.1f}")


def share_of_type(found: Sureness | None) -> str:
    """The share of the type in one figure; empty where it says nothing more than the verdict."""
    return percent(found.type_holds) if found and varied(found) and found.leading not in WORDS else ""


def standing(assessment: Assessment, found: Sureness, lang: Lang) -> str:
    """The verdict as it stands and its share, in one sentence to be heard."""
    verdict = assessment.type
    parts = [label(verdict.leading, lang)]
    if verdict.leading not in WORDS:
        state = "settled" if verdict.settled else "open"
        parts = [parts[0] + say(lang, f"reading.line_{state}")]
        for one in assessment.phases:
            span = f"{one.low}" if one.low == one.high else f"{one.low}-{one.high}"
            parts.append(f"{one.type} {say(lang, 'reading.line_phase', span=span)}")
    if varied(found):
        head, told = shares(found, lang)
        parts.append(say(lang, "sure.line", head=head, shares=_listed(told, lang)))
    return say(lang, "reading.line", verdict=say(lang, "sure.stop").join(parts))


def _listed(told: list[Share], lang: Lang) -> str:
    return (", " if lang == "en" else "、").join(f"{name} {percent(share)}" for name, share in told)


def settledness(done: NextQuestion, found: Sureness | None, lang: Lang) -> str:
    """Whether type and phase are settled, where nothing is left to ask about them."""
    if done.type_settled and found and found.leading in WORDS:
        return say(lang, f"end.{found.leading}")
    return say(lang, "end.settled" if done.type_settled and done.phase_settled else "end.asked")


def to_find_out(book: Book, done: NextQuestion, found: Robustness, lang: Lang) -> Iterator[str]:
    """That the verdict may still change, and the points that would have to be found out; nothing if none can.

    What is settled by the answers may still change where some were given without full confidence.
    """
    settled = done.type_settled and done.phase_settled
    matters = [one for one in found.matters if one.state != "not_asked"] or ([] if settled else list(found.matters))
    if matters:
        yield say(lang, f"end.{'doubted' if settled else 'phase_open' if done.type_settled else 'type_open'}")
    for one in matters[:MOST_POINTS]:
        yield f"{book.questions[one.question].text.get(lang)} [{STATE[one.state].get(lang)}]"
