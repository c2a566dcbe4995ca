"""Puts reasons into a tree: statement, rules with their basis, facts, answers, and the place in the study."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from engine.book.conditions import fact_of, leaves
from engine.interview.visible import visible
from engine.model.answers import Answer, Unknown, Value
from engine.model.assessment import Because, Fact
from engine.model.book import Book
from engine.model.questions import Question
from engine.model.rules import Rule
from engine.model.text import Citation
from tui.texts import Lang, say
from tui.widgets.citing import basis_mark, place
from tui.widgets.prose import Para


@dataclass(frozen=True, slots=True)
class Node:
    """A statement and what it rests on."""

    text: str
    children: tuple["Node", ...] = ()
    style: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """A line of the result: what it shows, and what Enter opens."""

    paras: tuple[Para, ...]
    nodes: tuple[Node, ...] = field(default=())
    head: str = ""


def paras_of(nodes: Iterable[Node], depth: int = 0) -> Iterator[Para]:
    """The tree as indented paragraphs."""
    for node in nodes:
        yield Para(node.text, node.style, indent=2 * depth, lead="- " if depth else "")
        yield from paras_of(node.children, depth + 1)


class Reasons:
    """Reads reasons in one language against the answers of one consultation."""

    def __init__(self, book: Book, answers: Mapping[str, Answer], lang: Lang) -> None:
        self.book = book
        self.answers = answers
        self.lang = lang

    def say(self, key: str, **values: object) -> str:
        """One of our texts."""
        return say(self.lang, key, **values)

    def because(self, reasons: Iterable[Because]) -> tuple[Node, ...]:
        """A node a rule; where there is none, that is said."""
        found = tuple(self._rule(reason) for reason in reasons)
        return found or (Node(self.say("why.none")),)

    def citations(self, citations: Iterable[Citation]) -> tuple[Node, ...]:
        """A node a place."""
        return tuple(Node(place(one, self.lang), style="$foreground-muted") for one in dict.fromkeys(citations))

    def questions(self, ids: Iterable[str]) -> tuple[Node, ...]:
        """A node a question, with its answer."""
        return tuple(self._question(self.book.questions[one]) for one in ids if one in self.book.questions)

    def _rule(self, reason: Because) -> Node:
        text = f"{basis_mark(reason.basis, self.lang)} {reason.text.get(self.lang)}"
        if not reason.holds:
            text += self.say("why.fails")
        facts = tuple(self._fact(fact) for fact in reason.facts)
        return Node(text, (*facts, *self.citations(reason.citations)))

    def _fact(self, fact: Fact) -> Node:
        if fact.key.startswith("finding/"):
            return self._finding(fact.key)
        # An option stands behind its question ("assets/land"), what is absent before it ("unknown/assets").
        asked = [part for part in fact.key.split("/") if part in self.book.questions]
        return self._question(self.book.questions[asked[0]]) if asked else Node(self._verdict(fact))

    def _question(self, question: Question) -> Node:
        answer = self.answers.get(question.id)
        text = question.text.get(self.lang)
        if answer is None:
            return Node(self.say("why.open", question=text))
        given = self.say("why.answer", question=text, answer=value_text(question, answer.value, self.lang))
        beside = [self.say(f"card.{answer.confidence.value}")] if answer.known else []
        beside += [f"{self.say(f'card.{name}')}: {visible(getattr(answer, name))}" for name in ("source", "note")
                   if getattr(answer, name)]  # fmt: skip
        return Node(given, (Node(" / ".join(beside), style="$foreground-muted"),) if beside else ())

    def _finding(self, key: str) -> Node:
        """A finding, with the rules that give it and the answers they read."""
        name = key.partition("/")[2]
        rules = [rule for rule in self.book.rules if rule.then.finding in (key, name)]
        return Node(self.say("why.finding"), tuple(self._read(rule) for rule in rules))

    def _read(self, rule: Rule) -> Node:
        facts = dict.fromkeys(fact_of(leaf) or "" for _, leaf in leaves(rule.when, ()))
        questions = self.questions(fact.partition("/")[0] for fact in facts)
        text = f"{basis_mark(rule.basis, self.lang)} {rule.reads.get(self.lang)}"
        return Node(text, (*questions, *self.citations(rule.citations)))

    def _verdict(self, fact: Fact) -> str:
        kind, _, name = fact.key.partition("/")
        if kind == "leading_type":
            return self.say("why.leading", type=f"{name} {self.book.types[name].title.get(self.lang)}")
        if kind in ("working_phase", "factor_met"):
            phase = self.book.phases[name]
            return self.say(f"why.{kind}", phase=f"{phase.type}-{phase.order} {phase.title.get(self.lang)}")
        return self.say("why.kind", kind=self.say(f"kind.{name or fact.value}"))


def value_text(question: Question, value: Value | Unknown, lang: Lang) -> str:
    """An answer as a person says it."""
    if isinstance(value, Unknown):
        return say(lang, "key.unknown")
    if isinstance(value, bool):
        return say(lang, "card.yes" if value else "card.no")
    if isinstance(value, float):
        return f"{value:,.15g} {question.unit.get(lang) if question.unit else ''}".strip()
    labels = {option.id: option.label.get(lang) for option in question.options}
    chosen = (value,) if isinstance(value, str) else value
    return ("、" if lang == "ja" else ", ").join(labels.get(one, one) for one in chosen) or say(lang, "why.none_of")
