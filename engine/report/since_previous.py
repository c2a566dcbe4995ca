"""An annex of a report: what changed since the previous consultation, and which answers changed it."""

from collections.abc import Iterator
from dataclasses import replace

from engine.model.answers import Cluster
from engine.model.comparison import Comparison
from engine.report.blocks import Block, Heading, Line, Note, Paragraph
from engine.report.comparison import compared
from engine.report.comparison_causes import place
from engine.report.page_words import filled, word
from engine.report.phrases import Phrases

_PREFECTURE = "000"
"""The third to fifth digit in the code of a whole prefecture."""


def since_previous(say: Phrases, since: Comparison) -> Iterator[Block]:
    """The comparison as ``compare`` tells it, a level lower, its sides called the previous and the present one."""
    if other_cluster(since.a.cluster, since.b.cluster):
        yield Note(Line(word("since_other", say.lang)))
    if since.same:
        yield Paragraph(Line(word("since_same", say.lang)))
        return
    sides = (word("before", say.lang), word("now", say.lang))
    for block in compared(say.book, since, say.lang, sides).blocks[1:]:
        yield replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def since_line(say: Phrases, since: Comparison) -> Line:
    """The same in one line: how type and phase have changed."""
    told = []
    if since.a.label != since.b.label:
        labels = [_label(say, side.label) for side in (since.a, since.b)]
        told.append(filled("since_turned", say.lang, say.word("type"), *labels))
    for phase in since.phases:
        places = [place(say, one) for one in (phase.a, phase.b)]
        if phase.a.shown and phase.b.shown and phase.a.place != phase.b.place:
            told.append(filled("since_turned", say.lang, f"{phase.type} {say.word('phase')}", *places))
    text = say.list(told) or word("since_alike", say.lang)
    if other_cluster(since.a.cluster, since.b.cluster):
        text += say.bracket(word("since_other", say.lang).partition("。" if say.lang == "ja" else ":")[0])
    return Line(text, label=word("since_line", say.lang))


def _label(say: Phrases, label: str) -> str:
    return say.label(label) if label in ("undetermined", "out_of_scope") else label


def other_cluster(before: Cluster, now: Cluster) -> bool:
    """Whether two consultations are about different places or industries, as far as both say."""
    if before.area and now.area and not any(_overlap(a, b) for a in before.area for b in now.area):
        return True
    for a, b in ((before.division, now.division), (before.industry, now.industry)):
        if a and b:
            return a != b
    return not (before.area and now.area) and before.name != now.name


def _overlap(a: str, b: str) -> bool:
    """Whether two areas are the same, or one is the prefecture of the other."""
    return a == b or (a[:2] == b[:2] and _PREFECTURE in (a[2:5], b[2:5]))
