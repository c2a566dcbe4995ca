"""Explains one conclusion: the rules for it that hold, that do not, and that are open, down to answers and passages."""

from collections.abc import Iterable, Iterator

from engine.assess import assess, engine_for
from engine.assess.engine import Engine
from engine.assess.reasons import because
from engine.assess.words import PRIORITY, STATUS, TIMING
from engine.inference.bits import satisfied
from engine.inference.evaluate import Outcome
from engine.inference.trace import Support, firings
from engine.model.answers import Consultation
from engine.model.assessment import Assessment, Firing
from engine.model.book import Book
from engine.model.rules import Rule
from engine.model.text import Citation, Lang
from engine.report.blocks import Block, Bullets, Document, Heading, Line, Paragraph
from engine.report.explanation_words import word
from engine.report.phrases import Phrases, source
from engine.report.words import RELEVANCE, RISK


def targets(book: Book) -> tuple[str, ...]:
    """The conclusions that can be explained."""
    kinds = (book.types, book.phases, book.measures, book.national_directions, book.renewal_directions)
    return ("type", "renewal", *(name for kind in (*kinds, book.pitfalls, book.cautions) for name in kind))


def explained(book: Book, consultation: Consultation, target: str, lang: Lang) -> Document:
    """Why ``target`` follows from the answers, or why it does not."""
    say = Phrases(book, consultation, lang)
    assessment = assess(book, consultation.answers, consultation.as_of)
    engine = engine_for(book)
    outcome = engine.evaluate(consultation.known())
    blocks = [Heading(1, word("title", lang, _name(say, target))), *_result(say, assessment, target)]
    rules = [rule for rule in book.rules if _concerns(rule, target)]
    blocks += _rules(say, engine, outcome, rules) if rules else [Paragraph(Line(word("no_rules", lang)))]
    return Document(lang, tuple(blocks))


def _name(say: Phrases, target: str) -> str:
    item = say.book.pitfalls.get(target) or say.book.cautions.get(target)
    return say.say(item.title) if item else say.target(target)


def _result(say: Phrases, assessment: Assessment, target: str) -> Iterator[Block]:
    """How the assessment has it."""
    for text in _standing(say, assessment, target):
        yield Paragraph(Line(text, label=word("result", say.lang)))


def _standing(say: Phrases, assessment: Assessment, target: str) -> Iterator[str]:
    if target == "type" or target in say.book.types:
        yield say.say(assessment.first_line)
    if target == "renewal":
        yield say.say(RISK[assessment.renewal.risk])
    yield from (say.say(STATUS[f.status]) for phase in assessment.board for f in phase.factors if f.phase == target)
    yield from (say.say(RELEVANCE[d.relevance]) for d in assessment.directions if d.direction == target)
    yield from (
        say.word("fits" if d.fits else "no_fit") for d in assessment.renewal.directions if d.direction == target
    )
    if target in say.book.measures:
        yield from _measure(say, assessment, target)
    if target in say.book.pitfalls or target in say.book.cautions:
        held = any(note.caution == target for note in assessment.cautions)
        yield word("came" if held else "came_not_here", say.lang)


def _measure(say: Phrases, assessment: Assessment, target: str) -> Iterator[str]:
    found = [one for one in assessment.recommendations if one.measure == target]
    for one in found:
        stands = word("recommended", say.lang, say.say(PRIORITY[one.priority]), say.say(TIMING[one.timing]))
        yield f"{stands} {say.say(one.how)}"
    if not found:
        yield word("not_recommended", say.lang)
        if target in assessment.possible_measures:
            yield word("possible_measure", say.lang)


def _concerns(rule: Rule, target: str) -> bool:
    """Whether a rule bears directly on the conclusion."""
    then = rule.then
    if target == "type":
        return bool(then.evidence or then.scope or then.hybrid)
    if target == "renewal":
        return then.renewal_risk is not None
    parts = (
        then.evidence and then.evidence.type,
        then.necessary and then.necessary.factor,
        then.supporting and then.supporting.factor,
        then.renewal_direction,
        then.aspired_direction,
        then.status and then.status.measure,
        then.raise_priority,
        then.direction and then.direction.direction,
        then.caution,
    )
    return target in parts


def _rules(say: Phrases, engine: Engine, outcome: Outcome, rules: Iterable[Rule]) -> Iterator[Block]:
    """The rules by how they stand; those that are open with the questions that would tell."""
    told: dict[str, list[Line]] = {"holds": [], "refuted": [], "unknown": []}
    for rule in rules:
        if held := outcome.fired.get((rule.id, True), ()):
            told["holds"].append(_decided(say, rule, held))
        elif refuted := _refutations(engine, outcome, rule):
            told["refuted"].append(_decided(say, rule, refuted))
        else:
            told["unknown"].append(_open(say, engine, rule))
    for name, lines in told.items():
        if lines:
            yield Heading(2, word(name, say.lang))
            yield Bullets(tuple(lines))


def _refutations(engine: Engine, outcome: Outcome, rule: Rule) -> tuple[Firing, ...]:
    """What shows that a rule does not hold; the trace has it only for rules whose failing decides something."""
    keys = satisfied(rule.when, outcome.facts, engine.network.domains, False)
    return firings(engine.network, [Support(rule.id, False, one) for one in keys], outcome.facts)


def _decided(say: Phrases, rule: Rule, firings_: Iterable[Firing]) -> Line:
    reason = say.reason(because(say.book, firings_)[0])
    return Line(say.say(rule.reads), reason.source, (*reason.below, *_passages(say, rule)))


def _open(say: Phrases, engine: Engine, rule: Rule) -> Line:
    answered = say.consultation.known()
    ask = [q for q in engine.reading.leaves([rule.when]) if q not in answered]
    below = tuple(Line(say.pair(word("would_tell", say.lang), f"{say.question(q)} ({q})")) for q in ask)
    return Line(say.say(rule.reads), source(rule.basis, rule.citations), (*below, *_passages(say, rule)))


def _passages(say: Phrases, rule: Rule) -> tuple[Line, ...]:
    """The passages of the study a rule stands on, and the rule's own name."""
    quotes = (Line(_passage(say, citation)) for citation in rule.citations)
    reason = [Line(say.pair(say.word("why"), say.say(rule.reason)))] if rule.reason else []
    return (*quotes, *reason, Line(say.pair(word("rule", say.lang), rule.id)))


def _passage(say: Phrases, citation: Citation) -> str:
    return say.pair(f"{word('locator', say.lang)} {citation.section}", f"「{citation.locator_ja}」")
