"""Says in words what the assessment holds as keys: facts, reasons, verdict labels, names of what is concluded."""

from collections.abc import Iterable, Sequence

from engine.assess.words import NO, answered, named
from engine.interview.applies import truth
from engine.model.answers import Confidence, Consultation, Value
from engine.model.assessment import Because, Fact, GivenAnswer
from engine.model.book import Book
from engine.model.knowledge import Item
from engine.model.questions import Question
from engine.model.text import Basis, Citation, Lang, LocalizedText, Statement
from engine.report.blocks import Line, Source
from engine.report.words import LABEL, STATE, word


def source(basis: Basis | None, citations: Iterable[Citation]) -> Source:
    """A source, its sections in order and each once."""
    return Source(basis, tuple(dict.fromkeys(c.section for c in citations)))


def ours(items: Iterable[Item]) -> Source:
    """The source of a judgement of ours: the sections of the study that treat what it judges."""
    return source(Basis.JUDGEMENT, (citation for item in items for citation in item.citations))


def _cited(about: Item | None) -> tuple[Citation, ...]:
    return about.citations if about else ()


class Phrases:
    """The words of one book, for one consultation, in one language. ``places``: its area by Japanese names."""

    def __init__(self, book: Book, consultation: Consultation, lang: Lang, places: tuple[str, ...] = ()) -> None:
        self.book = book
        self.consultation = consultation
        self.lang: Lang = lang
        self.places = places

    def say(self, text: LocalizedText) -> str:
        """A text in the language of the report."""
        return text.get(self.lang)

    def word(self, name: str, *values: object) -> str:
        """One of the report's own words."""
        return word(name, self.lang, *values)

    def list(self, parts: Iterable[str]) -> str:
        """Several words as one list."""
        return ("、" if self.lang == "ja" else ", ").join(parts)

    def bracket(self, text: str) -> str:
        """A text in parentheses."""
        return f"（{text}）" if self.lang == "ja" else f" ({text})"

    def pair(self, label: str, text: str) -> str:
        """A label and what it labels."""
        return f"{label}：{text}" if self.lang == "ja" else f"{label}: {text}"

    def statement(self, statement: Statement, about: Item | None = None) -> Line:
        """A sentence about the study, marked where it is a hypothesis; its section is at least that of ``about``."""
        mark = self.bracket(self.word("hypothesis")) if statement.hypothesis else ""
        return Line(self.say(statement.text) + mark, source(statement.basis, statement.citations or _cited(about)))

    def reason(self, because: Because, about: Item | None = None) -> Line:
        """A reason: the rule in words, and under it the facts it stood on."""
        below = tuple(Line(self.fact(fact)) for fact in because.facts)
        denied = "" if because.holds else self.bracket(self.word("refuted"))
        return Line(self.say(because.text) + denied, source(because.basis, because.citations or _cited(about)), below)

    def reasons(self, reasons: Sequence[Because], about: Item | None = None) -> tuple[Line, ...]:
        """Several reasons, each rule once."""
        return tuple(self.reason(one, about) for one in {b.rule: b for b in reasons}.values())

    def fact(self, fact: Fact) -> str:
        """A fact as a sentence: the question with its answer, the finding, or the verdict."""
        head, _, rest = fact.key.partition("/")
        match fact.origin:
            case "answer":
                return self._answer(head, rest, fact.value)
            case "finding":
                return self._finding(rest, fact.value)
            case "absence":
                return self.pair(self.word("not_said"), self.question(rest))
        denied = self.bracket(self.word("refuted")) if fact.value is False else ""
        return self._verdict(head, rest or str(fact.value)) + denied

    def question(self, question: str) -> str:
        """The text of a question."""
        return self.say(self.book.questions[question].text)

    def _answer(self, question: str, option: str, value: Value) -> str:
        asked = self.book.questions[question]
        answer = self._chosen(asked, option, chosen=bool(value)) if option else self.value(asked, value)
        return f"{self.say(asked.text)} → {answer}{self._doubt(question)}"

    def _chosen(self, asked: Question, option: str, *, chosen: bool) -> str:
        """An option with what became of it; where others were chosen beside it this is said, lest it seem all."""
        name = self._option(asked, option)
        if not chosen:
            return self.pair(name, self.say(NO))
        answer = self.consultation.answers.get(asked.id)
        given = answer.value if answer else ()
        others = len(given) - 1 if isinstance(given, tuple) and option in given else 0
        return name + (self.bracket(self.word("beside", others)) if others else "")

    def _doubt(self, question: str) -> str:
        """That an answer was given with less than full confidence."""
        answer = self.consultation.answers.get(question)
        doubted = answer is not None and answer.confidence is not Confidence.SURE
        return self.bracket(self.word(answer.confidence.value)) if answer and doubted else ""

    def given(self, given: GivenAnswer) -> str:
        """A question with its answer as it stands, 'don't know' included."""
        asked = self.book.questions[given.question]
        answer = self.say(STATE["dont_know"]) if given.value is None else self.value(asked, given.value)
        return f"{self.say(asked.text)} → {answer}"

    def value(self, question: Question, value: Value) -> str:
        """An answer in words."""
        return self.say(answered(question, value))

    def _option(self, question: Question, option: str) -> str:
        return next((self.say(o.label) for o in question.options if o.id == option), option)

    def _finding(self, name: str, value: Value) -> str:
        """A finding by the rule that gives it: the one that holds by the answers alone, else the first."""
        rules = [rule for rule in self.book.rules if rule.then.finding == name]
        answers = self.consultation.answers
        rule = next((r for r in rules if truth(r.when, answers) is True), rules[0])
        return self.say(rule.reads) + ("" if value else self.bracket(self.word("refuted")))

    def _verdict(self, head: str, value: str) -> str:
        if head == "type_kind":
            return self.pair(self.word("verdict"), self.say(LABEL[value]) if value in LABEL else value)
        return self.target(value)

    def label(self, label: str) -> str:
        """The label of a verdict in words."""
        if label in LABEL:
            return self.say(LABEL[label])
        return " + ".join(self.type(code) for code in label.split("+"))

    def type(self, code: str) -> str:
        """A type with its code."""
        return self.say(named(code, self.book.types[code].title))

    def phase(self, phase: str) -> str:
        """A phase with its type and number."""
        item = self.book.phases[phase]
        quoted = f"「{item.title.ja}」" if self.lang == "ja" else f" '{item.title.en}'"
        return f"{item.type} {self.word('phase_n', item.order)}{quoted}"

    def factor_fact(self, served: str) -> str:
        """A fact of a key factor, given as ``phase:fact``, by its name."""
        phase, _, fact = served.partition(":")
        declared = next((file.facts for file in self.book.rule_files if file.id == phase), {})
        return self.say(declared[fact].name) if fact in declared else fact

    def target(self, target: str) -> str:
        """What a question bears on, by its name: a type, phase, measure, direction, industry or the renewal."""
        if target in ("type", "renewal"):
            return self.word(f"concludes_{target}")
        if target in self.book.types:
            return self.type(target)
        if target in self.book.phases:
            return self.phase(target)
        kinds = (self.book.measures, self.book.national_directions, self.book.industries, self.book.renewal_directions)
        return next((self.say(kind[target].title) for kind in kinds if target in kind), target)
