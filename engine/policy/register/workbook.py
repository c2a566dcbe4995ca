"""Reads a workbook (.xlsx, .xlsm): which sheets there are, their shared texts and formats.

Only stored values are read: formulas are never computed, and macros, links, charts and pictures never looked at.
Not through openpyxl: that takes several times as long, holds every formatted blank cell, tells merged cells only where
it reads the whole sheet at once, and cannot tell a formula without a stored value from a blank cell.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.model.problem import Place, Problem, ShusekiError
from engine.policy.register import formats, limits, notices, refusals
from engine.policy.register.formats import Format
from engine.policy.register.grid import Opened, Sheet
from engine.policy.register.package import Package
from engine.policy.register.sheet_part import Shared, read_sheet
from engine.policy.register.xml_part import Budget, StopReadingError, attribute, read

_WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True)
class _Listed:
    """A sheet as the workbook lists it."""

    name: str
    relation: str
    hidden: bool


@dataclass
class _Book:
    """What the workbook's own part says."""

    sheets: list[_Listed] = field(default_factory=list)
    from_1904: bool = False


def open_workbook(data: bytes, name: str, where: Place) -> Opened:
    """The cells of all sheets.

    Raises:
        ShusekiError: it is no workbook, broken, protected, or made to burst.
    """
    package = Package(data, where)
    _refuse_other_kinds(package, where)
    budget = Budget()
    path = _workbook_path(package, budget)
    book = _book(package, path, budget)
    relations = _relations(package, path, budget)
    shared, warnings = _shared(package, path, relations, book.from_1904, budget)
    sheets, told = _sheets(package, book, relations, shared, budget)
    warnings += told
    if shared.cut:
        warnings.append(notices.text_cut(where))
    return Opened(name=name, kind="xlsx", sheets=tuple(sheets), notices=tuple(warnings))


def _refuse_other_kinds(package: Package, where: Place) -> None:
    if "content.xml" in package and "mimetype" in package:
        raise ShusekiError(refusals.open_document(where))
    if "xl/workbook.bin" in package:
        raise ShusekiError(refusals.binary_excel(where))
    for part, kind in (("word/document.xml", "Word"), ("ppt/presentation.xml", "PowerPoint")):
        if part in package:
            raise ShusekiError(refusals.no_table_format(where, kind))
    if "[content_types].xml" not in package:
        raise ShusekiError(refusals.no_table_format(where, "ZIP"))


def _workbook_path(package: Package, budget: Budget) -> str:
    """Where the package says its workbook is; some writers put it elsewhere than Excel does."""
    found = [path for kind, path in _relations(package, "", budget).values() if kind == "officeDocument"]
    path = found[0] if found else _WORKBOOK
    if path not in package:
        raise ShusekiError(refusals.broken(package.where))
    return path


def _relations(package: Package, part: str, budget: Budget) -> dict[str, tuple[str, str]]:
    """Kind and path of every inner relation of a part, by id. Links to anything outside are left alone."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, tuple[str, str]] = {}

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External" and len(found) < limits.ZIP_ENTRIES:
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
            found[attributes.get("Id", "")] = (kind, target.lstrip("/"))

    if path in package:
        read(package.chunks(path), package.where, budget, start)
    return found


def _book(package: Package, path: str, budget: Budget) -> _Book:
    book = _Book()

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet" and len(book.sheets) < limits.ZIP_ENTRIES:
            name = attributes.get("name", "")[:100]
            hidden = attributes.get("state", "visible") != "visible"
            book.sheets.append(_Listed(name, attribute(attributes, "id"), hidden))
        elif tag == "workbookPr":
            book.from_1904 = attributes.get("date1904") in ("1", "true")

    read(package.chunks(path), package.where, budget, start)
    return book


def _shared(
    package: Package, path: str, relations: dict[str, tuple[str, str]], from_1904: bool, budget: Budget
) -> tuple[Shared, list[Problem]]:
    by_kind = dict(relations.values())
    folder = posixpath.dirname(path)
    texts = by_kind.get("sharedStrings", posixpath.join(folder, "sharedStrings.xml"))
    styles = by_kind.get("styles", posixpath.join(folder, "styles.xml"))
    shared = Shared(from_1904=from_1904)
    warnings: list[Problem] = []
    if texts in package:
        _read_texts(package.chunks(texts), package.where, budget, shared)
    if styles in package:
        try:
            shared.formats = _read_formats(package, styles, budget)
        except ShusekiError:
            warnings.append(notices.formats_broken(package.where))
    return shared, warnings


def _read_texts(chunks: Iterator[bytes], where: Place, budget: Budget, shared: Shared) -> None:
    """The texts that cells refer to by number, without the reading aids (ふりがな) that Excel keeps beside them."""
    pieces: list[str] = []
    taking = phonetic = False

    def start(tag: str, _: dict[str, str]) -> None:
        nonlocal taking, phonetic
        if tag == "si":
            pieces.clear()
        elif tag == "rPh":
            phonetic = True
        elif tag == "t":
            taking = not phonetic

    def end(tag: str) -> None:
        nonlocal taking, phonetic
        if tag == "t":
            taking = False
        elif tag == "rPh":
            phonetic = False
        elif tag == "si":
            shared.texts.append(shared.kept(pieces))

    def text(piece: str) -> None:
        if taking:
            pieces.append(piece)

    if not read(chunks, where, budget, start, end, text):
        shared.cut = True


def _read_formats(package: Package, path: str, budget: Budget) -> list[Format]:
    """The number format of each style a cell can have."""
    own: dict[str, str] = {}
    used: list[str] = []
    inside = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if tag == "numFmt":
            own[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")[:500]
        elif tag == "cellXfs":
            inside = True
        elif tag == "xf" and inside:
            used.append(attributes.get("numFmtId", "0"))
            if len(used) > limits.STYLES or len(own) > limits.STYLES:
                raise StopReadingError

    def end(tag: str) -> None:
        if tag == "cellXfs":
            raise StopReadingError

    read(package.chunks(path), package.where, budget, start, end)
    known = {number: formats.of(number, own.get(number)) for number in set(used)}
    return [known[number] for number in used]


def _sheets(
    package: Package, book: _Book, relations: dict[str, tuple[str, str]], shared: Shared, budget: Budget
) -> tuple[list[Sheet], list[Problem]]:
    """Every worksheet that can be read; a broken one does not take the others with it."""
    listed = [sheet for sheet in book.sheets if relations.get(sheet.relation, ("", ""))[0] == "worksheet"]
    sheets: list[Sheet] = []
    warnings: list[Problem] = []
    names: set[str] = set()
    for sheet in listed[: limits.SHEETS]:
        name = _unused(sheet.name, names)
        try:
            cells, told = read_sheet(package, relations[sheet.relation][1], name, shared, budget)
        except ShusekiError as error:
            if any(found.code == "workbook_unsafe" for found in error.problems):
                raise
            warnings.append(notices.sheet_broken(package.where, name))
            continue
        sheets.append(Sheet(name, cells.rows, sheet.hidden, tuple(cells.merges)))
        warnings += told
    if len(listed) > limits.SHEETS:
        warnings.append(notices.sheets_left(package.where, len(listed) - limits.SHEETS))
    if not sheets:
        raise ShusekiError(refusals.broken(package.where))
    return sheets, warnings


def _unused(name: str, names: set[str]) -> str:
    """The name; with a number where a damaged workbook has it twice."""
    count, unique = 1, name
    while unique in names:
        count += 1
        unique = f"{name} ({count})"
    names.add(unique)
    return unique
