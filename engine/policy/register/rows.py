"""Tells what a row below a header is: a measure, or a total, a heading between, a note, the header once more."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from engine.interview.folding import fold
from engine.model.register import Layout, RegisterField
from engine.policy.register import limits
from engine.policy.register.departments import heads_department
from engine.policy.register.grid import Sheet, text_of
from engine.policy.register.table import Header, header_at
from engine.policy.register.words import folded, short_fold, words

RowKind = Literal["measure", "header", "total", "section", "note", "numbers", "continued", "unnamed"]
"""``continued``: goes on with the measure above · ``unnamed``: says something, but not of what."""
_LONGEST_MARK = 40
_LONGEST_HEADING = limits.HEADING_CHARACTERS * 2
_COUNTING = re.compile(r"[(（]?(?:\d{1,2}|[A-Za-zａ-ｚＡ-Ｚ]|[①-⑳ア-ン])(?:[-－=＝+＋/／×*]\w)*[)）]?")
_LONGEST_PAGE_HEAD = 4
_NUMBERED = re.compile(
    r"(?:第?(?P<figure>[\d０-９]{1,2})[\s　.．、)）]|(?P<bracket>[(（][\d０-９]{1,2}[)）]|[⑴-⒇])|(?P<ring>[①-⑳])"
    r"|(?P<kana>[ア-ン])[\s　.．、)）]|(?P<kana_bracket>[(（][ア-ン][)）]))"
)
_ADDITIONS: frozenset[RegisterField] = frozenset({"outline", "kpi", "actors", "resources", "scheme"})


@dataclass(frozen=True)
class Frame:
    """A sheet with its layout, ready for reading row by row."""

    sheet: Sheet
    layout: Layout
    header: Header
    columns: dict[RegisterField, tuple[int, ...]]
    until: int | None = None
    """The row where another table begins on the same sheet."""

    @classmethod
    def of(cls, sheet: Sheet, layout: Layout) -> "Frame":
        """The frame of a layout."""
        columns: dict[RegisterField, tuple[int, ...]] = {}
        for choice in layout.columns:
            columns[choice.field] = (*columns.get(choice.field, ()), choice.column)
        return cls(sheet, layout, header_at(sheet, layout.header, layout.header_rows), columns)

    @cached_property
    def titles(self) -> frozenset[str]:
        """What stands above the table, without numbers of pages."""
        above = (row for row in self.sheet.numbers if row < self.header.first)
        texts = (text_of(value) for row in above for value in self.sheet.rows[row].values())
        return frozenset(_unpaged(text) for text in texts if len(text) <= _LONGEST_MARK) - {""}

    def rows(self) -> Iterator[int]:
        """Rows below the header that hold something."""
        return (row for row in self.sheet.from_row(self.header.data) if self.until is None or row < self.until)

    def name_column(self) -> int:
        """The column of the names that count."""
        return self.columns["name"][0]


def kinds(frame: Frame) -> Iterator[tuple[int, RowKind]]:
    """Every row below the header that holds something, and what it is."""
    previous: RowKind = "header"
    rows = list(frame.rows())
    for row, below in zip(rows, [*rows[1:], None], strict=True):
        kind = _kind(frame, row, previous)
        if kind == "measure" and below is not None and _heads_group(frame, row, below):
            kind = "section"
        yield row, kind
        previous = kind


def _kind(frame: Frame, row: int, previous: RowKind) -> RowKind:
    texts = {column: text_of(value) for column, value in frame.sheet.rows[row].items()}
    if previous == "header" and len(texts) > 1 and all(_COUNTING.fullmatch(text) for text in texts.values()):
        return "numbers"
    if is_same_header(frame, texts):
        return "header"
    if _is_total(frame, texts):
        return "total"
    if _is_prepared(frame, texts) or _is_page_head(frame, texts):
        return "note"
    if len(texts) == 1 and (kind := _of_one_cell(frame, row, *next(iter(texts.items())))):
        return kind
    return _of_several(frame, row, texts, previous)


def _heads_group(frame: Frame, row: int, below: int) -> bool:
    """Whether a name alone heads finer ones, numbered in another way: １ 商工業振興事業, below it (1) 創業支援費."""
    cells, finer = frame.sheet.rows[row], frame.sheet.rows[below]
    if len(cells) > 1 or len(finer) < 2:
        return False
    upper, lower = (numbering(text_of(one.get(frame.name_column()))) for one in (cells, finer))
    return bool(upper and lower) and upper != lower


def numbering(text: str) -> str:
    """In which way a name is numbered: 1, (1), ①, ア; empty where it is not."""
    found = _NUMBERED.match(text)
    return found.lastgroup or "" if found else ""


def is_same_header(frame: Frame, texts: dict[int, str]) -> bool:
    """The header once more, as at the head of every page printed; or the lower rows of it."""
    name = texts.get(frame.name_column(), "")
    heading = frame.header.columns.get(frame.name_column())
    if name and heading and (len(name) > _LONGEST_HEADING or " ".join(name.split()) not in heading.parts):
        return False
    shared = same = 0
    for column, text in texts.items():
        heading = frame.header.columns.get(column)
        if heading:
            shared += 1
            same += len(text) <= _LONGEST_HEADING and " ".join(text.split()) in heading.parts
    return same >= 2 and same >= shared * 0.7


def _is_total(frame: Frame, texts: dict[int, str]) -> bool:
    """A total names itself in the column of names or left of it; of a measure more than figures would be said."""
    last = max(frame.columns["name"])
    told = [(column, text) for column, text in texts.items() if column <= last and len(text) <= _LONGEST_MARK]
    whole, ends, starts = _total_words()
    for column, text in told:
        if _ends_apart(text):
            return True
        plain = short_fold(text).strip("【】[]()<>・:")
        if plain in whole:
            return True
        if (plain.endswith(ends) or plain.startswith(starts)) and not _says_more(frame, texts, column):
            return True
    return False


def _ends_apart(text: str) -> bool:
    """Whether a blank parts the word of a total from what it sums up: 目標4 計."""
    words_of_it = text.split()
    return len(words_of_it) > 1 and words_of_it[-1] in words().rows.total_apart


def _is_prepared(frame: Frame, texts: dict[int, str]) -> bool:
    """A row still to be filled in: a running number at most, and what formulas make of nothing."""
    first = frame.name_column()
    return all(
        text in ("0", "-", "FALSE", "") or (column < first and text.isdecimal()) for column, text in texts.items()
    )


def _is_page_head(frame: Frame, texts: dict[int, str]) -> bool:
    """The title once more at the head of a page printed: 主要事業一覧（続き） | 2頁."""
    if len(texts) > _LONGEST_PAGE_HEAD or (texts.get(frame.name_column()) and len(texts) > 1):
        return False
    told = {_unpaged(text) for text in texts.values() if len(text) <= _LONGEST_MARK} - {""}
    return bool(told) and told <= frame.titles


def _unpaged(text: str) -> str:
    """A title without the number of its page and what stands in brackets."""
    return _paged().sub("", short_fold(text))


@cache
def _paged() -> re.Pattern[str]:
    told = "|".join(re.escape(fold(word)) for word in words().rows.page_words)
    return re.compile(rf"[(〔\[【][^)〕\]】]*[)〕\]】]|\d+|{told}")


def _says_more(frame: Frame, texts: dict[int, str], column: int) -> bool:
    """Whether a row describes a measure: an outline, a name in another column than the total's."""
    more = (*frame.columns.get("outline", ()), *frame.columns.get("kpi", ()))
    return any(texts.get(other) for other in more if other != column)


