"""The words of one gap check: names of existing measures made safe to show, facts of the register as sentences."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from engine.interview.visible import flowing
from engine.model.answers import Consultation
from engine.model.assessment import Assessment, Because, Fact, FactorStatus
from engine.model.book import Book
from engine.model.gaps import DirectionCheck, GapCheck, GapFinding
from engine.model.knowledge import Item
from engine.model.register import ExistingMeasure, Mapping, Register
from engine.model.rules import Stage
from engine.model.text import Basis, Lang
from engine.report import words
from engine.report.blocks import Line, Source
from engine.report.dates import fiscal_year_in_words
from engine.report.gaps.labels import RESTS_ON
from engine.report.gaps.words import word as gap_word
from engine.report.phrases import Phrases

_MOST_NAMES = 3


class GapPhrases(Phrases):
    """The words of one check, in one language. ``public``: what a version for the public leaves out is left out."""

    def __init__(
        self,
        book: Book,
        consultation: Consultation,
        assessment: Assessment,
        lang: Lang,
        register: Register,
        mapping: Mapping,
        check: GapCheck,
        *,
        public: bool = False,
        places: tuple[str, ...] = (),
    ) -> None:
        super().__init__(book, consultation, lang, places)
        self.assessment = assessment
        self.register = register
        self.mapping = mapping
        self.check = check
        self.public = public

    def gap(self, name: str, /, *values: object, **named: object) -> str:
        """One of the words of the gap check."""
        return gap_word(name, self.lang, *values, **named)

    def fact(self, fact: Fact) -> str:
        """A fact as a sentence; one of the register in the words that the book has for it."""
        if fact.origin != "register":
            return super().fact(fact)
        declared = self.book.gap_facts.get(fact.key.partition("/")[0])
        if declared is None:
            return self.pair(fact.key, str(fact.value))
        return self.pair(self.say(declared.text), self.say(declared.said(fact.value)))

    def reason(self, because: Because, about: Item | None = None) -> Line:
        """A reason: the rule in words; under it the facts it stood on and, where we judge, what we think."""
        told = super().reason(because, about)
        rule = self.book.gap_rule.get(because.rule)
        if rule is None or rule.reason is None:
            return told
        thought = Line(self.pair(self.gap("thought"), self.say(rule.reason)), Source(Basis.JUDGEMENT))
        return Line(told.text, told.source, (*told.below, thought), told.label)

    @cached_property
    def factors(self) -> tuple[FactorStatus, ...]:
        """The key factors of the types in question."""
        return tuple(factor for verdict in self.assessment.phases for factor in verdict.factors)

    @cached_property
    def _served(self) -> dict[str, tuple[str, ...]]:
        files = (file for file in self.book.rule_files if file.stage is Stage.MEASURES)
        return {file.id: tuple(f"{one.factor}:{one.fact}" for one in file.serves) for file in files}

    def serves(self, measure: str) -> tuple[str, ...]:
        """The facts of key factors that a generic measure works towards, as ``phase:fact``."""
        return self._served.get(measure, ())

    @cached_property
    def existing_measures(self) -> dict[str, ExistingMeasure]:
        """The measures of the register by id."""
        return {one.id: one for one in self.register.measures}

    @cached_property
    def _often(self) -> frozenset[str]:
        """Names that several measures bear."""
        counts = Counter(one.name for one in self.register.measures)
        return frozenset(name for name, n in counts.items() if n > 1)

    def existing(self, measure: str) -> str:
        """An existing measure by its name, with its department where another has the same."""
        one = self.existing_measures.get(measure)
        if one is None:
            return flowing(measure)
        shared = one.name in self._often and one.department
        return flowing(one.name) + (self.bracket(flowing(one.department)) if shared else "")

    def some(self, measures: Iterable[str], most: int = _MOST_NAMES) -> str:
        """Existing measures by name, the first of them; the rest are counted."""
        return self.counted([self.existing(one) for one in measures], most)

    def counted(self, names: Iterable[str], most: int = _MOST_NAMES) -> str:
        """The first of several names; the rest are counted. A single one left is named, as that takes no more room."""
        found = list(names)
        most += len(found) == most + 1
        rest = [self.gap("and_more", len(found) - most)] if len(found) > most else []
        return self.list([*found[:most], *rest])

    @property
    def nothing_found(self) -> str:
        """That there is no finding; where no type is judged, that nothing was looked for."""
        return self.gap("none_found") if self.check.types else self.say(self.check.first_line)

    def missing_at_home(self, one: DirectionCheck) -> list[str]:
        """What is missing for a direction, or a word for there being nothing, or for its not having been looked at."""
        if not self.check.types:
            return [self.gap("missing_unchecked")]
        return [self.measure(measure, typed=True) for measure in one.missing] or [self.gap("missing_none")]

    def measure(self, measure: str, *, typed: bool = False) -> str:
        """A generic measure by its name; ``typed``: with its type."""
        item = self.book.measures.get(measure)
        if item is None:
            return measure
        return self.say(item.title) + (self.bracket(item.type) if typed else "")

    def choice(self, measure: str) -> str:
        """A generic measure as a drop-down has it: ``MS.A-2.hr 産業人材育成・確保``."""
        return f"{measure} {self.measure(measure)}"

    def rests_on(self, finding: GapFinding) -> str:
        """What a finding still turns on, in words."""
        return self.list(self.say(RESTS_ON[one]) for one in finding.rests_on)

    def actor(self, actor: str) -> str:
        """An actor of the study's tables by its id."""
        return next((self.say(name) for key, name in words.ACTOR.items() if key == actor), actor)

    def resource(self, resource: str) -> str:
        """A resource of the study's tables by its id."""
        return next((self.say(name) for key, name in words.RESOURCE.items() if key == resource), resource)

    def row(self, name: str) -> str:
        """A row or column of a heat map: a phase, an actor or a resource."""
        if name not in self.book.phases:
            actor = self.actor(name)
            return actor if actor != name else self.resource(name)
        item = self.book.phases[name]
        title = f"「{item.title.ja}」" if self.lang == "ja" else f" '{item.title.en}'"
        return f"{item.type} {item.order}{title}"

    @property
    def year(self) -> str:
        """The fiscal year of the register in brackets, or that it is not known."""
        year = self.check.fiscal_year
        return self.bracket(fiscal_year_in_words(date(year, 4, 1), self.lang) if year else self.gap("no_year"))
