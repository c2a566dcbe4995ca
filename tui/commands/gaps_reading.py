"""Reads what ``gaps`` is given: consultation, register, confirmations; one check is made of them."""

import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.model.problem import Problem, ShusekiError
from engine.model.text import Lang
from tui.commands import shared, sources
from tui.words import gaps as words
from tui.words import problems

if TYPE_CHECKING:
    from engine.model.book import Book
    from engine.model.register import Confirmation, Layout, Register
    from engine.policy.checked import Checked
    from engine.policy.register import Opened

YEARS = range(1989, 2101)
"""Fiscal years that a register can be of: from Heisei 1 on."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a register is to be read where it does not say so itself, or not rightly."""

    sheets: tuple[str, ...] = ()
    fiscal_year: int | None = None
    unit: int | None = None


def reading(sheets: Sequence[str], fiscal_year: int | None, unit: str | None) -> Reading:
    """The options on reading, checked.

    Raises:
        ShusekiError: a year or unit that there is not.
    """
    if fiscal_year is not None and fiscal_year not in YEARS:
        raise ShusekiError(problems.out_of_range("--fiscal-year", fiscal_year, YEARS[0], YEARS[-1]))
    return Reading(tuple(sheets), fiscal_year, None if unit is None else _unit(unit))


def _unit(unit: str) -> int:
    """Yen of one unit: 千円, 1000 or 1,000."""
    plain = unicodedata.normalize("NFKC", unit).strip().replace(",", "")
    known = {**words.UNITS, **{str(yen): yen for yen in words.UNITS.values()}}
    if plain not in known:
        raise ShusekiError(problems.bad_value("--unit", unit, tuple(words.UNITS)))
    return known[plain]


def register(path: str, how: Reading) -> "Register":
    """The register in a file.

    Raises:
        ShusekiError: it cannot be opened, holds no table, or not on the sheet asked for.
    """
    from engine.policy.register import open_register, proposed, taken, to_read

    opened = open_register(path)
    found = proposed(opened, fiscal_year=how.fiscal_year)
    chosen = to_read(found)
    if how.sheets:
        chosen = _on_sheets(path, opened, [one.layout for one in found], how.sheets)
    if how.unit is not None:
        chosen = [layout.model_copy(update={"unit": how.unit}) for layout in chosen]
    return taken(opened, chosen, how.fiscal_year)


def _on_sheets(path: str, opened: "Opened", layouts: "Sequence[Layout]", wanted: Sequence[str]) -> "list[Layout]":
    from engine.interview.folding import fold

    by_name = {fold(layout.sheet): layout for layout in layouts}
    unknown = [name for name in wanted if fold(name) not in by_name]
    if unknown:
        tables = [layout.sheet for layout in layouts]
        raise ShusekiError(*(words.unknown_sheet(path, name, tables) for name in unknown))
    return list({id(layout): layout for layout in (by_name[fold(name)] for name in wanted)}.values())


def kept_register(source: str) -> "Register":
    """The register that counts for a saved consultation: that of the latest year.

    Raises:
        ShusekiError: it is no saved consultation, or has none.
    """
    from engine.store.database import Store

    id = sources.saved_id(source)
    if id is None:
        raise ShusekiError(words.no_measures_given())
    with Store.open() as store:
        found = store.registers.list(id)
        if not found:
            raise ShusekiError(words.nothing_kept(source))
        return store.registers.load(found[0].id)


def confirmations(book: "Book", source: str, mapping: str | None, lang: Lang) -> "tuple[Confirmation, ...]":
    """What people said: what is kept with a saved consultation, then what a mapping file says."""
    said: tuple[Confirmation, ...] = ()
    if (id := sources.saved_id(source)) is not None:
        from engine.store.database import Store

        with Store.open() as store:
            said = store.registers.confirmations(id)
    if mapping is None:
        return said
    from engine.store.mapping_file import read_mapping

    more, warnings = read_mapping(mapping, book)
    shared.tell(warnings, lang)
    return (*said, *more)


@dataclass(frozen=True, slots=True)
class Given:
    """A consultation and a register by name; without a register, that of the saved consultation."""

    source: str
    measures: str | None
    mapping: str | None
    how: Reading


def check(book: "Book", given: Given, lang: Lang) -> "Checked":
    """The check of what was given; warnings go to stderr."""
    from engine.policy.checked import checked

    consultation = sources.found(book, given.source, lang)
    found = kept_register(given.source) if given.measures is None else register(given.measures, given.how)
    shared.tell(told_of(found, given.measures), lang)
    return checked(book, consultation, found, confirmations(book, given.source, given.mapping, lang))


def told_of(found: "Register", path: str | None) -> tuple[Problem, ...]:
    """What the reader of a register is told: what holds for the whole file, then rows in short."""
    return (*found.notices, *words.unread_rows(found.unread, path or found.name))


def previous(book: "Book", now: "Checked", given: Given, lang: Lang) -> "Checked":
    """The check of last year's register; where it names no year, that before this one's is supposed and told."""
    from engine.policy.checked import checked

    consultation = sources.found(book, given.source, lang)
    found = register(given.measures or "", given.how)
    shared.tell(told_of(found, given.measures), lang)
    if found.fiscal_year is None:
        found = found.model_copy(update={"fiscal_year": now.fiscal_year - 1})
        shared.tell((words.year_supposed(given.measures or "", now.fiscal_year - 1),), lang)
    return checked(book, consultation, found, confirmations(book, given.source, given.mapping, lang))


def refuse_inputs(outputs: dict[str, str | None], inputs: Sequence[str | None]) -> None:
    """Stop before any work where a file would be written that is read, or two outputs are one file.

    Raises:
        ShusekiError: with each of them.
    """
    named = {option: path for option, path in outputs.items() if path is not None}
    read = {os.path.realpath(path) for path in inputs if path is not None and os.path.lexists(path)}
    wrong = [words.writes_over_input(option, path) for option, path in named.items() if os.path.realpath(path) in read]
    targets = [os.path.realpath(path) for path in named.values()]
    wrong += [words.twice_written(path) for path in named.values() if targets.count(os.path.realpath(path)) > 1][:1]
    if wrong:
        raise ShusekiError(*wrong)
