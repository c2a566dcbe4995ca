"""The mapping of a whole register: what people confirmed, this year or before, and suggestions for the rest."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from engine.interview.folding import fold
from engine.model.book import Book
from engine.model.knowledge import TypeCode
from engine.model.register import Confirmation, ExistingMeasure, Link, Mapping, Register, Suggestion
from engine.policy.mapping.building import index_for
from engine.policy.mapping.pieces import plain
from engine.policy.mapping.suggesting import suggest

Heard = dict[TypeCode, Confirmation | ExistingMeasure]
"""For each type that was looked at, what says so: a confirmation, or the measure's own column of the register."""

_ALL: tuple[TypeCode, ...] = get_args(TypeCode)
TAKEN = 1.0
"""A suggestion is taken as what a measure serves, until a person says, from this share of the best of its type.

Only the best: what is taken covers a lack in the gap check, and one measure named twice would hide one. The others are
shown as suggestions.
"""
_LONGEST = 500
_ERA = "(?:令和|平成|昭和|reiwa|heisei|[rhs]|fy)"
_YEAR = rf"(?:{_ERA}\s*(?:元|\d{{1,4}})(?!\d)\s*(?:年度?|[.])?|\d{{4}}\s*年度?)"
_YEARS = re.compile(
    rf"(?<![a-z0-9]){_YEAR}(?:\s*[~〜\-–ー・,から]+\s*(?:{_YEAR}|\d{{1,4}}\s*年度?))?\s*分?", re.IGNORECASE
)
_STATUS = (
    "(?:一部)?(?:新規?|拡充?|継続?|廃止?|縮小|見直し?|再掲|重点|改(?:善|定)?|臨時|補正|繰越|new|continued|expanded)"
)
_MARK = re.compile(rf"[(\[【〔［<〈《「『]\s*(?:{_STATUS}[\s・,、/]*)+\s*[)\]】〕］>〉》」』]", re.IGNORECASE)
_EMPTY = re.compile(r"[(\[【〔［<〈《「『][\s~〜・,、-]*[)\]】〕］>〉》」』]")
_LEADING = re.compile(rf"^\s*(?:[★☆◎○●◆◇■□※*・]+|{_STATUS}\s*[::)]\s*|\d{{1,4}}\s*[.、)]\s*)+", re.IGNORECASE)


def mapped(
    book: Book,
    register: Register,
    types: Sequence[TypeCode],
    confirmations: Sequence[Confirmation],
    *,
    grounds: bool = True,
) -> Mapping:
    """What each measure of a register serves.

    A person's word wins, and says nothing of types that were not looked at: for those, suggestions stay. A link is
    confirmed where a person named a generic measure of a type in question, or looked at all types in question and
    named none. The register's own column of generic measures counts as a person's word about all types.

    Args:
        book: The book.
        register: The register.
        types: The types in question; all where none is given.
        confirmations: What was said before, of this register or an earlier one; of two the later year's counts, then
            the later in the sequence.
        grounds: Whether suggestions come with the words that led to them.
    """
    asked = tuple(types) or _ALL
    said = _by_name(confirmations)
    heard = [_heard(one, said, register.fiscal_year) for one in register.measures]
    suggestions = _for_the_rest(book, register, asked, heard, grounds)
    return Mapping(
        links=tuple(
            _confirmed(book, register, one, asked, of_one, suggestions[one.id]) or _open(book, one, suggestions[one.id])
            for one, of_one in zip(register.measures, heard, strict=True)
        )
    )


def key_of(name: str) -> str:
    """A measure's name whatever its year, its marks (【新規】, （拡充）) and its width: the same next year."""
    text = " ".join(plain(name)[:_LONGEST].split())
    bare = _LEADING.sub("", _EMPTY.sub("", _MARK.sub("", _YEARS.sub("", text))))
    return fold(bare) or fold(text)


def _by_name(confirmations: Sequence[Confirmation]) -> dict[str, list[Confirmation]]:
    """Confirmations by their name, the one that counts most first."""
    found: dict[str, list[Confirmation]] = {}
    for one in reversed(confirmations):
        found.setdefault(key_of(one.name), []).append(one)
    for same in found.values():
        same.sort(key=lambda one: one.fiscal_year or 0, reverse=True)
    return found


