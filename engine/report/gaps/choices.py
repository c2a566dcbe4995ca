"""The generic measures to choose from, as a sheet that drop-downs take their values from."""

from collections.abc import Sequence

from engine.model.book import Book
from engine.model.knowledge import Measure, TypeCode
from engine.model.text import Lang
from engine.report.gaps.workbook_words import word
from engine.report.xlsx_sheet import Column, Sheet


def choice(measure: Measure, lang: Lang) -> str:
    """A generic measure as a drop-down has it: its id, by which it is read, and its name."""
    return f"{measure.id} {measure.title.get(lang)}"


def measures_of(book: Book, types: Sequence[TypeCode] | None) -> list[Measure]:
    """The measures of these types, of all where none is given, by type and phase."""
    found = [one for one in book.measures.values() if not types or one.type in types]
    return sorted(found, key=lambda one: (list(book.types).index(one.type), one.phases, one.id))


def choices_sheet(book: Book, lang: Lang, types: Sequence[TypeCode] | None = None) -> Sheet:
    """The measures with type, phases and a sentence on each."""
    names = (("choice", 46), ("type", 8), ("phases", 10), ("content", 70))
    columns = tuple(Column(word(name, lang), most) for name, most in names)
    rows = tuple(_row(book, one, lang) for one in measures_of(book, types))
    return Sheet(word("s_choices", lang), word("choices_title", lang), columns, rows)


def _row(book: Book, one: Measure, lang: Lang) -> tuple[str, str, str, str]:
    orders = ", ".join(str(book.phases[phase].order) for phase in one.phases)
    return choice(one, lang), one.type, orders, one.summary.get(lang)
