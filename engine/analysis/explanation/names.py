"""What can be explained, by id, and what each id is called."""

from collections.abc import Iterator, Mapping

from engine.analysis.explanation.leaf_words import phase_name
from engine.assess.words import join, named, text
from engine.model.book import Book
from engine.model.rules import Stage, Then
from engine.model.text import LocalizedText

WHOLE = {
    "type": text("型の判定", "the type"),
    "phase": text("取り組むフェーズ", "where work stands"),
    "scope": text("調査の範囲にあるか", "whether it lies within the study"),
    "renewal": text("産業の新陳代謝（衰退のおそれ）", "renewal: risk of decline"),
}
_COVERED = frozenset(
    {
        "evidence", "scope", "hybrid", "necessary", "supporting", "renewal_risk", "renewal_direction",
        "aspired_direction", "status", "raise_priority", "direction", "requirement", "caution",
    }
)  # fmt: skip
"""Conclusions of rules that are explained under another id."""


def targets(book: Book) -> Mapping[str, LocalizedText]:
    """The id and name of everything that can be explained, questions last."""
    return {**dict(_conclusions(book)), **{q.id: q.text for q in book.ordered_questions}}


def _conclusions(book: Book) -> Iterator[tuple[str, LocalizedText]]:
    yield from WHOLE.items()
    yield from ((item.id, named(item.id, item.title)) for item in book.types.values())
    for phase in book.phases:
        yield phase, phase_name(book, phase)
        yield from _facts(book, phase)
    for kind in (book.measures, book.national_directions, book.renewal_directions, book.pitfalls, book.cautions):
        yield from ((item.id, item.title) for item in kind.values())
    for industry in book.industries.values():
        yield industry.id, industry.title
        yield from ((one.id, one.text) for one in industry.requirements)
    yield from ((case.id, case.title) for case in book.cases.values())
    for rule in book.rules:
        if rule.then.key.partition(":")[0] not in _COVERED:
            yield rule.then.key, rule.reads


def _facts(book: Book, phase: str) -> Iterator[tuple[str, LocalizedText]]:
    for file in book.rule_files:
        if file.stage is Stage.PHASE and file.id == phase:
            yield from ((f"{phase}:{name}", fact.name) for name, fact in file.facts.items())


def name_of(book: Book, target: str) -> LocalizedText:
    """What an id is called, with what it belongs to."""
    names = targets(book)
    phase = target.partition(":")[0]
    if phase in book.phases and phase != target:
        return join((names[phase], names[target]), ja="：", en=": ")
    return names[target]


def key_target(then: Then) -> str:
    """The id under which a rule's conclusion is explained; empty for findings, which only serve others."""
    if then.evidence or then.scope or then.hybrid:
        return "type"
    if then.renewal_risk:
        return "renewal"
    if need := then.necessary or then.supporting:
        return need.factor
    if then.status:
        return then.status.measure
    if then.direction:
        return then.direction.direction
    if then.requirement:
        return then.requirement.requirement
    direct = then.renewal_direction or then.aspired_direction or then.raise_priority or then.caution
    return direct or ("" if then.finding else then.key)