@cache
def _total_words() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    rows = words().rows
    return folded(rows.total_whole), tuple(map(fold, rows.total_ends)), tuple(map(fold, rows.total_starts))


def _of_one_cell(frame: Frame, row: int, column: int, text: str) -> RowKind | None:
    """A row of one cell: a note, a heading between measures, or a measure of which only the name is known."""
    plain = short_fold(text[:_LONGEST_MARK])
    if plain.startswith(_note_starts()):
        return "note"
    if column not in frame.columns["name"]:
        return _elsewhere(frame, row, column, text)
    merge = frame.sheet.merge_at(row, column)
    wide = merge is not None and merge.right > merge.left and merge.right > max(frame.columns["name"])
    alone = len(frame.header.columns) > 1
    if alone and heads_department(text):
        return "section"
    if alone and (wide or plain.startswith(_section_starts()) or plain.endswith(_section_ends())):
        return "note" if text.rstrip().endswith("。") else "section"
    if alone and column != frame.name_column():
        return "section"
    return "note" if alone and text.rstrip().endswith("。") else None


def _elsewhere(frame: Frame, row: int, column: int, text: str) -> RowKind | None:
    """One cell outside the names: what is mapped says something of the row; left of the names it heads a group."""
    mapped = {place for field, columns in frame.columns.items() for place in columns}
    if frame.sheet.at(row, frame.name_column()) is not None:
        return None
    if column < frame.name_column() and not text.isdecimal():
        return "section"
    return None if column in mapped else "note"


@cache
def _note_starts() -> tuple[str, ...]:
    return tuple(map(fold, words().rows.note_starts))


@cache
def _section_starts() -> tuple[str, ...]:
    return tuple(map(fold, words().rows.section_starts))


@cache
def _section_ends() -> tuple[str, ...]:
    return tuple(map(fold, words().rows.section_ends))


def _of_several(frame: Frame, row: int, texts: dict[int, str], previous: RowKind) -> RowKind:
    """A measure has a name of its own; under a merged name the row goes on with the measure above."""
    if any(texts.get(column) for column in frame.columns["name"][:1]):
        return "measure"
    merge = frame.sheet.merge_at(row, frame.name_column())
    if merge and merge.top < row and merge.top >= frame.header.data:
        return "continued"
    if any(texts.get(column) for column in frame.columns["name"][1:]):
        return "measure"
    said = {field for field, columns in frame.columns.items() if any(texts.get(column) for column in columns)}
    follows = previous in ("measure", "continued") and said <= _ADDITIONS
    return "continued" if said and follows else "unnamed"
