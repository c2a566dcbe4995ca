"""The last part of a report of the gap check: how it was worked out, and by which version of what."""

from collections.abc import Iterator

from engine.interview.visible import flowing
from engine.model.register import Layout
from engine.model.text import Basis
from engine.report.blocks import Block, KeyValue, Line, Source
from engine.report.gaps.phrases import GapPhrases


def method_part(say: GapPhrases) -> Iterator[Block]:
    """The procedure, how the register was read, versions and digests."""
    yield KeyValue(tuple(_lines(say)))


def _lines(say: GapPhrases) -> Iterator[Line]:
    judged = Source(Basis.JUDGEMENT)
    yield Line(say.gap("how_text"), judged, label=say.gap("how"))
    yield Line(say.gap("suggesting_text"), judged, label=say.gap("suggesting"))
    yield Line(say.gap("unknown_text"), judged, label=say.gap("unknown"))
    yield Line(say.gap("rules_text", len(say.book.gap_rule)), label=say.gap("rules_used"))
    for layout in say.register.layouts:
        yield Line(_layout(say, layout), label=say.gap("reading"))
    yield Line(say.check.knowledge_version, label=say.gap("version"))
    yield Line(say.check.digest, label=say.gap("digest"))
    yield Line(say.check.assessment, label=say.gap("assessment"))


def _layout(say: GapPhrases, layout: Layout) -> str:
    """Which columns of a sheet were read, by their headings."""
    headings = say.list(flowing(column.heading) or str(column.column) for column in layout.columns)
    told = say.gap("reading_text", len(layout.columns), headings)
    return say.pair(flowing(layout.sheet), told) if layout.sheet else told
