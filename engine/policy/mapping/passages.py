"""What an existing measure is compared with: every text that tells what a generic measure is, and how firmly."""

from collections.abc import Iterator
from typing import NamedTuple

from engine.inference.leaves import leaves
from engine.model.book import Book
from engine.model.knowledge import Measure
from engine.model.rules import Stage
from engine.model.text import LocalizedText

NAMED, ALSO, TITLE, BULLET, SUMMARY, ACTS, LOGIC, ASKED, EXAMPLE = 0.9, 0.45, 0.9, 0.8, 0.5, 0.3, 0.25, 0.3, 0.5
"""How firmly a word of each kind of text speaks for the measure, from 0 to 1. Names and the study's own lines are about
the measure and nothing else; who acts, a logic model, a question or an example speaks of other things too.
"""


class Passage(NamedTuple):
    """One text about a target: a generic measure, or a sort of ordinary work (``contrast``)."""

    target: str
    text: str
    weight: float


def passages(book: Book, without: frozenset[str] = frozenset(), *, usual: bool = True) -> Iterator[Passage]:
    """All of them but concrete measures in ``without``, and usual names only if asked for."""
    asked = _asked(book)
    for name, measure in book.measures.items():
        yield from _own(name, measure)
        for question in asked.get(name, ()):
            yield from _both(name, book.questions[question].text, ASKED)
        if model := book.logic_models.get(name):
            for text in (*model.activities, *model.outputs):
                yield from _both(name, text, LOGIC)
    for name, concrete in book.concrete_measures.items():
        if name not in without:
            for target in concrete.exemplifies:
                yield from _both(target, concrete.title, EXAMPLE)
                yield from _both(target, concrete.summary, EXAMPLE)
    if usual:
        yield from _usual(book)


def _own(name: str, measure: Measure) -> Iterator[Passage]:
    """What the study and our own account say of a generic measure."""
    yield from _both(name, measure.title, TITLE)
    yield from _both(name, measure.summary, SUMMARY)
    for bullet in measure.bullets:
        yield from _both(name, bullet.text, BULLET)
    for actor in measure.who_acts:
        yield from _both(name, actor.does, ACTS)


def _usual(book: Book) -> Iterator[Passage]:
    """What municipalities usually call such measures; of ordinary work, under its own name."""
    for name, usual in book.usual_names.items():
        if usual.weak:
            continue
        targets = {**dict.fromkeys(usual.measures, NAMED), **dict.fromkeys(usual.also, ALSO)} or {name: NAMED}
        for target, weight in targets.items():
            for word in (*usual.ja, *usual.en):
                yield Passage(target, word, weight)


def _both(target: str, text: LocalizedText, weight: float) -> Iterator[Passage]:
    return (Passage(target, part, weight) for part in (text.ja, text.en))


def _asked(book: Book) -> dict[str, list[str]]:
    """The questions by which the rules tell whether a generic measure is there."""
    found: dict[str, dict[str, None]] = {}
    for rule in book.of_stage(Stage.MEASURES):
        if rule.then.status is not None:
            facts = (getattr(leaf, "fact", None) for leaf in leaves(rule.when))
            of_measure = found.setdefault(rule.then.status.measure, {})
            of_measure.update((fact, None) for fact in facts if fact in book.questions)
    return {name: list(questions) for name, questions in found.items()}


def said_of_cases(book: Book) -> Iterator[str]:
    """Places and industries of the cases: they tell nothing of what a measure is for."""
    for case in book.cases.values():
        yield from (case.place.ja, case.place.en, case.field.ja, case.field.en)
