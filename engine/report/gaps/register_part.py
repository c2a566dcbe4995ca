"""The parts on the register itself: what each measure serves and why, and the rows that could not be read."""

from collections.abc import Iterator

from engine.interview.visible import flowing
from engine.model.register import ExistingMeasure, Link, Origin, UnreadRow
from engine.report.blocks import Block, Heading, Line, Paragraph, Table
from engine.report.gaps.labels import STANDING
from engine.report.gaps.phrases import GapPhrases

_MOST_SUGGESTIONS = 3
_MOST_WORDS = 4


def mapping_part(say: GapPhrases) -> Iterator[Block]:
    """Every existing measure with what it serves, how firmly, and the words that led to it."""
    yield Heading(2, say.gap("mapping"))
    if not say.register.measures:
        yield Paragraph(Line(say.gap("empty_register")))
        return
    yield Paragraph(Line(say.gap("mapping_note")))
    names = ("existing_measure", "department", "generic", "standing", "words")
    shares = (0.27, 0.13, 0.28, 0.15, 0.17)
    if say.public:
        names, shares = names[:-1], (0.34, 0.14, 0.36, 0.16)  # type: ignore[assignment]
    rows = tuple(_row(say, one)[: len(names)] for one in say.register.measures)
    yield Table(tuple(map(say.gap, names)), rows, shares=shares)


def _row(say: GapPhrases, one: ExistingMeasure) -> tuple[str, ...]:
    link = say.mapping.of(one.id)
    return flowing(one.name), flowing(one.department), served(say, link), standing(say, link), words(link)


def served(say: GapPhrases, link: Link) -> str:
    """The generic measures that an existing one serves, or may; that a person said none is told."""
    if link.standing == "confirmed" and not link.generic:
        return say.gap("serves_none")
    return say.list(say.measure(measure, typed=True) for measure in link.generic[:_MOST_SUGGESTIONS])


def standing(say: GapPhrases, link: Link) -> str:
    """How firmly it is said."""
    return say.say(STANDING[link.standing]) + (say.bracket(say.gap("kept")) if link.kept else "")


def words(link: Link) -> str:
    """The words that led to what is suggested, each once."""
    if link.standing == "confirmed":
        return ""
    found = dict.fromkeys(word for one in link.suggestions if one.measure in link.generic for word in one.words)
    return " ".join(flowing(word) for word in list(found)[:_MOST_WORDS])


def unread_part(say: GapPhrases) -> Iterator[Block]:
    """The rows that could not be taken in, or only in part."""
    if not say.check.unread:
        return
    yield Heading(2, say.gap("unread"))
    yield Paragraph(Line(say.gap("unread_note")))
    names = ("where", "what", "reason", "taken")
    yield Table(
        tuple(map(say.gap, names)), tuple(unread(say, one) for one in say.check.unread), shares=(16, 26, 42, 16)
    )


def unread(say: GapPhrases, one: UnreadRow) -> tuple[str, str, str, str]:
    """A row: where it stands, what stands there, why it was not taken, and whether in part."""
    text = "" if say.public else flowing(one.text)
    taken = say.gap("taken_partly" if one.taken else "taken_not")
    return place(say, one.origin), text, reason(say, one), taken


def place(say: GapPhrases, origin: Origin) -> str:
    """Sheet and row."""
    if not origin.sheet:
        return say.gap("row_only", origin.row)
    return say.gap("sheet_row", sheet=flowing(origin.sheet), row=origin.row)


def reason(say: GapPhrases, one: UnreadRow) -> str:
    """Why a row was not taken, and what helps."""
    problem = one.problem
    parts = [problem.what, *([problem.why] if problem.why else []), problem.remedy]
    return ("" if say.lang == "ja" else " ").join(flowing(say.say(part)) for part in parts)
