"""Where a kept consultation stands: its verdict and how far it is, worked out for the list of consultations."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.texts import Lang, say

if TYPE_CHECKING:
    # Loaded after the first paint.
    from engine.model.answers import Consultation
    from engine.model.book import Book

WORDS = ("undetermined", "out_of_scope")
"""Verdicts that are no type."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The leading verdict; the phases by type as ``(type, from, to)``; how many answers of how many that apply."""

    leading: str
    settled: bool
    phases: tuple[tuple[str, int, int], ...]
    answered: int
    dont_know: int
    total: int


def standing(book: "Book", consultation: "Consultation") -> Standing:
    """Works it out; some 10 ms.

    Raises:
        ShusekiError: the book cannot be evaluated.
    """
    from engine.assess import assess
    from engine.interview.order import progress

    found = assess(book, consultation.answers, consultation.as_of)
    sections = progress(book, consultation.answers, found.type.possible)
    judged = [one for one in found.phases if one.type in found.type.types] or found.phases
    return Standing(
        leading=found.type.leading,
        settled=found.type.settled,
        phases=tuple((one.type, one.low, one.high) for one in judged),
        answered=sum(section.answered for section in sections),
        dont_know=sum(section.dont_know for section in sections),
        total=sum(section.total for section in sections),
    )


def type_in_words(found: Standing, book: "Book", lang: Lang) -> str:
    """The verdict: its label, its name where it is one type, and whether it is settled."""
    if found.leading in WORDS:
        return say(lang, f"verdict.{found.leading}")
    title = book.types[found.leading].title.get(lang) if found.leading in book.types else ""
    return f"{found.leading} {title}".strip() + say(lang, f"reading.line_{'settled' if found.settled else 'open'}")


def phase_in_words(found: Standing, lang: Lang) -> str:
    """The phases: one span where all types share it, else one for each type; empty where no type is judged."""
    spans = {f"{low}" if low == high else f"{low}-{high}" for _, low, high in found.phases}
    if len(spans) == 1:
        return say(lang, "reading.line_phase", span=spans.pop())
    stop = "、" if lang == "ja" else ", "
    each = [(name, f"{low}" if low == high else f"{low}-{high}") for name, low, high in found.phases]
    return stop.join(f"{name} {say(lang, 'reading.line_phase', span=span)}" for name, span in each)
