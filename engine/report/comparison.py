"""Two consultations side by side: verdicts, why they differ, answers, measures, and what else is not alike."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from engine.assess.words import PRIORITY, STANDING, STATUS, TIMING
from engine.interview.visible import visible
from engine.model.answers import Consultation
from engine.model.book import Book
from engine.model.comparison import AnswerDifference, Comparison, Given, MeasureDifference, Placing, Side, Standing
from engine.model.text import Lang
from engine.report import comparison_causes, words
from engine.report.blocks import Block, Bullets, Document, Heading, KeyValue, Line, Paragraph, Table
from engine.report.comparison_words import SIDES, word
from engine.report.dates import in_words
from engine.report.phrases import Phrases, ours
from engine.report.reservations import reservation

_KINDS = {
    ("value", "value"): "other_value",
    ("dont_know", "value"): "unknown_a",
    ("value", "dont_know"): "unknown_b",
}
_ORDER = ("other_value", "unknown_a", "unknown_b", "only_a", "only_b", "confidence")


def compared(book: Book, comparison: Comparison, lang: Lang, sides: tuple[str, str] = SIDES) -> Document:
    """The whole comparison; one line where there is nothing to compare. ``sides``: what the two are called."""
    if comparison.same:
        return Document(lang, (Paragraph(Line(word("same", lang))),))
    return Document(lang, tuple(_Report(book, comparison, lang, sides).blocks()))


def changed(book: Book, comparison: Comparison, lang: Lang) -> Document:
    """In short what a scenario (B) changes: its answers, the verdict, how many measures."""
    if not comparison.answers:
        return Document(lang, (Paragraph(Line(word("no_change", lang))),))
    return Document(lang, tuple(_Report(book, comparison, lang).short()))


class _Report:
    """One comparison in one language."""

    def __init__(self, book: Book, comparison: Comparison, lang: Lang, sides: tuple[str, str] = SIDES) -> None:
        self.book = book
        self.comparison = comparison
        self.lang = lang
        self.sides = sides
        self.say = Phrases(book, Consultation(cluster=comparison.a.cluster, as_of=comparison.a.as_of), lang)

    def word(self, name: str, *values: object) -> str:
        return word(name, self.lang, *values, sides=self.sides)

    def blocks(self) -> Iterator[Block]:
        names = " / ".join(self._name(side) for side in (self.comparison.a, self.comparison.b))
        yield Heading(1, self.say.pair(self.word("title"), names))
        both = zip(self.sides, (self.comparison.a, self.comparison.b), strict=True)
        yield KeyValue(tuple(self._about(name, side) for name, side in both))
        yield from self._verdicts()
        yield from comparison_causes.blocks(self.say, self.comparison, self.sides)
        parts = {name: tuple(getattr(self, f"_{name}")()) for name in ("answers", "factors", "measures", "directions")}
        parts["cautions"] = tuple(self._cautions())
        for name, part in parts.items():
            if part:
                yield Heading(2, self.word(name))
                yield from part
        if missing := [self.word(name) for name, part in parts.items() if not part]:
            yield KeyValue((Line(self.say.list(missing), label=self.word("no_difference")),))
        a, b = self.comparison.a, self.comparison.b
        yield Paragraph(Line(self.word("last", a.digest, b.digest, self.comparison.knowledge_version)))

    def short(self) -> Iterator[Block]:
        yield Heading(2, self.word("changes"))
        yield Bullets(tuple(Line(comparison_causes.turned(self.say, d, reason=True)) for d in self.comparison.answers))
        rows = [row for row in self._rows() if row[1] != row[2]]
        lines = [Line(self.word("becomes", a, b), label=name) for name, a, b in rows]
        counts = [len(group) for group in self._measure_groups().values()]
        come, go, other = counts[1], counts[0], counts[2]
        yield KeyValue((*lines, Line(self.word("measures_count", come, go, other), label=self.word("measures"))))

    def _name(self, side: Side) -> str:
        name = visible((self.lang == "en" and side.cluster.name_en) or side.cluster.name)
        scenario = self.say.bracket(self.word("scenario", visible(side.scenario))) if side.scenario else ""
        return name + scenario

    def _about(self, called: str, side: Side) -> Line:
        counts = [self.word("answered", side.answered)]
        counts += [self.word("dont_know_count", side.dont_know)] if side.dont_know else []
        about = self.say.list([self.word("as_of", in_words(side.as_of, self.lang)), *counts])
        return Line(self._name(side) + self.say.bracket(about), label=called)

    def _verdicts(self) -> Iterator[Block]:
        yield Heading(2, self.word("verdicts"))
        rows = tuple((f"* {name}" if a != b else name, a, b) for name, a, b in self._rows())
        yield Table((self.word("item"), *self.sides), rows)
        yield Paragraph(Line(self.word("differing_rows"), ours(self.book.viewpoints.values())))

    def _rows(self) -> Iterator[tuple[str, str, str]]:
        a, b = self.comparison.a, self.comparison.b
        yield (self.word("type"), self._type(a), self._type(b))
        if "out_of_scope" not in (a.kind, b.kind):
            for x, y in zip(a.support, b.support, strict=True):
                yield (self.word("support", x.type), _signed(x.total), _signed(y.total))
        for phase in self.comparison.phases:
            yield (self.word("place", phase.type), self._place(phase.a), self._place(phase.b))
        yield (self.word("risk"), self.say.say(words.RISK[a.risk]), self.say.say(words.RISK[b.risk]))

    def _type(self, side: Side) -> str:
        if side.kind in ("undetermined", "out_of_scope"):
            return self.say.label(side.label)
        return self.say.label(side.label) + self.say.bracket(self.word("settled" if side.settled else "open"))

    def _place(self, standing: Standing) -> str:
        return comparison_causes.place(self.say, standing) if standing.shown else self.word("not_shown")

    def _answers(self) -> Iterator[Block]:
        kinds = sorted(self.comparison.answers, key=lambda d: _ORDER.index(_kind(d)))
        for kind, found in groupby(kinds, key=_kind):
            yield Heading(3, self.word(kind))
            rows = tuple((self.say.question(d.question), self._given(d, d.a), self._given(d, d.b)) for d in found)
            yield Table((self.word("question"), *self.sides), rows)

    def _given(self, difference: AnswerDifference, given: Given) -> str:
        text = comparison_causes.given(self.say, difference.question, given)
        if difference.a.state != difference.b.state or difference.weighs or given.confidence is None:
            return text
        return text + self.say.bracket(self.word(given.confidence.value))

    def _factors(self) -> Iterator[Block]:
        if factors := self.comparison.factors:
            rows = tuple((self.say.phase(f.phase), *(self.say.say(STATUS[s]) for s in (f.a, f.b))) for f in factors)
            yield Table((self.say.word("phase"), *self.sides), rows)

    def _measures(self) -> Iterator[Block]:
        for name, group in self._measure_groups().items():
            if group:
                yield Heading(3, self.word(name))
                one_sided = name != "measures_both"
                only = {"measures_a": self.sides[:1], "measures_b": self.sides[1:]}
                header = only.get(name, self.sides)
                rows = tuple((self._measure(m), *self._placings(m, both=not one_sided)) for m in group)
                yield Table((self.word("measure"), *header), rows)
        if self.comparison.measures:
            yield Paragraph(Line(self.word("measures_alike", self.comparison.measures_alike)))

    def _measure_groups(self) -> dict[str, list[MeasureDifference]]:
        found = self.comparison.measures
        return {
            "measures_a": [m for m in found if m.b is None],
            "measures_b": [m for m in found if m.a is None],
            "measures_both": [m for m in found if m.a is not None and m.b is not None],
        }

    def _measure(self, difference: MeasureDifference) -> str:
        return comparison_causes.measure(self.say, difference.measure)

    def _placings(self, difference: MeasureDifference, *, both: bool) -> Sequence[str]:
        sides = (difference.a, difference.b)
        return [self._placing(side) for side in sides if both or side is not None]

    def _placing(self, placing: Placing | None) -> str:
        if placing is None:
            return ""
        parts = (TIMING[placing.timing], PRIORITY[placing.priority], STANDING[placing.status])
        return ("・" if self.lang == "ja" else ", ").join(self.say.say(part) for part in parts)

    def _directions(self) -> Iterator[Block]:
        if directions := self.comparison.directions:
            titles = {d.direction: self.book.national_directions[d.direction].title for d in directions}
            rows = tuple(
                (self.say.say(titles[d.direction]), *(self.say.say(words.RELEVANCE[r]) for r in (d.a, d.b)))
                for d in directions
            )
            yield Table((self.word("direction"), *self.sides), rows)

    def _cautions(self) -> Iterator[Block]:
        sides = (("in_a", self.comparison.cautions_a), ("in_b", self.comparison.cautions_b))
        lines = [
            replace(reservation(self.say, caution), label=self.word(name)) for name, found in sides for caution in found
        ]
        if lines:
            yield Bullets(tuple(lines))


def _kind(difference: AnswerDifference) -> str:
    states = difference.a.state, difference.b.state
    if states[0] == states[1] and not difference.weighs:
        return "confidence"
    if "not_asked" in states:
        return "only_b" if states[0] == "not_asked" else "only_a"
    return _KINDS[states]


def _signed(points: int) -> str:
    return f"{points:+d}" if points else "0"


def verdict_rows(book: Book, comparison: Comparison, lang: Lang) -> tuple[tuple[str, str, str], ...]:
    """Type, support, phases and risk of both: what it is, in A, in B."""
    return tuple(_Report(book, comparison, lang)._rows())


def measure_rows(book: Book, comparison: Comparison, lang: Lang) -> tuple[tuple[MeasureDifference, str, str], ...]:
    """The measures that come, go or are placed otherwise, with their placing in A and in B (empty: none)."""
    report = _Report(book, comparison, lang)
    return tuple((one, report._placing(one.a), report._placing(one.b)) for one in comparison.measures)
