"""Turns the tree of a mapping file into confirmations, and tells every Problem in it instead of stopping at one."""

import re
import unicodedata
from collections.abc import Iterator
from typing import cast, get_args

from engine.interview.folding import fold
from engine.model.book import Book
from engine.model.knowledge import TypeCode
from engine.model.problem import Place, Problem, ShusekiError
from engine.model.register import Confirmation
from engine.store import content_refusals
from engine.store import mapping_refusals as refusals
from engine.store.entries import Findings, TooManyError, is_open, parts
from engine.store.yaml_tree import Entries, Node, Scalar

FIELDS = ("name", "department", "serves", "types", "fiscal_year")
_TYPES: tuple[TypeCode, ...] = get_args(TypeCode)
_YEAR = re.compile("((?:19|20|21)[0-9]{2})(?:年度?)?")


def read_tree(tree: Node, book: Book, where: Place) -> tuple[tuple[Confirmation, ...], tuple[Problem, ...]]:
    """The confirmations in the order of the file, and the warnings.

    Raises:
        ShusekiError: with the Problems found; where they are very many, with the first of them.
    """
    findings = Findings(where)
    reader = _Reader(book, findings)
    said: tuple[Confirmation, ...] = ()
    try:
        said = tuple(reader.mapping(tree))
    except TooManyError:
        findings.problems.append(content_refusals.more_problems(where))
    if findings.problems:
        raise ShusekiError(*findings.problems)
    return said, (refusals.serves_open(where, reader.open),) if reader.open else ()


class _Reader:
    """Reads the list, and remembers which measures it left open and which it has already read, with their lines."""

    def __init__(self, book: Book, findings: Findings) -> None:
        self.book = book
        self.findings = findings
        self.open: list[str] = []
        self.lines: dict[tuple[str, str, frozenset[str]], int] = {}

    def mapping(self, tree: Node) -> Iterator[Confirmation]:
        if not isinstance(tree, Entries):
            self.findings.keep(content_refusals.not_a_mapping(self.findings.at(tree.line, "mapping"), tree, "mapping"))
            return
        self.findings.known_entries(tree, ("mapping",))
        if "mapping" not in tree.entries:
            self.findings.keep(refusals.mapping_missing(self.findings.where))
            return
        node = tree.entries["mapping"][1]
        for row in () if is_open(node) else parts(node):
            said = self.row(row)
            if said is not None:
                yield said

    def row(self, row: Node) -> Confirmation | None:
        findings = self.findings
        if not isinstance(row, Entries):
            place = findings.at(row.line, "mapping")
            return findings.keep(content_refusals.not_a_mapping(place, row, ", ".join(FIELDS)))
        findings.known_entries(row, FIELDS)
        name, department = findings.text(row, "name"), findings.text(row, "department")
        types, year = self.types(row), self.year(row)
        serves = self.serves(row, types)
        if not name.strip():
            return findings.keep(refusals.name_missing(findings.at(row.line, "name")))
        if not types:
            return None
        self.once(row, name, department, types)
        if serves is None:
            self.open.append(name)
            return None
        return Confirmation(name=name, department=department, generic=serves, types=types, fiscal_year=year)

    def types(self, row: Entries) -> tuple[TypeCode, ...]:
        """The types given; empty where they cannot be read, which then is a Problem."""
        words = list(self.words(row, "types"))
        if not words:
            if is_open(row.entries.get("types", (0, None))[1]) or not parts(row.entries["types"][1]):
                self.findings.keep(refusals.types_missing(self.findings.at(row.line, "types")))
            return ()
        found = [self.type(word.upper(), place) for word, place in words]
        return tuple(dict.fromkeys(type_ for type_ in found if type_ is not None)) if all(found) else ()

    def type(self, word: str, place: Place) -> TypeCode | None:
        known = word in _TYPES
        return cast("TypeCode", word) if known else self.findings.keep(refusals.unknown_type(place, word, _TYPES))

    def serves(self, row: Entries, types: tuple[TypeCode, ...]) -> tuple[str, ...] | None:
        """The generic measures given; None where it was left open: that nobody said so does not mean none."""
        if is_open(row.entries.get("serves", (0, None))[1]):
            return None
        found = [self.findings.keep(self.measure(word, place, types)) for word, place in self.words(row, "serves")]
        return tuple(dict.fromkeys(measure for measure in found if measure is not None))

    def measure(self, word: str, place: Place, types: tuple[TypeCode, ...]) -> str | Problem:
        measure = self.book.measures.get(word)
        if measure is None:
            return refusals.unknown_measure(place, word, self.book.measures)
        if types and measure.type not in types:
            return refusals.measure_of_another_type(place, word, measure.type, types)
        return word

    def year(self, row: Entries) -> int | None:
        word = self.findings.word(row, "fiscal_year")
        if not word:
            return None
        match = _YEAR.fullmatch(word)
        place = self.findings.place(row, "fiscal_year")
        return self.findings.keep(int(match[1]) if match else refusals.not_a_fiscal_year(place, word))

    def once(self, row: Entries, name: str, department: str, types: tuple[TypeCode, ...]) -> None:
        key = (fold(name), fold(department), frozenset(types))
        if key in self.lines:
            place = self.findings.at(row.line, "name")
            self.findings.keep(refusals.duplicate_mapping(place, name, self.lines[key]))
        self.lines.setdefault(key, row.line)

    def words(self, row: Entries, name: str) -> Iterator[tuple[str, Place]]:
        """The words of a list, each with its place; one word is a list of one."""
        node = row.entries[name][1] if name in row.entries else None
        for part in () if node is None or is_open(node) else parts(node):
            place = self.findings.at(part.line, name)
            if isinstance(part, Scalar):
                yield unicodedata.normalize("NFKC", part.text).strip(), place
            else:
                self.findings.keep(content_refusals.not_a_text(place))
