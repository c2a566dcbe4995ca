"""Cuts the text of a CSV file into cells, and goes on after lines whose quotation marks are wrong."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.model.problem import Place, Problem
from engine.policy.register import limits, notices
from engine.policy.register.csv_text import decode
from engine.policy.register.grid import Opened, Rows, Sheet, Value

_QUOTED = re.compile('"[^"]*"')
_SAMPLE_LINES = 50
_SAMPLE_CHARACTERS = 200_000


@dataclass
class _Cut:
    """The rows so far, and what went wrong."""

    where: Place
    delimiter: str
    rows: Rows = field(default_factory=dict)
    cells: int = limits.CELLS
    open_quotes: list[int] = field(default_factory=list)
    beyond: bool = False
    too_long: bool = False
    stopped: int | None = None


def open_csv(data: bytes, name: str, where: Place) -> Opened:
    """The one sheet of a CSV file; a row of it is a record, numbered by the line it starts on.

    Raises:
        ShusekiError: empty, no text, or in no encoding that is read.
    """
    text, encoding, told = decode(data, where)
    lines = text.splitlines(keepends=True) if "\x85" not in text else re.findall(r"[^\n]*\n|[^\n]+", text)
    cut = _Cut(where, delimiter_of(text))
    _read(lines, cut)
    told += _told(cut)
    return Opened(name=name, kind="csv", sheets=(Sheet("", cut.rows),), notices=tuple(told), encoding=encoding)


def delimiter_of(text: str) -> str:
    """Comma, tab or semicolon: tabs and semicolons only where most lines have them."""
    sample = text[:_SAMPLE_CHARACTERS]
    lines = [line for line in _QUOTED.sub("", sample).splitlines()[:_SAMPLE_LINES] if line.strip()]
    most = len(lines) * 0.6
    having = {mark: sum(mark in line for line in lines) for mark in ",;\t"}
    if lines and having["\t"] >= most and having["\t"] * 2 > having[","]:
        return "\t"
    return ";" if lines and having[";"] >= most and having[";"] > having[","] else ","


def _read(lines: list[str], cut: _Cut) -> None:
    """Record by record; where a quotation mark stays open, that line is taken as it is and reading goes on below."""
    at = 0
    while at < len(lines) and cut.stopped is None:
        at = _read_from(lines, at, cut)


def _read_from(lines: list[str], first: int, cut: _Cut) -> int:
    """Read until something is wrong; the line to go on with."""
    done = first
    reader = csv.reader(_bounded(lines, first), delimiter=cut.delimiter, strict=True)
    while cut.stopped is None:
        try:
            record = next(reader)
        except StopIteration:
            return len(lines)
        except csv.Error:
            _keep_plain(lines[done], done + 1, cut)
            return done + 1
        last = first + reader.line_num
        if last - done > limits.LINES_IN_A_CELL:
            _keep_plain(lines[done], done + 1, cut)
            return done + 1
        _keep(record, done + 1, cut)
        done = last
    return done


def _bounded(lines: list[str], first: int) -> Iterator[str]:
    return iter(lines[first:] if first else lines)


def _keep_plain(line: str, number: int, cut: _Cut) -> None:
    """A line whose quotation marks are wrong: as a lenient reader takes it if that stays within the line."""
    try:
        record = next(csv.reader([line], delimiter=cut.delimiter))
    except (csv.Error, StopIteration):
        record = line.rstrip("\r\n").split(cut.delimiter, limits.COLUMNS + 1)
    if '"' in line and (line.count('"') % 2 or any("\n" in cell for cell in record)):
        record = line.rstrip("\r\n").split(cut.delimiter, limits.COLUMNS + 1)
        cut.open_quotes.append(number)
    _keep(record, number, cut)


def _keep(record: list[str], number: int, cut: _Cut) -> None:
    cells: dict[int, Value] = {}
    for column, text in enumerate(record, start=1):
        plain = text.strip()
        if not plain:
            continue
        if column > limits.COLUMNS:
            cut.beyond = True
            break
        if len(plain) > limits.CELL_CHARACTERS:
            plain, cut.too_long = plain[: limits.CELL_CHARACTERS], True
        cells[column] = plain
    if not cells:
        return
    cut.cells -= len(cells)
    if cut.cells < 0 or len(cut.rows) >= limits.ROWS:
        cut.stopped = number
        return
    cut.rows[number] = cells


def _told(cut: _Cut) -> Iterator[Problem]:
    for line in cut.open_quotes[:10]:
        yield notices.quote_open(cut.where, line)
    if cut.stopped is not None:
        yield notices.rows_left(cut.where, "", cut.stopped)
    if cut.beyond:
        yield notices.columns_left(cut.where, "")
    if cut.too_long:
        yield notices.text_cut(cut.where)
