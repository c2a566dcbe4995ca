"""The sheets of a workbook that say what the report says: its first page, its sources and method, what changed."""

from collections.abc import Iterable, Iterator

from engine.assess.words import STATUS
from engine.model.analysis import Analysis
from engine.model.answers import Consultation
from engine.model.assessment import Assessment
from engine.model.comparison import Comparison
from engine.model.text import Lang
from engine.report.blocks import (
    Bars,
    Block,
    Board,
    BoardRow,
    Bullets,
    Heading,
    HeatMap,
    HeatRow,
    KeyValue,
    Line,
    Note,
    Paragraph,
    Table,
)
from engine.report.document import document
from engine.report.edition import Edition, compared_for_the_public
from engine.report.figures import HERE, HERE_IF, PLACE
from engine.report.format_words import word
from engine.report.head import title
from engine.report.heat import told
from engine.report.marks import mark
from engine.report.method import method_part
from engine.report.page_words import word as page_word
from engine.report.phrases import Phrases
from engine.report.since_previous import since_previous
from engine.report.sources_part import sources_part
from engine.report.xlsx_sheet import Column, Sheet

Row = tuple[str, str, str]
"""What it is about, what is said, and on what it stands."""


def summary(
    say: Phrases, consultation: Consultation, assessment: Assessment, analysis: Analysis | None, edition: Edition
) -> Sheet:
    """The first page of the report."""
    brief = Edition(public=edition.public, brief=True, since=edition.since, places=edition.places)
    page = document(say.book, consultation, assessment, say.lang, analysis, brief)
    blocks = [block for block in page.blocks if not (isinstance(block, Heading) and block.level == 1)]
    return _sheet(say, "summary", title(say), rows_of(blocks, say.lang, say.word("verdict")))


def since(say: Phrases, comparison: Comparison, *, public: bool) -> Sheet:
    """What changed since the previous consultation."""
    told = compared_for_the_public(comparison) if public else comparison
    return _sheet(say, "since", word("since", say.lang), rows_of(since_previous(say, told), say.lang))


def sources(
    say: Phrases, consultation: Consultation, assessment: Assessment, analysis: Analysis | None, edition: Edition
) -> Sheet:
    """The sections of the study that the report draws on, and how the result was worked out."""
    whole = document(say.book, consultation, assessment, say.lang, analysis, edition)
    blocks = [*sources_part(say, whole.blocks), *method_part(say, assessment, public=edition.public)]
    return _sheet(
        say, "sources", word("sources", say.lang), rows_of(blocks, say.lang, page_word("annex_sources", say.lang))
    )


def _sheet(say: Phrases, name: str, heading: str, rows: Iterable[Row]) -> Sheet:
    columns = (("item", 34), ("content", 96), ("ground", 30))
    told = tuple(Column(word(one, say.lang), most) for one, most in columns)
    return Sheet(word(name, say.lang), heading, told, tuple(rows))


def rows_of(blocks: Iterable[Block], lang: Lang, about: str = "") -> Iterator[Row]:
    """Every statement a row, under the heading it stands below; ``about`` stands for one where none has come yet."""
    for block in blocks:
        match block:
            case Heading():
                about = block.text
            case Paragraph() | Note():
                yield from _rows(about, (block.line,), lang)
            case Bullets(lines) | KeyValue(lines):
                yield from _rows(about, lines, lang)
            case Board():
                yield from (_board_row(row, lang) for row in block.rows)
            case Bars():
                yield from ((bar.label, bar.text, "") for bar in block.bars)
            case HeatMap():
                yield from (_heat_row(block, row, lang) for row in block.rows)
            case Table():
                yield from (_table_row(block.header, row, lang) for row in block.rows)


def _rows(about: str, lines: tuple[Line, ...], lang: Lang) -> Iterator[Row]:
    for line in lines:
        said = "\n".join((line.text, *_below(line.below)))
        yield line.label or about, said.strip("\n"), mark(line.source, lang).strip()


def _below(lines: tuple[Line, ...], depth: int = 1) -> Iterator[str]:
    for line in lines:
        yield "　" * depth + line.text
        yield from _below(line.below, depth + 1)


def _board_row(row: BoardRow, lang: Lang) -> Row:
    place = PLACE[row.place].get(lang)
    here = (HERE_IF if row.place == "open" else HERE).get(lang)
    cells = (
        f"{cell.title}: {STATUS[cell.status].get(lang)}" + (f" ({here})" if cell.here else "") for cell in row.cells
    )
    told = "\n".join(cells)
    if lang == "ja":
        told = told.replace(": ", "：").replace(" (", "（").replace(")", "）")
    bracket = f"（{place}）" if lang == "ja" else f" ({place})"
    return f"{row.code} {row.title}" + (bracket if place else ""), told, ""


def _heat_row(heat: HeatMap, row: HeatRow, lang: Lang) -> Row:
    cells = zip(heat.columns[1:], row.cells, strict=True)
    colon = "：" if lang == "ja" else ": "
    return row.title, "\n".join(f"{name}{colon}{told(cell, lang)}" for name, cell in cells if cell.needed), ""


def _table_row(header: tuple[str, ...], row: tuple[str, ...], lang: Lang) -> Row:
    """The first cell is what the row is about; the others are told with their headings where there are several."""
    first, *rest = row
    if len(rest) == 1:
        return first, rest[0], ""
    colon = "：" if lang == "ja" else ": "
    return first, "\n".join(f"{name}{colon}{cell}" for name, cell in zip(header[1:], rest, strict=True) if cell), ""
