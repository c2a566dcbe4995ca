"""Tells what would change the result: each smallest set of changes as one sentence, its answers under it."""

from collections.abc import Iterator, Sequence

from engine.assess.engine import Engine
from engine.interview.visible import visible
from engine.model.answers import Consultation
from engine.model.counterfactual import Counterfactual, Counterfactuals
from engine.model.text import Lang
from engine.report.blocks import Block, Bullets, Document, Heading, Line, Paragraph
from engine.report.counterfactual_sentences import Sentences
from engine.report.counterfactual_words import word
from engine.report.phrases import Phrases

MOST_SHOWN = 5
"""Sets shown of each target; the rest are counted."""


def counterfactual_document(
    engine: Engine, consultation: Consultation, results: Sequence[Counterfactuals], lang: Lang
) -> Document:
    """What would change the result, as a report of its own."""
    say = Phrases(engine.book, consultation, lang)
    cluster = consultation.cluster
    name = cluster.name_en if lang == "en" and cluster.name_en else cluster.name
    title = Heading(1, say.pair(word("title", lang), visible(name)))
    return Document(lang, (title, *counterfactual_blocks(say, engine, results)))


def counterfactual_blocks(
    say: Phrases, engine: Engine, results: Sequence[Counterfactuals], most: int = MOST_SHOWN
) -> Iterator[Block]:
    """One part for each target, at most so many sets in each."""
    sentences = Sentences(say, engine)
    for result in results:
        yield from _part(sentences, result, most)
    if not results:
        yield Paragraph(Line(word("no_phase", say.lang)))


def _part(sentences: Sentences, result: Counterfactuals, most: int) -> Iterator[Block]:
    lang = sentences.say.lang
    yield Heading(2, sentences.heading(result))
    yield Paragraph(Line(sentences.standing(result.target, result.present), label=word("now", lang)))
    if result.reached:
        yield Paragraph(Line(word("reached", lang)))
        return
    if result.found:
        yield Paragraph(Line(word("alone", lang)))
    yield from _sets(sentences, result.found, most)
    yield Paragraph(Line(sentences.proof(result)))
    if not result.found:
        yield Paragraph(Line(word("premises" if result.premises else "no_premise", lang, result.size_searched)))
        yield from _sets(sentences, result.premises, most)


def _sets(sentences: Sentences, found: Sequence[Counterfactual], most: int) -> Iterator[Block]:
    if not found:
        return
    yield Bullets(tuple(sentences.told(one) for one in chosen(found, most)))
    if len(found) > most:
        yield Paragraph(Line(word("others", sentences.say.lang, len(found) - most)))


def chosen(found: Sequence[Counterfactual], most: int = MOST_SHOWN) -> tuple[Counterfactual, ...]:
    """The sets to show: the smallest to each outcome first, then the smallest of the rest; in their order."""
    firsts = {one.outcome.after: n for n, one in reversed(list(enumerate(found)))}.values()
    order = sorted(range(len(found)), key=lambda n: (n not in firsts, n))
    return tuple(found[n] for n in sorted(order[:most]))
