"""The summary of a batch as a workbook, written line by line: what was written is not held in memory."""

import io
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime

import xlsxwriter

from engine.model.book import Book
from engine.model.gap_batch import BatchLine, BatchResult, CoverageOf
from engine.model.gap_comparison import PlaceOfType
from engine.model.problem import Problem
from engine.model.rules import GapKind
from engine.model.text import Lang
from engine.report.gaps.batch_words import word
from engine.report.gaps.labels import COVERAGE, KIND, STANDING
from engine.report.words import LABEL, RELEVANCE
from engine.report.xlsx_sheet import Cell, Column, Sheet
from engine.report.xlsx_write import Page, Writer

KINDS: tuple[GapKind, ...] = (
    "missing",
    "repair",
    "unconfirmed",
    "thin",
    "doubled",
    "ahead",
    "orphan",
    "differs",
    "unlisted",
)
_FIRST = 3
_DUE = ("now", "repair")
_STATES = ("there", "suggested", "ended", "missing", "none")


class SummaryWorkbook:
    """A workbook with a row for each municipality; ``add`` in the order wanted, then ``finished``."""

    def __init__(self, book: Book, lang: Lang) -> None:
        """Begin it."""
        self._book = book
        self._lang: Lang = lang
        self._made = io.BytesIO()
        self._last: date | None = None
        self._totals: dict[str, Counter[str]] = defaultdict(Counter)
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._file = xlsxwriter.Workbook(self._made, options)
        self._writer = Writer(self._file, lang, self._say("title"), self._say("footer", book.version))
        self._summary = self._page("summary", tuple(self._headings()))
        self._matrix = self._page("matrix", (self._column("name", 24), *(self._of_measure())))
        self._problems = self._page("problems", tuple(self._of_problems()))

    def _say(self, name: str, *values: object) -> str:
        return word(name, self._lang, *values)

    def _page(self, name: str, columns: tuple[Column, ...]) -> Page:
        """A sheet whose columns are as wide as they are said to be: what will stand in them is not known yet."""
        sheet = Sheet(self._say(f"s_{name}"), self._say("title"), columns, (), (self._say(f"{name}_note"),))
        return Page(self._writer, sheet, [column.most for column in columns])

    def _column(self, name: str, width: int, *values: object) -> Column:
        return Column(self._say(name, *values), width)

    def _headings(self) -> Iterator[Column]:
        for name, width in (("name", 24), ("code", 12), ("industry", 20), ("type", 10), ("phase", 16), ("settled", 9)):
            yield self._column(name, width)
        yield self._column("year", 9)
        yield self._column("measures", 9)
        yield from (Column(STANDING[one].get(self._lang), 10) for one in ("confirmed", "suggested", "open"))
        yield from (Column(KIND[kind].get(self._lang), 10) for kind in KINDS)
        yield from (self._column("first", 26, n + 1) for n in range(_FIRST))
        for item in self._book.national_directions.values():
            yield self._column("direction", 26, item.order, item.title.get(self._lang))
        yield self._column("unread", 10)
        yield self._column("file", 24)
        yield self._column("register", 24)

    def _of_measure(self) -> Iterator[Column]:
        for measure in self._book.measures.values():
            yield Column(f"{measure.id} {measure.title.get(self._lang)}", 14)

    def _of_problems(self) -> Iterator[Column]:
        for name, width in (
            ("file", 24),
            ("register", 24),
            ("severity", 12),
            ("what", 50),
            ("remedy", 50),
            ("where", 40),
        ):
            yield self._column(name, width)

    def add(self, result: BatchResult) -> None:
        """A municipality, or why it could not be checked."""
        if result.line is not None:
            self._summary.add(tuple(self._row(result.line, result)))
            self._matrix.add((result.line.name, *self._states(result.line)))
        for problem in result.problems:
            self._problem(problem, result)

    def note(self, problem: Problem) -> None:
        """A Problem of the whole batch."""
        self._problem(problem, BatchResult(entry=""))

    def _problem(self, problem: Problem, of: BatchResult) -> None:
        told = (problem.what.get(self._lang), problem.remedy.get(self._lang), str(problem.where))
        self._problems.add((of.entry, of.register_file, self._say(problem.severity.value), *told))

    def _row(self, line: BatchLine, result: BatchResult) -> Iterator[Cell]:
        yield from (
            line.name,
            "\n".join(line.area),
            line.industry,
            LABEL[line.label].get(self._lang) if line.label in LABEL else line.label,
        )
        yield "\n".join(map(_place, line.places))
        yield self._say("is_settled" if line.settled else "is_open")
        yield from (line.fiscal_year, line.measures, line.confirmed, line.suggested, line.open)
        yield from (line.findings.get(kind, 0) for kind in KINDS)
        named = [m.title.get(self._lang) + (self._say("to_check") if m.tentative else "") for m in line.first_missing]
        yield from (*named, *[""] * (_FIRST - len(named)))
        stands = {one.direction: one for one in line.directions}
        for direction in self._book.national_directions:
            one = stands.get(direction)
            yield (
                self._say("direction_is", RELEVANCE[one.relevance].get(self._lang), one.does, one.missing)
                if one
                else ""
            )
        yield from (line.unread, result.entry, result.register_file)

    def _states(self, line: BatchLine) -> Iterator[Cell]:
        states = {one.measure: _state(one) for one in line.coverage}
        for measure in self._book.measures:
            state = states.get(measure)
            self._totals[measure][state or "outside"] += 1
            yield self._state(state) if state else ""

    def _state(self, state: str) -> str:
        return COVERAGE[state].get(self._lang) if state in ("there", "suggested", "ended") else self._say(state)  # type: ignore[index]

    def finished(self, as_of: date) -> bytes:
        """The whole file; ``as_of`` is the day it tells as that of its making."""
        for page in (self._summary, self._matrix, self._problems):
            page.end()
        self._sums().end()
        moment = datetime(as_of.year, as_of.month, as_of.day, 12)
        self._file.set_properties({"title": self._say("title"), "author": "Shuseki", "created": moment})
        self._file.close()
        return self._made.getvalue()

    def _sums(self) -> Page:
        """For each generic measure the number of municipalities in each state."""
        heads = (*(self._state(one) for one in _STATES), self._say("outside"))
        columns = (self._column("id", 18), self._column("measure", 40), *(Column(head, 12) for head in heads))
        page = self._page("totals", columns)
        for measure in self._book.measures.values():
            counts = self._totals[measure.id]
            page.add((measure.id, measure.title.get(self._lang), *(counts[one] for one in (*_STATES, "outside"))))
        return page


def _place(place: PlaceOfType) -> str:
    """Where work stands, such as ``A-2: 1-2``."""
    return f"{place.type}: {place.low}" + (f"-{place.high}" if place.high != place.low else "")


def _state(one: CoverageOf) -> str:
    """What of a generic measure is there; that nothing is, is a lack only where it is due."""
    if one.coverage != "nothing":
        return one.coverage
    return "missing" if one.timing in _DUE else "none"
