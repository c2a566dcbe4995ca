"""The document of two gap checks side by side, and the part of a report that says what changed since the last one."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from engine.interview.visible import flowing
from engine.model.book import Book
from engine.model.gap_comparison import EntryChange, FindingChange, FindingKept, GapComparison, GapSide, Turn
from engine.model.gaps import GapFinding
from engine.model.text import Lang
from engine.report.blocks import Block, Bullets, Document, Heading, KeyValue, Line, Note, Paragraph, Table
from engine.report.dates import fiscal_year_in_words
from engine.report.gaps.comparison_entries import Entries
from engine.report.gaps.comparison_words import REASON, word
from engine.report.gaps.labels import COVERAGE, KIND
from engine.report.words import LABEL

_GAPS = ("missing", "repair")
_TURNS: tuple[Turn, ...] = ("added", "gone", "ended", "changed")


def comparison_document(book: Book, comparison: GapComparison, lang: Lang) -> Document:
    """The comparison as a document of its own."""
    said = _Comparison(book, comparison, lang)
    blocks = (Heading(1, said.title), *said.blocks(2))
    return Document(lang, blocks, said.title, said.title, (said.footer,), comparison.after.as_of)


def comparison_part(book: Book, comparison: GapComparison, lang: Lang) -> tuple[str, list[Block]]:
    """The same as a part of a report: its title, and the rest with headings of the third level."""
    said = _Comparison(book, comparison, lang)
    return said.title, list(said.blocks(3))


def comparison_line(book: Book, comparison: GapComparison, lang: Lang) -> Line:
    """The same in one line, for the first page."""
    return _Comparison(book, comparison, lang).line()


class _Comparison:
    """The words and tables of one comparison."""

    def __init__(self, book: Book, comparison: GapComparison, lang: Lang) -> None:
        self.book = book
        self.of = comparison
        self.lang: Lang = lang
        self.sides = _sides(comparison, lang)
        self.title = self.say(f"title_{comparison.relation}")
        self.footer = self.say(
            "footer", comparison.before.digest, comparison.after.digest, comparison.knowledge_version
        )

    def say(self, name: str, /, *values: object, **named: object) -> str:
        return word(name, self.lang, *values, a=self.sides[0], b=self.sides[1], **named)

    def related(self, name: str) -> str:
        """A word that reads otherwise over the years than across clusters."""
        return self.say(f"{name}_{self.of.relation}")

    def blocks(self, level: int) -> Iterator[Block]:
        """All of it below the title; ``level``: of its headings."""
        if self.of.same:
            yield Paragraph(Line(self.say("same")))
            return
        if self.of.verdict_changed:
            yield Note(Line(self.related("turned")))
        yield KeyValue((self.line(),))
        yield Table((self.say("item"), *self.sides), tuple(self._figures()))
        yield Heading(level, self.say("findings"))
        yield from self._findings()
        yield Heading(level, self.related("entries"))
        yield from self._entries()
        if self.of.coverage:
            yield Heading(level, self.say("coverage"))
            yield from self._coverage()

    def line(self) -> Line:
        kept = [one.finding for one in self.of.remaining]
        closed, new = ([one.finding for one in found] for found in (self.of.closed, self.of.new))
        told = self.say(
            "line",
            closed=len(closed),
            new=len(new),
            remaining=len(kept),
            gaps_before=_gaps(kept) + _gaps(closed),
            gaps_after=_gaps(kept) + _gaps(new),
        )
        label = "line_label" if self.of.relation == "years" else "in_short"
        if self.of.relation == "clusters":
            parts = (("closed", closed), ("new", new), ("remaining", kept))
            told = self.list(f"{self.related(name)} {self.say('count', len(found))}" for name, found in parts)
        return Line(told, label=self.say(label))

    def list(self, parts: Iterable[str]) -> str:
        return ("、" if self.lang == "ja" else ", ").join(parts)

    def _figures(self) -> Iterator[tuple[str, str, str]]:
        a, b = self.of.before, self.of.after
        rows = {
            "cluster": [self._cluster(side) for side in (a, b)],
            "register": [flowing(side.register_name) for side in (a, b)],
            "year": [self._year(side) for side in (a, b)],
            "verdict": [self._label(side) for side in (a, b)],
            "places": [self.list(_places(side)) for side in (a, b)],
            "measures": [str(side.measures) for side in (a, b)],
            "running": [str(side.running) for side in (a, b)],
            "budget": [self._budget(side) for side in (a, b)],
            "mapped": [f"{side.confirmed} / {side.suggested} / {side.open}" for side in (a, b)],
        }
        if self.of.relation == "years" and rows["cluster"][0] == rows["cluster"][1]:
            del rows["cluster"]
        return ((self.say(name), first, second) for name, (first, second) in rows.items())

    def _cluster(self, side: GapSide) -> str:
        return flowing((self.lang == "en" and side.cluster.name_en) or side.cluster.name)

    def _year(self, side: GapSide) -> str:
        year = side.fiscal_year
        return fiscal_year_in_words(date(year, 4, 1), self.lang) if year else self.say("not_given")

    def _label(self, side: GapSide) -> str:
        return LABEL[side.label].get(self.lang) if side.label in LABEL else side.label

    def _budget(self, side: GapSide) -> str:
        return self.say("not_given") if side.budget is None else self.say("budget_is", side.budget, side.budgeted)

    def _findings(self) -> Iterator[Block]:
        groups: dict[str, Sequence[FindingChange | FindingKept]] = {
            "closed": self.of.closed,
            "new": self.of.new,
            "remaining": self.of.remaining,
        }
        for name, found in groups.items():
            yield Paragraph(Line(self.say("count", len(found)), label=self.related(name)))
            if found:
                yield Bullets(tuple(self._lines(found)))

    def _lines(self, found: Sequence[FindingChange | FindingKept]) -> Iterator[Line]:
        """A line for each; those that serve none, of which there are many, share one for each reason."""
        together: dict[str, list[str]] = {}
        for one in found:
            if one.finding.kind == "orphan":
                together.setdefault(self._why(one), []).extend(map(flowing, one.names))
            else:
                text = flowing(one.finding.text.get(self.lang)) + self._why(one)
                yield Line(text, label=KIND[one.finding.kind].get(self.lang))
        for why, names in together.items():
            count = self.say("count", len(names))
            yield Line(f"{count} {self.list(names)}{why}", label=KIND["orphan"].get(self.lang))

    def _why(self, one: FindingChange | FindingKept) -> str:
        if isinstance(one, FindingKept):
            return ""
        why = self.list(REASON[reason].get(self.lang) for reason in one.reasons)
        return f"（{why}）" if self.lang == "ja" else f" ({why})"

    def _entries(self) -> Iterator[Block]:
        entries = Entries(self.book, self.lang)
        by_turn: dict[Turn, list[EntryChange]] = {turn: [] for turn in _TURNS}
        for change in self.of.entries:
            by_turn[change.turn].append(change)
        if self.of.relation == "clusters":
            yield Paragraph(Line(self.say("entries_only", len(by_turn.pop("gone")), len(by_turn.pop("added")))))
        for turn, found in by_turn.items():
            if found:
                yield entries.table(turn, found)
        yield Paragraph(Line(self.say("alike", self.of.entries_alike)))

    def _coverage(self) -> Iterator[Block]:
        rows = []
        for one in self.of.coverage:
            title = f"{self.book.measures[one.measure].title.get(self.lang)} ({one.type})"
            states = [COVERAGE[c].get(self.lang) if c else self.say("outside") for c in (one.before, one.after)]
            rows.append((f"* {title}" if one.differs else title, *states))
        yield Table((self.say("measure"), *self.sides), tuple(rows))
        yield Paragraph(Line(self.say("coverage_note")))


def _sides(of: GapComparison, lang: Lang) -> tuple[str, str]:
    """What the two are called, never alike: before and now, or the clusters by their names."""
    if of.relation == "years":
        return word("before", lang), word("now", lang)
    names = [flowing((lang == "en" and side.cluster.name_en) or side.cluster.name) for side in (of.before, of.after)]
    return (names[0], names[1]) if names[0] != names[1] else (word("first", lang), word("second", lang))


def _places(side: GapSide) -> Sequence[str]:
    return [f"{one.type}: {one.low}" + (f"-{one.high}" if one.high != one.low else "") for one in side.places]


def _gaps(findings: Sequence[GapFinding]) -> int:
    return sum(finding.kind in _GAPS for finding in findings)
