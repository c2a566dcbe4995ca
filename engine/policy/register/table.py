"""Finds the header of a table on a sheet: which row it begins on, how many it has, what stands above each column."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.policy.register import limits
from engine.policy.register.grid import Sheet, text_of
from engine.policy.register.headings import Heading, heading, may_be_heading, says_only_unit, single

_ENOUGH_FIELDS = 3
_ROWS_BEYOND = 6
"""A row of that many fields is the header unless one of the next few rows has more."""
_MOSTLY = 0.6
_SHORT = 12
"""Headings in the midst of a table are looked for among texts of this length only: every row is asked."""


@dataclass(frozen=True)
class Header:
    """The header of a table; ``columns`` holds the headings by column."""

    first: int
    rows: int
    columns: dict[int, Heading]

    @property
    def data(self) -> int:
        """The row below it."""
        return self.first + self.rows

    @property
    def fields(self) -> set[str]:
        """Fields that the headings name."""
        return {str(heading.meaning.field) for heading in self.columns.values() if heading.meaning.field}


def find_header(sheet: Sheet) -> Header | None:
    """The header of the first table of measures on a sheet; None where there is none."""
    seed = _seed(sheet)
    if seed is None:
        return None
    header = header_from(sheet, seed)
    return header if _is_table(sheet, header) else None


def header_from(sheet: Sheet, seed: int) -> Header:
    """The header that a row belongs to, with the rows above and below that go with it."""
    first, last = seed, _last(sheet, seed)
    while first > 1 and last - first + 1 < limits.HEADER_ROWS and _heads(sheet, first - 1, first):
        first -= 1
    return header_at(sheet, first, last - first + 1)


def plain_header(sheet: Sheet) -> Header | None:
    """The first row of short texts with fuller rows below it: what may be a header though its words are not known."""
    for row in sheet.numbers[: limits.HEADER_SEARCH_ROWS]:
        texts = [value.strip() for value in sheet.rows[row].values() if isinstance(value, str)]
        whole = len(texts) == len(sheet.rows[row]) and len(set(texts)) == len(texts) >= _ENOUGH_FIELDS
        if whole and all(map(may_be_heading, texts)):
            # Where a name of measures is headed and yet was no table, it is a form: label, value, label, value.
            return None if any(single(text).field == "name" for text in texts) else header_at(sheet, row, 1)
    return None


def is_other_header(sheet: Sheet, row: int) -> bool:
    """Whether a row in the midst of a table names fields, a name of measures among them."""
    texts = [value.strip() for value in sheet.rows[row].values() if isinstance(value, str) and len(value) <= _SHORT]
    if len(texts) < _ENOUGH_FIELDS:
        return False
    found = [single(text) for text in texts]
    fields = {meaning.field for meaning in found if meaning.field and meaning.strength > 1}
    named = any(meaning.field == "name" and meaning.strength > 2 for meaning in found)
    return named and len(fields) >= _ENOUGH_FIELDS and len(found) * 2 > len(sheet.rows[row])


def header_at(sheet: Sheet, first: int, rows: int) -> Header:
    """The header that begins on a row and has so many; nothing is looked for."""
    parts: dict[int, list[str]] = {column: [] for column in range(1, sheet.width + 1)}
    last = first + rows - 1
    for row in range(first, last + 1):
        carried = ""
        for column in range(1, sheet.width + 1):
            text = text_of(sheet.at(row, column))
            if not text and carried and row < last and _below_has(sheet, row, last, column):
                # A group heading (予算額) whose cell is not merged, as in a CSV file, goes on to the right.
                text = carried
            carried = text
            parts[column].append(text[: limits.HEADING_CHARACTERS * 2])
    made = {column: heading(tuple(texts)) for column, texts in parts.items()}
    return Header(first, rows, {column: found for column, found in made.items() if found.parts})


def _below_has(sheet: Sheet, row: int, last: int, column: int) -> bool:
    return any(sheet.own(lower, column) is not None for lower in range(row + 1, last + 1))


def _seed(sheet: Sheet) -> int | None:
    """The row that names most fields, a name of measures among them."""
    best, most, at = None, 0, 0
    for place, row in enumerate(sheet.numbers[: limits.HEADER_SEARCH_ROWS]):
        fields = _fields(sheet, row)
        score = len(fields) + (2 if "name" in fields else 0)
        if fields and score > most:
            best, most, at = row, score, place
        if most >= _ENOUGH_FIELDS + 2 and place - at >= _ROWS_BEYOND:
            break
    return best


def _fields(sheet: Sheet, row: int) -> set[str]:
    texts = [value.strip() for value in sheet.rows[row].values() if isinstance(value, str)]
    return {str(found.field) for text in texts if (found := single(text)).field and found.strength > 1}


def _last(sheet: Sheet, first: int) -> int:
    """The last row of a header: as far as its cells are merged downwards, and rows that go on with it."""
    last = first
    for column, value in sheet.rows[first].items():
        merge = sheet.merge_at(first, column)
        if merge and merge.top == first and merge.bottom - first < limits.HEADER_ROWS and isinstance(value, str):
            last = max(last, merge.bottom)
    while last - first + 1 < limits.HEADER_ROWS and _goes_on(sheet, first, last + 1):
        last += 1
    return last


def _goes_on(sheet: Sheet, first: int, row: int) -> bool:
    """Whether a row consists of lower headings: short texts that say a field, a year or a unit, none below the name."""
    cells = sheet.rows.get(row, {})
    texts = {column: value.strip() for column, value in cells.items() if isinstance(value, str)}
    if not texts or len(texts) < len(cells) or not all(map(may_be_heading, texts.values())):
        return False
    if any(_is_name(sheet, first, column) for column in texts):
        return False
    upper = header_at(sheet, first, row - first + 1).columns
    grouped = {column for column in texts if _below_group(sheet, row, column)}
    said = sum(says_only_unit(text) or c in grouped or upper[c].meaning.known for c, text in texts.items())
    lower = sum(says_only_unit(text) or c in grouped or single(text).known for c, text in texts.items())
    return said >= len(texts) * _MOSTLY and lower >= len(texts) * _MOSTLY


def _below_group(sheet: Sheet, row: int, column: int) -> bool:
    """Whether the cell above spans several columns: then this is one of its parts."""
    merge = sheet.merge_at(row - 1, column)
    return merge is not None and merge.right > merge.left and merge.bottom == row - 1


def _is_name(sheet: Sheet, row: int, column: int) -> bool:
    return single(text_of(sheet.at(row, column))).field == "name"


def _heads(sheet: Sheet, row: int, first: int) -> bool:
    """Whether a row above consists of group headings: it spans some of the columns, or names fields itself."""
    cells = sheet.rows.get(row, {})
    texts = {column: value.strip() for column, value in cells.items() if isinstance(value, str)}
    if not texts or len(texts) < len(cells) or not all(map(may_be_heading, texts.values())):
        return False
    width = max(sheet.rows.get(first, {0: ""})) - min(sheet.rows.get(first, {0: ""})) + 1
    spans = [m for c in texts if (m := sheet.merge_at(row, c)) and m.right > m.left and m.bottom == row]
    grouped = any(merge.right - merge.left + 1 <= width * 0.8 and single(texts[merge.left]).known for merge in spans)
    # A title and the unit beside it are no headings, though a title may speak of the budget.
    told = [text for text in texts.values() if not says_only_unit(text)]
    return grouped or (len(told) > 1 and any(single(text).field for text in told))


def _is_table(sheet: Sheet, header: Header) -> bool:
    """A header needs a column of names, and below it names: not further headings, as in a form or a legend."""
    names = [c for c, found in header.columns.items() if found.meaning.field == "name"]
    if not names:
        return len(header.fields) >= _ENOUGH_FIELDS
    below = [text for column in names for text in _below(sheet, header, column)]
    # Names may hold the word of a heading (〇〇事業費); only what is just that is one.
    headings = sum(single(text).strength >= 3 for text in below)
    return headings <= len(below) / 3 and (len(header.fields) > 1 or len(below) > 1)


def _below(sheet: Sheet, header: Header, column: int) -> Iterator[str]:
    """The first texts below a heading."""
    for taken, row in enumerate(sheet.from_row(header.data)):
        if taken >= 8:
            return
        if text := text_of(sheet.own(row, column)):
            yield text
