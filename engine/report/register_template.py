"""Makes the template for a register of measures: drop-downs, hints, an example, instructions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from engine.model.book import Book
from engine.model.knowledge import TypeCode
from engine.model.text import Lang
from engine.report.gaps.choices import choice, choices_sheet, measures_of
from engine.report.register_template_words import FIELDS, word
from engine.report.xlsx_extras import PLAIN, Choice, Extras, workbook
from engine.report.xlsx_sheet import Cell, Column, Sheet

EMPTY_ROWS = 60
"""Rows drawn for filling in; below them the drop-downs go on."""
_DAY = date(2023, 3, 31)
"""The template bears the study's day, so that equal templates are equal files."""


def register_template(book: Book, lang: Lang, types: Sequence[TypeCode] | None = None) -> bytes:
    """An empty register as an ``.xlsx`` file that ``engine.policy.register`` reads; the same bytes every time.

    Args:
        book: the knowledge, whose generic measures can be chosen.
        lang: the language of headings, choices and instructions.
        types: the types whose measures can be chosen; all where none is given.
    """
    lists = replace(choices_sheet(book, lang, types), name=word("lists_sheet", lang))
    columns = tuple(Column(field.heading.get(lang), field.most) for field in FIELDS)
    notes = (word("year", lang), word("fill", lang))
    blank: tuple[tuple[Cell, ...], ...] = ((None,) * len(columns),) * EMPTY_ROWS
    page = Sheet(word("sheet", lang), word("title", lang), columns, blank, notes)
    # A sheet whose name says so is none of the register's own.
    shown = Sheet(
        word("example_sheet", lang),
        word("example_title", lang),
        columns,
        (_example(book, lang, types),),
        (word("example_note", lang),),
    )
    sheets = ((page, _extras(lang, lists)), (shown, PLAIN), (_guide(lang), PLAIN), (lists, PLAIN))
    title, footer = word("title", lang), word("footer", lang, book.version)
    return workbook(sheets, lang, {}, title=title, footer=footer, as_of=_DAY)


def _extras(lang: Lang, lists: Sheet) -> Extras:
    return Extras(
        tuple(
            Choice(
                n,
                tuple(one.get(lang) for one in field.choices),
                lists if field.field == "generic" else None,
                field.hint.get(lang),
            )
            for n, field in enumerate(FIELDS)
        ),
        wide=True,
    )


def _example(book: Book, lang: Lang, types: Sequence[TypeCode] | None) -> tuple[Cell, ...]:
    """An invented measure; the generic one is the first on people of the types, so that it can be chosen."""
    found = measures_of(book, types)
    people = next((one for one in found if "people" in one.resources), found[0])
    told: list[Cell] = [choice(people, lang) if f.field == "generic" else f.example.get(lang) for f in FIELDS]
    budget = next(n for n, field in enumerate(FIELDS) if field.field == "budget")
    told[budget] = float(FIELDS[budget].example.get(lang))
    return tuple(told)


def _guide(lang: Lang) -> Sheet:
    """Each column with how to fill it in."""
    names = (("column", 26), ("how", 76), ("choose", 40), ("sample", 46))
    columns = tuple(Column(word(name, lang), most) for name, most in names)
    comma = "、" if lang == "ja" else ", "
    rows = tuple(
        (f.heading.get(lang), f.hint.get(lang), comma.join(one.get(lang) for one in f.choices), f.example.get(lang))
        for f in FIELDS
    )
    return Sheet(word("guide_sheet", lang), word("guide_title", lang), columns, rows, (word("guide_note", lang),))
