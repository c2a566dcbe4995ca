"""An annex of a report: what changed since the previous consultation, and which answers changed it."""

from collections.abc import Iterator
from dataclasses import replace

from engine.model.comparison import Comparison
from engine.report.blocks import Block, Heading, Line, Paragraph
from engine.report.comparison import compared
from engine.report.page_words import word
from engine.report.phrases import Phrases


def since_previous(say: Phrases, since: Comparison) -> Iterator[Block]:
    """The comparison as ``compare`` tells it, a level lower: A is the previous consultation, B this one."""
    if since.same:
        yield Paragraph(Line(word("since_same", say.lang)))
        return
    yield Paragraph(Line(word("since_sides", say.lang)))
    for block in compared(say.book, since, say.lang).blocks[1:]:
        yield replace(block, level=block.level + 1) if isinstance(block, Heading) else block