def _heard(measure: ExistingMeasure, said: dict[str, list[Confirmation]], fiscal_year: int | None) -> Heard:
    """For each type that was looked at, who says what; one of the department itself before one of the name alone.

    A column of the register's own says it of all types. What was confirmed of this register was said after reading
    it, and wins; what was said of an earlier year, or of none, gives way to the column. Of a register of no known year
    nothing was said earlier: there a person's word always wins.
    """
    if measure.generic is None:
        return _of_people(measure, said.get(key_of(measure.name), ()))
    since = [
        one
        for one in said.get(key_of(measure.name), ())
        if fiscal_year is None or (one.fiscal_year is not None and one.fiscal_year >= fiscal_year)
    ]
    return {**dict.fromkeys(_ALL, measure), **_of_people(measure, since)}


def _of_people(measure: ExistingMeasure, said: Iterable[Confirmation]) -> Heard:
    department = fold(measure.department)
    same = [one for one in said if _same_place(fold(one.department), department)]
    same.sort(key=lambda one: fold(one.department) != department)
    return {code: one for one in reversed(same) for code in one.types}


def _same_place(one: str, other: str) -> bool:
    """Departments say nothing against each other where either is not given."""
    return not one or not other or one == other


def _for_the_rest(
    book: Book, register: Register, asked: tuple[TypeCode, ...], heard: Sequence[Heard], grounds: bool
) -> dict[str, tuple[Suggestion, ...]]:
    """Suggestions of the types nobody looked at; the measures of one such set of types go together."""
    groups: dict[tuple[TypeCode, ...], list[ExistingMeasure]] = {}
    for one, of_one in zip(register.measures, heard, strict=True):
        groups.setdefault(tuple(code for code in asked if code not in of_one), []).append(one)
    found: dict[str, tuple[Suggestion, ...]] = {}
    for left, measures in groups.items():
        nothing: dict[str, tuple[Suggestion, ...]] = {one.id: () for one in measures}
        found |= suggest(index_for(book), measures, left, grounds=grounds) if left else nothing
    return found


def _confirmed(
    book: Book,
    register: Register,
    measure: ExistingMeasure,
    asked: tuple[TypeCode, ...],
    heard: Heard,
    suggestions: tuple[Suggestion, ...],
) -> Link | None:
    """The link as people confirmed it; None where they said nothing of the types in question that would settle it."""
    named = tuple(dict.fromkeys(one for code, said in heard.items() for one in _named(book, said, code)))
    if not all(code in heard for code in asked) and not any(book.measures[one].type in asked for one in named):
        return None
    kept = all(isinstance(said, Confirmation) and _earlier(said, register) for said in heard.values())
    return Link(existing=measure.id, generic=named, standing="confirmed", suggestions=suggestions, kept=kept)


def _open(book: Book, measure: ExistingMeasure, suggestions: tuple[Suggestion, ...]) -> Link:
    """The link as far as suggestions go."""
    return Link(
        existing=measure.id,
        generic=tuple(_taken(book, suggestions)),
        standing="suggested" if suggestions else "open",
        suggestions=suggestions,
    )


def _named(book: Book, said: Confirmation | ExistingMeasure, code: TypeCode) -> Iterator[str]:
    """The generic measures of one type that were named; what the book does not know is passed over."""
    return (one for one in said.generic or () if one in book.measures and book.measures[one].type == code)


def _earlier(said: Confirmation, register: Register) -> bool:
    """Whether it was said of an earlier year's register; not where a year is not known."""
    return said.fiscal_year is not None and register.fiscal_year is not None and said.fiscal_year < register.fiscal_year


def _taken(book: Book, suggestions: tuple[Suggestion, ...]) -> Iterator[str]:
    """Those near the best of their type; the others are shown, but count for nothing until a person says so."""
    best: dict[str, float] = {}
    for one in suggestions:
        if one.score >= TAKEN * best.setdefault(book.measures[one.measure].type, one.score):
            yield one.measure
