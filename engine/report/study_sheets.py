"""The further matrices of the study (people, DX, policy history, land, screening) as sheets to read by themselves."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, get_args

from engine.model.book import Book
from engine.model.knowledge import SheetRow
from engine.model.text import Lang
from engine.report.blocks import Block, Bullets, Document, Heading, Line, Note, Paragraph
from engine.report.phrases import source
from engine.report.study_sheet_words import KIND, NOTE, TAB, TITLE, WORD
from engine.report.words import BASIS
from engine.report.xlsx_sheet import Cell, Column, Sheet

SheetName = Literal["hr", "dx", "policy_history", "land", "screening"]
NAMES: tuple[SheetName, ...] = get_args(SheetName)
AS_OF = date(2023, 3, 31)
"""The end of the study's fiscal year: what the sheets tell is as of then."""
_TOLD = frozenset({"claim", "title", "use"})
"""Kinds of rows that say what the whole sheet is; the others are its rows."""
_WIDTHS = {"kind": 14, "title": 34, "told": 60, "year": 8, "belongs": 34, "power": 10, "basis": 10, "sections": 10}


def sheet_document(book: Book, name: SheetName, lang: Lang) -> Document:
    """One sheet: what the study says with it, its rows, how to read it."""
    return Document(lang, tuple(_blocks(book, name, lang)), TITLE[name].get(lang), as_of=AS_OF)


def _blocks(book: Book, name: SheetName, lang: Lang) -> Iterator[Block]:
    rows = rows_of(book, name)
    yield Heading(1, TITLE[name].get(lang))
    for row in rows:
        if row.kind in _TOLD:
            yield Paragraph(Line(row.summary.get(lang), source(row.basis, row.citations)))
    yield Note(Line(NOTE[name].get(lang)))
    others = [row for row in rows if row.kind not in _TOLD]
    for kind in dict.fromkeys(row.kind for row in others):
        yield Heading(2, KIND[kind].get(lang))
        yield Bullets(tuple(_line(book, row, lang) for row in others if row.kind == kind))


def _line(book: Book, row: SheetRow, lang: Lang) -> Line:
    """A row by its name and year, what it says, and below it what it belongs to."""
    year = f" ({row.year})" if row.year else ""
    told = ("{}{}：{}" if lang == "ja" else "{}{}: {}").format(row.title.get(lang), year, _told(row, lang))
    belongs = _belongs(book, row, lang)
    below = (Line(belongs, label=WORD["belongs"].get(lang)),) if belongs else ()
    return Line(told, source(row.basis, row.citations), below)


def sheet_of(book: Book, name: SheetName, lang: Lang) -> Sheet:
    """One sheet for a workbook, a row a row."""
    columns = tuple(Column(WORD[head].get(lang), width) for head, width in _WIDTHS.items())
    rows = tuple(tuple(_cells(book, row, lang)) for row in rows_of(book, name))
    return Sheet(TAB[name].get(lang), TITLE[name].get(lang), columns, rows, (NOTE[name].get(lang),))


def sheets_workbook(book: Book, names: Iterable[SheetName], lang: Lang) -> bytes:
    """The sheets as an ``.xlsx`` file."""
    from engine.report.xlsx_write import workbook

    title, footer = WORD["title_all"].get(lang), f"{WORD['version'].get(lang)} {book.version}"
    return workbook([sheet_of(book, name, lang) for name in names], lang, title=title, footer=footer, as_of=AS_OF)


def rows_of(book: Book, name: SheetName) -> list[SheetRow]:
    """The rows of a sheet, by kind as the book first has them, and in their order."""
    rows = [row for row in book.sheets.values() if row.sheet == name]
    kinds = list(dict.fromkeys(row.kind for row in rows))
    return sorted(rows, key=lambda row: (kinds.index(row.kind), row.order))


def _cells(book: Book, row: SheetRow, lang: Lang) -> Iterator[Cell]:
    yield KIND[row.kind].get(lang)
    yield row.title.get(lang)
    yield _told(row, lang)
    yield row.year
    yield _belongs(book, row, lang)
    yield WORD["prefectural"].get(lang) if row.prefectural else ""
    yield BASIS[row.basis].get(lang)
    yield _joined(dict.fromkeys(citation.section for citation in row.citations), lang)


def _told(row: SheetRow, lang: Lang) -> str:
    """What the row says; with what is lost of it, or that the study itself hedges it."""
    notes = [row.note.get(lang)] if row.note else [WORD["lost"].get(lang)] if row.ambiguous else []
    marks = [WORD["hypothesis"].get(lang)] if row.hypothesis else []
    rest = _joined((*marks, *notes), lang)
    return row.summary.get(lang) + (("（{}）" if lang == "ja" else " ({})").format(rest) if rest else "")


def _belongs(book: Book, row: SheetRow, lang: Lang) -> str:
    """The rows of the same sheet that it belongs to."""
    return _joined((book.sheets[target].title.get(lang) for target in row.targets if target in book.sheets), lang)


def _joined(parts: Iterable[str], lang: Lang) -> str:
    return ("、" if lang == "ja" else ", ").join(parts)
