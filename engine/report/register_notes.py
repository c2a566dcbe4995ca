"""What a copy of a register says of each measure, and of itself: names, findings and reasons of the check."""

from collections.abc import Iterator, Sequence

from engine.interview.visible import flowing
from engine.model.book import Book
from engine.model.gaps import GapCheck, GapFinding
from engine.model.knowledge import Measure
from engine.model.register import ExistingMeasure, Link, Mapping, Register
from engine.model.text import Lang
from engine.report.gaps.choices import choice
from engine.report.gaps.labels import KIND, STANDING
from engine.report.register_copy_words import COLUMNS, word

_FIRST = ("missing", "repair")


def noted(
    register: Register, mapping: Mapping, check: GapCheck, book: Book, lang: Lang
) -> dict[tuple[str, int], tuple[str, ...]]:
    """By sheet and row of each measure: what it serves, what is suggested, how firmly, what was found, why."""
    found: dict[str, list[GapFinding]] = {}
    for finding in check.findings:
        for existing in finding.existing:
            found.setdefault(existing, []).append(finding)
    notes: dict[tuple[str, int], tuple[str, ...]] = {}
    for one in register.measures:
        if one.origin is not None:
            place = one.origin.sheet, one.origin.row
            own = _note(one, mapping.of(one.id), found.get(one.id, ()), book, lang)
            notes[place] = _both(notes[place], own) if place in notes else own
    return notes


def _both(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
    """Of two measures in one row, as in a table printed in halves, what is said of the left one first."""
    pairs = zip(left, right, strict=True)
    return tuple("\n".join(dict.fromkeys(text for text in pair if text)) for pair in pairs)


def _note(
    one: ExistingMeasure, link: Link, found: Sequence[GapFinding], book: Book, lang: Lang
) -> tuple[str, str, str, str, str]:
    confirmed = link.standing == "confirmed"
    comma = "、" if lang == "ja" else ", "
    served = comma.join(choice(book.measures[name], lang) for name in link.generic if name in book.measures)
    titles = comma.join(_typed(book.measures[name], lang) for name in link.generic if name in book.measures)
    reasons = dict.fromkeys(because.text.get(lang) for finding in found for because in finding.because)
    results = "\n".join(_result(finding, lang) for finding in found)
    return (
        served if confirmed else "",
        "" if confirmed else titles,
        word("none", lang) if confirmed and not served else STANDING[link.standing].get(lang),
        results or word("nothing", lang),
        "\n".join(reasons),
    )


def _typed(measure: Measure, lang: Lang) -> str:
    """A generic measure with its type: measures of several types are called 構想策定."""
    title = measure.title.get(lang)
    return f"{title}（{measure.type}）" if lang == "ja" else f"{title} ({measure.type})"


def _result(finding: GapFinding, lang: Lang) -> str:
    colon = "：" if lang == "ja" else ": "
    return f"{KIND[finding.kind].get(lang)}{colon}{flowing(finding.text.get(lang))}"


def about(
    register: Register, check: GapCheck, book: Book, lang: Lang, plain: Sequence[str] | None
) -> Iterator[tuple[str, bool]]:
    """What the copy is, a line each, and whether it is set in bold. ``plain``: sheets without look; None of a CSV."""
    comma = "、" if lang == "ja" else ", "
    yield word("title", lang), True
    yield word("of", lang, flowing(register.name)), False
    yield word("result", lang, flowing(check.first_line.get(lang))), False
    yield word("counts", lang, check.measures_total, check.confirmed, check.suggested, check.open), False
    yield word("added", lang, comma.join(word(name, lang) for name in COLUMNS)), False
    yield word("values", lang), False
    if plain is None:
        yield word("csv", lang), False
    elif plain:
        yield word("plain", lang, comma.join(map(flowing, plain))), False
    yield word("missing", lang), True
    missing = [finding for finding in check.findings if finding.kind in _FIRST]
    for finding in missing:
        yield _result(finding, lang), False
    if not missing:
        yield word("no_missing", lang), False
    yield word("footer", lang, check.digest, check.knowledge_version), False
