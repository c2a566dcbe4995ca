"""Parts a table printed in two halves, left and right, under the same headings once more."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from engine.policy.register.grid import Sheet
from engine.policy.register.headings import neutral
from engine.policy.register.rows import Frame
from engine.policy.register.table import Header

_FEWEST = 2
"""Headings in one half; a single one twice is a heading over two columns."""
_TRIED = 8
"""Places at which the first heading may stand again: more are no halves of anything printed."""


@dataclass(frozen=True, slots=True)
class _Halves:
    """The column of the first heading, how many columns further it stands again, and how often."""

    left: int
    shift: int
    times: int


def left_half(sheet: Sheet, header: Header) -> tuple[Sheet, Header]:
    """Sheet and header without what stands to the right under the same headings; as they are where nothing does."""
    halves = _halves(header)
    if halves is None:
        return sheet, header
    below = halves.left + halves.shift
    return _within(sheet, 1, below), replace(header, columns={c: h for c, h in header.columns.items() if c < below})


def halves(frame: Frame) -> Iterator[Frame]:
    """The frames of the halves, from the left, each with its columns; the frame itself where there are none."""
    found = _halves(frame.header)
    if found is None or max(choice.column for choice in frame.layout.columns) >= found.left + found.shift:
        yield frame
        return
    for n in range(found.times):
        first = found.left + n * found.shift if n else 1
        below = found.left + (n + 1) * found.shift if n + 1 < found.times else frame.sheet.width + 1
        moved = (one.model_copy(update={"column": one.column + n * found.shift}) for one in frame.layout.columns)
        layout = frame.layout.model_copy(update={"columns": tuple(moved)})
        yield replace(Frame.of(_within(frame.sheet, first, below), layout), until=frame.until)


def _within(sheet: Sheet, first: int, below: int) -> Sheet:
    kept = ((row, {c: value for c, value in cells.items() if first <= c < below}) for row, cells in sheet.rows.items())
    return replace(sheet, rows={row: cells for row, cells in kept if cells})


def _halves(header: Header) -> _Halves | None:
    """The headings of one half stand there again in the same order, a name of measures among them."""
    keys = {column: neutral(heading.text) for column, heading in header.columns.items()}
    left = min(keys, default=0)
    again = (column for column, key in keys.items() if column > left and key == keys[left])
    for shift in (column - left for column in islice(again, _TRIED)):
        half = [column for column in keys if column < left + shift]
        named = any(header.columns[column].meaning.field == "name" for column in half)
        times = 1
        while all(keys.get(column + times * shift) == keys[column] for column in half):
            times += 1
        if named and times > 1 and len({keys[column] for column in half}) == len(half) >= _FEWEST:
            return _Halves(left, shift, times)
    return None
