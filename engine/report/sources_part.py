"""An annex of a report: the study it draws on, and the sections of it that are cited."""

import re
from collections.abc import Iterable, Iterator

from engine.report.blocks import Block, Bullets, Heading, KeyValue, Line, Note, Paragraph, Table
from engine.report.page_words import word
from engine.report.phrases import Phrases


def sources_part(say: Phrases, told: Iterable[Block]) -> Iterator[Block]:
    """The study's title, then every section cited in ``told``, in order, with its title."""
    yield Paragraph(Line(word("study", say.lang)))
    sections = sorted(set(cited(told)), key=_place)
    header = (word("section", say.lang), word("section_title", say.lang))
    titles = say.book.study_sections
    rows = tuple((one, say.say(titles[one].title) if one in titles else "") for one in sections)
    yield Table(header, rows, shares=(0.15, 0.85))


def _place(section: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", section)]


def cited(blocks: Iterable[Block]) -> Iterator[str]:
    """The sections that the statements of these blocks stand on."""
    for block in blocks:
        match block:
            case Heading():
                yield from block.source.sections if block.source else ()
            case Paragraph() | Note():
                yield from _in_lines((block.line,))
            case Bullets(lines) | KeyValue(lines):
                yield from _in_lines(lines)


def _in_lines(lines: tuple[Line, ...]) -> Iterator[str]:
    for line in lines:
        yield from line.source.sections if line.source else ()
        yield from _in_lines(line.below)
