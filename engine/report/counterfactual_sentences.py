"""The sentences of a counterfactual: what is supposed, and what would follow."""

from functools import cached_property

from engine.assess.engine import Engine
from engine.inference.bits import satisfied
from engine.inference.facts import flatten
from engine.inference.judged import refines
from engine.inference.leaves import leaf_fact
from engine.model.answers import Unknown, Value
from engine.model.counterfactual import Change, Counterfactual, Counterfactuals, Shift
from engine.model.rules import Condition, In, Is, RuleFile, Stage
from engine.model.text import LocalizedText
from engine.report.blocks import Line
from engine.report.counterfactual_words import NATURE, supposed, word
from engine.report.phrases import Phrases


class Sentences:
    """Sentences about one consultation in one language."""

    def __init__(self, say: Phrases, engine: Engine) -> None:
        self.say = say
        self._engine = engine

    def told(self, one: Counterfactual) -> Line:
        """A set of changes as a sentence, with the answers it supposes under it."""
        last = len(one.changes) - 1
        parts = [self._supposed(change, n == last) for n, change in enumerate(one.changes)]
        joined = ("、かつ、" if self.say.lang == "ja" else " and ").join(parts)
        sentence = word("supposed", self.say.lang, joined, self._followed(one.outcome))
        below = [Line(self._answers(change)) for change in one.changes if not self._told_whole(change)]
        return Line(sentence + self._stop, below=tuple(below))

    def _told_whole(self, change: Change) -> bool:
        """Whether the sentence has the question itself, and the answer as it is goes without saying."""
        yes_no = self.say.book.questions[change.question].kind == "yes_no"
        return self._name(change) is None and (yes_no or change.nature == "learn") and not change.example

    @property
    def _stop(self) -> str:
        return "。" if self.say.lang == "ja" else "."

    def _supposed(self, change: Change, last: bool) -> str:
        """A change by the name of the fact it decides where there is one, else by question and answer."""
        if (named := self._name(change)) is not None:
            name, there = named
            return supposed(change.nature, "there" if there else "missing", self.say.lang, last, self.say.say(name))
        question = word("answer_to", self.say.lang, self.say.question(change.question))
        after = self._value(change.question, change.after)
        return supposed(change.nature, "answer", self.say.lang, last, question, after)

    def _name(self, change: Change) -> tuple[LocalizedText, bool] | None:
        """The fact that a change decides otherwise than before, and whether it would be there."""
        for name, leaf in self._named.get(change.question, ()):
            before, after = (self._holds(leaf, value, change) for value in (change.before, change.after))
            if before is not after and after is not None:
                return name, after
        return None

    def _holds(self, leaf: Condition, value: Value | Unknown, change: Change) -> bool | None:
        if isinstance(value, Unknown):
            return None
        domains = self._engine.network.domains
        facts = flatten({change.question: value}, {change.question: domains[change.question]})
        return bool(satisfied(leaf, facts, domains, True))

    @cached_property
    def _named(self) -> dict[str, list[tuple[LocalizedText, Condition]]]:
        """The facts of key factors that rest on one question alone, by question: their names are short for it."""
        found: dict[str, list[tuple[LocalizedText, Condition]]] = {}
        for file in self.say.book.rule_files:
            for fact, declared in file.facts.items() if file.stage is Stage.PHASE else ():
                if (leaf := _only_leaf(file, fact)) is not None:
                    found.setdefault(leaf_fact(leaf), []).append((declared.name, leaf))
        return found

    def _answers(self, change: Change) -> str:
        """The question with its answer as it is and as it would be, and how that comes about."""
        after = self._value(change.question, change.after)
        if change.example:
            after = word("example", self.say.lang, after)
        how = self.say.bracket(self.say.say(NATURE[change.nature]))
        return f"{self.say.question(change.question)} {self._value(change.question, change.before)} → {after}{how}"

    def _value(self, question: str, value: Value | Unknown) -> str:
        if isinstance(value, Unknown):
            return word("unknown", self.say.lang)
        return self.say.value(self.say.book.questions[question], value)

    def _followed(self, shift: Shift) -> str:
        lang = self.say.lang
        if shift.about == "type":
            if shift.after == "A" and refines(shift.before, "A"):
                return word("blurred", lang)
            is_label = shift.after in ("undetermined", "out_of_scope", "A")
            return word(shift.after, lang) if is_label else word("type", lang, self.say.label(shift.after))
        if shift.about in self.say.book.measures:
            return word(shift.after, lang, self.say.target(shift.about))
        if shift.after == "complete":
            return word("complete", lang, shift.about)
        places = [self._place(shift.about, place) for place in shift.after.split("-")]
        return word("place" if len(places) == 1 else "places", lang, shift.about, *places)

    def _place(self, type_: str, order: str) -> str:
        title = self.say.book.phases[f"PH.{type_}.{order}"].title
        return f"{order}「{title.ja}」" if self.say.lang == "ja" else f"{order} '{title.en}'"

    def standing(self, about: str, standing: str) -> str:
        """How a target stands, in few words."""
        lang = self.say.lang
        if about == "type":
            return self.say.label(standing)
        if about in self.say.book.measures or standing in ("complete", "not_shown"):
            return word(f"is_{standing}", lang, about)
        places = [self._place(about, place) for place in standing.split("-")]
        return word("is_phase" if len(places) == 1 else "is_phases", lang, about, *places)

    def heading(self, result: Counterfactuals) -> str:
        """What a part is about."""
        if result.towards is not None:
            return word("to", self.say.lang, self.standing(result.target, result.towards))
        if result.target == "type":
            return word("of_type", self.say.lang)
        kind = "of_measure" if result.target in self.say.book.measures else "of_place"
        return word(kind, self.say.lang, self.say.target(result.target))

    def proof(self, result: Counterfactuals) -> str:
        """How much was looked at, and what is thereby proved."""
        lang = self.say.lang
        looked = word("looked", lang, result.candidates, result.size_searched, result.sets)
        proved = word("proved" if result.found else "none" if result.towards is None else "none_to", lang)
        rest = [] if result.exact else [word("too_many", lang)]
        return ("" if lang == "ja" else " ").join([looked, proved, *rest])


def _only_leaf(file: RuleFile, fact: str) -> Condition | None:
    """The one test on an answer that decides a fact; None where more does."""
    given = [
        rule for rule in file.rules if any(of and of.fact == fact for of in (rule.then.necessary, rule.then.supporting))
    ]
    return given[0].when if len(given) == 1 and isinstance(given[0].when, Is | In) else None
