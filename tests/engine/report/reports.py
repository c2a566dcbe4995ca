"""Every example assessed once, for the tests of reports."""

from collections.abc import Iterable, Iterator
from functools import cache

from engine.assess import assess
from engine.book import load
from engine.model.answers import Answer, Cluster, Consultation
from engine.model.assessment import Assessment
from engine.model.book import Book
from engine.model.text import Lang
from engine.report.blocks import (
    Bars,
    Block,
    Board,
    Bullets,
    Document,
    Heading,
    KeyValue,
    Line,
    Note,
    Paragraph,
    Table,
)
from engine.report.document import document
from engine.report.edition import WHOLE, Edition

LANGS: tuple[Lang, ...] = ("ja", "en")


@cache
def book() -> Book:
    return load()


@cache
def assessed(example: str) -> Assessment:
    one = book().examples[example]
    return assess(book(), one.answers, one.as_of)


@cache
def report(example: str, lang: Lang, edition: Edition = WHOLE) -> Document:
    return document(book(), book().examples[example], assessed(example), lang, edition=edition)


def report_of(values: dict[str, object], lang: Lang, name: str = "試し", edition: Edition = WHOLE) -> Document:
    asked = consultation_of(values, name)
    return document(book(), asked, assess(book(), asked.answers, asked.as_of), lang, edition=edition)


def consultation_of(values: dict[str, object], name: str = "試し") -> Consultation:
    answers = {q: Answer(question=q, value=value) for q, value in values.items()}  # type: ignore[arg-type]
    return Consultation(cluster=Cluster(name=name), as_of=book().examples["kitakami"].as_of, answers=answers)


def words_in(block: Block) -> list[str]:
    """Every text of a block, with labels and cells."""
    match block:
        case Heading(text=text):
            return [text]
        case Paragraph(line) | Note(line):
            return list(_of_lines((line,)))
        case Bullets(lines) | KeyValue(lines):
            return list(_of_lines(lines))
        case Table(header, rows, caption):
            return [caption, *header, *(cell for row in rows for cell in row)]
        case Board(caption, rows, legend):
            return [caption, *legend, *(text for r in rows for text in (r.code, r.title, *(c.title for c in r.cells)))]
        case Bars(caption, bars):
            return [caption, *(text for bar in bars for text in (bar.label, bar.text))]
    return []


def _of_lines(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        yield from (line.label, line.text)
        yield from _of_lines(line.below)


def said(report: Document) -> str:
    """Everything a report says, a text a line."""
    return "\n".join(text for block in report.blocks for text in words_in(block))


def part(report: Document, heading: str) -> tuple[Block, ...]:
    """The blocks under the heading that has these words, to the next of its level or above."""
    found: list[Block] = []
    level = 0
    for block in report.blocks:
        if isinstance(block, Heading) and (not level or block.level <= level):
            level = block.level if heading in block.text and not found else 0
        elif level:
            found.append(block)
    assert found, heading
    return tuple(found)
